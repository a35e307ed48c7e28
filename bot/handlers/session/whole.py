"""What is said of several cards on the screen: the second one, swap it, make it shorter."""

from dataclasses import replace

from bot.dispatch.conversation import Action, Conversation
from bot.handlers.session import ask, followups, technique, today
from bot.handlers.session.followups import about_card
from bot.services import on_screen, session
from bot.services.cards import card_of
from bot.services.on_screen import Screen
from content.catalog.card import Card
from content.intents.meaning import Intent, Meaning

SHORTER, LONGER = 0.6, 1.6
SHORTEST, LONGEST = 2, 40  # minutes


def pick(chat: Conversation) -> None:
    """One of those that stand there: shown, with its picture."""
    card = _nth(chat)
    if card is None:
        ask.lost(chat)
    else:
        ask.serve(chat, Meaning(Intent.ASK, card=card.id))


def another(chat: Conversation) -> None:
    """Another card in the place of one of the session; else of the one shown."""
    card = _nth(chat) if on_screen.screen(chat) is Screen.SESSION else None
    if card is None:
        about_card(followups.another, _swap_first)(chat)
        return
    if chat.meaning.on:
        session.give_way(chat, card)
    else:
        session.drop(chat, card.id)
    _show_again(chat)


def _swap_first(chat: Conversation) -> None:
    """With a whole session there, "another one" is another first move."""
    offer = session.current(chat) if on_screen.screen(chat) is Screen.SESSION else None
    if offer and offer.cards:
        session.give_way(chat, card_of(chat, offer.cards[0]))
        _show_again(chat)
    else:
        ask.lost(chat)


def resize(chat: Conversation) -> None:
    """The session again, shorter or longer; of a card, how little is enough."""
    card = chat.content.library.cards.get(on_screen.card(chat) or "")
    if card and chat.meaning.minutes is None:
        chat.meaning = replace(chat.meaning, intent=Intent.ABOUT, topic="length")
        about_card(technique.about, ask.lost)(chat)
        return
    offer = session.current(chat) or session.todays(chat)
    factor = SHORTER if chat.meaning.longer == -1 else LONGER
    minutes = chat.meaning.minutes or round(offer.minutes * factor)
    minutes = min(max(minutes, SHORTEST), LONGEST)
    _show_again(chat, minutes)


def about_session(tell: Action) -> Action:
    """An action that shows the session again where that is what is asked about."""

    def action(chat: Conversation) -> None:
        if on_screen.screen(chat) is Screen.SESSION and chat.meaning.card is None:
            _show_again(chat)
        else:
            tell(chat)

    return action


def _show_again(chat: Conversation, minutes: int | None = None) -> None:
    chat.meaning = Meaning(Intent.SESSION, minutes=minutes)
    today.today(chat)


def _nth(chat: Conversation) -> Card | None:
    """The card with that number on the screen."""
    slot = chat.meaning.slot or 0
    offer = session.current(chat) if on_screen.screen(chat) is Screen.SESSION else None
    there = list(offer.cards) if offer else on_screen.offered(chat)
    known = [each for each in there if each in chat.content.library.cards]
    return card_of(chat, known[slot - 1]) if 0 < slot <= len(known) else None


INTENTS = {
    Intent.PICK: pick,
    Intent.ANOTHER: another,
    Intent.RESIZE: resize,
    Intent.WHY: about_session(followups.INTENTS[Intent.WHY]),
    Intent.HOW_LONG: about_session(followups.INTENTS[Intent.HOW_LONG]),
}
