"""Another answer in the place of those that an action gave, before any of them leaves."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from bot.dispatch.conversation import Conversation
from bot.dispatch.reply import Reply
from bot.views.spoken import HEARD
from storage.queries.outbox import OutboxMessage

ANSWERS = ("send_message", "edit_message_text")


def answers(chat: Conversation) -> list[OutboxMessage]:
    """What the runner is about to read, but for what was heard of their voice message."""
    return [each for each in chat.queued if each.method in ANSWERS and each.label != HEARD]


def button_data(chat: Conversation) -> Iterator[list[str]]:
    """What the buttons below those answers mean, each as a verb with its arguments."""
    for each in answers(chat):
        for row in each.payload.get("reply_markup", {}).get("inline_keyboard", ()):
            yield from (button.get("callback_data", "").split(":") for button in row)


def says_danger(chat: Conversation) -> bool:
    """Is a red flag answered already?"""
    return any(each.label == "danger" for each in answers(chat))


def close(chat: Conversation, verbs: Collection[str]) -> None:
    """Without the buttons of those verbs; what is said stays."""
    said = answers(chat)
    chat.queued = [_without(each, verbs) if each in said else each for each in chat.queued]


def _without(message: OutboxMessage, verbs: Collection[str]) -> OutboxMessage:
    board = message.payload.get("reply_markup", {}).get("inline_keyboard", ())
    rows = [[button for button in row if _verb(button) not in verbs] for row in board]
    markup = {"inline_keyboard": [row for row in rows if row]}
    return replace(message, payload={**message.payload, "reply_markup": markup})


def _verb(button: Mapping[str, str]) -> str:
    return button.get("callback_data", "").partition(":")[0]


def say_nothing(chat: Conversation) -> None:
    """Nothing of what was to be said."""
    gone = answers(chat)
    chat.queued = [each for each in chat.queued if each not in gone]


def say(chat: Conversation, reply: Reply, *, label: str | None = None) -> None:
    """That, and nothing of what was to be said."""
    say_nothing(chat)
    chat.say(reply, label=label)
