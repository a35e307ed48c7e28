"""Done: it needs something that was done, and that is ours."""

from content.intents.about_runner.distances import paced
from content.intents.log.happened import ahead, others, wished
from content.intents.log.objects import OBJECTS, something_else
from content.intents.meaning import Intent
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark

NEAR = 6  # words after "did" in which its object stands


def done(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    if others(reading, clause):
        return None
    for mark in reading.inside(clause, "log:done", "log:did", "log:worked"):
        if _not_ours(reading, clause, mark) or not _has_object(reading, clause, mark):
            continue
        if wished(reading, clause, mark) or _as_a_name(reading, mark):
            continue
        if any(cause.end == mark.start for cause in reading.inside(clause, "grammar:cause")):
            continue  # "sitting killed my hips": the chair did it
        if reading.inquires(clause):
            told = reading.inside(clause, "grammar:indirect")
            return (Intent.STATUS, told[0]) if told else None
        if reading.negated(mark) or reading.word(mark.end) == "not" or ahead(reading, clause, mark):
            return Intent.LATER, mark
        return Intent.DONE, mark
    return None


def _as_a_name(reading: ParsedMessage, mark: Mark) -> bool:
    """Spoken of, and not said to have happened: "done is better than perfect"."""
    named = mark.start == 0 or reading.word(mark.start - 1) in ("but", "and", ",")
    return named and reading.word(mark.end) in ("is", "beats")


def _not_ours(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Was it a run, a complaint or a thing that was done, and no session?"""
    long_ago = any(each.concept == "over:operation" for each in reading.all_marks)
    if paced(reading) or long_ago:
        return True  # "10 done, 55 min", "an op 5 years ago, done and healed"
    elsewhere = _elsewhere(reading, clause, mark) or _complains(reading, mark)
    return elsewhere or something_else(reading, clause, mark)


def _complains(reading: ParsedMessage, mark: Mark) -> bool:
    """Is it about how a body or a day feels: "got a right pain in the arse today"?"""
    told = reading.all_marks if mark.loose else ()
    return any(
        each.concept.partition(":")[0] in ("feel", "body") or each.concept == "log:idiom"
        for each in told
        if each.start < mark.end and mark.start < each.end
    )


def _elsewhere(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Was it a run, or the dishes, rather than the session: "8 miles done", "did the dishes"?"""
    others = [mark for mark in reading.inside(clause, "elsewhere") if not _adjunct(reading, mark)]
    after = next((other for other in others if other.start >= mark.end), None)
    if after and not _ours(reading, clause, mark.end, after.start):
        return True
    before = next((other for other in reversed(others) if other.end <= mark.start), None)
    return before is not None and mark.start - before.end <= 1


def _adjunct(reading: ParsedMessage, mark: Mark) -> bool:
    """Only when it was done: "before breakfast", "over lunch"."""
    before = {reading.word(mark.start - back) for back in (1, 2, 3)}
    return not before.isdisjoint(reading.tables["grammar"]["when-words"])


def _ours(reading: ParsedMessage, clause: int, start: int, end: int) -> bool:
    """Does a word for the session stand between?"""
    return any(start <= mark.start < end for mark in reading.inside(clause, *OBJECTS))


def _has_object(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Done: "did" needs something that was done, "finished" and a tick stand by themselves."""
    if mark.concept == "log:done":
        return True
    near = [
        m for m in reading.inside(clause, *OBJECTS, "log:part") if 0 <= m.start - mark.end <= NEAR
    ]
    timed = any(0 <= each.start - mark.end <= NEAR for each in reading.lengths)
    rest = [reading.word(at) for at in range(mark.end, len(reading.tokens))]
    ends = not any(word[:1].isalnum() for word in rest) or reading.clauses[mark.end] != clause
    return bool(near) or timed or ends
