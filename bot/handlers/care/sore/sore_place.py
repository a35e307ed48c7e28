"""Where soreness is: trained muscles on both sides, or one spot, which gets the strict rule."""

from dataclasses import replace

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import open_questions, session
from bot.services.asking.typed_answer import taken
from bot.services.training_state import training_state
from bot.views.care import soreness as views
from content.coaching.soreness import Place, ask_next_morning, lasts, light_of
from storage.queries.diary import Note, NoteKind

QUESTION = "sore_place"


def tapped(chat: Conversation) -> None:
    """The place of an answer that stands in the diary already."""
    day, when, place = chat.args(3)
    _take(chat, place, day, when)


def typed(chat: Conversation) -> bool:
    """Words for the place, while it is asked about."""
    return taken(chat, QUESTION, _take)


def _take(chat: Conversation, place: str, day: str, when: str) -> None:
    note = _note(chat, day, when)
    if note is None or place not in list(Place):
        raise StaleTap(day)
    told = replace(note, data={**note.data, "place": place})
    chat.work.diary.write(chat.runner.id, told)
    logged = session.logged(chat)
    if not logged:
        session.think_again(chat)
    amount, sore = note.data["amount"], training_state(chat).sore
    open_questions.wonder(chat)
    chat.toast("saved")
    chat.show(
        views.sore(
            chat.wording,
            amount,
            light_of(chat.day, sore),
            logged=logged,
            again=ask_next_morning(amount),
            lasts=lasts(sore),
            place=Place(place),
        )
    )


def _note(chat: Conversation, day: str, when: str) -> Note | None:
    notes = chat.work.diary.notes(chat.runner.id)
    sore = [each for each in notes if each.kind == NoteKind.SORENESS and each.key == when]
    return next((each for each in sore if each.day.isoformat() == day), None)


HANDLERS: Handlers = [CallbackQueryHandler(handle(tapped), r"^sore-at:")]
