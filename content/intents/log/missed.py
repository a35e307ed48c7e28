"""A session that did not happen: "skipped it". What is skipped for good, or to come, is no log."""

from content.intents.log.happened import others
from content.intents.log.objects import something_else
from content.intents.meaning import Intent
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.when.dates import every_such, weekdays


def missed(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    if reading.inquires(clause) or others(reading, clause):
        return None
    for mark in reading.inside(clause, "log:missed"):
        wishes = reading.inside(clause, "area", "card", "kit", "every", "wish:show", "remind:word")
        wishes += reading.inside(clause, "run:off")
        never = _every_week(reading, mark) or _later_than(reading, clause, mark)
        never = never or _to_come(reading, mark) or something_else(reading, clause, mark)
        never = never or _short_of_time(reading, mark) or _leaves_out(reading, clause, mark)
        if not wishes and not never and not _told_late(reading, clause, mark):
            return Intent.MISSED, mark
    return None


def _short_of_time(reading: ParsedMessage, mark: Mark) -> bool:
    """Why a wish is for so little: "no time, 3 minutes for hips"."""
    wished = reading.has("area", "card") and bool(reading.lengths)
    return wished and reading.said(mark)[0].startswith(("no time", "too "))


def _leaves_out(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """What a wish shall leave out: "skip the half ones"; or all there was: "nothing but sit"."""
    if reading.word(mark.end) == "but":
        return True
    wished = reading.lengths or reading.has("kitless", "kit", "position", "area")
    parts = reading.inside(clause, "log:part", "nth", "kind", "position")
    return reading.tokens[mark.start].raw == "skip" and bool(wished) and bool(parts)


def _told_late(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Done, where only the telling was forgotten: "did it, forgot to say"."""
    doing = [m for m in reading.inside(clause, "log:did", "log:done") if m.start < mark.start]
    return reading.word(mark.end) == "to" and any(not reading.negated(each) for each in doing)


def _every_week(reading: ParsedMessage, mark: Mark) -> bool:
    """Every such day to come, and no log of one: "skip sundays", "no sessions on sundays"."""
    every = any(every_such(reading, day) for day in weekdays(reading))
    return reading.word(mark.start) in ("skip", "no") and every


def _to_come(reading: ParsedMessage, mark: Mark) -> bool:
    """One day to come, and no log of one: "skip the 20th"."""
    dated = any(each.start >= mark.end for each in reading.written_dates)
    ahead = any(day.how in ("next", "this", "coming") for day in weekdays(reading))
    soon = reading.has("when:tomorrow", "when:this-weekend")
    return reading.tokens[mark.start].raw == "skip" and (dated or ahead or soon)


def _later_than(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Nothing that happened: "would have skipped", "if I skip"."""
    return any(other.end <= mark.start for other in reading.inside(clause, "grammar:if"))
