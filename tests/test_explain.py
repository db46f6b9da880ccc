"""What `explain` shows: every line with its place in the flow, and every fact and issue that stands on it."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from pipeline.contract import failure
from pipeline.errors import Exit, ReferatError
from pipeline.explain import explain
from pipeline.intake import identify
from pipeline.messages import message
from pipeline.model import Status
from pipeline.options import Options
from pipeline.run import process, read
from tests.conftest import CORPUS, MINUTES, Cli, SamplePdf

SAMPLES = sorted(CORPUS.glob("*.pdf"), key=lambda path: (path.stat().st_size, path.name))[:3]
MARGIN = re.compile(r"^ *(?P<number>\d+) (?P<margin>.*?) *\| (?P<text>.*)$")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory, minutes: SamplePdf) -> list[str]:
    return explain(minutes(tmp_path_factory.mktemp("explain") / "a.pdf"), None).splitlines()


def margin(told: list[str], text: str) -> str:
    """The margin of the one line that shows this text."""
    (found,) = [match for line in told if (match := MARGIN.match(line)) and match["text"].startswith(text)]
    return found["margin"]


def notes(told: list[str], text: str) -> list[str]:
    """The notes below the line that shows this text."""
    at = next(i for i, line in enumerate(told) if (match := MARGIN.match(line)) and match["text"].startswith(text))
    below = []
    for line in told[at + 1 :]:
        if MARGIN.match(line):
            break
        below.append(line.strip())
    return below


def test_the_documents_come_first(told: list[str]) -> None:
    assert told[0] == "a.pdf: application/pdf, 1 page, outcome ok, text from text_layer"
    assert told[1] == "document 1: minutes, nb, pages 1-1"
    assert "    items:  1/14, 2/14" in told
    assert "    words:  1/14 nb (nb 2, nn 0)" in told
    assert next(line for line in told if line.startswith("    actors: ")).count("Kari Fjellstad") == 1
    assert told.index("page 1 (595 x 842 pt, text_layer)") > told.index("    items:  1/14, 2/14")


def test_the_reason_for_the_kind(told: list[str]) -> None:
    (reason,) = [line for line in told if line.startswith("    kind: ")]
    assert "minutes+" in reason and "attendance label" in reason


@pytest.mark.parametrize(
    ("text", "role", "item"),
    [
        ("Til stede:", "label =present", None),
        ("Forfall:", "label =absent", None),
        ("Vedtak:", "label =decision", "[1/14]"),
        ("Ola Bergheim bestiller", "paragraph", "[2/14]"),
    ],
)
def test_the_margin(told: list[str], text: str, role: str, item: str | None) -> None:
    found = margin(told, text)
    assert re.match(rf"#\d+ +{role}", found)
    assert re.findall(r"\[.*\]", found) == ([item] if item else [])


def test_facts_stand_below_their_line(told: list[str]) -> None:
    present = notes(told, "Til stede:")
    assert [note for note in present if note.startswith("+ attendance: name Kari Fjellstad; status present (")]
    assert all(re.search(r"\(.+, [01]\.\d\d.*\)$", note) for note in present)
    assert [note for note in notes(told, "Vedtak:") if note.startswith("+ decisions: ")]
    assert not notes(told, "Dato:")[1:]


def test_issues_stand_below_their_line(tmp_path: Path, sample_pdf: SamplePdf) -> None:
    lines = [line.replace("Dato: 12.", "Dato: mandag 12.") for line in MINUTES]  # it was a Wednesday
    path = sample_pdf(tmp_path / "a.pdf", lines)
    told = explain(path, None).splitlines()
    (issue,) = [issue for issue in process(identify(path)).record["issues"] if issue["code"] == "weekday_conflict"]
    assert f"! {issue['severity']} weekday_conflict: {issue['message']}" in notes(told, "Dato: mandag")


def test_furniture_is_marked(tmp_path: Path, sample_pdf: SamplePdf) -> None:
    with_foot = [*MINUTES, *[""] * (45 - len(MINUTES)), "Lia vel - org.nr. 900 000 000"]
    told = explain(sample_pdf(tmp_path / "a.pdf", with_foot, with_foot, with_foot), 2).splitlines()
    assert margin(told, "Lia vel - org.nr.") == "furniture"


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_nothing_is_left_out(path: Path) -> None:
    """Every line that the reader saw, every fact and every issue: of real length, from several bodies."""
    told = explain(path, None)
    reading = read(identify(path), Options())
    shown = {(int(match["number"]), match["text"]) for line in told.splitlines() if (match := MARGIN.match(line))}
    numbers = {number for number, _ in shown}
    assert {line.number for page in reading.pages for line in page.lines} <= numbers
    outcome = process(identify(path))
    facts = sum(
        len(value) if isinstance(value, list) else value is not None
        for document in outcome.record["documents"]
        for name, value in document.items()
        if name not in ("kind", "language", "title", "body", "pages", "id", "year", "published", "authors")
    )
    assert len(re.findall(r"^ +\+ ", told, re.M)) >= facts > 0
    assert len(re.findall(r"^ *! ", told, re.M)) == len(outcome.record["issues"])


def test_one_page(tmp_path: Path, sample_pdf: SamplePdf) -> None:
    path = sample_pdf(tmp_path / "a.pdf", MINUTES, ["Dette er den andre siden."])
    told = explain(path, 2)
    assert "page 2 (" in told and "page 1 (" not in told
    assert "Dette er den andre siden." in told and "Grendehuset" not in told.partition("page 2 (")[2]
    with pytest.raises(ReferatError, match="no page 3") as raised:
        explain(path, 3)
    assert raised.value.advice == "its pages are 1 to 2"


def test_a_page_without_text(tmp_path: Path, sample_pdf: SamplePdf) -> None:
    told = explain(sample_pdf(tmp_path / "a.pdf", []), None)
    assert "no documents: no page has text that could be read" in told
    assert "no lines" in told


def test_letters_are_kept(tmp_path: Path, minutes: SamplePdf) -> None:
    told = explain(minutes(tmp_path / unicodedata.normalize("NFD", "møte på Ås.pdf")), 1)
    assert told.startswith("møte på Ås.pdf: ")


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [(b"%PDF-1.4\nhalf a file", Status.DAMAGED, "damaged"), (b"", Status.DAMAGED, "empty_file")],
)
def test_what_cannot_be_read(tmp_path: Path, content: bytes, status: Status, code: str) -> None:
    (tmp_path / "a.pdf").write_bytes(content)
    with pytest.raises(ReferatError) as raised:
        explain(tmp_path / "a.pdf", None)
    assert str(raised.value) == f"a.pdf: {status}"
    assert raised.value.advice.startswith(message(code).partition("{")[0][:20])
    assert raised.value.advice == failure(identify(tmp_path / "a.pdf"), status, code).record["issues"][0]["message"]


def test_encrypted(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    import pikepdf

    with pikepdf.open(minutes(tmp_path / "open.pdf")) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    done = cli("explain", tmp_path / "locked.pdf")
    assert (done.returncode, done.stdout) == (Exit.FAILURES_LISTED, "")
    assert done.stderr.splitlines() == ["referat: locked.pdf: encrypted", f"  {message('encrypted')}"]


@pytest.mark.parametrize("name", ["missing.pdf", "text.pdf", ".", "empty.pdf", "half.pdf"])
def test_never_a_traceback(cli: Cli, tmp_path: Path, name: str) -> None:
    (tmp_path / "text.pdf").write_text("Hei")
    (tmp_path / "empty.pdf").touch()
    (tmp_path / "half.pdf").write_bytes(b"%PDF-1.7\n1 0 obj")
    done = cli("explain", tmp_path / name)
    assert (done.returncode, done.stdout) == (Exit.FAILURES_LISTED, "")
    assert done.stderr and "Traceback" not in done.stderr
