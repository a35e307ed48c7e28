"""When nothing comes: pauses, holidays, quiet hours."""

from datetime import date

from bot.dispatch.conversation import Conversation
from scheduler.calendar.quiet import QUIET, Quiet
from scheduler.calendar.recurrence import Pause, covered


def pauses(chat: Conversation) -> tuple[Pause, ...]:
    """The pause that the runner is in, and the holiday that is to come."""
    until = chat.runner.paused_until
    return (*([Pause(until)] if until else []), *holidays(chat))


def holidays(chat: Conversation) -> list[Pause]:
    """Those that are to come or on, in the order of their days."""
    found = [Pause(end, begin) for begin, end in chat.answers.away]
    return sorted((e for e in found if e.until > chat.day), key=lambda each: each.until)


def plan_holiday(chat: Conversation, since: date, until: date) -> None:
    """One more; it takes the place of those that it touches."""
    spans = [(str(e.since), str(e.until)) for e in holidays(chat) if not _touch(e, since, until)]
    away = sorted([*spans, (since.isoformat(), until.isoformat())])
    chat.remember(away=away)


def _touch(pause: Pause, since: date, until: date) -> bool:
    return pause.since is not None and pause.since < until and since < pause.until


def paused(chat: Conversation) -> bool:
    return covered(pauses(chat), chat.local.date())


def quiet(chat: Conversation) -> Quiet:
    hours = chat.answers.quiet
    return Quiet(*hours) if hours else QUIET
