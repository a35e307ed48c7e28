"""What a number in a message says of the body: how old somebody is, how hot. Pure."""

from collections.abc import Iterator, Sequence

from content.language.phrases import Mark
from content.language.tokens import Token

GROWN_UP, ELDER, OLDEST = 18, 60, 110
FEVER, HOTTEST = 37.8, 42  # a marathon has 42.2 km
YEARS = frozenset({"yo", "yrold"})
PEOPLE = "son daughter boy girl kid mum mom dad mother father nan gran man woman lad lass"
AGED = frozenset({"am", "is", "aged", "age", "turned", "(", *PEOPLE.split()})
UNITS = "km k mile miles m metre metres s rep reps percent out"
LENGTHS = "minute min hour hours day days week weeks month months year years yr"
NO_AGE = frozenset({"%", *UNITS.split(), *LENGTHS.split()})
DEGREES = frozenset({"degree", "degrees", "c", "fever", "temp", "temperature", "celsius"})
OUTDOORS = frozenset({"outside", "outdoors"})  # "39 outside"; "39 degrees out"
RACED = frozenset({"in", "ran", "run", "did", "pb", "under", "sub", "by"})  # a time


def numbers(tokens: Sequence[Token]) -> Iterator[Mark]:
    """Ages and fevers: "my boy 10", "I'm 68", "38.6"."""
    for at, token in enumerate(tokens):
        value = _value(token) if token.is_number else None
        if value is None:
            continue
        before = tokens[at - 1].text if at else ""
        after, then = [*(each.text for each in tokens[at + 1 : at + 3]), "", ""][:2]
        age = _age(value, before, after if then != "old" else "yo")
        near = [each.text for each in tokens[max(0, at - 2) : at]]
        name = age or (None if _weather(after, then) else _heat(value, token.text, near, after))
        if name:
            yield Mark(at, at + 1, f"number:{name}")


def _weather(after: str, then: str) -> bool:
    """ "39 outside", "39 degrees out"; not "39.2 and out of breath"."""
    return after in OUTDOORS or (after in DEGREES and then in {*OUTDOORS, "out"})


def _value(token: Token) -> float | None:
    digits = token.text.replace(".", "", 1)
    return float(token.text) if len(digits) <= 4 and digits.isdecimal() else None  # noqa: PLR2004


def _age(value: float, before: str, after: str) -> str | None:
    told = (before in AGED and after not in NO_AGE) or after in YEARS
    if not told or value % 1 or after == "ago" or value > OLDEST:
        return None
    if value < GROWN_UP:
        return "child"
    return "elder" if value >= ELDER else None


def _heat(value: float, written: str, before: Sequence[str], after: str) -> str | None:
    told = "." in written and after not in NO_AGE and RACED.isdisjoint(before[-1:])
    told = told or not DEGREES.isdisjoint({*before, after})
    return "fever" if told and FEVER <= value <= HOTTEST else None
