"""How titles look that stand before a name: offices of several words, words cut short, words for what people do."""

from __future__ import annotations

import re
from collections.abc import Collection

from extractors.lexicon.wording import expression

DOUBLE_OFFICE = expression("titles.double_office", re.NOFLAG)
"""An office of two fields before a name ("Kultur- og idrettssjef")."""

SHORTENED = re.compile(
    r"^(?:[A-ZÆØÅa-zæøå][a-zæøå]{2,}\.){1,3}$|^(?:[a-zæøå]{2,}\.|[A-ZÆØÅ][a-zæøå]+\.)(?:[a-zæøå]{2,}\.?)+$"
)
"""A title cut short ("Adm.dir.", "Avd.leiar", "Ing."), no initial of a name."""
OFFICE_OF_WORDS = re.compile(
    r"^(?P<office>[A-ZÆØÅa-zæøå][\w.-]*(?:\s+[a-zæøå][\w.-]*){0,3}?\s+(?P<last>[a-zæøå][\w-]*\.?))\s+(?P<name>[A-ZÆØÅ].*)$"
)
"""An office of several words before a name ("Medisinsk direktør", "Adm. direktør", "Pasient- og brukerombud")."""
OF_SEVERAL = expression("titles.of_several", re.NOFLAG)
"""The title of several people, before the first of them ("Lærerne", "Fosterforeldrene")."""
TRADE_END = expression("titles.trade_end")
"""How words for what somebody is end, where two names follow."""
CALL_SIGN = re.compile(r"^(?:L[A-N]|[A-Z]{1,2})\d[A-Z]{2,4}$")
"""The call sign of a radio amateur, which is a name of theirs."""
SHORTEST_TRADE = 4
"""Letters of a word for what people do in which other words may end by chance, at most."""
_AGENT = expression("titles.agent", re.NOFLAG)
"""How words for those who do something end, longer than given names with these endings are ("Avløser", "Frisør")."""


def names_a_trade(word: str, endings: Collection[str]) -> bool:
    """True for a word with one of the endings of words for what people do ("Lettmatros"), or a capital and an agent's.

    >>> [names_a_trade(word, ("matros", "los")) for word in ("Lettmatros", "los", "Områdelos", "Avløser", "Delos")]
    [True, True, True, True, False]
    """
    low = word.casefold()
    ends = (end for end in endings if low.endswith(end))
    whole = any(low == end or len(low) >= len(end) + (0 if len(end) > SHORTEST_TRADE else 4) for end in ends)
    return whole or (word[:1].isupper() and names_an_agent(word))


def names_an_agent(word: str) -> bool:
    """True for a word that ends as those for people who do something, or as verbs do ("Avløser", "Lydtekniker").

    >>> [names_an_agent(word) for word in ("Avløser", "Frisør", "Alexander", "Jasper")]
    [True, True, False, False]
    """
    return _AGENT.fullmatch(word.casefold()) is not None
