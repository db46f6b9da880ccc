"""What readers see of a hand-made archive: every fact in its place, nothing secret, nothing that runs."""

from __future__ import annotations

import csv
import io
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from pipeline.errors import NoArchive
from pipeline.messages import catalogue
from pipeline.pages import PAGE_ROWS
from pipeline.render import render_site
from pipeline.shown import Tracker
from pipeline.speech import original
from pipeline.views import VIEWS
from tests import hand_made

TODAY = date(2013, 5, 20)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = hand_made.build(tmp_path_factory.mktemp("render"))
    render_site(built, "nb", TODAY)
    return built


@pytest.fixture(scope="module")
def site(archive: Path) -> Path:
    return archive / "site"


class Page(HTMLParser):
    """The links, ids, elements and visible text of a page."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[tuple[str, str | None]] = []
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[str] = []
        self.words: list[str] = []
        self.headings: list[int] = []
        self.feed(path.read_text("utf-8"))
        self.text = " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [name for name, _ in attrs]
        found = dict(attrs)
        if tag in {"a", "link"} and found.get("href"):
            self.links.append((found["href"] or "", found.get("title")))
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def html_pages(site: Path) -> Iterator[Path]:
    return iter(sorted(site.rglob("*.html")))


def page_with(site: Path, folder: str, text: str) -> Page:
    found = [page for path in sorted((site / folder).glob("*.html")) if text in (page := Page(path)).text]
    assert found, f"no page in {folder} says {text}"
    return found[0]


def meeting(site: Path) -> Page:
    return page_with(site, "document", "Grendehuset, møterom 2")


def test_there_is_a_page_for_everything(archive: Path, site: Path) -> None:
    with closing(sqlite3.connect(archive / "archive.db")) as db:
        for kind, table in [
            ("document", "document"),
            ("person", "person"),
            ("organisation", "organisation"),
            ("body", "body"),
        ]:
            assert len(list((site / kind).iterdir())) == db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
    assert {path.stem for path in (site / "year").glob("*.html")} == {"2012", "2013", "2014", "2015"}
    assert {path.stem for path in (site / "year").glob("*.md")} == {"2012", "2013", "2014", "2015"}
    assert {path.name for path in site.glob("*.html")} == {
        "index.html",
        "years.html",
        "bodies.html",
        "people.html",
        "organisations.html",
        "cases.html",
        "decisions.html",
        "actions.html",
        "files.html",
        "issues.html",
        "imports.html",
    }


def test_a_meeting_shows_who_met_what_was_decided_and_who_does_what(site: Path) -> None:
    text = meeting(site).text
    for said in (
        "mandag 22. april 2013",
        "kl. 10.00–12.30",
        "Møte nr. 3/13",
        "Kari Fjellstad · Lia bydel · Møteleder".replace(" · ", " "),
        "Åse Ørnes Norges Handikapforbund til og med sak 2",
        "Ingrid Zahlsen Pensjonistlaget for Per Aas",
        "Fraværende 1 Per Aas",
        "Sak 2/13 Budsjett for aktivitetstilbudet 2014 s. 1 v/ Kari Fjellstad",
        "Vedtatt s. 1 Rådet støtter forslaget til budsjett. Det settes av 125 000 kroner til turer.",
        "Avstemning: 4 for, 1 mot",
        "Beløp: 125\xa0000 kr".replace("\xa0", " "),
        "Ola Bergheim skriver et utkast til høringssvar. Ansvarlig: Ola Bergheim · Frist: 10. mai 2013",
        "Frist: 31. mai 2013 (utgangen av mai) utledet",
        "Ansvarlig: Mona Lund , Åse Ørnes · Frist: ingen frist",
        "Utenom sakslisten Tatt til orientering s. 1 Møtet hevet kl. 12.30.",
        "Neste møte mandag 17. juni 2013 utledet , kl. 10.00, Grendehuset s. 2",
        "Senere møter: 2. september 2013",
        "Godkjente referatet fra 4. mars 2013",
        "jf. sak 14/12",
        "Usikkert Linjen ser ut til å inneholde et vedtak, en oppgave eller en frist",
    ):
        assert said in text, said


def test_facts_stand_under_their_agenda_item(site: Path) -> None:
    text = meeting(site).text
    order = ["Sak 1/13", "ble godkjent uten", "Sak 2/13", "støtter forslaget", "utkast til høringssvar"]
    order += ["Sak 3/13", "Mona følger opp", "Sak 4/13"]
    assert [text.index(said) for said in order] == sorted(text.index(said) for said in order)


def test_a_deadline_that_an_action_tells_is_not_told_twice(site: Path) -> None:
    text = meeting(site).text
    assert text.count("undersøker prisen på transport") == 1 and "10. mai 2013 – Frist for utkastet" in text


def test_a_report_shows_members_sections_recommendations_and_meetings(site: Path) -> None:
    page = page_with(site, "document", "Rekneskap")
    for said in (
        "Årsmelding 2013",
        "Utgitt 20. februar 2014",
        "Skrevet av Ola Bergheim",
        "Kari Fjellstad Lia bydel Leder",
        "Rådet rår til at rampen vert bygd.",
        "30. juni hvert år",
        "Vedlegg A Referat frå haustmøtet s. 4",
        "22. april 2013 s. 1",
        "234 Aktivisering og servicetenester",
        "Post 2012 2013 Turar 98 000 125 000",
    ):
        assert said in page.text, said
    minutes = [link for link, _ in page.links if link.startswith("../document/")]
    assert len(set(minutes)) >= 3, "the meetings that were held link to their minutes"


def test_every_fact_links_to_the_page_of_the_original_with_its_quote(site: Path) -> None:
    page = meeting(site)
    sources = [(link, title) for link, title in page.links if ".pdf" in link]
    assert len(sources) > 15
    assert all(re.search(r"#page=[12]$", link) for link, _ in sources)
    assert ("../../../papers/2013-04-22%20referat.pdf#page=2", "Neste møte 17. juni kl. 10") in sources
    hostile = next(link for link, _ in page_with(site, "document", "Ondsinn").links if ".pdf" in link)
    assert unquote(urldefrag(hostile).url) == "../../../papers/<img src=x onerror=alert(1)> 100% #1.pdf"


@pytest.mark.parametrize(
    ("folder", "path", "address"),
    [
        ("/home/a/site", "/home/a/papers/x.pdf", "../papers/x.pdf"),
        ("/home/a/site", "/mnt/papers/x #1?.pdf", "file:///mnt/papers/x%20%231%3F.pdf"),
        ("/home/a/site", "/home/a/m\\xf8te.pdf", "../m%F8te.pdf"),
        ("/home/a/site", "/home/a/møte.pdf", "../m%C3%B8te.pdf"),
        ("/home/a/site", "/home/a/javascript:x.pdf", "../javascript%3Ax.pdf"),
    ],
)
def test_addresses_of_originals(folder: str, path: str, address: str) -> None:
    assert original(Path(folder), path) == address


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    pages = {path: Page(path) for path in html_pages(site)}
    broken = []
    for path, page in pages.items():
        for link, _ in page.links:
            target, fragment = urldefrag(link)
            if ".pdf" in target or link.startswith("data:"):
                continue
            file = (path.parent / unquote(target)).resolve() if target else path
            if not file.is_file() or (fragment and file in pages and fragment not in pages[file].ids):
                broken.append((path.name, link))
    assert broken == []


def test_pages_are_well_formed_for_those_who_listen(site: Path) -> None:
    for path in html_pages(site):
        page = Page(path)
        raw = path.read_text("utf-8")
        assert raw.startswith('<!doctype html>\n<html lang="nb">'), path
        assert page.headings.count(1) == 1 and page.headings[0] == 1, path
        assert all(b - a <= 1 for a, b in zip(page.headings, page.headings[1:], strict=False)), (path, page.headings)
        assert len(page.ids) == len(set(page.ids)), path
        assert "main" in page.ids and ("#main", None) in page.links, path


def test_what_is_exempt_or_closed_is_on_no_page(archive: Path) -> None:
    for file in sorted(archive.rglob("*")):
        if file.suffix in {".html", ".md", ".csv"}:
            text = unescape(file.read_text("utf-8"))
            assert hand_made.SECRET not in text, file
            assert hand_made.CLOSED not in text, file
    text = page_with(archive / "site", "document", "Tilsetting av daglig leder").text
    assert "Unntatt offentlighet, offl. § 25. Ordlyden vises ikke." in text
    assert "Lukket møte" in page_with(archive / "site", "document", "Klage på avslag").text


def test_the_views_themselves_give_nothing_exempt_away(archive: Path) -> None:
    with closing(sqlite3.connect(archive / "archive.db")) as db:
        for view in VIEWS:
            for row in db.execute(f"SELECT * FROM {view}"):
                assert hand_made.SECRET not in repr(row) and hand_made.CLOSED not in repr(row), view
        kept = db.execute("SELECT count(*) FROM decision WHERE text LIKE ?", [f"%{hand_made.SECRET}%"]).fetchone()[0]
        assert kept == 2, "the archive itself keeps the words"


def test_hostile_text_stays_text(site: Path) -> None:
    page = page_with(site, "document", "Ondsinn")
    assert hand_made.HOSTILE in page.text and "{{ 7*7 }}" in page.text and "{% raw %}" in page.text
    for path in html_pages(site):
        found = Page(path)
        assert not {"script", "img", "iframe", "b", "form"} & set(found.tags), path
        assert not [name for name in found.attributes if name.startswith("on")], path
        raw = path.read_text("utf-8")
        assert "\u202e" not in raw and "\x07" not in raw, path
        assert not [link for link, _ in found.links if link.lower().startswith(("javascript:", "http"))], path


def test_names_of_pages_never_come_from_documents(site: Path) -> None:
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9._-]*", path.name) for path in site.rglob("*"))


def test_the_tracker_sorts_actions_by_what_is_due(site: Path) -> None:
    text = Page(site / "actions.html").text
    order = ["Per 20. mai 2013.", "Frist snart 1 Åpen 5 Fristen er ute 1 Uten frist 1"]
    order += ["prisen på transport", "sender brev", "lagar møteplan", "utkast til høringssvar", "Mona følger opp"]
    assert [text.index(said) for said in order] == sorted(text.index(said) for said in order)


@pytest.mark.parametrize(
    ("due", "state"),
    [
        (None, "undated"),
        ("2013-05-19", "overdue"),
        ("2013-05-20", "due_soon"),
        ("2013-06-19", "due_soon"),
        ("2013-06-20", "open"),
    ],
)
def test_the_state_of_an_action(due: str | None, state: str) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        assert Tracker(db, TODAY).state(due) == state


def test_the_table_of_actions_opens_in_a_spreadsheet_without_formulas(site: Path) -> None:
    raw = (site / "actions.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    table = list(csv.reader(io.StringIO(raw.decode("utf-8-sig")), delimiter=";"))
    assert table[0][:5] == ["Status", "Frist", "Frist som skrevet", "Ansvarlig", "Oppgave"]
    assert len(table) == 9
    assert not [cell for row in table for cell in row if cell[:1] in {"=", "+", "-", "@", "\t"}]
    assert ["Frist snart", "2013-05-31", "utgangen av mai", "Lia bydel"] in [row[:4] for row in table]


def test_people_organisations_bodies_and_cases_lead_to_their_meetings(site: Path) -> None:
    kari = page_with(site, "person", "Kari Fjellstad").text
    assert "Til stede 4, fraværende 0, 2 oppgaver" in kari and "Oppført som medlem" in kari
    assert "15. januar 2014" in kari and "Til stede, møteleder" in kari
    bydel = page_with(site, "organisation", "Lia bydel").text
    assert "2 personer, 4 møter" in bydel and "undersøker prisen på transport" in bydel
    body = page_with(site, "body", "Brukerrådet i Lia bydel").text
    assert "3 møter" in body and "Innkalling" in body and "Årsmelding 2013" in body
    case = page_with(site, "case", "Rullestolrampe ved biblioteket").text
    assert case.index("22. april 2013") < case.index("17. juni 2013")
    assert "Enighet" in case and "bygge rampen" in case


def test_the_register_groups_decisions_by_year_and_body_with_an_anchor_each(archive: Path, site: Path) -> None:
    overview = Page(site / "decisions.html").text
    assert "2013 Brukerrådet i Lia bydel 7" in overview and "2014 Klagenemnda 1" in overview
    page = Page(site / "decisions" / "2013.html")
    with closing(sqlite3.connect(archive / "archive.db")) as db:
        ids = [row[0] for row in db.execute("SELECT id FROM v_decision WHERE year = 2013")]
    assert len(ids) == 7 and set(ids) <= set(page.ids)


def test_files_are_listed_with_their_outcome_and_advice(site: Path) -> None:
    text = Page(site / "files.html").text
    assert "låst.pdf fil Beskyttet med passord." in text and "lagre en kopi uten passord" in text
    assert "Lest 7 Beskyttet med passord 1 Venter på tegngjenkjenning 1" in text
    assert text.index("låst.pdf") < text.index("2013-04-22 referat.pdf"), "what needs a person comes first"
    assert "2 filer" in Page(site / "index.html").text


def test_nynorsk_pages_say_everything_in_nynorsk(tmp_path: Path) -> None:
    built = hand_made.build(tmp_path)
    render_site(built, "nn", TODAY)
    site = built / "site"
    assert '<html lang="nn">' in (site / "index.html").read_text("utf-8")
    start, text = Page(site / "index.html").text, meeting(site).text
    assert "Kva vart vedteke" in start and "Oppgåver med frist" in start and "Møte nr." in text
    assert "måndag 22. april 2013" in text and "Fråverande" in text and "utleidd" in text
    assert (
        "Linja ser ut til å innehalde eit vedtak, ei oppgåve eller ein frist, men er ikkje tolka: «Fristen er satt»."
        in text
    )
    # What the catalogues say differently must not show in bokmål anywhere.
    nb, nn = catalogue("nb").texts, catalogue("nn").texts
    labels = {nb[key] for key in nb if nb[key] != nn[key] and "{" not in nb[key] and len(nb[key]) > 7} - set(
        nn.values()
    )
    for path in html_pages(site):
        shown = {word.strip() for word in Page(path).words}
        assert not labels & shown, path


def test_the_same_archive_and_day_give_the_same_bytes_and_nothing_is_left_over(archive: Path, tmp_path: Path) -> None:
    def bytes_of(folder: Path) -> dict[str, bytes]:
        return {
            str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
        }

    before = bytes_of(archive / "site")
    (archive / "site" / "stale.html").write_text("old", "utf-8")
    (archive / ".site-new").mkdir()
    (archive / ".site-new" / "half.html").write_text("half", "utf-8")
    assert render_site(archive, "nb", TODAY) == sum(name.endswith(".html") for name in before)
    assert bytes_of(archive / "site") == before
    assert [path.name for path in archive.iterdir() if path.name.startswith(".site")] == []


def test_a_failed_run_leaves_the_old_pages(archive: Path) -> None:
    before = (archive / "site" / "index.html").read_bytes()
    with closing(sqlite3.connect(archive / "archive.db")) as db:
        # The cases are the last pages to be made.
        db.execute("DROP VIEW v_case")
        try:
            with pytest.raises(sqlite3.OperationalError):
                render_site(archive, "nb", TODAY)
        finally:
            db.execute(f"CREATE VIEW v_case AS {VIEWS['v_case']}")
    assert (archive / "site" / "index.html").read_bytes() == before


def test_an_empty_archive_has_pages_too(tmp_path: Path) -> None:
    hand_made.fill(tmp_path / "archive", [])
    assert render_site(tmp_path / "archive", "nb", TODAY) == 11
    assert "Arkivet er tomt." in Page(tmp_path / "archive" / "site" / "index.html").text


def test_no_archive_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NoArchive):
        render_site(tmp_path / "nowhere", "nb", TODAY)
    assert not (tmp_path / "nowhere").exists()


def test_long_lists_go_on_over_several_pages(tmp_path: Path) -> None:
    paper = hand_made.Paper("long", "minutes", "Utvalget")
    paper.meeting("2013-01-07")
    for number in range(PAGE_ROWS + 1):
        paper.action(None, None, f"Gjøremål {number:04}.", [], "2013-06-01" if number % 2 else None)
    hand_made.fill(tmp_path / "archive", [hand_made.outcome(tmp_path / "long.pdf", [paper])])
    render_site(tmp_path / "archive", "nb", TODAY)
    pages = [Page(tmp_path / "archive" / "site" / name).text for name in ("actions.html", "actions-2.html")]
    assert [len(re.findall(r"Gjøremål \d+", text)) for text in pages] == [PAGE_ROWS, 1]
    assert all(f"Gjøremål {number:04}." in " ".join(pages) for number in range(PAGE_ROWS + 1))
