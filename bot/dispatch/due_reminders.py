"""A due reminder whose turn has come: it is worded for its runner, if it still makes sense."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from content.bundle import Content
from scheduler.calendar.recurrence import GRACE
from scheduler.planning.memory import Reminder
from scheduler.reminders.slots import ONCE
from storage.queries.outbox import OutboxMessage, Outcome
from storage.store import UnitOfWork

BUSY = timedelta(seconds=1)

Remind = Callable[[Conversation, Reminder], None]


def tell(
    remind: Remind, content: Content, work: UnitOfWork, due_message: OutboxMessage, now: datetime
) -> OutboxMessage | None:
    """The message that a due one becomes; None if it is put off, or over without a word.

    A handler holds its runner first and other rows then; here a message is held already, so a
    runner who is held is not waited for, or the two could wait for each other.
    """
    assert due_message.chat_id is not None  # noqa: S101 - a due message is a runner's
    runner = work.runners.get(due_message.chat_id, wait=False)
    if runner is None:
        later = Outcome(due_message.id, "waiting", again_at=now + BUSY)
        work.outbox.settle([later], now)
        return None
    slot, moment = (
        due_message.payload["slot"],
        datetime.fromisoformat(due_message.payload["moment"]),
    )
    day = due_message.payload["day"]
    data = work.reminders.take(runner.id, slot, moment)
    if data is None:  # the runner has changed or ended it since it was handed over
        work.outbox.withdraw(due_message, now)
        return None
    if slot.startswith(ONCE):
        work.reminders.remove(runner.id, slot)
    if now - moment > GRACE:  # the queue was longer than anybody wants to wait
        work.outbox.settle([Outcome(due_message.id, "missed")], now)
        return None
    chat = Conversation(work=work, runner=runner, content=content, now=now)
    told = Reminder(runner.id, slot, moment, date.fromisoformat(day) if day else None, data)
    return work.outbox.tell(due_message, _said(remind, chat, told), now)


def _said(remind: Remind, chat: Conversation, reminder: Reminder) -> list[OutboxMessage]:
    try:
        remind(chat, reminder)
    except StaleTap:  # the card of a countdown is gone
        return []
    return chat.queued


def tidy(work: UnitOfWork, now: datetime) -> None:
    """Forget updates and messages that nobody will ask for again."""
    work.inbox.prune(now)
    work.outbox.prune(now)
    work.unanswered.prune(now)
    work.transaction.erase()
