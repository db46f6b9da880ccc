"""What the README and the pages beside it say agrees with the program; their links and pictures are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extractors.lexicon import lexicon
from pipeline import guard
from pipeline.cli import cli
from pipeline.errors import Exit
from pipeline.model import Status
from tests.conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
GUARD_CODES = {guard.INTERRUPTED, guard.BROKEN_PIPE, guard.INTERNAL, guard.DISK}
OUTSIDE = {"cp", "find", "make", "export", "pip", "sqlite3", "xdg-open"}
"""Commands of a reader's shell in the README that are not ours."""


def section(heading: str) -> str:
    """The text under a heading, up to the next one of its level or above."""
    level = len(heading) - len(heading.lstrip("#"))
    found = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{1,{level}}} |\Z)", README, re.M | re.S)
    assert found, f"the README has no {heading!r}"
    return found[1]


def first_cells(text: str) -> list[str]:
    """The first cell of every row of the tables in a text, heads and rules left out."""
    rows = re.findall(r"^\| *([^|]+?) *\|", text, re.M)
    heads = set(re.findall(r"^\| *([^|]+?) *\|.*\n\|(?:-+\|)+$", text, re.M))
    return [row for row in rows if row not in heads and set(row) != {"-"}]


def shown_commands(text: str) -> list[str]:
    """The command lines of the shell blocks and table cells of a text."""
    blocks = "\n".join(re.findall(r"^```sh\n(.*?)^```", text, re.M | re.S))
    return [line for line in [*blocks.splitlines(), *re.findall(r"`(referat [^`]*)`", text)] if line.strip()]


def test_every_command_is_in_the_readme_and_no_other() -> None:
    table = section("## Commands").partition("###")[0]
    named = [re.match(r"`referat ([a-z]+)", cell) for cell in first_cells(table)]
    assert sorted(match[1] for match in named if match) == sorted(cli.commands)
    assert all(named)


@pytest.mark.parametrize("line", shown_commands(README))
def test_commands_shown_exist_with_their_options(line: str) -> None:
    words = line.partition("#")[0].split()
    if words[0] in OUTSIDE:
        return
    assert words[0] == "referat"
    if words[1] in ("COMMAND", "--help"):
        return
    command = cli.commands[words[1]]
    known = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    given = set(re.findall(r"(?<=\s)--[a-z-]+", line.partition("|")[0].partition("#")[0]))
    assert given <= known


def test_every_exit_code_is_in_the_readme_and_no_other() -> None:
    rows = re.findall(r"^\| (\d+) \| ([^|]+?) \|", section("### Exit codes"), re.M)
    assert sorted(int(code) for code, _ in rows) == sorted({*map(int, Exit), *GUARD_CODES})
    assert {Exit(int(code)).name for code, name in rows if int(code) < 64} == {
        name.upper().replace(" ", "_") for code, name in rows if int(code) < 64
    }


def test_every_outcome_is_in_the_readme_and_no_other() -> None:
    from pipeline.desk import Change

    text = section("### Outcomes")
    assert sorted(first_cells(text)) == sorted(f"`{status}`" for status in Status)
    assert all(f"`{change}`" in text for change in Change)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    anchors = {
        re.sub(r"[^\w -]", "", head).strip().lower().replace(" ", "-") for head in re.findall(r"^#+ (.+)", text, re.M)
    }
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if target.startswith("#"):
            assert target[1:] in anchors, target
        elif not target.startswith("https://"):
            assert (page.parent / target).exists(), target


def test_rooms_and_files_named_are_there() -> None:
    places = {
        *first_cells(section("## Where things are")),
        section("## Adding to it"),
        section("## How quality is measured"),
    }
    for text in places:
        folder = ROOT
        for name in re.findall(r"`([\w./-]+(?:/|\.(?:py|yml|json|md|db|csv))|\.ci/run)`", text):
            here = next(
                (base / name for base in (ROOT, folder, ROOT / "extractors" / "lexicon") if (base / name).exists()),
                None,
            )
            assert here is not None, name
            folder = here.parent if here.is_file() else here


def test_the_page_shown_is_a_small_picture() -> None:
    picture = (ROOT / "docs" / "page.png").read_bytes()
    assert picture.startswith(b"\x89PNG") and len(picture) < 200_000


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_no_page_names_a_machine(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.findall(r"(?<![\w.])/(?:home|root|tmp|work|usr|opt|var)/[^\s`)]*", text)
    assert not re.findall(r"https?://[^\s)]*(?:index|simple|registry|proxy)[^\s)]*", text)


def test_the_guide_has_twenty_examples() -> None:
    guide = (ROOT / "docs" / "labelling.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|", guide, re.M)
    assert [int(number) for number, _, _ in rows] == list(range(1, 21))
    words = {word for _, sentence, _ in rows for word in re.findall(r"\w+", sentence.casefold())}
    for language, data in lexicon().by_language.items():
        assert words & set(data["function_words"]), f"no example in {language}"
