"""Page furniture: what repeats, numbers and heads the pages is kept out of the text, and what only looks so stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extractors.lexicon import lexicon
from pipeline.furniture import split
from pipeline.model import Page, TextFrom
from tests.papers import BODY, BOTTOM, records, sheet

TEXTS = (
    ("Møtet ble satt klokken seks.", "Tuva Hovland ledet møtet."),
    ("Styret gikk gjennom tallene.", "Det var ingen spørsmål."),
    ("Brygga skal males i mai.", "Jens Aakre kjøper maling."),
    ("Det kom to forslag til.", "Begge ble drøftet grundig."),
    ("Til slutt ble det kaffe.", "Møtet ble hevet klokken ni."),
    ("Vedlagt ligger en liste.", "Den er ikke komplett ennå."),
)


FRONT = (
    "Referat fra styret i Lia vel",
    "Til stede: Tuva Hovland, Jens Aakre",
    "Sak 1 Brygga",
    "Jens maler brygga i mai.",
)


def paged(tops: Sequence[Sequence[str]], bottoms: Sequence[Sequence[str]], *, footer_first: bool = False) -> list[Page]:
    """Pages with these headers and footers around plain text."""
    return [
        sheet(n + 1, top=top, body=TEXTS[n], bottom=bottom, footer_first=footer_first)
        for n, (top, bottom) in enumerate(zip(tops, bottoms, strict=True))
    ]


def none(pages: int) -> list[list[str]]:
    return [[] for _ in range(pages)]


HEADS: dict[str, list[Page]] = {
    "page of pages": paged(none(4), [[f"Side {n} av 4"] for n in range(1, 5)]),
    "bare number between dashes": paged(none(3), [[f"- {n} -"] for n in range(3, 6)]),
    "page of the protocol": paged([[f"Protokollside {n}"] for n in (43, 44)], none(2)),
    "number and publisher, left and right": paged(none(4), [["12 SSB"], ["SSB 13"], ["14 SSB"], ["SSB 15"]]),
    "head and foot, two pages": paged([["Lia vel"]] * 2, [["Side 1 av 2"], ["Side 2 av 2"]]),
    "foot drawn first": paged([["Lia vel"]] * 3, [[f"Side {n}"] for n in (1, 2, 3)], footer_first=True),
    "only on even pages": paged([[], ["Lia vel – styret"], [], ["Lia vel – styret"]], none(4)),
    "section in the running head": paged(
        [["Solvik kommune – Innledning"], ["Solvik kommune – Økonomi"], ["Solvik kommune – Oppsummering"]], none(3)
    ),
    "archive number in the running head": paged([["Arkivsak 14/233-2"], ["Arkivsak 14/233-2"]], none(2)),
    "labelled date in the running head": paged([["Styremøte", "Dato: 12.03.2014"]] * 3, none(3)),
    "head of several lines": paged([["Lia vel", "Styret", "Vinteren 2014", "Utkast"]] * 3, none(3)),
    "letterhead at the foot of page one": paged(
        none(2),
        [["Postboks 4, 0101 Solvik", "Telefon: 22 22 22 22 E-post: post@lia.no", "Org.nr. 999 888 777 www.lia.no"], []],
    ),
    "letterhead at the head of page one": paged(
        [["Besøksadresse: Storgata 3", "Tlf. 22 22 22 22 Faks 22 22 22 23", "Bankkonto 1234.56.78901"], []], none(2)
    ),
    "web page": paged(
        [["Hopp til hovedinnhold", "Meny", "Søk"], []], [["Del på Facebook", "Skriv ut"], ["Til toppen"]]
    ),
    "printed by a browser": paged(
        [["03.05.2014 Referat | Lia vel"]] * 2,
        [["https://www.lia.no/styret/referat 1/2"], ["https://www.lia.no/styret/referat 2/2"]],
    ),
}
"""Pages whose headers and footers are all furniture, and whose text is all content; written with the rules."""

HEADS_HELD_BACK: dict[str, list[Page]] = {
    "number after words, cut short": paged(none(3), [[f"AMU 1/2009 s. {n}"] for n in (1, 2, 3)]),
    "number after words": paged(none(3), [[f"Referat fra styret, side {n}/3"] for n in (1, 2, 3)]),
    "page in nynorsk": paged([[f"Møtebok for soknerådet Side {n}"] for n in (7, 8, 9)], none(3)),
    "left and right heads differ": paged(
        [["Lia vel 2"], ["Årsmøte 2014 3"], ["Lia vel 4"], ["Årsmøte 2014 5"]], none(4)
    ),
    "initials to be signed on each page": paged(none(3), [["Sign.: ........ Sign.: ........"]] * 3),
    "case in the running head": paged(
        [["Kulturutvalget – sak om bibliotek"], ["Kulturutvalget – sak om kino"], ["Kulturutvalget – sak om kor"]],
        none(3),
    ),
    "a notice of signing on each page": paged(none(3), [["Dokumentet er elektronisk godkjent."]] * 3),
    "document number and version": paged([["Dok.nr. 44-2 versjon 1.1"]] * 3, [["Utskriftsdato 04.05.2016"]] * 3),
    "web page in nynorsk": paged([["Gå til hovudinnhald", "Meny"], []], [["Del på Twitter"], ["Til toppen av sida"]]),
    "cookie notice": paged([["Vi bruker informasjonskapsler (cookies). Les mer", "Godta alle"], []], none(2)),
}
HEADS_LATER: dict[str, list[Page]] = {
    "roman pages": paged(none(3), [["i"], ["ii"], ["iii"]]),
    "page of pages behind the title": paged(
        [[f"Møtebok Solvik kyrkjelege fellesråd {n}/3"] for n in (1, 2, 3)], none(3)
    ),
    "the file's path": paged(none(3), [["G:\\Styret\\2004\\referat mai.doc"]] * 3),
    "case and page": paged([["Saknr. 14/221", f"Side {n}"] for n in (1, 2, 3)], none(3)),
    "exempt from publicity": paged([["UNNTATT OFFENTLIGHET"]] * 2, [["Offl. § 13"]] * 2),
    "address on each page": paged(
        none(2), [["Lia vel | Storgata 3 | 0101 Solvik | tlf. 22 22 22 22 | www.lia.no"]] * 2
    ),
    "name and labelled date": paged([["SOLVIK KOMMUNE", "Møtedato: 03.05.2012"]] * 4, none(4)),
    "day of printing in nynorsk": paged(none(2), [[f"Skrive ut 04.05.2016 Side {n} av 2"] for n in (1, 2)]),
    "chapter and report in turn": paged(
        [["Kapittel 2 Arkiv"], ["14 Årsrapport"], ["Kapittel 2 Arkiv"], ["16 Årsrapport"]], none(4)
    ),
    "lines of an address": paged(
        [["Postboks 14", "0101 Solvik", "Org.nr.: 999 888 777", "post@liail.no"], []], none(2)
    ),
}
"""Written after the rules."""

CONTENT: dict[str, list[Page]] = {
    "a label at one height": paged([["Vedtak:"]] * 3, none(3)),
    "an item at the top of each page": paged([["Sak 1"], ["Sak 2"], ["Sak 3"]], none(3)),
    "a numbered item at the top of each page": paged([["1. Budsjett"], ["2. Budsjett"], ["3. Budsjett"]], none(3)),
    "a page of one line": [sheet(1, top=["Lia vel"]), sheet(2, body=["Møtet ble satt."]), sheet(3, top=["Slutt"])],
    "pages of one line each": [sheet(1, top=["Vedlegg"]), sheet(2, top=["Vedlegg"])],
    "a name at the foot of each page": paged(none(2), [["Tuva Hovland"], ["Jens Aakre"]]),
    "people with telephones": paged([["Tuva Hovland, tlf. 22 22 22 22", "Jens Aakre, tlf. 33 33 33 33"], []], none(2)),
    "sentences that begin alike": [
        sheet(n, top=[f"Styret vedtok å {what} noe", *TEXTS[n], "og så var det kaffe."][:3])
        for n, what in ((1, "bygge"), (2, "selge"), (3, "leie ut"))
    ],
    "a decision in the same words": paged(none(3), [["Enstemmig vedtatt."]] * 2 + [["Møtet slutt."]]),
    "a labelled decision in the same words": paged(none(3), [["Vedtak: Tatt til orientering"]] * 3),
    "the same signature under two minutes": paged(none(2), [["Tuva Hovland"]] * 2),
    "minutes of one body, the same people": paged(
        [
            [f"Styremøte {day}", "Til stede: Tuva Hovland, Jens Aakre", "1. Økonomi"]
            for day in ("3. mai 2012", "4. juni 2012", "5. juli 2012")
        ],
        none(3),
    ),
    "headings that a menu might have": [
        sheet(1, body=["Personvern", "Siv lager rutiner.", "Nyhetsbrev", "Jens skriver."])
    ],
    "what is done about a web site": [
        sheet(1, top=["Nettside: Jens oppdaterer siden", "Kontonr til Siv: 1234.56.78901", "12 03 2014"])
    ],
    "an item that goes on": paged(
        [["Sak 14/12 Budsjett"], ["Sak 14/12 Budsjett (forts.)"], ["Sak 15/12 Båt"]], none(3)
    ),
    "one who speaks": paged([["Tuva Hovland: Jeg er uenig."], ["Tuva Hovland: Jeg er enig."]], none(2)),
    "days as headings": paged([["3. mai"], ["4. mai"], ["5. mai"]], none(3)),
    "sums": paged(none(3), [["Sum 1 200"], ["Sum 900"], ["Sum 4 400"]]),
    "who is to act": paged(none(3), [["Ansvar: Tuva"], ["Ansvar: Jens"], ["Ansvar: Siv"]]),
    "school classes": paged([["1. klasse"], ["2. klasse"], ["3. klasse"]], none(3)),
    "next meetings": paged(none(2), [["Neste møte 3. mai 2012 kl. 18"], ["Neste møte 7. juni 2012 kl. 18"]]),
    "people with their addresses": [
        sheet(1, top=["Til stede:", "Tuva Hovland 22 22 22 22 tuva@lia.no", "Jens Aakre jens@lia.no"], body=["Sak 1"])
    ],
    "years in a list": [sheet(1, body=["Regnskap", "2012", "2013", "2014"]), sheet(2, body=["Slutt"])],
    "an address as the place": [sheet(1, body=["Sted: Storgata 3, 0101 Solvik", "E-post til alle ble drøftet."])],
}
"""Pages of which nothing is furniture."""


@pytest.mark.parametrize("case", [*HEADS, *HEADS_HELD_BACK, *HEADS_LATER])
def test_what_is_furniture(case: str) -> None:
    pages = {**HEADS, **HEADS_HELD_BACK, **HEADS_LATER}[case]
    content, off = split(tuple(pages), lexicon())
    assert [line.text for line in content] == [text for texts in TEXTS[: len(pages)] for text in texts]
    assert len(off) == sum(len(page.lines) for page in pages) - len(content)


def test_the_page_of_a_paper_that_is_spoken_of_is_content() -> None:
    content, off = split(tuple(paged(none(2), [["Tallene står i planen s. 12"], ["Se årsmeldinga s. 30"]])), lexicon())
    assert off == []
    assert "Tallene står i planen s. 12" in [line.text for line in content]


@pytest.mark.parametrize("case", CONTENT)
def test_what_is_content(case: str) -> None:
    content, off = split(tuple(CONTENT[case]), lexicon())
    assert [line.text for line in off] == []
    assert len(content) == sum(len(page.lines) for page in CONTENT[case])


@pytest.mark.parametrize(
    ("head", "kept"),
    [
        ("Referat styremøte 12.03.2014", True),
        ("Referat styremøte 12.03.2014 side 1", False),
        ("Lia vel, avdeling nord", False),
    ],
)
def test_the_only_title_is_content_where_it_shows_first(head: str, kept: bool) -> None:
    content, off = split(tuple(paged([[head]] * 3, none(3))), lexicon())
    assert [(line.page, line.text) for line in content if line.text == head] == ([(1, head)] if kept else [])
    assert len(off) == (2 if kept else 3)


DATES: dict[str, tuple[list[Page], str | None]] = {
    "in the running head": (paged([["Lia vel – styremøte 12.03.2014"]] * 3, none(3)), "2014-03-12"),
    "labelled, in the head": (paged([["Lia vel", "Møtedato: 12. mars 2014"]] * 3, none(3)), "2014-03-12"),
    "in the foot, with the page": (paged(none(2), [[f"Møte 12.3.2014 Side {n} av 2"] for n in (1, 2)]), "2014-03-12"),
    "beside the day of printing": (
        paged([["Styremøte 12.03.2014"]] * 3, [["Utskriftsdato 04.05.2016"]] * 3),
        "2014-03-12",
    ),
    "a day of printing alone": (paged(none(3), [["Utskriftsdato 04.05.2016"]] * 3), None),
    "a browser's day alone": (
        paged([["04.05.2016 Lia vel"]] * 2, [["https://www.lia.no/referat 1/2"], ["https://www.lia.no/referat 2/2"]]),
        None,
    ),
}


@pytest.mark.parametrize("case", DATES)
def test_a_date_that_stands_only_in_the_furniture(case: str) -> None:
    pages, expected = DATES[case]
    front = sheet(1, top=[line.text for line in pages[0].lines if (line.box or (0, 0))[1] < BODY], body=FRONT)
    foot = [line for line in pages[0].lines if line.box and line.box[1] >= BOTTOM]
    first = replace(front, lines=(*front.lines, *(replace(line, number=90 + i) for i, line in enumerate(foot))))
    (found,) = records((first, *pages[1:]))
    assert found["kind"] == "minutes"
    assert found["meeting"]["date"] == expected
    if expected:
        source = found["meeting"]["source"]
        shown = [line for line in first.lines if line.number == source["lines"][0]]
        assert source["page"] == 1
        assert [line.raw for line in shown] == [source["quote"]]


def test_a_scan_reads_one_head_in_several_ways() -> None:
    heads = (
        "Kontaktutvalget for kart og oppmåling",
        "Kontaktutva1get for kart og oppmåling",
        "Kontaktutvalget for kart og oppmaling",
    )
    pages = [
        replace(page, lines=tuple(replace(line, text_from=TextFrom.OCR) for line in page.lines))
        for page in paged([[head] for head in heads], none(3))
    ]
    assert [line.text for line in split(tuple(pages), lexicon())[1]] == list(heads)
    typed = split(tuple(paged([[head] for head in heads], none(3))), lexicon())[1]
    assert typed == [], "a text layer does not misread: other words are another text"
