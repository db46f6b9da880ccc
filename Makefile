# `make` sets the program up and reads the sample documents; `make help` lists the rest.
PYTHON ?= python3
ARCHIVE ?= output
JOBS ?= 2
VENV := .venv
BIN := $(VENV)/bin
SETUP := PYTHON="$(PYTHON)" VENV="$(VENV)" bash tools/setup.sh

# Without index addresses, machine paths and pip's own settings, so that a lock is the same wherever it is made.
COMPILE = env -u PIP_FIND_LINKS -u PIP_CONSTRAINT PIP_CONFIG_FILE=/dev/null CUSTOM_COMPILE_COMMAND="make lock" \
	$(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --no-emit-index-url --no-emit-find-links \
	--strip-extras --build-deps-for wheel --build-deps-for editable $(LOCK_ARGS)

.DEFAULT_GOAL := all
.PHONY: all setup setup-dev test lint format bench evaluate soak corpus lock licences clean help

all: setup  ## Set up .venv, read the sample documents into output/ (plain `make` does this)
	$(BIN)/referat import corpus --archive $(ARCHIVE)
	@echo
	@echo "Open $(ARCHIVE)/site/index.html in a browser."

setup: $(VENV)/.runtime $(VENV)/.programs  ## Set up .venv with what the program needs

setup-dev: $(VENV)/.dev $(VENV)/.programs $(VENV)/.programs-dev  ## Set up .venv with what the tests need too

# A stamp is left only when all went well; with none, the next run tries again.
$(VENV)/.runtime: requirements.lock pyproject.toml tools/setup.sh
	$(SETUP) python requirements.lock $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	$(SETUP) python requirements-dev.lock $@

$(VENV)/.programs: tools/setup.sh | $(VENV)/.runtime
	$(SETUP) programs runtime $@

$(VENV)/.programs-dev: tools/setup.sh | $(VENV)/.runtime
	$(SETUP) programs dev $@

test: lint  ## Style, types, tests and doctests
	$(BIN)/python -m pytest -n $(JOBS) $(PYTEST_ARGS)

lint: setup-dev  ## Style and types only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: setup-dev  ## Put the code into the house's style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: setup-dev  ## Measure pages per second and memory
	$(BIN)/python -m tests.bench

soak: setup-dev  ## The long runs that `make test` leaves out
	$(BIN)/python -m pytest -m soak $(PYTEST_ARGS)

evaluate: setup  ## Measure against the labels, and keep the figures of this version in tests/results/
	$(BIN)/referat evaluate tests/gold --sources corpus
	$(BIN)/referat evaluate tests/gold --sources corpus --json > tests/results/$$($(BIN)/python -c 'from importlib.metadata import version; print(version("referat"))').json

corpus: setup-dev  ## Make the sample documents anew
	$(BIN)/python corpus/generate.py

lock: setup-dev  ## Pin the dependencies of pyproject.toml (LOCK_ARGS=--upgrade for newer ones), then the licences
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock pyproject.toml
	$(MAKE) licences

licences: setup-dev  ## Write LICENSES.md from what is installed
	$(BIN)/python tools/licences.py requirements.lock requirements-dev.lock > LICENSES.md.new
	mv LICENSES.md.new LICENSES.md

clean:  ## Remove .venv, builds and caches; what stands in output/ is kept
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find corpus extractors pipeline templates tests tools -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## List these targets
	@awk -F ':.*##' '/^[a-z-]+:.*##/ {printf "  %-11s%s\n", $$1, $$2}' $(MAKEFILE_LIST)
