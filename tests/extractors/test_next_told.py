"""More ways to say when they meet again: plans, moved meetings, what is due beside them, and hours told apart."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import read

BOKMAAL = """# Referat fra møte i Sandnes kystlag
Dato: onsdag 9. oktober 2019
Tid: 19.00–21.10
Sted: Kystlagshuset
Til stede: Tuva Hovland, Jens Aakre, Mona Lysø
Referent: Mona

Sak 31/19 Bryggen
Bryggen må males. Jens kjøper maling.

"""

NYNORSK = """# Referat frå møte i Lia bygdekvinnelag
Dato: onsdag 9. oktober 2019 kl. 19.00
Stad: Grendahuset
Til stades: Tuva Hovland, Jens Aakre, Mona Lysø

Sak 31/19 Basar
Basaren vart drøfta. Jens kjøper loddbøker.

"""

# how it is said, date, start, place, later
IN_BOKMAAL = [
    ("Neste møte: Styremøte onsdag 6. november kl. 19.00 på Kystlagshuset", "2019-11-06", "19:00", "Kystlagshuset", []),
    ("Neste møte vert onsdag 6.11 på skulen, kl 19.30.", "2019-11-06", "19:30", "skulen", []),
    ("Sak 32/19 Eventuelt\nIngen saker. Neste møte er om tre uker, onsdag 30. oktober.", "2019-10-30", None, None, []),
    ("Vi ses onsdag 6. november!", "2019-11-06", None, None, []),
    (
        "Møteplan: Mandag 4. november er det befaring for dem som vil. Neste møte er onsdag 6. november kl. 18.30.",
        "2019-11-06",
        "18:30",
        None,
        [],
    ),
    ("Neste møte: onsdag 6. november kl. 19, NB tiden!", "2019-11-06", "19:00", None, []),
    ("På grunn av høstferien flyttes neste møte til 13. november.", "2019-11-13", None, None, []),
    ("Neste møte var satt til 6. november, men flyttes til 13. november kl. 18.", "2019-11-13", "18:00", None, []),
    ("Tid og sted for neste møte: 06.11.2019 kl. 19:00, Kystlagshuset", "2019-11-06", "19:00", "Kystlagshuset", []),
    (
        "**Neste møte**\n\n| Dato | Tid | Sted |\n| 06.11.2019 | 19:00 | Kystlagshuset |",
        "2019-11-06",
        "19:00",
        "Kystlagshuset",
        [],
    ),
    (
        "| Sak | Ansvar |\n| Male bryggen | Jens |\n| Neste møte: 6. november kl. 19 | Alle |",
        "2019-11-06",
        "19:00",
        None,
        [],
    ),
    (
        "Sak 32/19 Møteplan høsten 2019\nFølgende møtedatoer ble vedtatt:\n- 6. november\n"
        "- 4. desember\nMøtene starter kl. 19.00.",
        "2019-11-06",
        "19:00",
        None,
        ["2019-12-04"],
    ),
    ("Møtene framover: 6/11, 4/12 (julebord), 8/1.", "2019-11-06", None, None, ["2019-12-04", "2020-01-08"]),
    ("Neste styremøte blir hjemme hos Tuva 6. november. Hun tar med kake.", "2019-11-06", None, "hjemme hos Tuva", []),
    ("Neste møte blir digitalt, på Teams, mandag 4. november kl. 14–15.", "2019-11-04", "14:00", "Teams", []),
    ("Vi sees igjen onsdag 6. november. Det begynner kl. 17 og varer til 19.", "2019-11-06", "17:00", None, []),
    ("Neste møte holdes i november. Mona sender ut en Doodle.", None, None, None, []),
    ("Neste møte settes til uke 45.", None, None, None, []),
    ("Årsmøtet er 12. februar. Neste styremøte er 6. november.", "2019-11-06", None, None, []),
    ("Neste møte: ikke bestemt", None, None, None, []),
    ("Leiar kallar inn til nytt møte når svaret frå kommunen har kome.", None, None, None, []),
    ("Møtet hevet kl. 21.10. Neste møte 6. november, innkalling kommer.", "2019-11-06", None, None, []),
    (
        "Neste gang: 6. november på Kystlagshuset. Frist for innmelding av saker er 30. oktober.",
        "2019-11-06",
        None,
        "Kystlagshuset",
        [],
    ),
    ("Dato for neste møte ble satt til onsdag 6. november, kl. 19.", "2019-11-06", "19:00", None, []),
    ("Neste samling i arbeidsgruppa: 6.–7. november på Gardermoen", "2019-11-06", None, "Gardermoen", []),
    ("Da er vi samlet igjen onsdag 6. november kl. 19.", "2019-11-06", "19:00", None, []),
    (
        "Me er samde om å møtast att onsdag 6. november kl. 19 på Kystlagshuset.",
        "2019-11-06",
        "19:00",
        "Kystlagshuset",
        [],
    ),
    ("Prosjektgruppa har sitt neste møte 6. november kl. 12.00.", "2019-11-06", "12:00", None, []),
    ("Fylkesmannen inviterer til nytt møte 20. november. Jens deltar.", None, None, None, []),
    ("Kommunen har møte om kaia 24. oktober. Neste møte i kystlaget er 6. november.", "2019-11-06", None, None, []),
    ("Neste møte er utsatt. Ny dato: 13. november.", "2019-11-13", None, None, []),
    (
        "Vi avtalte nytt møte tirsdag 5. november kl. 08.30–10.00 i formannskapssalen.",
        "2019-11-05",
        "08:30",
        "formannskapssalen",
        [],
    ),
    ("Møtedato neste gang: 6/11-19", "2019-11-06", None, None, []),
    ("Neste møte 6. nov. kl 19 på vanlig sted.", "2019-11-06", "19:00", "vanlig sted", []),
]
IN_NYNORSK = [
    ("Neste møte: måndag 11. november, kl. 19.00, heime hos Mona.", "2019-11-11", "19:00", "heime hos Mona", []),
    ("Nytt møte blei sett til 11. november.", "2019-11-11", None, None, []),
    ("Vi samlast att måndag 11. november kl 18 i Grendahuset.", "2019-11-11", "18:00", "Grendahuset", []),
    ("Sak 32/19 Neste møte\nMåndag 11. november kl. 19.00. Tuva tek med kaffi.", "2019-11-11", "19:00", None, []),
    ("Til neste møte, måndag 11. november, skal alle ha med ei gevinst.", "2019-11-11", None, None, []),
    ("Neste møte er ikkje før 13. januar 2020 kl. 19.", "2020-01-13", "19:00", None, []),
    ("Styremøte igjen 11. november kl. 19.", "2019-11-11", "19:00", None, []),
    ("Møteplan våren 2020:\n13. januar\n10. februar\n9. mars", "2020-01-13", None, None, ["2020-02-10", "2020-03-09"]),
    ("Møteplan: 11.11. (Grendahuset), 9.12. (hos Tuva)", "2019-11-11", None, "Grendahuset", ["2019-12-09"]),
    ("Neste leiarmøte: veke 46.", None, None, None, []),
    ("Neste møte: Avklares på e-post.", None, None, None, []),
    ("Tuva kaller inn til nytt møte mandag 11. november kl. 17.00.", "2019-11-11", "17:00", None, []),
    (
        "Neste styringsgruppemøte avholdes 11. november 2019 kl. 13:00 – 15:00 hos Kartverket.",
        "2019-11-11",
        "13:00",
        "Kartverket",
        [],
    ),
    (
        "Neste møte i arbeidsgruppen: mandag 11. november kl. 10-14 i Oslo (KS, Haakon VIIs gate 9).",
        "2019-11-11",
        "10:00",
        "Oslo",
        [],
    ),
    (
        "Neste møte blir lagt til mandag 11. november. Klokkeslett: 18.30. Sted: Biblioteket.",
        "2019-11-11",
        "18:30",
        "Biblioteket",
        [],
    ),
    ("Dei neste møta er 11. november og 9. desember.", "2019-11-11", None, None, ["2019-12-09"]),
    ("Datoar for møte: 11. november, 9. desember", "2019-11-11", None, None, ["2019-12-09"]),
    ("Fyrste møte på nyåret vert 13. januar.", "2020-01-13", None, None, []),
    ("Med det var møtet slutt. På gjensyn 11. november!", "2019-11-11", None, None, []),
    ("Festkomiteen møtest 21. oktober hos Jens.", None, None, None, []),
    ("Årsmøtet blir 3. februar kl. 18. Neste styremøte er ikkje fastsett.", None, None, None, []),
    ("Møte nr. 9 blir måndag 11. november kl. 19.", "2019-11-11", "19:00", None, []),
    ("Møtet 11. november flyttes til 18. november kl. 19.", "2019-11-18", "19:00", None, []),
]

ANOTHERS = [
    "Vi møtes på lekeplassen lørdag 2. november kl. 10 til dugnad.",
    "Kommunen har nytt møte med entreprenøren 24. oktober.",
    "Neste foreldremøte er 24. oktober.",
    "Representantskapet har møte 24. oktober.",
    "Jens og Mona møtes 24. oktober for å se på bruene.",
    "Forrige møte var 4. september, og referatet ble godkjent.",
    "Bryggen var oppe på styremøtet i juni, og tas opp igjen til våren.",
    "Neste kurs er 24. oktober.",
    "Neste nummer av medlemsbladet kommer 24. oktober.",
    "Valgkomiteen samles igjen 24. oktober.",
    "Naboene har kalt inn til møte 24. oktober. Tuva går.",
    "Neste dugnad: 24. oktober kl. 10.",
    "Det blir møte med kommunen 24. oktober. Tuva og Jens deltar.",
    "Tuva har avtalt møte 24. oktober med rådmannen.",
    "Årsmøtet blir 12. februar.",
    "Medlemsmøtet 24. oktober flyttes til 31. oktober.",
    "Utkastet legges fram på neste møte i arbeidsutvalget 24. oktober.",
    "Saken tas opp igjen på neste møte. Frist for innspill er 24. oktober.",
    "Kystverket har varslet at de kommer til neste møte. Tuva sender dem sakslista senest 24. oktober.",
    "Neste møte er ikke bestemt. Konserten er 24. oktober kl. 19.",
    "Neste møte avtales på e-post. Jens er bortreist 24. oktober.",
]
PLACES = [
    ("Neste møte blir på Kystlagshuset. Vi satte opp onsdag 6. november kl. 19.", "Kystlagshuset"),
    ("Neste møte: onsdag 6. november kl. 19 (NB! Biblioteket)", "Biblioteket"),
    ("Neste møte: 6/11 kl. 19 – Biblioteket", "Biblioteket"),
    ("Neste møte: 6. november, 19.00, Sandnes rådhus, møterom 3", "Sandnes rådhus, møterom 3"),
    ("Neste møte hos Jens 6. november.", "hos Jens"),
    ("Neste møte er på Sola, 6. november kl. 19.", "Sola"),
    ("Neste møte: Onsdag 6. november kl. 19 i Storgata 4.", "Storgata 4"),
    ("Neste møte arrangeres av Sola kystlag 6. november.", None),
    ("Neste møte er 6. november kl. 19 i lokalene til Sola kystlag.", "lokalene til Sola kystlag"),
    ("Neste møte avvikles som fjernmøte på Teams 6. november kl. 10.00.", "Teams"),
    ("Neste møte 6. november kl. 19.00, Jens tar med kringle.", None),
    ("Neste møte: Teams, 6. november kl. 12–13", "Teams"),
    ("Me sjåast 6. november klokka 19 på naustet til Jens.", "naustet til Jens"),
    ("Neste møte er hjemme hos Tuva i Strandveien 5 onsdag 6. november kl. 19.30.", "hjemme hos Tuva i Strandveien 5"),
    ("Neste møte: 6. november i Oslo. Kystverket er vert.", "Oslo"),
]


def _next(text: str) -> tuple[object, ...]:
    found = read(text)["next_meeting"] or {}
    assert isinstance(found, dict)
    return found.get("date"), found.get("start"), found.get("place"), found.get("later", [])


@pytest.mark.parametrize(("said", "date", "start", "place", "later"), IN_BOKMAAL)
def test_the_next_in_bokmaal(
    said: str, date: str | None, start: str | None, place: str | None, later: list[str]
) -> None:
    assert _next(BOKMAAL + said) == (date, start, place, later)


@pytest.mark.parametrize(("said", "date", "start", "place", "later"), IN_NYNORSK)
def test_the_next_in_nynorsk(
    said: str, date: str | None, start: str | None, place: str | None, later: list[str]
) -> None:
    assert _next(NYNORSK + said) == (date, start, place, later)


def test_the_next_meeting_in_the_foot_of_the_pages() -> None:
    page = BOKMAAL + "\n" * 30 + "Neste møte: 6. november 2019\n"
    assert (
        _next(
            page + "\n\f\n" + "Sak 32/19 Tauverk\nTauverket er slitt.\n" + "\n" * 38 + "Neste møte: 6. november 2019"
        )[0]
        == "2019-11-06"
    )


@pytest.mark.parametrize("said", ANOTHERS)
def test_other_meetings_and_days(said: str) -> None:
    assert _next(f"{BOKMAAL}Sak 32/19 Ymse\n{said}")[0] is None


@pytest.mark.parametrize(("said", "place"), PLACES)
def test_where_they_meet_next(said: str, place: str | None) -> None:
    assert _next(BOKMAAL + said)[::2] == ("2019-11-06", place)
