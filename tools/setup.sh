#!/usr/bin/env bash
# Sets the project up. The Makefile calls it; each call leaves the stamp file only when all is in place.
#
#   setup.sh python LOCK STAMP             .venv with LOCK (hashes checked) and this project in it
#   setup.sh programs runtime|dev STAMP    programs from outside Python; what is missing is installed or named
set -euo pipefail
PYTHON=${PYTHON:-python3}
VENV=${VENV:-.venv}

say() { printf 'referat setup: %s\n' "$*" >&2; }

# Installs Debian packages where this user may; otherwise says what to run, and fails.
install_packages() {
    local sudo=()
    if ! command -v apt-get >/dev/null; then
        say "please install these with your system's package manager (Debian's names): $*"
        return 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
            sudo=(sudo -n)
        else
            say "please run: sudo apt-get install --no-install-recommends $*"
            return 1
        fi
    fi
    say "installing $*"
    local install=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes -qq --no-install-recommends "$@")
    "${install[@]}" </dev/null >&2 || { "${sudo[@]}" apt-get update -qq >&2 && "${install[@]}" </dev/null >&2; } || {
        say "that failed; please run: sudo apt-get update && sudo apt-get install --no-install-recommends $*"
        return 1
    }
}

# The Debian packages that this machine lacks, found by what they are needed for, however they came here.
missing_programs() {
    if ! command -v tesseract >/dev/null; then
        echo tesseract-ocr tesseract-ocr-nor
    elif ! tesseract --list-langs 2>/dev/null | grep -qx nor; then
        echo tesseract-ocr-nor
    fi
    [ "$1" = dev ] || return 0
    command -v chromium >/dev/null || echo chromium
    command -v pdftotext >/dev/null || echo poppler-utils
    command -v soffice >/dev/null || echo libreoffice-writer
    find /usr/share/fonts /usr/local/share/fonts -name 'LiberationSans-Regular*' 2>/dev/null | grep -q . || echo fonts-liberation
    find /usr/share/fonts /usr/local/share/fonts -name 'NotoSansMono-Regular*' 2>/dev/null | grep -q . || echo fonts-noto-mono
    "$VENV/bin/python" -c 'import ctypes.util as c, sys; sys.exit(not c.find_library("pango-1.0"))' || echo libpango-1.0-0
    "$VENV/bin/python" -c 'import ctypes.util as c, sys; sys.exit(not c.find_library("pangoft2-1.0"))' || echo libpangoft2-1.0-0
}

setup_programs() {
    local packages
    mapfile -t packages < <(missing_programs "$1" | tr ' ' '\n')
    if [ ${#packages[@]} -gt 0 ] && ! install_packages "${packages[@]}"; then
        say "going on without: what needs ${packages[*]} will say so"
        return 0
    fi
    touch "$2"
}

check_python() {
    if ! command -v "$PYTHON" >/dev/null; then
        say "there is no '$PYTHON' here; name a Python of 3.11 or newer: make PYTHON=/path/to/python3"
        exit 1
    fi
    if ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        say "$("$PYTHON" --version) is too old; name a Python of 3.11 or newer: make PYTHON=/path/to/python3"
        exit 1
    fi
    # Debian's Python leaves ensurepip to a package of its own.
    if ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
        local version
        version=$("$PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        install_packages "python$version-venv" || exit 1
    fi
}

setup_python() {
    if ! "$VENV/bin/python" -m pip --version >/dev/null 2>&1; then
        check_python
        "$PYTHON" -m venv --clear "$VENV"
    fi
    say "installing what $1 names (some 40 s the first time)"
    "$VENV/bin/python" -m pip install -qq --require-hashes --requirement "$1"
    "$VENV/bin/python" -m pip install -qq --no-deps --no-build-isolation --editable .
    touch "$2"
}

case "$1" in
    python) setup_python "$2" "$3" ;;
    programs) setup_programs "$2" "$3" ;;
    *) say "unknown part '$1'"; exit 2 ;;
esac
