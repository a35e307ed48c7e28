"""Buttons that have had their day: they go when they are answered, or on the next day."""

from collections.abc import Collection, Mapping
from typing import Any

from bot.dispatch.conversation import Conversation
from bot.dispatch.reply import Button, Reply
from scheduler.calendar.days import logging_day
from scheduler.planning.memory import Priority
from storage.queries.outbox import Look

OFFER = {"done", "rest", "snooze", "keys"}  # verbs that do or put off the session of a day
OF_A_DAY = OFFER | {"undo", "sore", "sore-at", "effort", "excuse", "more", "week", "week-off"}
NEWEST = 40  # messages that are looked at
SWEPT = "swept"  # the day on which older ones were looked for


def of_earlier_days(chat: Conversation) -> None:
    """Once a day: what the buttons of earlier days would do is not what they say any more."""
    shown = chat.runner.shown or {}
    if shown.get(SWEPT) == chat.day.isoformat():
        return
    chat.change(shown={**shown, SWEPT: chat.day.isoformat()})
    for each in _with(chat, OF_A_DAY):
        if logging_day(each.sent_at, chat.zone) < chat.day:
            _take_off(chat, each)


def of_offers(chat: Conversation) -> None:
    """The session is settled, so nothing offers it any more."""
    for each in _with(chat, OFFER):
        _take_off(chat, each)


def open_since(chat: Conversation, verb: str) -> str | None:
    """What the first button of that verb says in the newest message of today that has one."""
    look = _newest(chat, verb)
    return next((tap for tap in look.taps if _verb(tap) == verb), None) if look else None


def answered(chat: Conversation, verb: str) -> None:
    """Words have answered what the buttons of that verb ask."""
    if look := _newest(chat, verb):
        chat.buttons(look.message_id, _left(look.payload, {verb}))


def _newest(chat: Conversation, verb: str) -> Look | None:
    looks = _with(chat, {verb})
    of_today = (each for each in looks if logging_day(each.sent_at, chat.zone) == chat.day)
    return max(of_today, key=lambda each: each.message_id, default=None)


def settle(chat: Conversation, verbs: Collection[str], question: str, answer: str) -> bool | None:
    """Take the buttons of these verbs off the tapped message, and put the answer in the place of
    its question; did it stand there? None where no other buttons stand beside them.
    """
    here = chat.tap.message_id if chat.tap else None
    shown = chat.work.outbox.shown(chat.runner.id, here) if here else None
    left = _left(shown or {}, verbs)
    if here is None or shown is None or not left:
        return None
    text = str(shown.get("text", ""))
    if question not in text:
        chat.buttons(here, left)
        return False
    chat.edit(here, Reply(text.replace(question, answer).strip(), left))
    return True


def _left(shown: Mapping[str, Any], verbs: Collection[str]) -> list[list[Button]]:
    """The rows of a message without any button of these verbs."""
    rows = (shown.get("reply_markup") or {}).get("inline_keyboard", ())
    return [
        [Button(each["text"], each["callback_data"]) for each in row]
        for row in rows
        if not any(_verb(each["callback_data"]) in verbs for each in row)
    ]


def _with(chat: Conversation, verbs: Collection[str]) -> list[Look]:
    """The newest messages with one of these verbs, but for the tapped one, which changes anyway."""
    tapped = chat.tap.message_id if chat.tap else None
    looks = chat.work.outbox.looks(chat.runner.id, NEWEST)
    return [
        each
        for each in looks
        if each.message_id != tapped and any(_verb(tap) in verbs for tap in each.taps)
    ]


def _verb(tap: str) -> str:
    return tap.partition(":")[0]


def _take_off(chat: Conversation, look: Look) -> None:
    before, chat.priority = chat.priority, Priority.RECAP
    chat.unbutton(look.message_id)
    chat.priority = before
