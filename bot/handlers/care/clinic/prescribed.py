"""Exercises of a runner's own physio: kept as they were told, and part of each day's plan."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.views.care import prescribed as views
from content.intents.meaning import Intent
from content.intents.prescription import prescribed

MOST = 6
OTHERS = (Intent.DANGER, Intent.CHECK_BODY, Intent.RUN_TOLD)


def typed(chat: Conversation) -> bool:
    """Keep an exercise that a physio gave, if the message tells one with its dose."""
    if chat.meaning.intent in OTHERS:
        return False
    found = prescribed(chat.text, chat.content.lexicon, chat.content.names)
    if found is None:
        return False
    others = [each for each in chat.answers.prescribed if each["name"] != found.name]
    _keep(chat, [*others, asdict(found)][-MOST:])
    chat.say(views.kept(chat.wording, chat.answers.prescribed))
    return True


def taken_out(chat: Conversation) -> None:
    """One that is over."""
    _, number = chat.args(2)
    kept = list(chat.answers.prescribed)
    if not number.isdigit() or int(number) >= len(kept):
        raise StaleTap(number)
    del kept[int(number)]
    _keep(chat, kept)
    chat.toast("undone")
    chat.show(views.kept(chat.wording, kept))


def _keep(chat: Conversation, kept: list[Mapping[str, Any]]) -> None:
    chat.remember(prescribed=[dict(each) for each in kept])


HANDLERS: Handlers = [CallbackQueryHandler(handle(taken_out), r"^prescribed:off:")]
