"""Breaks from sitting: every so often within hours; a walk that was one; a meeting that waits."""

from collections.abc import Iterator
from datetime import time

from content.intents.meaning import Intent, Meaning
from content.intents.reminders.reminder_message import ReminderMessage
from content.language.content_words import covered
from content.language.phrases import Mark
from content.language.when.clock import NOON, later_today
from content.language.when.dates import chosen

JOINTS = ("to", "and", "-", "until", "till", "through", "thru")
HOUR = 60  # minutes


def interval(plan: ReminderMessage) -> Meaning | None:
    """Breaks wanted or ended: "every 50 minutes between 9 and 5", "no more breaks"."""
    words = plan.reading.all("break:word")
    if words and (wait := _waiting(plan, words)):
        return wait
    every = next((each for each in plan.reading.lengths if _repeats(each.lead, each.unit)), None)
    hourly = plan.reading.all("remind:hourly")
    if every:
        return _breaks(plan, [Mark(every.start, every.end, "")], every.minutes)
    if hourly and (words or plan.named or plan.reading.has("moment:desk", "break:office")):
        return _breaks(plan, hourly, None if plan.has("off") else HOUR)
    if words and (plan.named or plan.has("off", "resume") or plan.short):
        return _breaks(plan, words, None)
    return None


def _waiting(plan: ReminderMessage, words: list[Mark]) -> Meaning | None:
    """No end but a while without: "stop breaks until tomorrow"."""
    if not plan.has("until") or not plan.has("off", "off-alone", "pause", "hush"):
        return None
    clock = plan.clocks[0] if plan.clocks else None
    if clock and clock.at:
        at, day = later_today(clock, plan.now)
        return plan.mean(Intent.MEETING, words[:1], at=at, day=plan.day or day)
    return plan.mean(Intent.MEETING, words[:1], day=plan.day) if plan.day else None


def _repeats(lead: str, unit: str) -> bool:
    return lead in ("every", "each") and unit in ("minute", "hour")


def _breaks(plan: ReminderMessage, marks: list[Mark], minutes: int | None) -> Meaning | None:
    ended = any(plan.reading.all("remind:off")) and not minutes
    if not ended and minutes is None and plan.clocks:
        return None  # "remind me to stand up at 3" comes once a day
    days = chosen(plan.reading)
    return plan.mean(
        Intent.INTERVAL, marks, minutes=minutes, hours=hours(plan), days=days, on=not ended
    )


def hours(plan: ReminderMessage) -> tuple[time, time] | None:
    """The first and the last time of breaks: "from 9 to 5", "during office hours"."""
    if found := span(plan):
        return _to_afternoon(*found)
    if plan.reading.has("break:office"):
        start, end = plan.reading.tables["breaks"]["office-hours"]
        return time.fromisoformat(start), time.fromisoformat(end)
    return None


def span(plan: ReminderMessage) -> tuple[time, time] | None:
    """The first two times that are joined by "to" and the like."""
    return next(iter(_spans(plan)), None)


def several(plan: ReminderMessage) -> bool:
    """Are hours with a gap in them wanted: "from 9 to 12 and from 13 to 17"?"""
    return len(list(_spans(plan))) > 1


def _spans(plan: ReminderMessage) -> Iterator[tuple[time, time]]:
    times, long = plan.reading.times, covered(plan.reading.lengths)
    for at in range(len(plan.reading.tokens)):
        first = times.hour(at) if at not in long else None  # "every 2 hours 10 to 18"
        joint = first and next((j for j in (first.end - 1, first.end) if _joins(plan, j)), None)
        last = times.hour(joint + 1) if joint else None
        if first and last and first.at and last.at:
            yield first.at, last.at


def _joins(plan: ReminderMessage, at: int) -> bool:
    return plan.reading.word(at) in JOINTS


def _to_afternoon(first: time, last: time) -> tuple[time, time]:
    """Nine to five ends in the afternoon."""
    if last <= first and last.hour < NOON:
        last = last.replace(hour=last.hour + NOON)
    return first, last


def walked(plan: ReminderMessage) -> Meaning | None:
    """A walk just now; one that is planned, denied or asked about is none."""
    marks = [mark for mark in plan.reading.all("break:walked") if not plan.reading.negated(mark)]
    aside = plan.reading.has("area", "spot", "feel", "wish:show", "grammar:future", "every")
    if not marks or aside or plan.clocks or any(map(plan.reading.asks, set(plan.reading.clauses))):
        return None
    return plan.mean(Intent.WALKED, marks[:1])


def meeting(plan: ReminderMessage) -> Meaning | None:
    """When breaks may come again: "meeting till 15:00", "on a call for an hour"."""
    marks = plan.reading.all("break:busy")
    if not marks or plan.named or plan.reading.has("area", "feel", "card", "kind", "wish:show"):
        return None
    until = plan.clocks[0] if plan.clocks and plan.has("until") else None
    if until and until.at:
        at, day = later_today(until, plan.now)
        return plan.mean(Intent.MEETING, marks[:1], at=at, day=day, guessed=until.guessed)
    if plan.brief and plan.brief.lead in ("for", "more"):
        return plan.mean(Intent.MEETING, marks[:1], minutes=plan.brief.minutes)
    later = plan.day if plan.has("until") else None
    return plan.mean(Intent.MEETING, marks[:1], day=later) if later else None
