"""When nothing comes: pauses, holidays, quiet hours."""

from datetime import date, time

from bot.chat import Chat
from scheduler.quiet import QUIET, Quiet
from scheduler.recurrence import Pause, covered


def pauses(chat: Chat) -> tuple[Pause, ...]:
    """The pause that the runner is in, and the holiday that is to come."""
    until, away = chat.runner.paused_until, chat.runner.answers.get("away")
    now = [Pause(until)] if until else []
    later = [Pause(date.fromisoformat(away[1]), date.fromisoformat(away[0]))] if away else []
    return (*now, *later)


def paused(chat: Chat) -> bool:
    return covered(pauses(chat), chat.local.date())


def quiet(chat: Chat) -> Quiet:
    kept = chat.runner.answers.get("quiet")
    return Quiet(*map(time.fromisoformat, kept)) if kept else QUIET
