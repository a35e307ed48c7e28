"""What no other handler wants: groups, pictures, stale buttons, unknown commands."""

from telegram import ChatMember, Message, Update
from telegram.constants import ChatType
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.dispatch.context import Context, Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.services.reminding import schedule
from bot.views import fallback as views

GROUPS = filters.ChatType.GROUPS


class _ForUs(filters.MessageFilter):
    """A command that names no other bot, as /done@another_bot does."""

    def filter(self, message: Message) -> bool:
        command = (message.text or "").split(maxsplit=1)[0]
        name = command.partition("@")[2].casefold()
        return not name or name == message.get_bot().username.casefold()


FOR_US = filters.COMMAND & _ForUs()


def group(chat: Conversation) -> None:
    """In a group nothing private is asked or answered."""
    chat.say(views.group(chat.wording))


def quiet(_chat: Conversation) -> None:
    """Nothing to say, and nothing lost."""


def blocked(chat: Conversation) -> None:
    """The runner has closed the chat: nothing is sent until they write again."""
    schedule.switch_off(chat)


def forwarded(chat: Conversation) -> None:
    """Somebody else's words: not a log entry and not a symptom of this runner."""
    chat.say(views.forwarded(chat.wording))


def picture(chat: Conversation) -> None:
    chat.say(views.picture(chat.wording))


def unknown_command(chat: Conversation) -> None:
    chat.say(views.unknown_command(chat.wording))


def slow_down(chat: Conversation) -> None:
    """More than can be answered: said once a minute."""
    chat.say(views.slow_down(chat.wording))


def old_button(chat: Conversation) -> None:
    chat.toast("old")


async def _membership(update: Update, context: Context) -> None:
    change = update.my_chat_member
    now = change.new_chat_member if change is not None else None
    gone = now is not None and now.status == ChatMember.BANNED
    private = change is not None and change.chat.type == ChatType.PRIVATE
    await handle(blocked if gone and private else quiet)(update, context)


FIRST: Handlers = [
    MessageHandler(GROUPS & FOR_US, handle(group)),
    MessageHandler(GROUPS, handle(quiet)),
    MessageHandler(filters.FORWARDED, handle(forwarded)),
]
HANDLERS: Handlers = [
    MessageHandler(filters.COMMAND, handle(unknown_command)),
    MessageHandler(filters.ALL & ~filters.StatusUpdate.ALL, handle(picture)),
    CallbackQueryHandler(handle(old_button)),
    ChatMemberHandler(_membership, ChatMemberHandler.MY_CHAT_MEMBER),
    TypeHandler(Update, handle(quiet)),
]
