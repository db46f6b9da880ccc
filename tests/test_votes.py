"""Votes as minutes state them; what is not stated stays null."""

from __future__ import annotations

import pytest

from extractors._votes import vote


@pytest.mark.parametrize(
    "text",
    [
        "Enstemmig vedtatt.",
        "Einstemmig vedteke",
        "Samrøystes vedteke.",
        "Budsjettet vart samrøystes godkjent.",
        "Forslaget ble vedtatt mot ingen stemmer.",
        "Styret vedtok dette enstemmig.",
        "Vedtatt med alle stemmer.",
        "Ingen stemte imot.",
        "Rammen økes. (Enst.)",
        "Alle var samde i dette.",
        "Rekneskapen fekk tilslutnad frå alle.",
        "Innstillingen ble tatt til følge uten stemmer imot.",
        "Planen vart vedteken utan motrøyster.",
        "Punkt 1 fekk alle røystene.",
    ],
)
def test_unanimous(text: str) -> None:
    assert vote(text) == {"unanimous": True, "for": None, "against": None, "blank": None, "by": []}


SIDES = {
    "Vedtatt med 13 mot 5 stemmer (5: 3 H, 2 FrP).": (13, 5, {}, {"H": 3, "FrP": 2}),
    "Vedteke med 9 mot 4 røyster (9: 6 Ap, 3 Sp, 4: 3 H, 1 V).": (9, 4, {"Ap": 6, "Sp": 3}, {"H": 3, "V": 1}),
    "Vedtatt med 6 stemmer (4 Ap, 2 Sp) mot 3 stemmer (2 H, 1 FrP).": (6, 3, {"Ap": 4, "Sp": 2}, {"H": 2, "FrP": 1}),
    "Framlegget fekk 3 røyster (AP 2, V 1). Tilrådinga fekk 5 røyster (SP 4, H 1).": (
        5, 3, {"SP": 4, "H": 1}, {"AP": 2, "V": 1},
    ),
    "Vedtatt med 6 mot 4 stemmer (6: 5 A, 1 SV, 4: H).": (6, 4, {"A": 5, "SV": 1}, {"H": 4}),
    "Framlegget fekk 4 røyster (3 Ap, 1 V) og vart vedteke. 3 røysta for tilrådinga (2 H, 1 FrP).": (
        4, 3, {"Ap": 3, "V": 1}, {"H": 2, "FrP": 1},
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SIDES.items())
def test_groups_of_both_sides(text: str, told: tuple[int, int, dict[str, int], dict[str, int]]) -> None:
    found = vote(text)
    assert found is not None
    sides = [{one["group"]: one[side] for one in found["by"] if one[side]} for side in ("for", "against")]
    assert (found["for"], found["against"], *sides) == told


@pytest.mark.parametrize(
    ("text", "for_", "against", "blank"),
    [
        ("Vedtatt med 7 mot 2 stemmer.", 7, 2, None),
        ("Forslaget fekk fleirtal med 11 mot 4 røyster.", 11, 4, None),
        ("Vedtatt med fem mot tre stemmer", 5, 3, None),
        ("Vedtatt mot én stemme.", None, 1, None),
        ("Vedtatt mot to stemmer (SV).", None, 2, None),
        ("Vedteke mot 3 røyster.", None, 3, None),
        ("8 for, 1 mot og 1 blank stemme", 8, 1, 1),
        ("Det ble stemt med lapper: 28 ja, 4 nei og 2 blanke.", 28, 4, 2),
        ("For forslaget: 4. Mot: 8. Blankt: 1.", 4, 8, 1),
        ("Framlegget vart røysta ned med 4 mot 2 røyster.", 2, 4, None),
        ("Forslaget falt med 3 mot 9 stemmer.", 3, 9, None),
        ("Det fikk 5 stemmer og falt. 8 stemte imot.", 5, 8, None),
        ("Styret går for 80 cm. (4–3)", 4, 3, None),
        ("Forslaget ble nedstemt 3-5.", 3, 5, None),
        ("Vedtatt 6-1 (H).", 6, 1, None),
        ("Innstillingen fikk flertall mot hans 2 stemmer.", None, 2, None),
        ("Det ble 4 stemmer for, og Vik og Moe imot.", 4, 2, None),
        ("Ved avstemming ble det 6 stemmer for og 5 stemmer mot.", 6, 5, None),
        ("Tuva Moe og Jan-Erik Vik stemte imot.", None, 2, None),
        ("Vedtatt mot Viks stemme.", None, 1, None),
        ("For stemte 310 aksjer, imot 45.", 310, 45, None),
        ("Sju røysta for, Mona imot.", 7, 1, None),
        ("Utsettelsesforslaget falt mot 3 stemmer.", 3, None, None),
        ("6 røysta for dette, 2 (Vik og Moe) ville vente.", 6, None, None),
        ("2 stemte for 5000 og 2 for 10 000.", 2, 2, None),
        ("3 røysta for 100 kr, 2 for gratis.", 3, 2, None),
        ("Framlegget frå hamna vart vedteke med 2 røyster. Framlegget frå Vik fekk 1 røyst.", 2, 1, None),
        ("Rådmannens framlegg 1 røyst (H). AP/SP sitt framlegg 4 røyster (AP, SP, MDG).", 4, 1, None),
        ("Fleirtalet (3) ville melde laget inn, Mona røysta mot.", 3, 1, None),
    ],
)
def test_counts(text: str, for_: int | None, against: int | None, blank: int | None) -> None:
    found = vote(text)
    assert found is not None
    assert (found["unanimous"], found["for"], found["against"], found["blank"]) == (False, for_, against, blank)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        (
            "Vedtatt mot 3 stemmer (2 H, 1 FrP).",
            [{"group": "H", "for": None, "against": 2}, {"group": "FrP", "for": None, "against": 1}],
        ),
        ("Vedteke mot 2 røyster (2 SV)", [{"group": "SV", "for": None, "against": 2}]),
        ("Vedtatt med 7 mot 2 stemmer.", []),
    ],
)
def test_groups(text: str, by: list[dict[str, object]]) -> None:
    found = vote(text)
    assert found is not None
    assert found["by"] == by


def test_how_many_for_does_not_say_that_none_were_against() -> None:
    found = vote("Hun ble valgt med 9 stemmer.")
    assert found is not None
    assert (found["unanimous"], found["for"], found["against"]) == (None, 9, None)


@pytest.mark.parametrize(
    "text",
    [
        "Saken ble drøftet.",
        "Det krever to tredjedels flertall.",
        "Vi stemte over saken, og flertallet ville vente.",
        "Laget tapte 3-1 borte.",
        "Vedtatt ved akklamasjon.",
        "Møtet var ikke enstemmig.",
        "Prisen gikk opp med 12 mot 10 prosent i fjor.",
        "Studentene stemte imot.",
        "Høgre røysta imot.",
        "",
    ],
)
def test_no_vote_is_stated(text: str) -> None:
    assert vote(text) is None


@pytest.mark.parametrize(
    ("text", "for_", "against"),
    [
        ("Moes forslag fikk 6 stemmer, innstillingen 3 stemmer.", 6, 3),
        ("Tilrådinga fekk 2 røyster (Vik og Lie). Framlegget frå Moe fekk 7 røyster.", 7, 2),
        ("For leiarens forslag stemte 8. For Moes forslag stemte 5.", 8, 5),
        ("4 røysta for framlegget frå Lie, 1 for tilrådinga.", 4, 1),
        ("Moes forslag ............ 2 stemmer (A, V) Leiarens forslag ....... 5 stemmer", 5, 2),
        ("Forslaget fikk 3 100 stemmer for og 2 900 imot.", 3100, 2900),
        ("Oppsettet gikk gjennom, 5 mot 1.", 5, 1),
        ("Ved avstemningen fikk styrets forslag 6 stemmer. 3 stemte for Viks forslag.", 6, 3),
        ("For innstillinga røysta 3 (H 2, V 1). For Moes framlegg røysta 8 (Ap 5, SV 3).", 8, 3),
        ("Det fall ikkje i smak, og lista vart ståande med 9 mot 2 røyster.", 9, 2),
    ],
)
def test_two_proposals_and_large_numbers(text: str, for_: int, against: int) -> None:
    found = vote(text)
    assert found is not None
    assert (found["for"], found["against"]) == (for_, against)


def test_nobody_against_is_counted_and_not_called_unanimous() -> None:
    found = vote("VEDTAK (5 stemmer, ingen mot)")
    assert found is not None
    assert (found["unanimous"], found["for"], found["against"]) == (None, 5, 0)


def test_what_is_paid_for_is_no_vote() -> None:
    assert vote("Arbeidet vart flytta til Lia frå 1.1.2006 mot ei leige på kr 9 000, seier vedtaket.") is None


@pytest.mark.parametrize(
    "text",
    ["Vedtatt med 9 mot 4 stemmer. To avholdt seg.", "Vedteke med 9 mot 4 røyster. To røyster var blanke."],
)
def test_who_kept_out(text: str) -> None:
    found = vote(text)
    assert found is not None
    assert found["blank"] == 2


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Bevilget kr 10.000 mot én stemme.", (False, None, 1)),
        ("Valgte den blå, 2 mot 1.", (False, 2, 1)),
        ("Styret stilte seg samlet bak salget.", (True, None, None)),
        ("Samr.", (True, None, None)),
        ("Det ble som Nes sa, 3-2.", (False, 3, 2)),
        ("Framlegget fekk 2 røyster og fall mot 5 røyster.", (False, 2, 5)),
        ("Det vart røysta: 4 røyster for motframlegget, 3 for framlegget frå rektor.", (False, 4, 3)),
    ],
)
def test_short_counts(text: str, counts: tuple[bool, int | None, int | None]) -> None:
    found = vote(text)
    assert found is not None
    assert (found["unanimous"], found["for"], found["against"]) == counts


@pytest.mark.parametrize(
    ("text", "group", "against"),
    [("Vedtatt med 6 mot 1 (H).", "H", 1), ("Vedteke mot to røyster (KrF).", "KrF", 2)],
)
def test_the_one_party_against(text: str, group: str, against: int) -> None:
    found = vote(text)
    assert found is not None
    assert found["by"] == [{"group": group, "for": None, "against": against}]


def test_what_stands_in_brackets_behind_the_numbers_is_not_always_a_party() -> None:
    found = vote("Vedtatt med 6 mot 1 (se vedlegg).")
    assert found is not None and found["by"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Kiosken er åpen lørdag, 10-14.",
        "Opningstida vert sett til laurdag, 10–14.",
        "Regelen gjeld aldersgruppa (10-14).",
    ],
)
def test_hours_and_ages_are_no_vote(text: str) -> None:
    assert vote(text) is None


def test_more_were_against_what_fell() -> None:
    found = vote("Avslått, 4-2.")
    assert found is not None and (found["for"], found["against"]) == (2, 4)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forslaget om ny port ble nedstemt, 6 mot 2.", (False, 2, 6)),
        ("Framlegget fall, 5 mot 3.", (False, 3, 5)),
        ("Styret kjøper ny port. Alle for.", (True, None, None)),
        ("Vi røysta: 14 for framlegget frå styret, 7 for det frå Tveit.", (False, 14, 7)),
        ("5 var imot ny port og 2 var for, så styret seier nei.", (False, 2, 5)),
        ("Framlegget om ny port fekk 9 røyster, og 17 var imot.", (False, 9, 17)),
        ("Laget er der alle for bygda.", None),
    ],
)
def test_votes_in_few_words(text: str, expected: tuple[bool | None, int | None, int | None] | None) -> None:
    found = vote(text)
    assert (found and (found["unanimous"], found["for"], found["against"])) == expected
