"""The digest of a year: what it says, and that it can leave the archive."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from pipeline.digest import NothingFromYear, write_digest
from pipeline.errors import Exit
from pipeline.phrases import markdown
from pipeline.render import render_site
from tests import hand_made

TODAY = date(2013, 5, 20)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hand_made.build(tmp_path_factory.mktemp("digest"))


def test_a_year_in_markdown(archive: Path) -> None:
    html, file = write_digest(archive, 2013, "nb", TODAY)
    assert (html, file) == (archive / "digest" / "2013.html", archive / "digest" / "2013.md")
    text = file.read_text("utf-8")
    assert re.findall(r"^##? (.+)$", text, re.M) == [
        "Året 2013",
        "Møter",
        "Årsrapporter og andre dokumenter",
        "Vedtak",
        "Oppgaver",
        "Personer",
        "Verdt å merke seg",
    ]
    first = "([s. 1](<../../papers/2013-04-22%20referat.pdf#page=1>))"
    for line in (
        "3 møter, 7 vedtak, 6 oppgaver, 6 personer",
        f"- **22. april 2013**: Brukerrådet i Lia bydel, 5 til stede {first}",
        "- **Årsrapport**: Årsmelding 2013 ([s. 1](<../../papers/%C3%A5rsmelding%202013.pdf#page=1>))",
        f"- **Sak 1/13**: Referatet fra 4. mars ble godkjent uten merknader. {first}",
        "- **Kari Fjellstad**: 3 til stede",
        "### Oppgaver uten frist",
        "### Møter som ikke nevner neste møte",
        "### Mulig vedtak, oppgave eller frist",
    ):
        assert f"\n{line}\n" in text, line
    assert "**Frist snart** (31. mai 2013): Lia bydel undersøker prisen på transport" in text
    assert "\n\n\n" not in text.rstrip("\n")


def test_the_page_stands_alone(archive: Path) -> None:
    html = write_digest(archive, 2013, "nn", TODAY)[0].read_text("utf-8")
    assert '<html lang="nn">' in html and "Årsoversyn" in html and "<style>" in html and "font:" in html
    links = re.findall(r'href="([^"]+)"', html)
    assert links and all(link == "data:," or unquote(link).startswith("../../papers/") for link in links)


def test_exempt_words_are_left_out(archive: Path) -> None:
    for year in (2013, 2014):
        for file in write_digest(archive, year, "nb", TODAY):
            text = file.read_text("utf-8")
            assert hand_made.SECRET not in text and hand_made.CLOSED not in text
            assert "Unntatt offentlighet" in text


def test_hostile_text_is_harmless_in_both(archive: Path) -> None:
    html, file = (path.read_text("utf-8") for path in write_digest(archive, 2015, "nb", TODAY))
    assert "<script" not in html and "<script" not in file and "<b>" not in file
    assert "\\*stjerne\\* \\[lenke\\](javascript" in file


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\n# b", "a \\# b"),
        ("x | y ~~z~~", "x \\| y \\~\\~z\\~\\~"),
        ("`kode` _under_", "\\`kode\\` \\_under\\_"),
        ("&lt;b&gt; A & B", "&amp;lt;b&amp;gt; A & B"),
        (None, ""),
    ],
)
def test_markdown_shows_just_the_characters(text: str | None, said: str) -> None:
    assert markdown(text) == said


def test_a_year_without_documents_says_which_there_are(archive: Path) -> None:
    with pytest.raises(NothingFromYear) as caught:
        write_digest(archive, 1999, "nb", TODAY)
    assert caught.value.exit == Exit.NOTHING_FOUND and "2013" in caught.value.advice
    assert not (archive / "digest" / "1999.html").exists()


def test_the_site_has_the_same_year(archive: Path) -> None:
    render_site(archive, "nb", TODAY)
    page = (archive / "site" / "year" / "2013.html").read_text("utf-8")
    assert "Verdt å merke seg" in page and 'href="2013.md"' in page and 'href="../document/' in page
    alone = write_digest(archive, 2013, "nb", TODAY)[1].read_text("utf-8")
    within = (archive / "site" / "year" / "2013.md").read_text("utf-8")
    assert within.replace("](<../../../papers", "](<../../papers") == alone
