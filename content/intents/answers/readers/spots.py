"""Where it is tight: "hips mostly, quads a bit", "everything below the waist"."""

from content.catalog.taxonomy import Area
from content.intents.answers.answer import Found, Known
from content.intents.answers.said import Said, name_of, places
from content.language.body_areas import areas
from content.language.parsed_message import ParsedMessage

ALL = "all"
LEG = "leg"  # the whole of it
NOWHERE = "nowhere"
MOSTLY = ("mostly", "mainly", "especially", "particularly", "chiefly")
OF_A_LEG = (Area.QUADS, Area.HAMSTRINGS, Area.INNER_THIGH, Area.ANKLES)


def spots(said: Said, _known: Known) -> Found | None:
    """The areas that are named; of a group of them all. With minutes it is a wish for a move."""
    if any(each.unit == "minute" for each in said.reading.lengths):
        return None
    named = _named(said.reading)
    marks = said.reading.all("area", "spot", "loc")
    group = said.value()
    used = frozenset(places(marks))
    if group is None:
        return Found(named, used) if named else None
    used |= frozenset(places([group]))
    if name_of(group) == NOWHERE and not named and said.left(used):
        return None  # "nothing to worry about"
    if name_of(group) == NOWHERE:
        return Found(named or None, used)
    if name_of(group) == ALL and named and _mostly(said.reading):
        return Found(named, used)
    if name_of(group) == ALL:
        return Found([area.value for area in Area], used)
    grouped = OF_A_LEG
    return Found(list(dict.fromkeys([*named, *(area.value for area in grouped)])), used)


def _mostly(reading: ParsedMessage) -> bool:
    """Does it single some of them out: "all of it, mainly the quads"?"""
    return any(token.text in MOSTLY for token in reading.tokens)


def _named(reading: ParsedMessage) -> list[str]:
    """The areas of each clause: "hips mostly, quads a bit" are both."""
    clauses = sorted(set(reading.clauses))
    found = [areas(reading.without(set(clauses) - {clause})) for clause in clauses]
    return list(dict.fromkeys(area.value for each in found for area in each))
