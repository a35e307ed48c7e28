"""What is at hand: "got a roller somewhere", "roller and ball, no bands"."""

from content.catalog.taxonomy import Kit
from content.intents.answers.answer import Found, Known
from content.intents.answers.said import Said, name_of, places
from content.intents.moves import exercise_requests
from content.language.parsed_message import ParsedMessage
from content.language.when.dates import weekdays

ELSEWHERE = ("gym", "office", "work", "club", "studio")
BUT = ("but", "except", "bar", "without", "minus")
ALL, NOTHING = "all", "nothing"


def kit(said: Said, known: Known) -> Found | None:
    """What is at hand always: what is only somewhere else, or on some days, is left."""
    reading = said.reading
    some = {number for number in reading.clauses if _sometimes(reading, number)}
    if not some or ALL not in map(name_of, said.values):
        return _at_hand(said, known)
    if some == set(reading.clauses):
        return None
    kept = [at for at, number in enumerate(reading.clauses) if number not in some]
    found = _at_hand(Said(reading.without(some), said.words), known)
    return Found(found.value, frozenset(kept[at] for at in found.used)) if found else None


def _sometimes(reading: ParsedMessage, clause: int) -> bool:
    """Does the clause tell of a place or of days: "the gym has all of it"?"""
    inside = [at for at, number in enumerate(reading.clauses) if number == clause]
    named = any(each.start in inside for each in weekdays(reading))
    return named or any(reading.word(at) in ELSEWHERE for at in inside)


def _at_hand(said: Said, _known: Known) -> Found | None:
    """What is named, all but what is left out, or nothing."""
    has, lacks = exercise_requests.kit(said.reading)
    marks = said.reading.all("kit", "kitless", "having")
    used = frozenset(places([*marks, *said.values]))
    names = [name_of(mark) for mark in said.values]
    marked = [mark for mark in said.values if name_of(mark) in set(Kit)]
    gone = lacks | {Kit(name_of(mark)) for mark in marked if said.reading.negated(mark)}
    told = {Kit(name_of(mark)) for mark in marked} - gone
    if ALL in names:
        spared = told | has if _all_but(said) else set()
        return Found(sorted(each.value for each in set(Kit) - lacks - gone - spared), used)
    if has - gone or told:
        return Found(sorted(each.value for each in (has - gone) | told), used)
    return Found([NOTHING], used) if NOTHING in names or said.reading.has("kitless") else None


def _all_but(said: Said) -> bool:
    """ "Everything except the couch", unlike "roller, couch, everything"."""
    marks = [mark for mark in said.values if name_of(mark) == ALL]
    behind = {said.reading.word(at) for mark in marks for at in (mark.end - 1, mark.end)}
    return not behind.isdisjoint(BUT)
