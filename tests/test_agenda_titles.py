"""The title of an agenda item: without presenter, duration and cross references, and what else belongs to it."""

from __future__ import annotations

import pytest

from extractors.agenda import split_title
from pipeline.outline import alike


@pytest.mark.parametrize(
    ("heading", "title", "presenter"),
    [
        ("Ny brygge", "Ny brygge", None),
        ("Ny brygge v/ Tuva Hovland", "Ny brygge", "Tuva Hovland"),
        ("Ny brygge v/Tuva Hovland", "Ny brygge", "Tuva Hovland"),
        ("Ny brygge ved Tuva Hovland", "Ny brygge", "Tuva Hovland"),
        ("Ny brygge, v/ leder", "Ny brygge", "leder"),
        ("Ny brygge – v/ Tuva Hovland, Kystverket", "Ny brygge", "Tuva Hovland, Kystverket"),
        ("Ny brygge (Tuva Hovland)", "Ny brygge", "Tuva Hovland"),
        ("Ny brygge (Tuva Hovland, Kystverket)", "Ny brygge", "Tuva Hovland, Kystverket"),
        ("Ny brygge (saksansvarlig: Tuva Hovland)", "Ny brygge", "Tuva Hovland"),
        ("Ny brygge (innleder: Tuva)", "Ny brygge", "Tuva"),
        ("Ny brygge (15 min)", "Ny brygge", None),
        ("Ny brygge (Tuva)", "Ny brygge", "Tuva"),
        ("Ny brygge (lørdag)", "Ny brygge", None),
        ("Ny brygge (unntatt offentlighet, offl. § 13)", "Ny brygge", None),
        ("Enkeltsak. Unntatt offentlighet, offl. § 13", "Enkeltsak", None),
        ("Ny brygge (ca. 20 minutter)", "Ny brygge", None),
        ("Ny brygge (12.25 - 20 min)", "Ny brygge", None),
        ("Ny brygge (10.00–10.30)", "Ny brygge", None),
        ("Ny brygge v/ Tuva Hovland (15 min)", "Ny brygge", "Tuva Hovland"),
        ("Ny brygge (orientering)", "Ny brygge", None),
        ("Ny brygge (vedtak) (30 min)", "Ny brygge", None),
        ("Ny brygge, jf. sak 33/17", "Ny brygge", None),
        ("Ny brygge (jf. sak 33/17)", "Ny brygge", None),
        ("Ny brygge:", "Ny brygge", None),
        ("Ny brygge (flytebrygge av betong)", "Ny brygge (flytebrygge av betong)", None),
        ("Budsjett 2014 (revidert)", "Budsjett 2014 (revidert)", None),
        ("Bruk av v/h-plater", "Bruk av v/h-plater", None),
        ("Hvem eier brygga?", "Hvem eier brygga?", None),
        ("Brev frå Kystverket", "Brev frå Kystverket", None),
        ("Orientering om ny brygge", "Orientering om ny brygge", None),
    ],
)
def test_titles(heading: str, title: str, presenter: str | None) -> None:
    assert split_title(heading) == (title, presenter)


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Ny brygge", "NY BRYGGE", True),
        ("Godkjenning av referat", "Godkjenning av referatet", True),
        ("Regnskap og budsjett", "Regnskap og budsjett for 2014 med noter", True),
        ("Ny brygge", "Gammel lysløype", False),
        ("", "Ny brygge", False),
    ],
)
def test_titles_that_are_alike(a: str, b: str, same: bool) -> None:
    assert (alike(a, b) >= 0.72) is same
