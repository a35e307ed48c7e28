"""Soreness and red flags: what was told, what it changes, how it is the next day."""

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import care, enrolment, session
from bot.services.reminding import schedule
from bot.services.training_state import MORNING, training_state
from bot.views.care import care as views
from content.coaching.soreness import light, light_of
from content.intents.meaning import Intent
from content.screening.rest_after_flag import ask_again, unlocks
from scheduler.planning.memory import Priority, Reminder
from storage.queries.diary import Note, NoteKind

AFTER, ANSWERS = "after", ("gone", "still", "cleared")


def told(chat: Conversation) -> None:
    """Soreness in words: "soreness 4"."""
    amount = chat.meaning.amount
    if amount is None or light(amount) is None:
        chat.say(views.how_sore(chat.wording))
    else:
        _take(chat, amount, MORNING if care.was_sore(chat) else AFTER)


def tapped(chat: Conversation) -> None:
    """Soreness by a button, after a session or on the morning after it."""
    raw, when = chat.args(2)
    if not raw.isdigit() or light(int(raw)) is None:
        raise StaleTap(raw)
    _take(chat, int(raw), when)


def how_sore(chat: Conversation) -> None:
    chat.show(views.how_sore(chat.wording))


def _take(chat: Conversation, amount: float, when: str) -> None:
    """Note it, change the next session by it, and ask again tomorrow if it was much."""
    logged = session.logged(chat)
    if not logged:
        session.think_again(chat)
    again = care.note_soreness(chat, amount, when)
    shown = light_of(chat.day, training_state(chat).sore)
    chat.toast("saved")
    chat.show(views.sore(chat.wording, amount, shown, logged=logged, again=again))


def danger(chat: Conversation) -> None:
    """A red flag: no exercise, whom to see, how soon; the area rests, and is asked about."""
    chat.say(views.danger(chat.wording, chat.meaning, care.note_flag(chat)), label="danger")


def answered(chat: Conversation) -> None:
    """How it is now: it rests on, or it is worked again."""
    (answer,) = chat.args(1)
    if answer not in ANSWERS:
        raise StaleTap(answer)
    locks = dict(chat.runner.locks or {})
    if locks:
        told = Note(chat.day, NoteKind.ANSWER, answer, chat.now, {"areas": list(locks)})
        chat.work.diary.write(chat.runner.id, told)
    if answer == "cleared":
        enrolment.cleared(chat)
    kept = {area: lock for area, lock in locks.items() if not unlocks(answer, lock["urgency"])}
    kept = {area: {**lock, "asked": lock["asked"] + 1} for area, lock in kept.items()}
    care.lock_areas(chat, kept)
    if kept:
        asked = max(lock["asked"] for lock in kept.values())
        schedule.ask_tomorrow(chat, ask_again(asked))
    chat.toast("saved")
    chat.show(views.answered(chat.wording, answer, open_=bool(kept)))


def better(chat: Conversation) -> None:
    """Ask about what rests after "pain is gone", since the buttons say how it ends."""
    rests = care.resting(chat)
    chat.say(views.question(chat.wording, rests) if rests else views.glad(chat.wording))


def remind(chat: Conversation, _reminder: Reminder) -> None:
    """The question's own moment, on a day without a daily reminder."""
    chat.priority = Priority.REMINDER
    asked = None if chat.runner.off_since else care.question(chat)
    if asked:
        chat.say(views.question(chat.wording, asked))


INTENTS = {Intent.CHECK_IN: told, Intent.DANGER: danger, Intent.BETTER: better}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(tapped), r"^sore:"),
    CallbackQueryHandler(handle(how_sore), r"^sore$"),
    CallbackQueryHandler(handle(answered), r"^lock:"),
]
