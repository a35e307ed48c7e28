"""A message in which sessions are told, beside whatever else it wants. Pure."""

from collections.abc import Sequence
from datetime import datetime

from content.intents.about_runner.moved_runs import moved_run
from content.intents.about_runner.run_list import run_list
from content.intents.deciding.proposals import proposals
from content.intents.deciding.reading import Reading
from content.intents.deciding.suggestions import number_alone, unclear
from content.intents.deciding.two_things import two_things
from content.intents.deciding.weighing import heaviest
from content.intents.hearing import Heard
from content.intents.log import sessions
from content.intents.log.day_list import day_list
from content.intents.log.days_off import away
from content.intents.meaning import Intent, Meaning
from content.language.parsed_message import ParsedMessage
from content.language.when.calendar_days import runner_day

BRIEF = 6  # words
QUESTIONS = (Intent.TOPIC, Intent.RESIZE, Intent.ABOUT, Intent.BUG, Intent.HISTORY)
RESET = (Intent.REMIND, Intent.CANNOT)
HALF = 0.5  # of what a message says
NOTHING_DONE = (Intent.LATER, Intent.MISSED)
FAINT = (
    Intent.UNKNOWN,
    Intent.THANKS,
    Intent.GREETING,
    Intent.LATER,
    Intent.HELP,
    Intent.RESIZE,
)


def told_first(heard: Heard, now: datetime, shown: str | None) -> tuple[Meaning, ...]:
    """What was told about sessions first, then what else the message wants."""
    today = runner_day(now)
    reading, entries = heard.reading, _entries(heard)
    if listed := run_list(reading, today) or day_list(reading, today):
        return listed
    if (planned := _planned(reading, now)) and all(map(_nothing_done, entries)):
        return planned
    if not entries or _put_off(reading, entries) or _names_an_hour(reading, entries):
        whole = heaviest(reading, proposals(reading, now, shown))
        return two_things(reading, whole, now, shown) or _only(reading, whole)
    if asked := _asked_instead(reading, entries, now, shown):
        return (asked,)
    told = {entry.clause for entry in entries}
    mine, rest = reading.without(set(reading.clauses) - told), reading.without(told)
    if rest.size and (days := away(rest, now)):
        return (*sessions.meanings(mine, entries, today), *days)
    other = _other(rest, now, shown) if rest.size else None
    if other is None or not _counts(other, rest, entries):
        return sessions.meanings(reading, entries, today)
    if all(entry.intent is Intent.LATER for entry in entries):
        return (_other(reading, now, shown),)
    mood = other.intent is Intent.ASK and all(_is_a_mood(reading, each) for each in entries)
    return (other,) if mood else (*sessions.meanings(mine, entries, today), other)


def _planned(reading: ParsedMessage, now: datetime) -> tuple[Meaning, ...]:
    """Days without sessions, or a run that moves to another day."""
    if days := away(reading, now):
        return days
    moved = moved_run(reading, runner_day(now))
    return (moved,) if moved else ()


def _entries(heard: Heard) -> Sequence[sessions.Entry]:
    """What is told of sessions: "halve the sessions from monday" tells of none."""
    reading = heard.reading
    plan = reading.has("topic:taper") and not reading.has("log:did", "log:done")
    return () if plan else heard.told


def _nothing_done(entry: sessions.Entry) -> bool:
    """Missed, put off, or only words of writing down: "mark Thursday as a rest day"."""
    return entry.intent in NOTHING_DONE or entry.mark.concept == "log:write"


def _is_a_mood(reading: ParsedMessage, entry: sessions.Entry) -> bool:
    """No wish for it now, and nothing missed: "can't be bothered"."""
    return entry.intent is Intent.MISSED and reading.word(entry.mark.start) == "can"


def _put_off(reading: ParsedMessage, entries: Sequence[sessions.Entry]) -> bool:
    """A wish to be asked again then, and no plan: "in a bit, 15 mins"."""
    later = all(entry.intent is Intent.LATER for entry in entries)
    return later and bool(reading.lengths) and reading.size <= BRIEF


def _names_an_hour(reading: ParsedMessage, entries: Sequence[sessions.Entry]) -> bool:
    """An hour that was agreed to, and no plan: "fine, 7, but I want it known that I protest"."""
    later = all(entry.intent is Intent.LATER for entry in entries)
    return later and not reading.has("log:session") and number_alone(reading) is not None


def _asked_instead(
    reading: ParsedMessage, entries: Sequence[sessions.Entry], now: datetime, shown: str | None
) -> Meaning | None:
    """A question that accounts for most of it, and no plan: "what happens if I stop?", or another
    time for the reminder: "do it at lunchtime instead".
    """
    if any(entry.intent not in (Intent.LATER, Intent.STATUS) for entry in entries):
        return None
    whole = heaviest(reading, proposals(reading, now, shown))
    if whole is None or whole.share(reading) < HALF:
        return None
    plan = any(token.text == "i" for token in reading.tokens)  # "I'll do it tonight" is one
    changed = not plan and reading.has("remind:change") and whole.meanings[0].intent in RESET
    return whole.meanings[0] if changed or whole.meanings[0].intent in QUESTIONS else None


def _counts(other: Meaning, rest: ParsedMessage, entries: Sequence[sessions.Entry]) -> bool:
    """Is this a second request, or just more words about the session that was told?"""
    if other.intent is Intent.SURE:
        other = other.offers[0]
    named = other.intent is Intent.ASK and bool(other.areas or other.card)
    if named and (rest.lengths or all(map(_nothing_done, entries))):
        return True  # "can't be bothered, hamstrings", "10 min for my back, and log yesterday"
    if other.intent in FAINT or other.intent in (Intent.SESSION, Intent.MOVED, Intent.OFF_TOPIC):
        asked = other.intent is Intent.SESSION and not rest.has("when:yesterday")
        return asked and not rest.lengths and rest.size > 1
    if other.intent is Intent.ANOTHER and rest.has("log:missed", "log:cut"):
        return False  # "skipped the other two"
    if other.intent is Intent.ASK:
        return rest.has("wish", "feel", "meta:session") or any(
            rest.asks(clause) for clause in set(rest.clauses)
        )
    if other.intent in (Intent.PAUSE, Intent.REMIND, Intent.REMIND_DAYS, Intent.SNOOZE):
        return rest.has("remind:word", "remind:snooze", "remind:pause") or other.at is not None
    return entries[0].intent is not Intent.UNDO or other.intent is not Intent.DELETE


def _other(reading: ParsedMessage, now: datetime, shown: str | None) -> Meaning:
    """The one thing that a message without a log wants."""
    return _only(reading, heaviest(reading, proposals(reading, now, shown)))[0]


def _only(reading: ParsedMessage, whole: Reading | None) -> tuple[Meaning, ...]:
    return whole.meanings if whole else (unclear(reading),)
