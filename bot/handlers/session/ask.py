"""Asking for a move: screened first, then the best card with its reasons and two others."""

from collections.abc import Sequence
from dataclasses import replace

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.services import mobility_tests, on_screen, open_questions, session
from bot.services.correcting import corrections
from bot.services.guiding import guide
from bot.services.on_screen import Screen
from bot.services.safety import gate
from bot.views.care.mobility_test import off_the_tape
from bot.views.care.refused import refused
from bot.views.guide.looks import LOOKS
from bot.views.log.runs import carried, run_soon
from bot.views.session import ask as views
from bot.views.session.today import offer as offered
from content.catalog.taxonomy import Area, Moment, Side
from content.coaching.gate import Refusal, all_refused
from content.coaching.recommend.choose import NothingFits, choose
from content.coaching.recommend.several import asks_for_several
from content.intents.deciding.suggestions import TOLD
from content.intents.meaning import Intent, Meaning
from storage.answers import AnswerKey


def ask(chat: Conversation) -> None:
    """The best card for what was asked, why this one, and two others."""
    if chat.meaning.worse:
        _keep_worse(chat, chat.meaning.worse)
    serve(chat, chat.meaning)


def _keep_worse(chat: Conversation, side: Side) -> None:
    """From now on that side begins, with a set more where the week has room."""
    if chat.answers.worse_side != side:
        before = {"worse_side": chat.answers.get(AnswerKey.WORSE_SIDE)}
        chat.remember(worse_side=side.value, before=before)
        chat.say(views.worse(chat.wording, side))


def serve(chat: Conversation, wish: Meaning, without: frozenset[str] = frozenset()) -> None:
    """Answer the wish with a card, and remember that it was shown."""
    answers, cards = chat.answers, chat.content.library.cards
    if no := _kept_back(chat, wish):
        chat.say(refused(chat.wording, no, cards.get(wish.card or "")))
        return
    run_near = _run_near(chat, wish)
    wish = replace(
        wish,
        no_kneeling=wish.no_kneeling or answers.no_kneeling,
        moment=Moment.BEFORE_RUN if run_near else wish.moment,
    )
    if asks_for_several(wish):
        _long(chat, wish, without)
        return
    try:
        choice = choose(wish, answers.profile, cards, hidden=gate.shut(chat) | without)
    except NothingFits:
        _nothing(chat)
        return
    if _wonders(chat, wish, [choice.card]):
        return
    on_screen.put(chat, choice.card, views.offered(choice))
    chat.say(views.choice(chat.wording, choice, cards, wish, run_near=run_near), label="card")


def _nothing(chat: Conversation) -> None:
    """No card is left: for a complaint, if that is why."""
    no, only = gate.all_shut(chat), chat.content.reviewed_only
    nothing = views.nothing_fits(chat.wording, reviewed_only=only)
    chat.say(refused(chat.wording, no) if no else nothing)


def _wonders(chat: Conversation, wish: Meaning, cards: Sequence[str]) -> bool:
    """Has it to be asked first whether a run comes, before any of these is held still?"""
    held = wish.moment is None and session.holds_still(chat, cards)
    if not held or not session.run_is_unknown(chat):
        return False
    wished = "" if chat.text.startswith("/") else chat.text
    open_questions.wonder(chat, "run_soon", carried(wished))
    chat.say(run_soon(chat.wording, wished))
    return True


def _long(chat: Conversation, wish: Meaning, without: frozenset[str]) -> None:
    """A session of about the minutes that there are."""
    offer = session.wished(chat, wish, gate.shut(chat) | without)
    if not offer.cards:
        _nothing(chat)
    elif not _wonders(chat, wish, offer.cards):
        on_screen.see(chat, Screen.SESSION)
        chat.say(offered(chat.wording, offer, chat.content.library.cards))


def _run_near(chat: Conversation, wish: Meaning) -> bool:
    """Does the schedule say so (rule R2), whatever the wish does not? Who says “after”, has run."""
    told = (Moment.BEFORE_RUN, Moment.AFTER_RUN)
    return wish.moment not in told and session.moment_now(chat) is Moment.BEFORE_RUN


def _kept_back(chat: Conversation, wish: Meaning) -> Refusal | None:
    """Why safety keeps back the card that was named, or all that is for the places named."""
    cards = chat.content.library.cards
    if named := cards.get(wish.card or ""):
        return gate.unsafe(chat, named)
    meant = [card for card in cards.values() if set(card.areas) & set(wish.areas)]
    return all_refused(meant, gate.known(chat), chat.day)


def show(chat: Conversation) -> None:
    """A card picked from a button, in a message of its own."""
    (card_id,) = chat.args(1)
    guide.open_card(chat, card_id, LOOKS)


def lost(chat: Conversation) -> None:
    """Not understood, and honest about it: ask which of two or three, else the nearest things."""
    if trial := mobility_tests.under_way(chat):  # taken for lengths gone wrong
        chat.say(off_the_tape(chat.wording, trial.needed, trial))
        return
    corrections.keep_unclear(chat)
    if chat.meaning.language:
        chat.say(views.foreign(chat.wording, chat.meaning.readings))
        return
    if chat.meaning.readings:
        meant = chat.meaning
        chat.say(views.unsure(chat.wording, meant.readings, likely=meant.guessed))
        return
    spots = chat.answers.profile.spots or (Area.HIP_FLEXORS, Area.GLUTES)
    named = [chat.wording.words["areas"][each] for each in spots[:2]]
    chat.say(views.lost(chat.wording, named, told=chat.meaning.topic == TOLD))


def off_topic(chat: Conversation) -> None:
    chat.say(views.off_topic(chat.wording))


INTENTS = {
    Intent.ASK: ask,
    Intent.OFF_TOPIC: off_topic,
    Intent.UNKNOWN: lost,
}
HANDLERS: Handlers = [CallbackQueryHandler(handle(show), r"^card:")]
