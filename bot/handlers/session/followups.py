"""Questions about what was last shown: why, how long, easier, another, the other side."""

from collections.abc import Callable
from dataclasses import replace

from bot.dispatch.context import Handlers
from bot.dispatch.conversation import Action, Conversation
from bot.handlers.session import ask
from bot.services import on_screen
from bot.services.safety import gate
from bot.views.care.refused import refused
from bot.views.session import followups as views
from content.catalog.card import Card
from content.coaching.gate import Refusal, Why
from content.intents.meaning import Intent, Meaning
from content.intents.questions.topics import GENERAL
from content.intents.questions.topics import topic as topic_of


def about_card(tell: Callable[[Conversation, Card], None], otherwise: Action) -> Action:
    """An action about the card that was named, else the one shown last; `otherwise` without one."""

    def action(chat: Conversation) -> None:
        card = chat.content.library.cards.get(chat.meaning.card or on_screen.card(chat) or "")
        if card is None:
            otherwise(chat)
            return
        if no := gate.all_shut(chat) or _resting(chat, card):
            chat.say(refused(chat.wording, no, card))
            return
        on_screen.put(chat, card.id)
        tell(chat, card)

    return action


def _resting(chat: Conversation, card: Card) -> Refusal | None:
    """Why no word of that card's dose is said now; soreness still lets it be asked about."""
    no = gate.refusal_of(chat, card)
    return no if no and no.why in (Why.COMPLAINT, Why.SORE) else None


def topic(chat: Conversation) -> None:
    """A general question. Advice that holds for most is not given while everything rests."""
    name = chat.meaning.topic or GENERAL[chat.meaning.intent]
    about = topic_of(chat.content.lexicon, name)
    no = gate.all_shut(chat) if about.claims else None
    chat.say(refused(chat.wording, no) if no else views.topic(chat.wording, about))


def levelled(chat: Conversation) -> None:
    """Something easier or harder than usual, when nothing is on the screen."""
    level = -1 if chat.meaning.intent is Intent.EASIER else 1
    ask.serve(chat, replace(chat.meaning, intent=Intent.ASK, level=level))


def why(chat: Conversation, card: Card) -> None:
    chat.say(views.why(chat.wording, card, chat.content.reasons(card), chat.content.cited(card)))


def how_long(chat: Conversation, card: Card) -> None:
    chat.say(views.how_long(chat.wording, card, chat.content.library.sources.get(card.dose.source)))


def when_to(chat: Conversation, card: Card) -> None:
    chat.say(views.when_to(chat.wording, card))


def other_side(chat: Conversation, card: Card) -> None:
    chat.say(views.other_side(chat.wording, card))


def easier(chat: Conversation, card: Card) -> None:
    _linked(chat, card, card.links.easier, "easier")


def harder(chat: Conversation, card: Card) -> None:
    _linked(chat, card, card.links.harder, "harder")


def _linked(chat: Conversation, card: Card, linked: str | None, direction: str) -> None:
    if linked:
        ask.serve(chat, Meaning(Intent.ASK, card=linked))
    else:
        chat.say(views.nothing(chat.wording, direction, card))


def another(chat: Conversation, card: Card) -> None:
    """Another card for the same spot, unless a new one was named."""
    areas = chat.meaning.areas or card.areas[:1]
    wish = replace(chat.meaning, intent=Intent.ASK, areas=areas, card=None)
    ask.serve(chat, wish, without=frozenset([card.id]))


INTENTS = {
    Intent.WHY: about_card(why, topic),
    Intent.HOW_LONG: about_card(how_long, topic),
    Intent.WHEN_TO: about_card(when_to, topic),
    Intent.OTHER_SIDE: about_card(other_side, ask.lost),
    Intent.EASIER: about_card(easier, levelled),
    Intent.HARDER: about_card(harder, levelled),
    Intent.HOW_OFTEN: topic,
    Intent.TOPIC: topic,
}
HANDLERS: Handlers = []
