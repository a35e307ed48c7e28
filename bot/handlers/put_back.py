"""The button below the answer to a change: everything as it was before."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services.correcting import put_back
from bot.views import put_back as views
from scheduler.reminders.series import rule_of
from scheduler.reminders.slots import DAILY
from storage.answers import AnswerKey

REMINDED = {AnswerKey.REMIND_AT.value, AnswerKey.REMIND_DAYS.value}


def tapped(chat: Conversation) -> None:
    """The change of that button is taken back, unless another one came after it."""
    (number,) = chat.args(1)
    stood = put_back.last_change(chat)
    if stood is None or str(stood.number) != number:
        raise StaleTap(number)
    changes = put_back.put_back(chat, stood)
    chat.toast("undone")
    if chat.tap and chat.tap.message_id:
        chat.unbutton(chat.tap.message_id)
    chat.say(views.put_back(chat.wording, changes))


def offer(chat: Conversation, upto: int) -> None:
    """The answer to a typed change tells what stood before, with the button that brings it back.

    It is the last of the first `upto` messages: what follows is about another matter.
    """
    stood = chat.change_of_standing()
    said = [at for at, each in enumerate(chat.queued[:upto]) if each.method == "send_message"]
    if stood is None or not said:
        return
    message = chat.queued[said[-1]]
    if _can_be_taken_back(message.payload):
        return
    was = None
    if not stood.answers.keys().isdisjoint(REMINDED):
        old = {**chat.runner.answers, **stood.answers}
        was = views.reminded(chat.wording, old)
    row = stood.rows.get(DAILY)
    rule = rule_of(row["data"]) if row else None
    weeks = rule.weeks if rule else 1
    payload = views.offered(chat.wording, message.payload, stood.number, was, weeks)
    chat.queued[said[-1]] = replace(message, payload=payload)


def _can_be_taken_back(payload: Mapping[str, Any]) -> bool:
    """Has the message a keyboard of another kind, or a button of its own for that?"""
    markup = payload.get("reply_markup", {})
    rows = markup.get("inline_keyboard", [])
    own = any(button.get("callback_data") == "unprefer" for row in rows for button in row)
    return own or bool(markup and not rows)


HANDLERS: Handlers = [CallbackQueryHandler(handle(tapped), r"^putback:")]
