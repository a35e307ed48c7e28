"""Everything that a message without a log may want: each capability proposes what it hears."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from content.intents import small_talk
from content.intents.about_runner import about_me, moved_runs, runs, whereabouts
from content.intents.log.days_off import back
from content.intents.meaning import Intent, Meaning
from content.intents.moves import exercise_requests, followups, names, preferences
from content.intents.moves.spots import spots
from content.intents.questions import figures, history, topics
from content.intents.reminders import requests
from content.language.body_areas import areas
from content.language.parsed_message import ParsedMessage
from content.language.when.calendar_days import runner_day

GENERAL = (Intent.SESSION, Intent.PROGRESS, Intent.PROGRAM, Intent.WHO, Intent.SETTINGS)


def proposals(reading: ParsedMessage, now: datetime, shown: str | None) -> Iterator[Meaning]:
    """What is heard, in no order: content/intents/deciding/weighing.py chooses."""
    single = (
        _test(reading),
        about_me.told(reading),
        topics.asked(reading),
        figures.asked(reading, runner_day(now)) or history.asked(reading, runner_day(now)),
        preferences.streaks(reading),
        preferences.written(reading),
        preferences.length(reading),
        preferences.preference(reading, shown),
        spots(reading),
        back(reading),
        whereabouts.moved(reading),
        moved_runs.moved_run(reading, runner_day(now)) or runs.run_told(reading, now.date()),
        small_talk.shown_card(reading, shown),
        _wish(reading),
        exercise_requests.circumstances(reading),
    )
    yield from (each for each in single if each)
    yield from followups.proposed(reading, shown, now.date())
    yield from requests.proposed(reading, now)
    yield from small_talk.plainly(reading)


def _test(reading: ParsedMessage) -> Meaning | None:
    tests = [mark for mark in reading.all_marks if mark.concept == "meta:test"]
    return Meaning(Intent.TEST, because=reading.said(tests[0])) if tests else None


def _wish(reading: ParsedMessage) -> Meaning | None:
    if not exercise_requests.wants_something(reading) or reading.has("topic:stop-or-go"):
        return None
    plain = small_talk.plain(reading)
    named = areas(reading) or names.card(reading)
    if plain and not named and plain.intent in GENERAL:
        return replace(exercise_requests.ask(reading, plain.intent), because=plain.because)
    if plain and plain.intent is Intent.OFF_TOPIC and not named:
        return None
    return exercise_requests.ask(reading)
