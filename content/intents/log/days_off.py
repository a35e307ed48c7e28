"""Days off in words: "got the flu", "travelling till Friday", "I'm back". Pure."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from content.intents.log.illness import of_others
from content.intents.meaning import Intent, Meaning
from content.intents.reminders.pauses import from_to, until
from content.intents.reminders.reminder_message import ReminderMessage
from content.language.parsed_message import ParsedMessage
from content.language.when.dates import coming_day, every_such, past_day, weekdays

REASONS = ("ill", "travel", "rest")
OVER_NOW = "back:over"
AFTER_ILLNESS = "topic:after-illness"  # one that has passed is no day off
LONGEST = 14  # words of a message that tells of days off
BRIEF = 9  # words of one that tells of being back
DAY = timedelta(days=1)
WISHES = (
    *("area", "card", "spot", "kind", "wish:show"),
    *("remind:word", "remind:snooze-word", "told:except"),
)
NO_DAY_OFF = (
    "elsewhere:run",
    "grammar:except",
    "remind:word",
    "area",
    "card",
    "spot",
    "every",
    "log:did",
    "log:done",
    "run:did",
)
OVER = ("could", "did", "managed", "missed", "skipped")
PAIR, THROUGH = 2, ("to", "-", "through", "till", "until")
PAST = ("was", "were", "been", "had", "took", "felt", "yesterday", "fell", "caught", "as", "make")


def away(reading: ParsedMessage, now: datetime) -> tuple[Meaning, ...]:
    """The days that are off and why; empty if the message tells of none."""
    if full := _busy(reading, now.date()):
        return (full,)
    reason = _reason(reading)
    if reason is None or reading.size > LONGEST or _other_wish(reading):
        return ()
    if reading.has(AFTER_ILLNESS) and not weekdays(reading):
        return ()
    because = reading.said(*(reading.all(f"away:{reason}") or reading.all("away:hot"))[:1])
    plan, today = ReminderMessage(reading, now), now.date()
    if days := list(_gone(reading, today)):
        return tuple(Meaning(Intent.EXCUSED, reason=reason, day=d, because=because) for d in days)
    since, end = _ahead(plan, today)
    if end is None or (since is None and end == today + DAY):
        return (Meaning(Intent.EXCUSED, reason=reason, because=because),)
    return (Meaning(Intent.PAUSE, reason=reason, since=since, day=end, because=because),)


def _busy(reading: ParsedMessage, today: date) -> Meaning | None:
    """One day to come without time for a session: "I can't exercise on friday"."""
    marks = reading.all("away:busy")
    named = [day for day in weekdays(reading) if not every_such(reading, day)]
    days = [*named, *reading.written_dates, *reading.all("when:tomorrow", "when:after-tomorrow")]
    over = any(token.text in (*PAST, *OVER) for token in reading.tokens)
    if not marks or len(days) != 1 or over or reading.clocks or reading.has(*NO_DAY_OFF):
        return None
    first = coming_day(reading, today)
    theirs = reading.inside(reading.clause_of(marks[0]), "grammar:other")
    if any(each.start < marks[0].start for each in theirs):
        return None  # "my sister can't train on friday"
    if first is None or any(map(reading.asks, set(reading.clauses))):
        return None
    return Meaning(
        Intent.PAUSE, reason="rest", since=first, day=first + DAY, because=reading.said(marks[0])
    )


def _reason(reading: ParsedMessage) -> str | None:
    if reading.has("away:well", "grammar:other"):
        return None
    marks = [
        mark
        for mark in reading.all(*(f"away:{each}" for each in REASONS))
        if not reading.negated(mark) and not of_others(reading, mark.start)
    ]
    well = reading.all(OVER_NOW)
    marks = [m for m in marks if not any(m.start < w.end and w.start < m.end for w in well)]
    names = {mark.concept.partition(":")[2] for mark in marks}
    if _off_with_a_fever(reading):
        return "ill"
    return next((each for each in REASONS if each in names), None)


def _off_with_a_fever(reading: ParsedMessage) -> bool:
    """ "Fever, so a rest day"; a fever alone is a flag, and never comes here."""
    hot = [mark for mark in reading.all("away:hot") if not reading.negated(mark)]
    own = [mark for mark in hot if not of_others(reading, mark.start)]
    return bool(own) and reading.has("away:off")


def _other_wish(reading: ParsedMessage) -> bool:
    """Is it a question, or does it want something else?"""
    return reading.has(*WISHES) or any(map(reading.asks, set(reading.clauses)))


def _gone(reading: ParsedMessage, today: date) -> Iterator[date]:
    """Days of the past: "was ill on Monday", and all of them up to today in "since Monday"."""
    if any(token.text == "since" for token in reading.tokens):
        first = next(iter(past_day(reading, today)), None)
        yield from (first + n * DAY for n in range((today - first).days + 1)) if first else ()
    elif any(token.text in PAST for token in reading.tokens):
        days = past_day(reading, today)
        if len(days) == PAIR and any(token.text in THROUGH for token in reading.tokens):
            days = [days[0] + n * DAY for n in range((days[1] - days[0]).days + 1)]
        back = timedelta(days=7) if _last_week(reading) else timedelta(0)
        yield from (day - back for day in days if day - back < today)


def _last_week(reading: ParsedMessage) -> bool:
    words = [token.text for token in reading.tokens]
    return any(pair == ("last", "week") for pair in pairwise(words))


def _ahead(plan: ReminderMessage, today: date) -> tuple[date | None, date | None]:
    """The first day off (None for today) and the first one after; no end if none was told."""
    if span := from_to(plan):
        return span[0], span[1] + DAY
    if plan.reading.has("remind:next-week"):
        monday = today + timedelta(days=7 - today.weekday())
        return monday, monday + timedelta(days=7)
    if plan.reading.has("when:tomorrow", "when:after-tomorrow"):
        first = coming_day(plan.reading, today) or today
        return first, first + DAY
    if end := until(plan):
        return None, end
    if weekdays(plan.reading) and (named := coming_day(plan.reading, today)):
        return named, named + DAY
    return None, None


def back(reading: ParsedMessage) -> Meaning | None:
    """Back again ("healthy again"), but not where it hurts."""
    marks = [
        mark
        for mark in reading.all("back")
        if not reading.negated(mark) and not of_others(reading, mark.start)
    ]
    if any(token.text == "still" for token in reading.tokens):
        return None
    if not marks or reading.size > BRIEF or reading.has("place:at") or _other_wish(reading):
        return None
    spans = [(mark.start, mark.end) for mark in marks]
    if any(not any(a <= m.start < b for a, b in spans) for m in reading.all("feel")):
        return None
    reason = "ill" if any(mark.concept == OVER_NOW for mark in marks) else None
    return Meaning(Intent.BACK, reason=reason, because=reading.said(marks[0]))
