"""Wishes that last: cards never to be shown, kneeling, kit, tight spots, length."""

from typing import Any

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.handlers.session import ask
from bot.services import on_screen, session
from bot.services.cards import card_of
from bot.services.correcting import put_back
from bot.services.safety import complaints
from bot.views import put_back as put_back_views
from bot.views.session import preferences as views
from content.catalog.card import Card
from content.intents.meaning import Intent, Meaning
from storage.answers import EVERY_DAY, NO_KIT, AnswerKey

SHORTER, LONGER = 5, 15  # minutes, where none are named
SHORTEST, LONGEST = 2, 40


def hide(chat: Conversation) -> None:
    """Never show the card that was named, or the one shown last."""
    card = chat.content.library.cards.get(chat.meaning.card or on_screen.card(chat) or "")
    if card is None:
        ask.lost(chat)
        return
    _put_away(chat, card)
    session.think_again(chat)


def unhide(chat: Conversation) -> None:
    """Bring a card back, or all of them; kneeling comes back with them.

    Where something else was changed just now, that is meant by "bring it back"; "bring back
    everything" are the cards.
    """
    named = chat.meaning.card
    stood = None if named or not chat.meaning.mends else put_back.just_now(chat)
    if stood and AnswerKey.HIDDEN.value not in stood.answers:
        changes = put_back.put_back(chat, stood)
        chat.say(put_back_views.put_back(chat.wording, changes))
        return
    left = chat.answers.hidden - {named} if named else frozenset()
    _remember(chat, hidden=sorted(left), **({} if named else {"no_kneeling": False}))
    card = chat.content.library.cards.get(named or "")
    chat.say(views.unhidden(chat.wording, card, complaints.areas_at_rest(chat)))


def hide_tapped(chat: Conversation) -> None:
    """The card of the button; today's session, which is being walked, stays as it is."""
    _put_away(chat, card_of(chat, chat.args(1)[0]))


def _put_away(chat: Conversation, card: Card) -> None:
    chat.remember(hidden=sorted(chat.answers.hidden | {card.id}))
    chat.toast("saved")
    chat.show(views.hidden(chat.wording, card))


def unhide_tapped(chat: Conversation) -> None:
    card = card_of(chat, chat.args(1)[0])
    chat.remember(hidden=sorted(chat.answers.hidden - {card.id}))
    chat.toast("saved")
    chat.show(views.unhidden(chat.wording, card, complaints.areas_at_rest(chat)))


def prefer(chat: Conversation) -> None:
    """A wish for all sessions to come, taken at its word and told back, with a way to undo it."""
    changes = _wished(chat)
    before = {name: chat.answers.get(AnswerKey(name)) for name in changes}
    _remember(chat, **changes, before=before)
    chat.say(views.preferred(chat.wording, changes, chat.meaning))
    _without(chat)


def _without(chat: Conversation) -> None:
    """The card on the screen, or what comes nearest, where it is done with what is gone."""
    card = chat.content.library.cards.get(on_screen.card(chat) or "")
    if card and chat.meaning.lacks & {*card.kit.required, *card.kit.optional}:
        ask.serve(chat, Meaning(Intent.ASK, card=card.id, lacks=chat.meaning.lacks))


def _wished(chat: Conversation) -> dict[str, Any]:
    wish, answers = chat.meaning, chat.answers
    changes: dict[str, Any] = {}
    if wish.no_kneeling:
        changes["no_kneeling"] = wish.on
    if wish.has or wish.lacks:
        owned = {*(answers.kit or ()), *wish.has} - wish.lacks
        changes["kit"] = sorted(str(each) for each in owned) or [NO_KIT]
    if wish.areas:
        kept = [each for each in answers.profile.spots if each not in wish.areas]
        changes["spots"] = [str(each) for each in (*kept, *wish.areas * wish.on)]
    if wish.longer or wish.minutes:
        changes["minutes"] = {**(answers.get(AnswerKey.MINUTES) or {}), **_lengths(wish)}
    return changes


def _lengths(wish: Meaning) -> dict[str, int]:
    """The minutes of each day that they are wished for."""
    first = wish.minutes or (LONGER if wish.longer == 1 else SHORTER)
    told = ((first, wish.days or EVERY_DAY), *wish.lengths)
    return {
        str(day): min(max(minutes, SHORTEST), LONGEST) for minutes, days in told for day in days
    }


def take_back(chat: Conversation) -> None:
    """As it was before the last such wish."""
    before = chat.answers.get(AnswerKey.BEFORE)
    if before:
        _remember(chat, **before, before=None)
        chat.forget_stood()
    chat.toast("undone")
    chat.show(views.taken_back(chat.wording))


def _remember(chat: Conversation, **changes: Any) -> None:
    chat.remember(**changes)
    session.think_again(chat)


def streak(chat: Conversation) -> None:
    """Weeks in a row are told, or not any more; they are counted all the same."""
    _remember(chat, quiet_streak=not chat.meaning.on)
    chat.say(views.streak(chat.wording, told=chat.meaning.on))


INTENTS = {
    Intent.STREAK: streak,
    Intent.HIDE: hide,
    Intent.UNHIDE: unhide,
    Intent.PREFER: prefer,
}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(take_back), r"^unprefer$"),
    CallbackQueryHandler(handle(hide_tapped), r"^hide:"),
    CallbackQueryHandler(handle(unhide_tapped), r"^unhide:"),
]
