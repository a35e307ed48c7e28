"""What the page can't show now, and why."""

from typing import Any

from bot.dispatch.conversation import Conversation
from content.catalog.card import Card
from content.coaching.gate import Refusal


class Closed(ValueError):
    """The text is for the runner."""


def closed(chat: Conversation, name: str) -> Closed:
    """For the reason of that name."""
    return Closed(chat.wording.term("page", name))


def reason(chat: Conversation, card: Card, no: Refusal) -> str:
    """Why the gate keeps that card shut, in a line; the chat tells more."""
    said: dict[str, Any] = {"card": card.name, "condition": "", "kit": ""}
    if no.condition:
        said["condition"] = chat.wording.term("conditions", no.condition)
    if no.kit:
        said["kit"] = ", ".join(chat.wording.term("kit", each) for each in no.kit)
    return chat.wording.term("page_shut", no.why.value).format(**said)
