"""The typed context of python-telegram-bot, and how an action becomes a handler."""

import logging
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from telegram import Bot, Update
from telegram.ext import BaseHandler, CallbackContext

from bot.dispatch.conversation import Action
from bot.dispatch.dispatcher import Dispatcher
from bot.operations.metrics import UPDATES
from content.intents.meaning import Intent


class Context(CallbackContext[Bot, dict[Any, Any], dict[Any, Any], Dispatcher]):
    """The library's context, with the dispatcher as its bot data."""


log = logging.getLogger(__name__)
HANDLED = UPDATES.labels("handled")
Handlers: TypeAlias = list[BaseHandler[Any, Context, None]]


@dataclass(frozen=True)
class Capability:
    """What a module of handlers gives the router, where it has to be told something first."""

    INTENTS: Mapping[Intent, Action]
    HANDLERS: Handlers


def handle(tell: Action) -> Callable[[Update, Context], Coroutine[Any, Any, None]]:
    """A handler callback that runs `tell` in the update's transaction."""

    async def callback(update: Update, context: Context) -> None:
        await context.bot_data.serve(update, tell)
        HANDLED.inc()
        log.debug("update %s is handled", update.update_id)

    return callback
