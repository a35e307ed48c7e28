"""The last change of what stands, taken back: settings, reminders, zone, hidden cards, pauses."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from bot.dispatch.conversation import Conversation
from bot.dispatch.standing import GONE, Stood
from bot.services import session
from bot.services.asking.questionnaire import summary
from bot.services.reminding import days_off, schedule
from scheduler.log.entries import EDITABLE
from scheduler.planning.memory import Reminder

JUST_NOW = timedelta(hours=1)


def last_change(chat: Conversation) -> Stood | None:
    """What stood before the last change, if it can still be put back: as long as a log can."""
    changes = [each.stood for each in chat.deeds if each.stood]
    stood = changes[-1] if changes else None
    return stood if stood and chat.now - stood.at <= EDITABLE else None


def just_now(chat: Conversation) -> Stood | None:
    """The same for a change that was made a short while ago."""
    stood = last_change(chat)
    return stood if stood and chat.now - stood.at <= JUST_NOW else None


def put_back(chat: Conversation, stood: Stood) -> dict[str, tuple[str, str]]:
    """As it was before; what became due meanwhile is planned anew.

    Returns the answers that are others now, each as it was until now and as it stands again.
    """
    was = summary(chat)
    kept = {**chat.runner.answers, **stood.answers}
    answers = {name: value for name, value in kept.items() if value != GONE}
    chat.change(answers=answers, zone=stood.zone, paused_until=stood.paused_until)
    for slot, row in stood.rows.items():
        _put_row_back(chat, slot, row)
    days_off.plan(chat)
    schedule.refresh(chat)
    session.think_again(chat)
    chat.forget_stood()
    stands = summary(chat)
    return {name: (was[name], stands[name]) for name in stands if was.get(name) != stands[name]}


def _put_row_back(chat: Conversation, slot: str, row: Mapping[str, Any] | None) -> None:
    known = {each.slot: each for each in chat.work.reminders.all(chat.runner.id)}
    if row is None:
        chat.work.reminders.remove(chat.runner.id, slot)
        return
    due = datetime.fromisoformat(row["due"]) if row["due"] else None
    day = date.fromisoformat(row["day"]) if row["day"] else None
    if due and due <= chat.now:  # its time is over
        due, day = None, None
    served = known[slot].served if slot in known else None
    chat.work.reminders.plan(Reminder(chat.runner.id, slot, due, day, row["data"], served=served))
