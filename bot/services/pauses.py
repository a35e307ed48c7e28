"""When nothing comes: pauses, holidays, quiet hours."""

from datetime import date, time

from bot.dispatch.conversation import Conversation
from scheduler.calendar.quiet import QUIET, Quiet
from scheduler.calendar.recurrence import Pause, covered

AWAY = "away"


def pauses(chat: Conversation) -> tuple[Pause, ...]:
    """The pause that the runner is in, and the holiday that is to come."""
    until = chat.runner.paused_until
    return (*([Pause(until)] if until else []), *holidays(chat))


def holidays(chat: Conversation) -> list[Pause]:
    """Those that are to come or on, in the order of their days."""
    kept = chat.runner.answers.get(AWAY) or ()
    spans = [kept] if kept and isinstance(kept[0], str) else kept  # one alone, as it was kept once
    found = [Pause(date.fromisoformat(end), date.fromisoformat(begin)) for begin, end in spans]
    return sorted((e for e in found if e.until > chat.day), key=lambda each: each.until)


def plan_holiday(chat: Conversation, since: date, until: date) -> None:
    """One more; it takes the place of those that it touches."""
    spans = [(str(e.since), str(e.until)) for e in holidays(chat) if not _touch(e, since, until)]
    away = sorted([*spans, (since.isoformat(), until.isoformat())])
    chat.remember(**{AWAY: away})


def _touch(pause: Pause, since: date, until: date) -> bool:
    return pause.since is not None and pause.since < until and since < pause.until


def paused(chat: Conversation) -> bool:
    return covered(pauses(chat), chat.local.date())


def quiet(chat: Conversation) -> Quiet:
    kept = chat.runner.answers.get("quiet")
    return Quiet(*map(time.fromisoformat, kept)) if kept else QUIET
