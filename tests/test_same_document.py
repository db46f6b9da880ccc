"""Near duplicates: what is the same document is found in every format, and what only looks like it is kept apart."""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.archive import read_archive
from pipeline.compared import Paper
from pipeline.model import Outcome
from pipeline.same_document import _candidates
from pipeline.sketch import contained, read_sketch, sketch
from tests import hand_made
from tests.conftest import MISSING
from tests.papers_alike import Minutes, archive_of, as_docx, as_pdf, as_scan, as_text, read
from tests.readers import papers

APPROVED = Minutes()


def joined(archive: Path) -> dict[str, tuple[str, str]]:
    """File name of every document that is not shown -> the file that stands for it, and why."""
    query = (
        "SELECT h.file_name AS hidden, d.file_name AS shown, h.reason FROM v_superseded h JOIN v_document d "
        "ON d.id = h.shown ORDER BY 1"
    )
    with closing(read_archive(archive)) as db:
        return {row["hidden"]: (row["shown"], row["reason"]) for row in db.execute(query)}


def test_one_text_in_every_format(tmp_path: Path) -> None:
    files = [
        papers.as_html(tmp_path / "a.html"),
        papers.as_text(tmp_path / "b.txt"),
        papers.as_docx(tmp_path / "c.docx"),
        papers.as_pdf(tmp_path / "d.pdf"),
        papers.as_markdown(tmp_path / "e.md"),
        papers.converted(tmp_path / "c.docx", "odt", tmp_path),
    ]
    names = {file.name for file in files} - {"d.pdf"}
    outcomes = read(*files)
    for seed in range(3):  # the order of import has no say
        order = random.Random(seed).sample(outcomes, len(outcomes))
        archive = tmp_path / f"archive{seed}"
        hand_made.fill(archive, order)
        assert joined(archive) == dict.fromkeys(names, ("d.pdf", "format"))
        with closing(read_archive(archive)) as db:
            assert db.execute("SELECT min(likeness) FROM document_copy").fetchone()[0] >= 0.95


def test_two_meetings_on_one_template(tmp_path: Path) -> None:
    april = replace(APPROVED, day="16. april 2014", money="13 900")
    archive = archive_of(tmp_path / "a", as_pdf(tmp_path / "1.pdf", APPROVED), as_pdf(tmp_path / "2.pdf", april))
    assert joined(archive) == {}
    one, other = (read_sketch(outcome.sketches[0][1]) for outcome in read(tmp_path / "1.pdf", tmp_path / "2.pdf"))
    assert contained(one, other) > 0.9, "no trap"


@pytest.mark.parametrize(
    "change",
    [{"money": "13 900"}, {"people": ("Kari Fjellstad", "Per Aas")}, {"changed": (("Drosjene", "Bussene"),)}],
    ids=["money", "people", "word"],
)
def test_where_one_day_is_not_known_every_word_counts(change: dict[str, Any], tmp_path: Path) -> None:
    undated = replace(APPROVED, day="")
    same, other = as_docx(tmp_path / "same.docx", undated), as_docx(tmp_path / "other.docx", replace(undated, **change))
    archive = archive_of(tmp_path / "a", same, other, as_pdf(tmp_path / "dated.pdf", APPROVED))
    with closing(read_archive(archive)) as db:
        assert db.execute("SELECT count(*) FROM meeting WHERE date IS NULL").fetchone()[0] == 2, "no trap"
    assert joined(archive) == {"same.docx": ("dated.pdf", "format")}


def test_an_undated_text_that_fits_two_meetings_is_joined_to_neither(tmp_path: Path) -> None:
    texts = [
        as_text(tmp_path / f"{day[:2]}.txt", replace(APPROVED, day=day)) for day in ("12. mars 2014", "16. april 2014")
    ]
    archive = archive_of(tmp_path / "a", *texts, as_docx(tmp_path / "undated.docx", replace(APPROVED, day="")))
    assert joined(archive) == {}


def test_a_notice_is_not_the_minutes(tmp_path: Path) -> None:
    notice = replace(APPROVED, word="Innkalling til møte i", people=("Kari Fjellstad",), mark="INNKALLING")
    archive = archive_of(tmp_path / "a", as_pdf(tmp_path / "m.pdf", APPROVED), as_docx(tmp_path / "n.docx", notice))
    with closing(read_archive(archive)) as db:
        assert {row[0] for row in db.execute("SELECT kind FROM document")} == {"minutes", "notice"}, "no trap"
    assert joined(archive) == {}


def test_two_bodies_that_meet_on_one_day_and_share_a_template(tmp_path: Path) -> None:
    other = replace(APPROVED, body="Brukerrådet ved Solbakken sykehjem", money="3 100")
    archive = archive_of(tmp_path / "a", as_pdf(tmp_path / "1.pdf", APPROVED), as_pdf(tmp_path / "2.pdf", other))
    assert joined(archive) == {}


@pytest.mark.parametrize("scanned", [False, True])
def test_two_companies_with_one_board_that_meets_on_one_day(scanned: bool, tmp_path: Path) -> None:
    if scanned and not shutil.which("tesseract"):
        pytest.skip(f"{MISSING}: tesseract")
    files = []
    for name in ("Nordhaugen", "Solvangen"):
        paper = replace(APPROVED, mark=f"{name} Eiendom AS", word="Protokoll fra møte i", body="styret")
        files.append(as_pdf(tmp_path / f"{name}.pdf", paper))
        if scanned:
            files[-1] = as_scan(tmp_path / f"{name} skannet.pdf", files[-1])
    assert joined(archive_of(tmp_path / "a", *files)) == {}


def test_minutes_of_their_own_and_as_an_appendix(tmp_path: Path) -> None:
    report = (
        "<h1>Årsrapport 2014 for Brukerrådet ved Lia helsehus</h1><h2>1 Om rådet</h2><p>Rådet har fem medlemmer og har "
        "i 2014 hatt fire møter.</p><h2>2 Arbeidet i året</h2><p>Rådet har arbeidet mest med kafeen og med "
        "skyss.</p>"
    )
    appendix = APPROVED.html().replace("<h1>", "<h1>Vedlegg A: ")
    files = [as_pdf(tmp_path / "report.pdf", report, appendix), as_pdf(tmp_path / "own.pdf", APPROVED)]
    archive = archive_of(tmp_path / "a", *files)
    with closing(read_archive(archive)) as db:
        kinds = [row[0] for row in db.execute("SELECT kind FROM document ORDER BY 1")]
        assert kinds == ["annual_report", "minutes", "minutes"], "no trap"
    assert joined(archive) == {"report.pdf": ("own.pdf", "appended")}


@pytest.mark.skipif(not shutil.which("tesseract"), reason=f"{MISSING}: tesseract")
def test_a_scan_and_its_source(tmp_path: Path) -> None:
    source = as_pdf(tmp_path / "born.pdf", APPROVED)
    other = as_pdf(tmp_path / "other.pdf", replace(APPROVED, day="16. april 2014"))
    files = [as_scan(tmp_path / "scan.pdf", source), as_docx(tmp_path / "typed.docx", APPROVED), other]
    assert joined(archive_of(tmp_path / "a", *files)) == {"scan.pdf": ("typed.docx", "recognised")}


DRAFTS = {
    "utkast.pdf": replace(APPROVED, mark="UTKAST", changed=(("fram til sommeren", "ut juni"),)),
    "referat (foreløpig).pdf": replace(APPROVED, changed=(("uken", "uka"),)),
    "førebels.pdf": replace(APPROVED, extra=("Referenten ber om merknader innen en uke.",)),
}


@pytest.mark.parametrize("name", DRAFTS)
def test_a_draft_gives_way(name: str, tmp_path: Path) -> None:
    files = [as_pdf(tmp_path / name, DRAFTS[name]), as_docx(tmp_path / "referat.docx", APPROVED)]
    assert joined(archive_of(tmp_path / "a", *files)) == {name: ("referat.docx", "draft")}


def test_what_is_signed_stands_and_what_has_more_text_stands(tmp_path: Path) -> None:
    half = replace(APPROVED, items=3)
    files = [as_docx(tmp_path / "referat signert.docx", APPROVED), as_pdf(tmp_path / "referat.pdf", APPROVED)]
    assert joined(archive_of(tmp_path / "a", *files)) == {"referat.pdf": ("referat signert.docx", "unapproved")}
    files = [as_pdf(tmp_path / "half.pdf", half), as_docx(tmp_path / "whole.docx", APPROVED)]
    assert joined(archive_of(tmp_path / "b", *files)) == {"half.pdf": ("whole.docx", "shorter")}


def test_an_extract_is_not_the_minutes(tmp_path: Path) -> None:
    files = [as_pdf(tmp_path / "one item.pdf", replace(APPROVED, items=1)), as_docx(tmp_path / "all.docx", APPROVED)]
    assert joined(archive_of(tmp_path / "a", *files)) == {}


def test_short_texts_are_the_same_only_word_for_word(tmp_path: Path) -> None:
    short = replace(APPROVED, items=0, extra=("Møtet ble avlyst.",))
    files = [
        as_text(tmp_path / "a.txt", short),
        as_docx(tmp_path / "b.docx", short),
        as_docx(tmp_path / "c.docx", replace(short, extra=("Møtet ble flyttet.",))),
    ]
    assert joined(archive_of(tmp_path / "a", *files)) == {"a.txt": ("b.docx", "format")}


def test_many_copies_have_one_that_stands_for_all(tmp_path: Path) -> None:
    outcomes = []
    for number in range(60):
        name = f"{number:02}.txt"
        outcomes += read(as_text(tmp_path / name, replace(APPROVED, mark=f"Til arkivet, rom {number * 'i'}")))
    archive = tmp_path / "archive"
    hand_made.fill(archive, outcomes)
    found = joined(archive)
    assert len(found) == 59
    assert len({shown for shown, _ in found.values()}) == 1


def test_what_has_no_sketch_is_left_alone(tmp_path: Path) -> None:
    archive = hand_made.build(tmp_path)
    assert joined(archive) == {}


WORDS = (
    "rådet drøftet saken og ber kommunen svare før neste møte om skyss kafé tur hage regnskap valg leder plan".split()
)


def made(
    number: int,
    day: str | None,
    text: str,
    kind: str = "minutes",
    body: str = "Rådet i Lia",
    text_from: str = "text_layer",
) -> Outcome:
    """A document of one page, as if read."""
    paper = hand_made.Paper(f"{number}.pdf", kind, body)
    paper.meeting(day)
    outcome = hand_made.outcome(Path(f"/papers/{number}.pdf"), [paper])
    outcome.record["source"]["text_from"] = text_from
    return replace(outcome, sketches=((paper.key, sketch([text])),), pages=((1, text, text_from),))


@pytest.mark.parametrize("text_from", ["text_layer", "ocr"])
def test_the_letterhead_tells_whose_minutes_they_are(text_from: str, tmp_path: Path) -> None:
    """Day, body and all other words are the same; a changed word further down is no other owner."""
    text = "\n".join(" ".join(random.Random(line).choices(WORDS, k=9)) for line in range(40))
    heads = ("Nordhaugen Eiendom", "Solvangen Eiendom", "Solvangen Eiendom")
    found = [
        made(number, "2014-03-12", f"{head}\n{text}\n{end}", body="Styret", text_from=text_from)
        for number, (head, end) in enumerate(zip(heads, ("slutt", "slutt", "ferdig"), strict=True))
    ]
    hand_made.fill(tmp_path, found)
    assert {frozenset((hidden, shown)) for hidden, (shown, _) in joined(tmp_path).items()} == {
        frozenset(("1.pdf", "2.pdf"))
    }


DAYS = st.sampled_from([None, "2014-03-12", "2014-04-16", "2015-01-08"])
TEXTS = st.integers(0, 3).map(
    lambda seed: " ".join(random.Random(seed // 2).choices(WORDS, k=120)) + " slutt" * (seed % 2)
)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(DAYS, TEXTS, st.sampled_from(["minutes", "notice"])), min_size=2, max_size=9), st.randoms())
def test_documents_of_different_days_are_never_joined(
    tmp_path_factory: pytest.TempPathFactory, given_papers: list[tuple[str | None, str, str]], chance: random.Random
) -> None:
    outcomes = [made(number, *paper) for number, paper in enumerate(given_papers)]
    found = []
    for order in (outcomes, chance.sample(outcomes, len(outcomes))):
        archive = tmp_path_factory.mktemp("days")
        hand_made.fill(archive, order)
        with closing(read_archive(archive)) as db:
            stands = dict(db.execute("SELECT document, of FROM document_copy").fetchall())
            days = dict(db.execute("SELECT document, date FROM meeting").fetchall())
            kinds = dict(db.execute("SELECT id, kind FROM document").fetchall())
        assert not set(stands) & set(stands.values()), "a chain"
        groups: dict[str, set[str]] = {}
        for hidden, shown in stands.items():
            assert kinds[hidden] == kinds[shown]
            groups.setdefault(shown, {days[shown]} - {None}).update({days[hidden]} - {None})
        assert all(len(of) <= 1 for of in groups.values())
        found.append(stands)
    assert found[0] == found[1]


def test_the_work_grows_with_the_documents(tmp_path: Path) -> None:
    """Every meeting on one template and on a day of its own, some of them undated, each kept twice."""
    template = [random.Random(0).choice(WORDS) + str(number % 7) for number in range(300)]

    def count(meetings: int) -> int:
        found = []
        for number in range(meetings):
            own = [f"eget{number}ord{word}" for word in range(60)]
            day = None if number % 20 == 0 else f"{1900 + number // 300}-{number % 12 + 1:02}-{number % 25 + 1:02}"
            text = read_sketch(sketch([" ".join([*template, *own])]))
            for twin in "ab":
                claim = None
                found.append(
                    Paper(
                        f"{number}{twin}",
                        f"{number}{twin}",
                        "minutes",
                        "",
                        day,
                        frozenset(),
                        "",
                        (0, 0),
                        text,
                        False,
                        claim,
                    )  # type: ignore[arg-type]
                )
        pairs = list(_candidates(found))
        assert {one.id[:-1] for one, other in pairs if one.id[:-1] == other.id[:-1]} == set(map(str, range(meetings)))
        return len(pairs)

    assert count(2000) <= 5 * count(500)
