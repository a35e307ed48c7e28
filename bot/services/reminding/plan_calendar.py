"""What is planned for the next weeks, as events of a calendar, and as the file that has them."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_OID, uuid5

from bot.dispatch.conversation import Conversation
from bot.services.reminding import pauses, schedule
from bot.services.training_state import training_state
from content.coaching.session.training_state import runs_on
from scheduler.calendar.ics import Event, calendar
from scheduler.calendar.recurrence import DAY, covered, fire
from scheduler.reminders.slots import ONCE

WEEKS = 8
FEEDS = "/app/calendar/"  # below what proxies hand on
USUAL = 8  # minutes of a session, where none are wished


def file(chat: Conversation, events: Iterable[Event]) -> str:
    """The file with these events."""
    return calendar(events, chat.wording.words["calendar"]["name"], chat.now)


def address(page: str, secret: str) -> str:
    """Where a calendar follows the plan; `page` is what the world reaches us under."""
    return f"{page}{FEEDS}{secret}.ics"


def events(chat: Conversation) -> list[Event]:
    """Sessions at their reminders' times and days of runs, on the runner's own clock."""
    return [*_sessions(chat), *_runs(chat)]


def _days(chat: Conversation) -> Iterator[date]:
    """Eight weeks from today on."""
    today = chat.local.date()
    return (today + n * DAY for n in range(7 * WEEKS))


def _sessions(chat: Conversation) -> Iterator[Event]:
    """Each reminder that is still to come: days off, holidays and changed clocks are seen to."""
    for slot, rule in schedule.rules(chat).items():
        for day in _days(chat):
            due = fire(day, rule.at, rule.zone)
            if rule.means(day) and due > chat.now:
                yield _session(chat, f"{slot}:{day}", due)
    for slot, due in schedule.planned(chat).items():
        if slot.startswith(ONCE) and due > chat.now:
            yield _session(chat, slot, due)


def _session(chat: Conversation, key: str, due: datetime) -> Event:
    words = chat.wording.words["calendar"]
    minutes = chat.answers.minutes.get(due.astimezone(chat.local.tzinfo).weekday(), USUAL)
    lasts = timedelta(minutes=minutes)
    return Event(_uid(chat, key), words["session"], due, lasts, words["session_about"])


def _runs(chat: Conversation) -> Iterator[Event]:
    """A whole day each, usual or told: nobody told how long the run is."""
    words, state = chat.wording.words["calendar"], training_state(chat)
    away, told = pauses.holidays(chat), {run.day for run in state.runs}
    for day in _days(chat):
        at_home = day in told or not covered(away, day)
        if at_home and runs_on(state, day):
            yield Event(_uid(chat, f"run:{day}"), words["run"], day, DAY, words["run_about"])


def _uid(chat: Conversation, key: str) -> str:
    """The same each time, so that a newer file changes the event; it tells of nobody."""
    whose = f"{chat.runner.id} {chat.runner.created_at.isoformat()}"
    return f"{uuid5(NAMESPACE_OID, f'{whose} {key}')}@limber"
