"""Which earlier minutes a meeting approved."""

from __future__ import annotations

import pytest

from tests.extractors.conftest import read

HEAD = "# Referat fra styremøte i Lia vel\nDato: 12. mars 2014\nTil stede: Tuva Hovland, Jens Aakre, Mona Lysø\n\n"
TAIL = "\n\nSak 2/14 Vegen\nVegen ble drøftet."


@pytest.mark.parametrize(
    ("item", "date", "number", "remark"),
    [
        ("Sak 1/14 Godkjenning av referat\nReferatet fra 12. februar 2014 ble godkjent.", "2014-02-12", None, None),
        (
            "Sak 1/14 Godkjenning av referat fra 12.2.2014\nGodkjent uten merknader.",
            "2014-02-12",
            None,
            "uten merknader",
        ),
        (
            "Sak 1/14 Godkjenning av møtebok frå 12. februar\nGodkjend utan merknader.",
            "2014-02-12",
            None,
            "utan merknader",
        ),
        ("Sak 1/14 Protokoll fra møte nr. 2/14\nProtokollen ble godkjent.", None, "2/14", None),
        (
            "Sak 1/14 Referat fra 12.2.2014\nGodkjent med følgende merknad: Mona var til stede.",
            "2014-02-12",
            None,
            "med følgende merknad: Mona var til stede",
        ),
        ("Sak 1/14 Referat frå desember\nReferatet frå 3. desember vart godkjent.", "2013-12-03", None, None),
        ("Sak 1/14 Referat fra sist\nIngen merknader.", None, None, "Ingen merknader"),
    ],
)
def test_approved(item: str, date: str | None, number: str | None, remark: str | None) -> None:
    found = read(HEAD + item + TAIL)["approves"]
    assert found is not None
    assert (found["date"], found["number"], found["remark"]) == (date, number, remark)


@pytest.mark.parametrize(
    "item",
    [
        "Sak 1/14 Innkalling\nInnkallingen ble godkjent.",
        "Sak 1/14 Regnskap 2013\nRegnskapet ble godkjent uten merknader.",
        "Sak 1/14 Referat fra sist\nReferatet ble delt ut.",
        "Sak 1/14 Benken\nDen er malt.",
    ],
)
def test_not_approved(item: str) -> None:
    assert read(HEAD + item + TAIL)["approves"] is None
