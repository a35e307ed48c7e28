"""What a runner's own physio gave, as part of a day's plan. Nothing of it stands before a run."""

from collections.abc import Mapping
from typing import Any

from bot.dispatch.conversation import Conversation
from bot.services import cards, session
from content.catalog.taxonomy import Moment


def told(chat: Conversation) -> tuple[Mapping[str, Any], ...]:
    """As it was told, with its dose."""
    return () if session.moment_now(chat) is Moment.BEFORE_RUN else chat.answers.prescribed


def ids(chat: Conversation) -> list[str]:
    """The cards of it that the clock leads through."""
    return cards.private(chat) if told(chat) else []
