"""Talked through a card or a session: one voice message, with all of its words to read."""

from collections.abc import Sequence

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.handlers.session import today
from bot.services import on_screen, open_questions
from bot.services.cards import card_of
from bot.services.guiding import active_guide, guide, guide_log
from bot.services.on_screen import Screen
from bot.services.safety import gate
from bot.services.training_state import training_state
from bot.values.aloud import Aloud, AloudMove
from bot.values.guide_position import GuidePosition, date_of
from bot.values.offer import Offer
from bot.views.guide.looks import LOOKS
from bot.views.session import aloud as views
from content.audio.pace import Pace
from content.intents.meaning import Intent
from content.intents.small_talk import WHOLE

PACES = {"s": Pace.SLOW, "n": Pace.NORMAL}
KNOWN = {"k": True, "f": False}


def tapped(chat: Conversation) -> None:
    """A card, or the session of a day; how long and how fast as the button says."""
    card_id, day, how = chat.args(3)
    if pace := next((PACES[each] for each in how if each in PACES), None):
        chat.remember(pace=pace.value)
    known = next((KNOWN[each] for each in how if each in KNOWN), None)
    if card_id:
        _card(chat, GuidePosition.of([card_id, "0", day]), known)
    else:
        _session(chat, guide.listed(chat, date_of(day)), known)


def asked(chat: Conversation) -> None:
    """In words: the card that is named, walked or shown last, else today's session."""
    walked = active_guide.get(chat)
    shown = chat.meaning.card or on_screen.card(chat)
    if chat.meaning.topic == WHOLE:
        _todays(chat)
    elif walked and chat.meaning.card in (None, walked.place.card):
        _card(chat, walked.place)
    elif shown:
        _card(chat, GuidePosition(shown))
    else:
        _todays(chat)


def _todays(chat: Conversation) -> None:
    offer = guide.listed(chat, None)
    if today.asks_for_run(chat, offer):
        today.today(chat)
    else:
        _session(chat, offer)


def _card(chat: Conversation, at: GuidePosition, known: bool | None = None) -> None:
    card = card_of(chat, at.card)
    place = GuidePosition(card.id, 0, at.day, guide_log.lean_of(chat, card.id))
    if guide.opens(chat, place, LOOKS):
        on_screen.put(chat, card.id)
        _say(chat, [place], known, whole=False)


def _session(chat: Conversation, offer: Offer, known: bool | None = None) -> None:
    places = guide.places(chat, offer)
    if not places:
        today.nothing(chat, offer)
    elif guide.opens(chat, places[0], LOOKS):
        on_screen.see(chat, Screen.SESSION)
        _say(chat, places, known, whole=True)


def _say(
    chat: Conversation, places: Sequence[GuidePosition], known: bool | None, *, whole: bool
) -> None:
    """What runs in the chat pauses meanwhile: two clocks at once help nobody."""
    guide.rest(chat)
    done = {card for each in training_state(chat).past if each.share for card in each.cards}
    moves = [
        AloudMove(card_of(chat, each.card), each, each.card in done if known is None else known)
        for each in places
    ]
    aloud = Aloud(tuple(moves), places[0].day, chat.answers.pace, whole=whole)
    chat.toast("talking")
    open_questions.at_work(chat)
    for reply in views.recorded(chat.wording, chat.content.spoken, aloud, wary=gate.wary(chat)):
        chat.say(reply)


INTENTS = {Intent.TALK: asked}
HANDLERS: Handlers = [CallbackQueryHandler(handle(tapped), r"^talk:")]
