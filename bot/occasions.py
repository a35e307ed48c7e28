"""An occasion whose turn has come: it becomes a story about its runner, if it still makes sense."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from bot.chat import Chat, StaleTap
from bot.coach import Coach
from bot.handlers import care, today, walk
from scheduler.memory import Reminder
from scheduler.slots import CARE, DAILY, HOLD, SNOOZE
from storage.outbox import Letter, Outcome
from storage.store import Work

OCCASIONS = {DAILY: today.remind, SNOOZE: today.remind, CARE: care.remind, HOLD: walk.tick}
BUSY = timedelta(seconds=1)


def tell(coach: Coach, work: Work, occasion: Letter, now: datetime) -> Letter | None:
    """The letter that the occasion becomes; None if it is put off, or over without a word.

    A handler holds its runner first and other rows then; here a letter is held already, so a
    runner who is held is not waited for, or the two could wait for each other.
    """
    assert occasion.chat_id is not None  # noqa: S101 - an occasion is a runner's
    runner = work.runners.get(occasion.chat_id, wait=False)
    if runner is None:
        later = Outcome(occasion.id, "waiting", again_at=now + BUSY)
        work.outbox.settle([later], now)
        return None
    chat = Chat(work=work, runner=runner, coach=coach, now=now)
    _tell(chat, occasion.payload)
    return work.outbox.tell(occasion, chat.letters, now)


def _tell(chat: Chat, occasion: Mapping[str, Any]) -> None:
    """The story, unless the runner has changed or ended the slot since it was handed over."""
    slot, moment = occasion["slot"], datetime.fromisoformat(occasion["moment"])
    day = date.fromisoformat(occasion["day"]) if occasion["day"] else None
    data = chat.work.reminders.take(chat.runner.id, slot, moment)
    if data is None:
        return
    try:
        OCCASIONS[slot](chat, Reminder(chat.runner.id, slot, moment, day, data))
    except StaleTap:  # the card of a countdown is gone
        chat.letters.clear()


def tidy(work: Work, now: datetime) -> None:
    """Forget updates and messages that nobody will ask for again."""
    work.inbox.prune(now)
    work.outbox.prune(now)
