"""Votes as the text states them: unanimous, for, against, blank, by group. What it does not state stays null."""

from __future__ import annotations

import re

from extractors._matching import word_list
from extractors.lexicon import fold
from extractors.lexicon.wording import expression, phrase, table
from pipeline.model import Record

_NUMBERS: dict[str, int] = table("votes.numbers")
_N = phrase("votes.n")
_VOTES = phrase("votes.votes")
UNANIMOUS = expression("votes.unanimous")
_BY_WORD = expression("votes.by_word")
"""That all were for it, by the word for that, where some did not vote."""
_AGAINST = expression("votes.against")
_ONLY_AGAINST = expression("votes.only_against")
_ONLY_FOR = expression("votes.only_for")
_BLANK = expression("votes.blank")
_TALLIES = expression("votes.tallies")
"""Two proposals and what each of them got ("Viks forslag fikk 4 stemmer, innstillingen 1 stemme")."""
_OTHERS_WANTED = expression("votes.others_wanted")
"""How many were for it, and that others would have something else: not all were for it."""
_ASIDE = re.compile(r"\s*\([^)]*\)")
_IN_PARENTHESES = expression("votes.in_parentheses", re.NOFLAG)
"""Only the two numbers, at the end ("(6–2)", "Vedtatt 6-2", ", 2 mot 1")."""
_NAMES = r"((?:\b[A-ZÆØÅ][\wæøåé-]+(?:\s[A-ZÆØÅ][\wæøåé.-]+){0,3}(?:,\s|\sog\s)?)+)"
_NAMED_AGAINST = expression("votes.named_against", re.NOFLAG, names=_NAMES)
"""Those who stood against, by name ("4 stemmer for, og Bakke imot")."""
DISSENTERS = expression("votes.dissenters", re.NOFLAG, names=_NAMES)
"""The same where nothing else of the vote is told ("Nes og Lie stemte imot", "vedtatt mot Nes' stemme")."""
_NOBODY = expression("votes.nobody")
"""That nobody was against, behind what was carried."""
_NOBODY_AGAINST = expression("votes.nobody_against")
"""How many were for it and that nobody was against, without the word for all."""
FELL = expression("votes.fell")
_FELL_WITH = re.compile(rf"{FELL.pattern}[^.]*(?:\bmed|,)\s*$", re.I)
"""That something fell, before its count ("røysta ned med 4 mot 2", "nedstemt, 6 mot 2")."""
_REFUSED = re.compile(rf"{FELL.pattern}|\bavslått\b", re.I)
"""The same, and that something was refused."""
_OPPOSED_FIRST = expression("votes.opposed_first")
"""Those against, then those for ("5 var imot, og 2 var for")."""
_GOT_AND_OPPOSED = expression("votes.got_and_opposed")
"""What a proposal got, then those against it ("fekk 9 røyster, og 17 var imot")."""
_FELL_BETWEEN = expression("votes.fell_between")
"""What a proposal got, that it fell, and against how many."""
_GROUP_ITEM = re.compile(r"(\d{1,2})\s?([A-ZÆØÅ][\wæøåA-ZÆØÅ]{0,12})")
_GROUP = re.compile(r"[A-ZÆØÅ][\wæøåA-ZÆØÅ]{0,12}")
_GROUP_LAST = re.compile(rf"({_GROUP.pattern})\s(\d{{1,2}})\b")


COUNTED = expression("votes.counted")
"""A vote by which something was carried."""


BALLOT = expression("votes.ballot")
"""How a sentence begins that tells the count of a vote."""


def vote(text: str) -> Record | None:
    """The vote that a text states, or None.

    >>> vote("Enstemmig vedtatt.")["unanimous"], vote("Vedtatt med 7 mot 2 stemmer")["against"], vote("Vedtatt mot én stemme")["against"]
    (True, 2, 1)
    >>> vote("17 stemte for og 29 mot, 3 blanke")["blank"], vote("Saken ble drøftet")
    (3, None)
    """
    result: Record = {"unanimous": None, "for": None, "against": None, "blank": None, "by": []}
    whole, text = text, _GROUPS_ASIDE.sub("", text)
    if match := _OPPOSED_FIRST.search(text):
        result["against"], result["for"] = (_int(group) for group in match.groups())
    elif match := _GOT_AND_OPPOSED.search(text):
        result["for"], result["against"] = (_int(group) for group in match.groups())
    elif (match := _AGAINST.search(text)) and (pair := [g for g in match.groups() if g]) and _is_vote(text, match):
        if len(pair) == 2:
            result["for"], result["against"] = _int(pair[0]), _int(pair[1])
            fell = _FELL_WITH.search(text[: match.start()])
            if fell and result["for"] > result["against"]:
                result["for"], result["against"] = result["against"], result["for"]  # "røysta ned med 4 mot 2"
    elif not FELL.search(text) and (match := _TALLIES.search(text) or _TALLIES.search(_ASIDE.sub("", text))):
        counts = sorted(_int(group) for group in match.groups() if group)
        result["for"], result["against"] = counts[1], counts[0]
    elif told := _bare_count(text):
        result["for"], result["against"] = told
    elif match := _NOBODY_AGAINST.search(text):
        result["for"], result["against"] = _int(match[1]), 0
    elif match := _FELL_BETWEEN.search(text):
        result["for"], result["against"] = (_int(group) for group in match.groups())
    elif match := _ONLY_AGAINST.search(text):
        dropped = bool(FELL.search(text[: match.start()])) and match.group().casefold().startswith("mot")
        result["for" if dropped else "against"] = _int(next(g for g in match.groups() if g))
    if result["for"] is None and (match := _ONLY_FOR.search(text)):
        result["for"] = _int(next(g for g in match.groups() if g))
        if result["against"] is None and (named := _NAMED_AGAINST.search(text[match.end() :])):
            result["against"] = _persons(named[1]) or None
    if result["against"] is None and result["for"] is None and (named := DISSENTERS.search(text)):
        result["against"] = _persons(next(group for group in named.groups() if group)) or None
    if match := _BLANK.search(text):
        result["blank"] = _int(next(g for g in match.groups() if g))
    if result["against"]:
        result["unanimous"] = False
        result["by"] = _by(whole, result["for"], result["against"])
        return result
    all_for = UNANIMOUS.search(text) or (result["for"] is None and _NOBODY.search(text))
    if (
        all_for
        and not (result["blank"] and not _BY_WORD.search(text))
        and not re.search(r"\bikk(?:e|je)\s+(?:enstemmig|samrøystes)", text, re.I)
    ):
        result["unanimous"] = True
        return result
    if result["for"] is not None or result["blank"] is not None:
        divided = (result["blank"] and result["against"] is not None) or (
            result["for"] and (FELL.search(text) or _OTHERS_WANTED.search(text))
        )
        result["unanimous"] = False if divided else None
        return result
    return None


def counts_two(text: str) -> bool:
    """True for a text that gives what each of two proposals got, and does not say that one fell."""
    return not FELL.search(text) and bool(_TALLIES.search(text) or _TALLIES.search(_ASIDE.sub("", text)))


def counts_both(text: str) -> bool:
    """True for a text that gives how many were for something and how many against it."""
    told = vote(text)
    return told is not None and told["for"] is not None and told["against"] is not None


def counts_half(text: str) -> bool:
    """True for a text that gives how many were for something, and nothing of who was against it."""
    told = vote(text)
    return told is None or (told["against"] is None and told["unanimous"] is None)


def counts_one(text: str) -> bool:
    """True for a text that gives the votes for one proposal and for nothing else, and does not say that it fell."""
    counts = re.findall(rf"\b{_N}\s+{_VOTES}\b(?!\s+(?:for|i?mot|blank))", text, re.I)
    return len(counts) == 1 and not FELL.search(text) and not _AGAINST.search(text) and not UNANIMOUS.search(text)


_VOTING = expression("votes.voting")
_MEASURE = expression("votes.measure")


def _is_vote(text: str, match: re.Match[str]) -> bool:
    """True unless nothing around two counts speaks of voting, or what is counted is something else ("mot ei betaling")."""
    counted = not match.group().rstrip()[-1].isdigit() and _MEASURE.match(text, match.end())
    return bool(_VOTING.search(text)) and not (counted and not re.search(r"stem|røyst", match.group(), re.I))


def _bare_count(text: str) -> tuple[int, int] | None:
    """How many were for and against where only the numbers say so; hours, ages and years count upwards, a majority down.

    >>> _bare_count("Vedtatt, 6-2."), _bare_count("Nedstemt 4-2."), _bare_count("Åpent lørdag (10-14)"), _bare_count("Vedtatt 10-12.")
    ((6, 2), (2, 4), None, None)
    """
    match = _IN_PARENTHESES.search(text)
    if match is None:
        return None
    first, second = (int(group) for group in match.groups() if group)
    if _REFUSED.search(text):
        return min(first, second), max(first, second)
    return (first, second) if first >= second else None


_GROUPS_AGAINST = expression("votes.groups_against")
"""Groups in parentheses behind the votes against, or told one by one."""
_ITEM = rf"(?:\d{{1,3}}:\s)?(?:\d{{1,2}}\s?{_GROUP.pattern}|{_GROUP.pattern}\s\d{{1,2}}|(?<=:\s){_GROUP.pattern})"
_GROUPS_ASIDE = re.compile(rf"\s\({_ITEM}(?:(?:,|\sog)\s{_ITEM})*\)")
"""A parenthesis of groups and their votes, which are no count of all."""
_OF_A_SIDE = expression("votes.of_a_side", re.NOFLAG)
"""The votes of one side with its groups: "5 røyster (SP 2, V 3)"; in one parenthesis for both "(6: 4 A, 2 SV, 4: H)"."""


def _by(text: str, votes_for: int | None, against: int) -> list[Record]:
    """Groups with their votes, of the side that the text gives them to: "mot 2 stemmer (1 H, 1 FrP)", "(5: 3 H, 2 FrP)"."""
    if one := _OF_A_PARTY.search(text):
        return [{"group": one["group"], "for": None, "against": _int(one["n"])}]
    found: list[Record] = []
    for match in _OF_A_SIDE.finditer(text) if votes_for != against else ():
        count, groups = int(match["n"]), _groups(match["groups"], int(match["n"]), alone=bool(match["both"]))
        if count in (votes_for, against) and sum(number for _, number in groups) == count:
            mine, other = ("against", "for") if count == against else ("for", "against")
            found += [{"group": group, mine: number, other: None} for group, number in groups]
    if found:
        return [{"group": one["group"], "for": one["for"], "against": one["against"]} for one in found]
    for match in _GROUPS_AGAINST.finditer(text):
        for number, group in _GROUP_ITEM.findall(match.group(1) or match.group(2)):
            found.append({"group": group, "for": None, "against": int(number)})
    return found


def _groups(text: str, count: int, *, alone: bool) -> list[tuple[str, int]]:
    """The groups of one side and their votes, "3 H, 2 FrP" or "SP 2, V 1"; one that may stand `alone` has all of them."""
    if alone and _GROUP.fullmatch(text.strip()):
        return [(text.strip(), count)]
    first = [(group, int(number)) for number, group in _GROUP_ITEM.findall(text)]
    last = [(group, int(number)) for group, number in _GROUP_LAST.findall(text)]
    return last if sum(number for _, number in last) == count else first


_OF_A_PARTY = expression("votes.of_a_party", re.NOFLAG, unnamed_number=_N.replace("(", "(?:", 1))
"""The one party or body that all the votes against came from ("6 mot 1 (H)")."""


def _persons(names: str) -> int:
    """How many people a list of names has; 0 where it names a group, whose votes it does not tell, or nobody."""
    people = re.split(r",\s|\sog\s", names.strip(", "))
    groups = word_list("not_voters")
    return 0 if any(fold(name.split()[0]) in groups for name in people) else len(people)


def _int(text: str) -> int:
    digits = re.sub(r"[ .]", "", text)
    return int(digits) if digits.isdigit() else _NUMBERS[text.casefold()]
