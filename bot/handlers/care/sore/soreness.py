"""How sore somebody is: told by a button or in words, what it changes, and what is said of it."""

from dataclasses import replace

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.reply import Reply
from bot.dispatch.tap import StaleTap
from bot.services import care, open_questions, session
from bot.services.guiding import form_check
from bot.services.reminding import keyboards
from bot.services.training_state import MORNING, training_state
from bot.views.care import effort
from bot.views.care import soreness as views
from bot.views.care.care import question
from content.coaching.soreness import Light, Place, asks_where, lasts, light, light_of
from content.intents.answers.soreness import told_soreness
from content.intents.meaning import Intent

SCALE, MORE = "sore", "more"  # verbs of the buttons below a log
AFTER = "after"


def told(chat: Conversation) -> None:
    """Soreness in words: "soreness 4"."""
    amount = chat.meaning.amount
    if amount is None or light(amount) is None:
        chat.say(views.how_sore(chat.wording))
    else:
        _take(chat, amount, MORNING if care.was_sore(chat) else AFTER)


def typed(chat: Conversation) -> bool:
    """Soreness in words while the buttons for it stand, or by its name; the place may be beside."""
    said = told_soreness(chat.text, chat.content.lexicon)
    asked = keyboards.open_since(chat, SCALE) if said else None
    if said is None or not (asked or said.named):
        return False
    when = MORNING if care.was_sore(chat) else AFTER
    keyboards.answered(chat, SCALE)
    place = Place(said.place) if said.place else None
    _take(chat, said.amount, asked.split(":")[-1] if asked else when, place)
    return True


def tapped(chat: Conversation) -> None:
    """Soreness by a button, after a session or on the morning after it."""
    raw, when = chat.args(2)
    if not raw.isdigit() or light(int(raw)) is None:
        raise StaleTap(raw)
    _take(chat, int(raw), when)


def how_sore(chat: Conversation) -> None:
    chat.show(views.how_sore(chat.wording))


def _take(chat: Conversation, amount: float, when: str, place: Place | None = None) -> None:
    """Note it, change the next session by it, and ask again tomorrow if it was much."""
    logged = session.logged(chat)
    if not logged:
        session.think_again(chat)
    again = care.note_soreness(chat, amount, when, place)
    rests = care.resting(chat)
    if rests and rests.complaint.rests_all:  # no number is an examination
        chat.toast("saved")
        chat.show(question(chat.wording, rests))
        return
    told = training_state(chat).sore
    shown = light_of(chat.day, told)
    if shown is Light.STOP:
        care.stop_guide(chat)
    chat.toast("saved")
    if asks_where(told):
        open_questions.wonder(chat, "sore_place", told[-1].day.isoformat(), when)
        _answer(chat, shown, views.sore_where(chat.wording, told[-1], when))
        return
    answer = views.sore(
        chat.wording,
        amount,
        shown,
        logged=logged,
        again=again,
        lasts=lasts(told),
        place=place,
    )
    asks = when == AFTER and shown is Light.GO and form_check.due(chat)
    _answer(chat, shown, answer, checks=asks)


def _answer(chat: Conversation, light: Light | None, reply: Reply, *, checks: bool = False) -> None:
    """In the place of the question: in the log, whose week and undo stay, or by itself. What
    changes the next session is said below the log.

    One more move is offered once: by the log, and by nobody unless the light is green. The form
    check comes after strength that left no soreness.
    """
    go = light is Light.GO
    verbs, question = {SCALE} if go else {SCALE, MORE}, chat.wording.message("how_sore")
    settled = keyboards.settle(chat, verbs, question, reply.text if go else "")
    if settled is None:
        chat.show(effort.asking(chat.wording, reply) if checks else reply)
        return
    below = replace(reply, text="" if settled else reply.text, buttons=()) if go else reply
    shown = effort.asking(chat.wording, below) if checks else below
    if shown.text:
        chat.say(shown)


INTENTS = {Intent.CHECK_IN: told}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(tapped), r"^sore:"),
    CallbackQueryHandler(handle(how_sore), r"^sore$"),
]
