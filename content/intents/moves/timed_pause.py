"""A pause that ends by itself: "pause for 2 minutes", "give me thirty seconds". Pure."""

from collections.abc import Iterable, Mapping, Sequence
from math import prod
from typing import Any

from content.intents.moves.session_words import bare
from content.language.lexicon import Lexicon

SECONDS = {"seconds": 1, "minutes": 60}
LONGEST = 30 * 60  # after which it is no pause of a session any more


def timed_pause(text: str, lexicon: Lexicon) -> float | None:
    """How many seconds a session shall rest; None if a whole message is no such wish."""
    table = lexicon.tables["asides"]
    found = (_seconds(way.split(), table["timed-pause"], lexicon) for way in bare(text, table))
    return next((each for each in found if each and each <= LONGEST), None)


def _seconds(words: Sequence[str], table: Mapping[str, Any], lexicon: Lexicon) -> float | None:
    """What is said before the number has to be made of the beginnings."""
    unit = next((SECONDS[name] for name in SECONDS if words and words[-1] in table[name]), None)
    at = next((n for n, each in enumerate(words) if _amount(each, table, lexicon)), None)
    if unit is None or at is None:
        return None
    said = " ".join(each for each in words[:at] if each not in table["small"])
    amounts = [_amount(each, table, lexicon) for each in words[at:-1]]
    counted = [each for each in amounts if each]
    known = len(counted) + sum(each in table["beside"] for each in words[at:-1])
    alone = bool(said) and _begins(said, table["begins"])
    return prod(counted) * unit if alone and known >= len(amounts) else None


def _begins(said: str, begins: Iterable[str]) -> bool:
    """Is it nothing but beginnings: "hold on, give me"?"""
    rests = [said[len(each) :].strip() for each in begins if f"{said} ".startswith(f"{each} ")]
    return any(not rest or _begins(rest, begins) for rest in rests)


def _amount(word: str, table: Mapping[str, Any], lexicon: Lexicon) -> float | None:
    """The number that a word stands for."""
    if word.isdecimal():
        return float(word)
    clock = lexicon.tables["clock"]
    numbers = {**clock["numbers"], **clock["tens"], **table["some"]}
    return float(numbers[word]) if numbers.get(word) else None
