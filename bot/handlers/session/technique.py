"""How the card on the screen is done: which side first, where it is felt, what a step means."""

from dataclasses import replace

from bot.dispatch.conversation import Conversation
from bot.handlers.session import ask
from bot.handlers.session.followups import about_card
from bot.services.guiding import active_guide, guide, guide_log
from bot.views.session import technique as views
from content.catalog.card import Card
from content.catalog.guide import StepKind
from content.intents.meaning import Intent, Meaning

PICTURE = "picture"


def about(chat: Conversation, card: Card) -> None:
    """The card's own words on it; who wants to see it gets it with its picture."""
    if chat.meaning.topic == PICTURE:
        ask.serve(chat, Meaning(Intent.ASK, card=card.id))
        return
    asked = replace(chat.meaning, slot=chat.meaning.slot or _step_on_screen(chat, card))
    lean = guide_log.lean_of(chat, card.id)
    chat.say(views.about(chat.wording, card, asked, lean.first))


def _step_on_screen(chat: Conversation, card: Card) -> int | None:
    """The number of the step that a walk of this card shows."""
    kept = active_guide.get(chat)
    if kept is None or kept.place.card != card.id:
        return None
    frame = guide.step_of(chat, kept.place).frame
    return frame.index if frame.kind is StepKind.STEP else None


INTENTS = {Intent.ABOUT: about_card(about, ask.lost)}
