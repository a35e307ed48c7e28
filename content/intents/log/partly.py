"""Less than all of it: "half", "all but the lunges", "10 minutes instead of 20"."""

from content.intents.about_runner.distances import distances
from content.intents.log.happened import ahead, others, wished
from content.intents.meaning import Intent
from content.intents.small_talk import WORST
from content.language.content_words import content_words, covered
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.spans import Span
from content.language.when.dates import weekdays

PARTS = ("log", "meta:session", "card", "nth", "own", "side", "when", "kind", "mends", "every")
BEFORE_PART = ("the", "a", "just", "only")
BESIDE = ("and", "but", "then", "of", "on")  # "and all of it today"
SHORT = 5  # words of a message that is nothing but "half of it" or "oops"
BRIEF = 8  # words of one whose clause is nothing but "two of the three"
ASIDE = 2  # words of such a clause beside those


def instead(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """Less than what was planned: "10 minutes instead of 20"."""
    for mark in reading.inside(clause, "log:instead"):
        before = [each for each in reading.lengths if each.end <= mark.start]
        wishes = reading.has("remind:word", "wish:show", "area", "every")
        if before and reading.number(mark.end) is not None and not wishes:
            return Intent.PARTIAL, mark
    return None


def partly(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """Partly done: "half of it", in a long message only beside a word of doing in the clause."""
    if reading.inquires(clause) or others(reading, clause):
        return None
    for mark in reading.inside(clause, "log:part", "log:cut"):
        if in_time(reading, mark) or is_contrast(reading, mark):
            continue
        if ahead(reading, clause, mark) or reading.negated(mark) or _to_spend(reading, mark):
            continue
        if wished(reading, clause, mark) or _of_something_else(reading, mark):
            continue
        doing = reading.inside(clause, "log:done", "log:did", "log:worked", "log:cut")
        doing = doing or reading.inside(clause - 1, "log:write")  # "… and today as half"
        doing = doing or _behind(reading, clause)
        if doing and any(reading.negated(each) or ahead(reading, clause, each) for each in doing):
            continue
        if doing or _alone(reading, clause, mark):
            return Intent.PARTIAL, mark
    return None


def _of_something_else(reading: ParsedMessage, mark: Mark) -> bool:
    """Is it a run that was "cut short", or a date before a distance: "14/11 12.4 km"?"""
    far = any(each.start <= mark.end and mark.start < each.end for each in distances(reading))
    same = [m for m in reading.all_marks if m.concept == mark.concept and m.start < mark.end]
    end = max(each.end for each in same if each.end > mark.start)  # "had to cut" and "cut … short"
    return far or any(
        mark.start < other.start < end
        for other in reading.all_marks
        if other.concept.startswith("elsewhere")
    )


def _behind(reading: ParsedMessage, clause: int) -> list[Mark]:
    """A day behind where nothing else is told: "half of it yesterday", not "half price"."""
    days = reading.inside(clause, "when:yesterday", "when:before-yesterday")
    return days if _all_told(reading, clause) else []


def _all_told(reading: ParsedMessage, clause: int) -> bool:
    """Does every word that says something speak of a session, of its parts or of a day?"""
    told = reading.inside(clause, *PARTS)
    said = {at for at in content_words(reading) if reading.clauses[at] == clause}
    lengths = [each for each in reading.lengths if each.start in said]
    return said <= covered([*told, *lengths])


def _alone(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Is it all that is said? A card may follow that was left out."""
    if not left_out(reading, mark) and not _all_told(reading, clause):
        return False
    if _rates(reading, mark) or _names_one(reading, mark):
        return False
    wished = reading.has("feel", "area", "wish:show", "remind:word", "kit", "meta:check-in")
    described = reading.inside(clause, "moment", "side", "follow")
    if wished or described or (reading.has("card") and not left_out(reading, mark)):
        return False
    if reading.size <= SHORT or (left_out(reading, mark) and reading.size <= BRIEF):
        return True
    inside = [
        token.text
        for token, number in zip(reading.tokens, reading.clauses, strict=True)
        if number == clause and token.text[0].isalnum()
    ]
    return reading.size <= BRIEF and len(inside) <= mark.end - mark.start + ASIDE


def _rates(reading: ParsedMessage, mark: Mark) -> bool:
    """Is it a number on the scale from 0 to 10, and no share of a session: "3 of 10"?"""
    return reading.number(mark.end - 1) == WORST and reading.number(mark.start) is not None


def _names_one(reading: ParsedMessage, mark: Mark) -> bool:
    """Does it say how many moves are wanted: "just one move today"?"""
    behind = reading.inside(reading.clause_of(mark), "wish:ask")
    return any(each.start == mark.end for each in behind)


def left_out(reading: ParsedMessage, mark: Mark) -> bool:
    """Is what follows the part that was left out: "all but the lunges", "skipped the plank"?"""
    if mark.concept == "log:missed":
        card = mark.end + (reading.word(mark.end) in BEFORE_PART)
        return any(each.start == card for each in reading.all("card"))
    return (
        mark.concept == "log:part"
        and reading.word(mark.end - 1) in (reading.tables["clock"]["except"])
    )


def _to_spend(reading: ParsedMessage, mark: Mark) -> bool:
    """What there is to use, and nothing done: "only got ten minutes for hips"."""
    wished = reading.has("area", "spot", "wish:show", "resize")
    starts = [each.start for each in reading.lengths] if wished else []
    starts += [each.start for each in reading.all("kit")]
    if any(0 <= start - mark.end <= 1 for start in starts):
        return True
    has = any(each.start < mark.end and mark.start < each.end for each in reading.all("having"))
    told = reading.inside(reading.clause_of(mark), "log:done", "log:did", "log:worked")
    return has and not told and not _all_told(reading, reading.clause_of(mark))


def in_time(reading: ParsedMessage, mark: Mark) -> bool:
    """Is it part of a time, a length or a date: "half" of "half eight"?"""
    spans: list[Span] = [*reading.lengths, *reading.clocks, *reading.written_dates]
    return any(each.start < mark.end and mark.start < each.end for each in spans)


def is_contrast(reading: ParsedMessage, mark: Mark) -> bool:
    """What it was not, beside what it was: "all of it, not just half"."""
    at = mark.start - 1
    while reading.word(at) in BEFORE_PART:
        at -= 1
    return reading.word(at) == "not" and reading.has("mends:whole", "log:done")


def whole(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """All of it on one day, after a clause that told of another: "half yesterday, all today".

    Nothing else may be said there: "busy all day today" and "want all today" are no logs.
    """
    marks = reading.inside(clause, "mends:whole")
    told = reading.inside(clause - 1, "log:did", "log:done", "log:part")
    named = [day for day in weekdays(reading) if reading.clauses[day.start] == clause]
    days: list[Span] = [*reading.inside(clause, "when:today", "when:yesterday"), *named]
    if not (marks and told and days) or reading.inquires(clause) or reading.inquires(clause - 1):
        return None
    inside = {at for at, number in enumerate(reading.clauses) if number == clause}
    rest = {reading.word(at) for at in inside - covered([*marks, *days])}
    return (
        None
        if any(word.isalpha() and word not in BESIDE for word in rest)
        else (Intent.DONE, marks[0])
    )
