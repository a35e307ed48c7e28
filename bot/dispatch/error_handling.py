"""When an action fails: later again, if that may help, else set aside with an apology."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from telegram import Update

from bot.dispatch.context import Context
from bot.dispatch.conversation import Action
from bot.operations.metrics import UPDATES
from storage.queries.inbox import NotYet
from storage.store import Unavailable

RETRY = 1.0  # seconds until an update is tried again when the database is away
SOON = 0.25  # seconds until one is tried again that came before its turn

log = logging.getLogger(__name__)


def failed(apologise: Action) -> Callable[[object, Context], Coroutine[Any, Any, None]]:
    """The library's error handler; `apologise` is the action for an update that is set aside."""

    async def callback(update: object, context: Context) -> None:
        await _failed(update, context, apologise)

    return callback


async def _failed(update: object, context: Context, apologise: Action) -> None:
    """An action failed: try again if it came too early, else set it aside and apologise."""
    if not isinstance(update, Update) or context.error is None:
        log.error("failed outside an update", exc_info=context.error)
        return
    try:
        if isinstance(context.error, Unavailable | NotYet):
            raise context.error
        UPDATES.labels("failed").inc()
        log.error("update %s failed", update.update_id, exc_info=context.error)
        await _give_up(update, context, apologise, type(context.error).__name__)
    except NotYet:
        _again(update, context, SOON)
    except Unavailable:
        _again(update, context, RETRY)


async def _give_up(update: Update, context: Context, apologise: Action, fault: str) -> None:
    dispatcher = context.bot_data
    try:
        await dispatcher.give_up(update, fault, apologise)
    except (NotYet, Unavailable):
        raise
    except Exception:  # left open, it would hold up all that the runner writes later
        log.exception("update %s was set aside without a word", update.update_id)
        now = dispatcher.now()
        await dispatcher.store.run(lambda work: work.inbox.handled(update.update_id, now, fault))


def _again(update: Update, context: Context, seconds: float) -> None:
    UPDATES.labels("again").inc()
    loop = asyncio.get_running_loop()
    loop.call_later(seconds, context.application.update_queue.put_nowait, update)
