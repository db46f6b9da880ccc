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
        "hos Kartverket",
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
