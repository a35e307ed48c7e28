"""What one clause tells about a session. The words are data; what turns them round is grammar.

"I did it" logs, while "did I?", "not yet", "I'll have it done tonight" and "my sister did it"
log nothing.
"""

from collections.abc import Sequence

from content.intents.log.done import done
from content.intents.log.happened import ahead
from content.intents.log.missed import missed
from content.intents.log.objects import OBJECTS
from content.intents.log.partly import instead, partly, whole
from content.intents.meaning import Intent
from content.language.content_words import content_words, covered
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark


def said(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """What a clause tells about a session, and the words that do; the first rule that fits."""
    rules = (
        *(_about_undone, _undone, _state, missed, instead, partly),
        *(done, whole, _written, _own_past, _planned),
    )
    return next((found for rule in rules if (found := rule(reading, clause))), None)


def _about_undone(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """Asked about what was taken back, or how that is done: "which log did you undo?"."""
    marks = reading.inside(clause, "log:undone")
    if not marks and reading.inquires(clause) and not reading.polite(clause):
        marks = reading.inside(clause, "log:undo")
    return (Intent.UNDONE, marks[0]) if marks else None


def _undone(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """Taken back: "scratch that"; a mere "oops" only beside a word about logging, or alone."""
    for mark in reading.inside(clause, "log:undo"):
        if not reading.negated(mark):
            return Intent.UNDO, mark
    slips = reading.inside(clause, "log:slip")
    beside = reading.has(
        "log:done", "log:did", "log:missed", "log:write", "log:tap", "follow:again"
    )
    said_none = reading.has("mends:none")
    named = reading.lengths and not said_none  # "oops, 10 minutes" says what it was
    alone = content_words(reading) <= covered(reading.all("log:slip", "mends"))
    if slips and not named and (beside or alone):
        return None if _how_much(reading, slips) else (Intent.UNDO, slips[0])
    return None


def vague(reading: ParsedMessage, mark: Mark) -> bool:
    """May it be about anything that was said, and no log: "oops", "forget that"?"""
    return not any(
        each.concept == "log:named" and mark.start <= each.start and each.end <= mark.end
        for each in reading.all_marks
    )


def _how_much(reading: ParsedMessage, slips: Sequence[Mark]) -> bool:
    """Is how much of it was done all that follows the slip: "oops, half"?"""
    openers = {mark.start for mark in reading.all("mends:opener")}
    told = reading.all("mends:whole", "log:part")
    slipped = [mark for mark in slips if mark.start in openers]
    return bool(told and slipped) and content_words(reading) <= covered([*told, *slipped])


def _state(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    states = reading.inside(clause, "log:state")
    counted = reading.has("meta:progress")  # "how many have I done?" asks for more
    return (Intent.STATUS, states[0]) if states and not counted else None


def _written(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """Told to be written down: "log 20 minutes", "mark it as done"."""
    marks = reading.inside(clause, "log:write")
    if not marks or reading.inquires(clause) or reading.has("remind:word"):
        return None
    objects = reading.inside(clause, *OBJECTS, "log:done") or reading.lengths
    if not objects:
        return None
    put_off = ahead(reading, clause, marks[0]) and not reading.polite(clause)
    if put_off or reading.negated(marks[0]) or reading.inside(clause, "grammar:later"):
        return Intent.LATER, marks[0]
    return Intent.DONE, marks[0]


def _own_past(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """A length of something of their own, on a day behind: "20 minutes of yoga yesterday"."""
    marks = reading.inside(clause, "own")
    past = reading.inside(clause, "when:yesterday", "when:before-yesterday")
    timed = any(reading.clauses[each.start] == clause for each in reading.lengths)
    if not marks or not past or not timed or reading.inquires(clause) or reading.has("wish:show"):
        return None
    return Intent.DONE, marks[0]


def _planned(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """Nothing happened so far: "I'll do it tonight", "not yet"."""
    if reading.inquires(clause) or reading.has("remind:word", "area", "card", "kind", "wish:show"):
        return None
    plans = reading.inside(clause, "grammar:will-do")
    return (Intent.LATER, plans[0]) if plans else None
