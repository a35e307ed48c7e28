"""How Limber is doing, for those who run it."""

from collections.abc import Set as AbstractSet

from telegram.ext import CommandHandler, filters

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.views.account import admin as views
from scheduler.planning.forecast import forecast
from storage.queries.operations import Operations


def handlers(admins: AbstractSet[int], rate: float) -> Handlers:
    """/admin for these users only; for everybody else there is no such command."""

    def admin(chat: Conversation) -> None:
        asked = Operations(chat.work.transaction)
        hours = forecast(asked.due(chat.now), chat.now, rate)
        chat.say(views.admin(chat.wording, asked.figures(chat.now), hours, rate))

    return [CommandHandler("admin", handle(admin), filters=filters.User(user_id=admins))]
