"""Markdown: what is a heading, a list or a table, what is markup and what text, and which line of the file it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake import identify
from pipeline.options import Options
from pipeline.readers import markdown, text
from pipeline.run import process
from tests.readers.test_formats import lines


@pytest.mark.parametrize(
    ("typed", "expected", "bold"),
    [
        ("---\ntitle: Referat\ndate: 2020-01-02\n---\nTekst", ["Referat", "Tekst"], [True, False]),
        ("**Til stede:** Kari\n**Forfall:** Ola", ["Til stede: Kari", "Forfall: Ola"], [False, False]),
        ("3. tre\n4. fire", ["3. tre", "4. fire"], [False, False]),
        ("- [x] gjort\n- [ ] ugjort", ["- [x] gjort", "- ugjort"], [False, False]),
        ("Sak 1\n=====\n\n\u200bTekst", ["Sak 1", "Tekst"], [True, False]),
        ("**Vedtak**\n\nJa <br> nei", ["Vedtak", "Ja", "nei"], [True, False, False]),
        ("| A | B |\n|---|---|\n| 1 | 2 |", ["A | B", "1 | 2"], [False, False]),
        ("## <oppslag> 12 ord\n\nord<tab>ordet, <b>fet</b>", ["<oppslag> 12 ord", "ord<tab>ordet, fet"], [True, False]),
        (
            "<post type='n'>\n\n<div>Kari <s1>ser</s1></div><!-- nei -->",
            ["<post type='n'>", "Kari <s1>ser</s1>"],
            [False] * 2,
        ),
        (
            "Slik gjør vi det, og det går bra:\n```\nkari = hent(3)\n```\nSlutt.",
            ["Slik gjør vi det, og det går bra:", "Slutt."],
            [False] * 2,
        ),
        (
            "# Referat\n```\nSak 1 Veien\nVeien er smal.\n```",
            ["Referat", "Sak 1 Veien", "Veien er smal."],
            [True, False, False],
        ),
    ],
)
def test_markdown_of_many_kinds(typed: str, expected: list[str], bold: list[bool], tmp_path: Path) -> None:
    path = tmp_path / "referat.md"
    path.write_text(typed, encoding="utf-8")
    found = lines(markdown.read(identify(path), Options()))
    assert [line.text for line in found] == expected
    assert [line.bold for line in found] == bold


def test_fenced_code_is_kept_beside_the_text(tmp_path: Path) -> None:
    path = tmp_path / "referat.md"
    path.write_text("Vi så på oppsettet, som ser slik ut nå:\n\n```sh\nmake klar  # 12 %\n```\n", encoding="utf-8")
    assert [line.text for line in markdown.read(identify(path), Options()).pages[0].aside] == ["make klar # 12 %"]


def test_lines_of_markdown_and_text_are_those_of_the_file(tmp_path: Path) -> None:
    """So that a reader finds them: front matter, blank lines, comments and the marks of tables are counted too."""
    typed = (
        "---\ndato: 2020-01-02\ntitle: Referat\n---\n\n# Sak 1\n\nEn\nto <br> tre\n\n<!-- nei\nnei -->\n\n"
        "| A | B |\n|---|---|\n| 1 | 2 |\n\n- fire\n  fem\n"
    )
    (tmp_path / "a.md").write_text(typed, encoding="utf-8")
    found = lines(markdown.read(identify(tmp_path / "a.md"), Options()))
    assert [(line.number, line.text) for line in found] == [
        (3, "Referat"),
        (6, "Sak 1"),
        (8, "En"),
        (9, "to"),
        (9, "tre"),
        (14, "A | B"),
        (16, "1 | 2"),
        (18, "- fire"),
        (19, "fem"),
    ]
    (tmp_path / "a.txt").write_text("\nReferat\n=======\n\nEn\nto\n", encoding="utf-8")
    found = lines(text.read(identify(tmp_path / "a.txt"), Options()))
    assert [(line.number, line.text) for line in found] == [(2, "Referat"), (5, "En"), (6, "to")]
    kept = process(identify(tmp_path / "a.txt")).pages[0][1]
    assert kept.split("\n") == ["", "Referat", "", "", "En", "to"]
