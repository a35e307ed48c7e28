"""How times, distances and days are written for a runner, from now on."""

from bot.dispatch.conversation import Conversation
from content.wording.formats import OPPOSITE, USUAL, Format


def want(chat: Conversation, wanted: Format) -> None:
    """Keep it, in place of its opposite; what is usual needs no keeping."""
    kept = chat.answers.formats - {wanted, OPPOSITE[wanted]}
    formats = kept | {wanted} if wanted in USUAL else kept
    if formats != chat.answers.formats:
        chat.remember(formats=sorted(formats))
