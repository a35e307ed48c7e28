"""Which areas a message is about: named outright, or as a part and the side of it."""

from functools import lru_cache

from content.catalog.taxonomy import Area
from content.language.parsed_message import ONE_MESSAGE, ParsedMessage
from content.language.phrases import Mark

NEAR = 8  # words between a part of the body and the "front" or "outer" that belongs to it
PRONOUNS, PRONOUN_NEAR = ("them", "it", "those"), 3
MOST = 20  # mentions of parts that are looked at
VAGUE = 20  # "upper" says less than any "front" in the sentence


@lru_cache(maxsize=ONE_MESSAGE)
def areas(reading: ParsedMessage) -> tuple[Area, ...]:
    """The areas in the order of the message; "hips" alone is the joint and the flexors."""
    found: dict[str, None] = {}
    for mark in reading.all("area", "spot")[:MOST]:
        if not reading.refused(mark) and not _fine(reading, mark):
            found.update(dict.fromkeys(_areas_of(reading, mark)))
    if len(found) > 1 and _only_vague(reading):
        return tuple(Area(name) for name in found)
    return tuple(Area(name) for name in _without_vague(reading, found))


def _areas_of(reading: ParsedMessage, mark: Mark) -> list[str]:
    section, _, name = mark.concept.partition(":")
    if section == "area":
        return [name]
    meeting = reading.tables["areas"]["meeting"][name]
    where = _where(reading, mark)
    return list(meeting.get(where, meeting["any"]))


def _where(reading: ParsedMessage, spot: Mark) -> str:
    """Which side of the part: the nearest "front", "outer" …, and "upper" only if none."""
    near = [
        (away(loc, spot) + VAGUE * (loc.concept in ("loc:top", "loc:deep")), loc.concept)
        for loc in reading.all("loc")
        if away(loc, spot) <= NEAR or _refers_back(reading, loc, spot)
    ]
    return min(near)[1].partition(":")[2] if near else "any"


def _refers_back(reading: ParsedMessage, loc: Mark, spot: Mark) -> bool:
    """Is it of what was named long before: "my hips … the front part of them"?"""
    near = range(loc.end, loc.end + PRONOUN_NEAR)
    return spot.end <= loc.start and any(reading.word(at) in PRONOUNS for at in near)


def away(one: Mark, other: Mark) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _fine(reading: ParsedMessage, mark: Mark) -> bool:
    """Said to be well, which is no complaint: "quads are fine"."""
    after = reading.inside(reading.clause_of(mark), "grammar:fine")
    return any(0 <= fine.start - mark.end <= 1 for fine in after)


def _only_vague(reading: ParsedMessage) -> bool:
    return not reading.has("area")


def _without_vague(reading: ParsedMessage, found: dict[str, None]) -> list[str]:
    """Beside a clear area, a mere "hips" or "legs" adds nothing unless it was joined by "and"."""
    clear = [mark.concept.partition(":")[2] for mark in reading.all("area")]
    spots = [m for m in reading.all("spot") if not _joined(reading, m)]
    if not clear or not spots:
        return list(found)
    vague = {name for mark in spots for name in _areas_of(reading, mark)}
    return [name for name in found if name in clear or name not in vague]


def _joined(reading: ParsedMessage, spot: Mark) -> bool:
    """Parts named side by side, both meant: "stiff lower back and stiff hips"."""
    words = [reading.word(at) for at in (*range(spot.start - 3, spot.start), spot.end)]
    return bool({"and", "plus", "also", ","} & set(words)) or _where(reading, spot) != "any"
