"""What is said about Limber and the runner's name: faults are passed on, names are kept."""

from collections.abc import Set as AbstractSet

from bot.dispatch.context import Capability
from bot.dispatch.conversation import Conversation
from bot.views.account import about_me as views
from content.intents.about_runner.about_me import as_written
from content.intents.meaning import Intent
from storage.queries.outbox import OutboxMessage

LONGEST = 64  # characters of a name, as Telegram allows


def named(chat: Conversation) -> None:
    """From now on the runner is called that."""
    name = as_written(chat.meaning.named or "", chat.text)[:LONGEST]
    chat.change(name=name)
    chat.say(views.named(chat.wording, name))


def passed_to(admins: AbstractSet[int]) -> Capability:
    """Reports of faults, of which these hear once a day for each runner."""

    def bug(chat: Conversation) -> None:
        chat.queued += [_report(chat, admin) for admin in sorted(admins)]
        chat.say(views.bug(chat.wording, passed_on=bool(admins)))

    return Capability(INTENTS={Intent.BUG: bug, Intent.NAME: named}, HANDLERS=[])


def _report(chat: Conversation, admin: int) -> OutboxMessage:
    """Says that somebody reports a fault, and neither who nor in which words."""
    payload = {"chat_id": admin, **views.bug_report(chat.wording).payload()}
    key = f"bug:{chat.runner.id}:{chat.day}:{admin}"
    return OutboxMessage("send_message", payload, chat_id=admin, key=key)
