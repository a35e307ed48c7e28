"""The half of the day that the last message spoke of: a bare time after it belongs there."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.dispatch.conversation import Conversation
from content.intents.meaning import Meaning
from content.intents.reminders.half_of_day import in_that_half, spoken_of
from content.language.compiler import compiled
from content.language.parsed_message import ParsedMessage, parse

SPOKEN_FOR = timedelta(minutes=30)


def keep(chat: Conversation, text: str) -> None:
    """Remember the half that it speaks of; any other message forgets the one before."""
    half = spoken_of(_reading(chat, text))
    shown = chat.runner.shown or {}
    if half or shown.get("half"):
        chat.change(shown={**shown, "half": [half, chat.now.isoformat()] if half else None})


def applied(chat: Conversation, found: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """What was found, with bare times in the half of the day that was spoken of before."""
    half, at = (chat.runner.shown or {}).get("half") or (None, "")
    if half is None or chat.now - datetime.fromisoformat(at) > SPOKEN_FOR:
        return tuple(found)
    reading = _reading(chat, chat.text)
    return tuple(in_that_half(each, reading, half) for each in found)


def _reading(chat: Conversation, text: str) -> ParsedMessage:
    content = chat.content
    return parse(text, compiled(content.lexicon, content.names))
