"""What is at hand: "got a roller somewhere", "roller and ball, no bands"."""

from content.catalog.taxonomy import Kit
from content.intents.answers.answer import Found, Known
from content.intents.answers.said import Said, name_of, places
from content.intents.moves import exercise_requests

ALL, NOTHING = "all", "nothing"


def kit(said: Said, _known: Known) -> Found | None:
    """What is named, all but what is left out, or nothing."""
    has, lacks = exercise_requests.kit(said.reading)
    marks = said.reading.all("kit", "kitless", "having")
    used = frozenset(places([*marks, *said.values]))
    names = [name_of(mark) for mark in said.values]
    marked = [mark for mark in said.values if name_of(mark) in set(Kit)]
    gone = lacks | {Kit(name_of(mark)) for mark in marked if said.reading.negated(mark)}
    told = {Kit(name_of(mark)) for mark in marked} - gone
    if ALL in names:
        return Found(sorted(each.value for each in set(Kit) - lacks - gone - told - has), used)
    if has - gone or told:
        return Found(sorted(each.value for each in (has - gone) | told), used)
    return Found([NOTHING], used) if NOTHING in names or said.reading.has("kitless") else None
