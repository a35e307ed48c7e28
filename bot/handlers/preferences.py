"""Wishes that last: cards never to be shown, fewer messages, and what is not built yet."""

from bot import session
from bot.chat import Chat
from bot.handlers import ask
from bot.interview import settings
from bot.profile import hidden
from bot.views import preferences as views
from content.meaning import Intent


def hide(chat: Chat) -> None:
    """Never show the card that was named, or the one shown last."""
    card = chat.coach.library.cards.get(chat.meaning.card or ask.shown(chat) or "")
    if card is None:
        ask.lost(chat)
        return
    _remember(chat, hidden(chat.runner.answers) | {card.id})
    chat.say(views.hidden(card))


def unhide(chat: Chat) -> None:
    """Bring a card back, or all of them."""
    named = chat.meaning.card
    _remember(chat, hidden(chat.runner.answers) - {named} if named else frozenset())
    chat.say(views.unhidden(chat.coach.library.cards.get(named or "")))


def _remember(chat: Chat, cards: frozenset[str]) -> None:
    chat.change(answers={**chat.runner.answers, "hidden": sorted(cards)})
    session.think_again(chat)


def fewer(chat: Chat) -> None:
    chat.say(views.fewer())


def interval(chat: Chat) -> None:
    """Breaks every so often are not built yet; say so."""
    chat.say(views.interval())


INTENTS = {
    Intent.HIDE: hide,
    Intent.UNHIDE: unhide,
    Intent.FEWER: fewer,
    Intent.INTERVAL: interval,
    Intent.WALKED: interval,
    Intent.NAG: interval,
    Intent.PREFER: settings,
}
