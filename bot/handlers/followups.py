"""Questions about what was last shown: why, how long, easier, another, the other side."""

from collections.abc import Callable
from dataclasses import replace

from bot import shown
from bot.chat import Chat, Story
from bot.handlers import ask
from bot.views import followups as views
from content.card import Card
from content.meaning import Intent, Meaning


def about_card(tell: Callable[[Chat, Card], None]) -> Story:
    """A story about the card that was named, else the one shown last; lost without one."""

    def story(chat: Chat) -> None:
        card = chat.coach.library.cards.get(chat.meaning.card or shown.card(chat) or "")
        if card is None:
            ask.lost(chat)
            return
        shown.put(chat, card.id)
        tell(chat, card)

    return story


def why(chat: Chat, card: Card) -> None:
    chat.say(views.why(card, chat.coach.reasons(card), chat.coach.cited(card)))


def how_long(chat: Chat, card: Card) -> None:
    chat.say(views.how_long(card, chat.coach.library.sources.get(card.dose.source)))


def when_to(chat: Chat, card: Card) -> None:
    chat.say(views.when_to(card))


def other_side(chat: Chat, card: Card) -> None:
    chat.say(views.other_side(card))


def how_often(chat: Chat) -> None:
    chat.say(views.how_often(chat.coach.library.sources.get("002")))


def easier(chat: Chat, card: Card) -> None:
    _linked(chat, card, card.links.easier, "easier")


def harder(chat: Chat, card: Card) -> None:
    _linked(chat, card, card.links.harder, "harder")


def _linked(chat: Chat, card: Card, linked: str | None, direction: str) -> None:
    if linked:
        ask.serve(chat, Meaning(Intent.ASK, card=linked))
    else:
        chat.say(views.nothing(direction, card))


def another(chat: Chat, card: Card) -> None:
    """Another card for the same spot, unless a new one was named."""
    areas = chat.meaning.areas or card.areas[:1]
    wish = replace(chat.meaning, intent=Intent.ASK, areas=areas, card=None)
    ask.serve(chat, wish, without=frozenset([card.id]))


INTENTS = {
    Intent.WHY: about_card(why),
    Intent.HOW_LONG: about_card(how_long),
    Intent.WHEN_TO: about_card(when_to),
    Intent.OTHER_SIDE: about_card(other_side),
    Intent.EASIER: about_card(easier),
    Intent.HARDER: about_card(harder),
    Intent.ANOTHER: about_card(another),
    Intent.HOW_OFTEN: how_often,
}
