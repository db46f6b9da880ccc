"""Items of minutes without numbers: headings, bullets set apart, bold beginnings, paragraphs of a mail."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.intake import identify
from pipeline.model import Kind
from pipeline.options import Options
from pipeline.run import process
from tests.extractors.conftest import only, read
from tests.extractors.test_agenda import agenda


def test_lines_set_apart_below_the_prose_of_a_mail() -> None:
    mail = (
        "Hei alle! Her kjem litt frå møtet på naustet onsdag 12. mars. Tuva, Jens og eg var der, Mona låg sjuk.\n\n"
        "Vegen\n\nVegen blir god når grusen er på plass, sa Jens, som har sett på han.\n\n"
        "Kaia\n\nFortøyingane manglar, og ingen veit kvar dei gamle har teke vegen.\n\n"
        "Pengar\n\nDet står 4 200 kr på konto, og det er meir enn i fjor på same tid.\n"
    )
    found = only(read(mail, Kind.MINUTES)["agenda"], "number", "title")
    assert found == [(None, "Vegen"), (None, "Kaia"), (None, "Pengar")]


def test_headings_of_a_wiki_and_of_an_export_with_hours() -> None:
    text = (
        "# Møte i Merkelaget\nTil stede: Tuva Hovland, Jens Aakre\n\n**Stien [rediger]**\nStien er gjengrodd i sør.\n\n"
        "**Broa (18:40) [rediger | rediger kilde]**\nBroa står.\n\n**Neste gang [rediger]**\nTirsdag 8. april kl. 18."
    )
    record = read(text)
    assert [item["title"] for item in record["agenda"]] == ["Stien", "Broa"]


def test_points_set_apart_by_their_bullet_whatever_stands_below() -> None:
    body = (
        "* Kaia\n\nKaia er råtten i nord, og Jens vil måle opp skaden før helga.\n\n"
        "* Båten\n\nBåten er solgt, og pengene står på konto fra mandag av.\n\n"
        "* Turen\n\nForslag: Vika eller Neset. Mona hører med dem som eier hytta der.\n\n"
        "* Dugnaden\n\nVi tar den i mai som før, og alle tar med seg en rive hver.\n"
    )
    assert agenda(body) == [(None, "Kaia"), (None, "Båten"), (None, "Turen"), (None, "Dugnaden")]


def test_paragraphs_that_open_with_their_matter_though_one_has_a_list() -> None:
    body = (
        "Vi sat i naustet i to timar, og det vart meir prat om vêret enn om sakene, men her er det vi kom fram til.\n\n"
        "KAIA. Fortøyingane er slitne, og Jens skaffar pris på nye før jul.\n- Mona ser på lyset.\n\n"
        "BÅTEN. Han er seld til Vika, og pengane kjem i desember.\n\n"
        "NØKLAR. Tuva har tre, og Jens fann den fjerde i fjæra i haust.\n\n"
        "TUREN. Vi dreg til Neset om det vert vêr til det i mai.\n"
    )
    assert [title for _, title in agenda(body)] == ["KAIA", "BÅTEN", "NØKLAR", "TUREN"]


def test_points_with_their_matter_in_capitals_among_others() -> None:
    body = (
        "- Tuva opna møtet.\n- KAIA. Fortøyingane er slitne, og Jens skaffar pris.\n- BÅTEN. Han er seld til Vika.\n"
        "- NØKLAR. Tuva har tre av dei.\n- TUREN. Vi dreg til Neset i mai.\n"
    )
    assert [title for _, title in agenda(body)] == ["KAIA", "BÅTEN", "NØKLAR", "TUREN"]


def test_numbers_of_a_meeting_and_its_matter() -> None:
    body = "**SG4-1 Referat**\nGodkjent.\n\n**SG4-2 Kaia**\nKaia er råtten.\n\n**SG4-3 Båten**\nBåten er solgt.\n"
    assert agenda(body) == [("SG4-1", "Referat"), ("SG4-2", "Kaia"), ("SG4-3", "Båten")]


def test_a_heading_over_smaller_ones_is_a_part_of_the_paper() -> None:
    body = "# Notater\n\n**Kaia**\nKaia er råtten.\n\n**Båten**\nBåten er solgt.\n\n**Turen**\nVi drar til Vika.\n"
    assert agenda(body) == [(None, "Kaia"), (None, "Båten"), (None, "Turen")]


def test_a_title_by_its_day_and_hour_is_no_item() -> None:
    text = (
        "**Rydding i Lia**\nHavnelaget, torsdag 14. mars 2013 kl. 18\n\nTil stede: Tuva Hovland, Jens Aakre\n\n"
        "**Kaia**\nKaia er råtten.\n\n**Båten**\nBåten selges til våren."
    )
    assert [item["title"] for item in read(text)["agenda"]] == ["Kaia", "Båten"]


def test_points_that_begin_in_bold_behind_their_bullets(tmp_path: Path) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    points = (
        ("Stien.", "Han er gjengrodd i sør, og Jens ryddar i mai."),
        ("17. mai-nemnda", "er klar. Mona leier ho i år òg."),
        ("Broa.", "Ho står, sjølv om isen tok rekkverket på den eine sida i vår."),
    )
    rows = "".join(f"<li><b>{lead}</b> {text}</li>" for lead, text in points)
    path = tmp_path / "referat.pdf"
    head = "<h2>Referat frå styremøte i Lia vel 3. mars 2014</h2><p>Til stades: Tuva Hovland, Jens Aakre</p>"
    weasyprint.HTML(string=f"{head}<ul>{rows}</ul>").write_pdf(path)
    (document,) = process(identify(path), Options()).record["documents"]
    assert [item["title"] for item in document["agenda"]] == ["Stien", "17. mai-nemnda", "Broa"]


def test_minutes_in_a_table_whose_first_row_holds_title_and_text(tmp_path: Path) -> None:
    weasyprint = pytest.importorskip("weasyprint")
    told = "Rømningsvegen var sperra av gips, og straumskapet sto utan lås då vi gjekk runden."
    rows = (
        ("7.1", "Møtebok nr. 6", "", ""),
        ("", "Ingen merknader.", "", ""),
        ("7.2", "Tryggleik", "", ""),
        ("7.2.1", told, "JA", "3.5."),
        ("7.3", "Framdrift", "", ""),
        ("7.3.1", told, "", ""),
        ("7.4", "Ymse", "", ""),
        ("7.4.1", told, "JA", ""),
    )
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    people = "".join(
        f"<tr><td>{firm}</td><td>{name}</td><td>{short}</td><td>{met}</td><td>X</td></tr>"
        for firm, name, short, met in (
            ("Lia Bygg AS", "Jens Aakre", "JA", "X"),
            ("Vik Rør", "Tuva Hovland", "TH", "X"),
            ("Nes El", "Mona Lysø", "ML", ""),
        )
    )
    heads = "<tr><th>Firma</th><th>Namn</th><th>Init.</th><th>Møtt</th><th>Kopi</th></tr>"
    path = tmp_path / "byggjemote.pdf"
    style = "<style>td, th { padding: 2pt 4pt; text-align: left; vertical-align: top }</style>"
    weasyprint.HTML(
        string=f"{style}<h2>Byggjemøte nr. 7</h2><p>Dato: 2. mai 2012</p><table>{heads}{people}</table>"
        f"<table><tr><th>Sak</th><th>Tekst</th><th>Ansvar</th><th>Frist</th></tr>{table}</table>"
    ).write_pdf(path)
    (document,) = process(identify(path), Options()).record["documents"]
    assert only(document["agenda"], "number", "title") == [
        ("7.1", "Møtebok nr. 6"),
        ("7.2", "Tryggleik"),
        ("7.3", "Framdrift"),
        ("7.4", "Ymse"),
    ]
    assert only(document["attendance"], "name", "status") == [
        ("Jens Aakre", "present"),
        ("Tuva Hovland", "present"),
        ("Mona Lysø", "absent"),
    ]


def test_headings_above_a_list_of_people_that_comes_last() -> None:
    told = "Leiaren fortalde lenge om vinteren, om snøen som la seg tungt på taket, og om alle som hadde måka i jula."
    body = "\n\n".join(f"**{title}**\n{told}" for title in ("Opning", "Taket", "Dugnad", "Ymse"))
    record = read(f"# Møte i Lia vel 12. mars 2014\n\n{body}\n\nTil stades: Tuva Hovland, Jens Aakre")
    assert only(record["agenda"], "title") == ["Opning", "Taket", "Dugnad", "Ymse"]


def test_numbered_sentences_are_matter_and_text_at_once() -> None:
    record = read(
        "# Referat fra styremøte i Lia vel\nDato: 12. mars 2014\nTil stede: Tuva Hovland, Jens Aakre\n\n"
        "1. Referatet fra forrige møte ble godkjent.\n2. Styret vedtok å kjøpe nytt gjerde til lekeplassen.\n"
        "3. Tuva Hovland ringer kommunen om vegen.\n4. Valg av leder og kasserer."
    )
    assert only(record["agenda"], "number") == ["1", "2", "3", "4"]
    assert only(record["decisions"], "item", "outcome") == [("1", "approved"), ("2", "adopted")]
    assert only(record["actions"], "item", "responsible") == [("3", ["Tuva Hovland"])]


def test_cells_that_open_with_their_title_and_old_points_above_them() -> None:
    record = read(
        "# Byggemøte nr 7, Lia skole\nDato: 12. mars 2014\nTil stede: Tuva Hovland (TH), Jens Aakre (JA)\n\n"
        "| Pkt | Tekst | Ansvar | Frist |\n| | Gamle punkt | | |\n"
        "| 6.1 | Farge på fasaden. Purret 19.2., ikke kommet enda fra arkitekten. | JA | 15.2. |\n| | Nye punkt | | |\n"
        "| 7.1 | Fremdrift. Arbeidet ligger tre uker etter planen. Ny plan lages av entreprenøren. | TH | 2. april |\n"
        "| 7.2 | Stillas. Det skal stå til 30. juni, og leien er kr 4 200 hver uke. | | |\n"
    )
    assert only(record["agenda"], "number", "title") == [("7.1", "Fremdrift"), ("7.2", "Stillas")]
    assert [action["due"] for action in record["actions"]] == ["2014-04-02"]


def test_labels_in_a_column_beside_their_text() -> None:
    record = read(
        "# Protokoll fra styremøte i Lia pensjonskasse\nDato: 12. mars 2014\nTil stede: Tuva Hovland, Jens Aakre\n\n"
        "**SAK 1/14 Renten**\nRenten har vært uendret siden i fjor.\n"
        "| Innstilling | Renten settes til 1,95 prosent fra mai. |\n"
        "| Vedtak | Saken utsettes. Jens Aakre regner på saken<br>og sender notatet innen 1. april. |\n\n"
        "**SAK 2/14 Eventuelt**\nIngenting."
    )
    assert only(record["decisions"], "item", "outcome") == [("1/14", "postponed")]
    assert only(record["actions"], "responsible", "due") == [(["Jens Aakre"], "2014-04-01")]


def test_a_label_that_counts_as_a_point_of_its_item() -> None:
    record = read(
        "# Referat fra møte i datagruppa 12. mars 2014\nTil stede: Tuva Hovland, Jens Aakre\n\n"
        "**4 Feltet for sted**\nTuva Hovland viste et utkast.\n\n**4.1 Konklusjon**\nFeltet tas ut av modellen.\n\n"
        "**5 Annet**\nIngenting."
    )
    assert only(record["agenda"], "number") == ["4", "5"]
    assert only(record["decisions"], "item", "text") == [("4", "Feltet tas ut av modellen.")]


MARKED = (
    "# Møte i Broverkstedet 12.03.2014\n\nTil stede: Tuva Hovland, Jens Aakre, Mona Lysø\n\n"
    "## Åpning\n\nInnkallingen ble godkjent.\n\n"
    "## Regnskap\n\n### Verkstedet\n\nDet gikk godt.\n\n### Kafeen\n\nDårligere. Regnskapet ble godkjent.\n\n"
    "## Reglene\n\n### Første endring\n\nAldersgrensen ble vedtatt.\n\n### Andre endring\n\nDen falt.\n\n"
    "## Eventuelt\n\nIngenting.\n"
)


def test_headings_below_a_matter_are_its_points(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(MARKED, encoding="utf-8")
    (document,) = process(identify(path), Options()).record["documents"]
    assert only(document["agenda"], "title") == ["Åpning", "Regnskap", "Reglene", "Eventuelt"]


def test_bullets_that_a_label_heads_within_a_numbered_list() -> None:
    record = read(
        "# Møte i datagruppa 12. mars 2014\nTil stede: Tuva Hovland, Jens Aakre\n\nAgenda:\n1. Åpning\n"
        "2. Gruppa velger et felt\nForslag til felt:\n- sted\n- tid\n3. «Feltet»\n4. Annet\n\n"
        "**1. Åpning**\nVel møtt.\n\n**2. Valg av felt**\nTid.\n\n**3. Tid**\nFeltet er nytt.\n\n**4. Annet**\nNei."
    )
    assert only(record["agenda"], "number", "title")[2:] == [("3", "«Feltet»"), ("4", "Annet")]


def test_a_heading_that_says_more_than_the_list() -> None:
    record = read(
        "# Møte i datagruppa 12. mars 2014\nTil stede: Tuva Hovland, Jens Aakre\n\nSaker:\n- Status\n- Korpus\n\n"
        "**Status for ordboka**\nOrdboka vokser.\n\n**Korpus**\nKorpuset er lite."
    )
    assert only(record["agenda"], "title", "status") == [("Status", "treated"), ("Korpus", "treated")]
