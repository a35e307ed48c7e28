"""Soreness and red flags: what was told, what it changes, how it is the next day."""

from datetime import timedelta
from typing import Any

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation, StaleTap
from bot.services import enrolment, schedule, session
from bot.services.physio_history import ANSWER, SYMPTOM
from bot.services.training_state import MORNING, SORENESS, training_state
from bot.views.care import care as views
from content.coaching.soreness import Light, ask_next_morning, light, light_of
from content.intents.meaning import Intent
from content.screening.rest_after_flag import ask_again, locked_by, unlocks
from scheduler.planning.memory import Priority, Reminder
from storage.queries.diary import Note

A_DAY = timedelta(days=1)
AFTER, ANSWERS = "after", ("gone", "still", "cleared")


def told(chat: Conversation) -> None:
    """Soreness in words: "soreness 4"."""
    amount = chat.meaning.amount
    if amount is None or light(amount) is None:
        chat.say(views.how_sore())
    else:
        _take(chat, amount, MORNING if _asked(chat) else AFTER)


def tapped(chat: Conversation) -> None:
    """Soreness by a button, after a session or on the morning after it."""
    raw, when = chat.args(2)
    if not raw.isdigit() or light(int(raw)) is None:
        raise StaleTap(raw)
    _take(chat, int(raw), when)


def how_sore(chat: Conversation) -> None:
    chat.show(views.how_sore())


def _take(chat: Conversation, amount: float, when: str) -> None:
    """Note it, change the next session by it, and ask again tomorrow if it was much."""
    logged = session.logged(chat)
    if not logged:
        session.think_again(chat)
    again = note_soreness(chat, amount, when)
    shown = light_of(chat.day, training_state(chat).sore)
    chat.toast("saved")
    chat.show(views.sore(amount, shown, logged=logged, again=again))


def note_soreness(chat: Conversation, amount: float, when: str) -> bool:
    """Remember it; returns whether it is asked about again tomorrow."""
    note = Note(chat.day, SORENESS, when, chat.now, {"amount": amount})
    chat.work.diary.write(chat.runner.id, note)
    again = ask_next_morning(amount)
    if again:
        schedule.ask_tomorrow(chat)
    return again


def danger(chat: Conversation) -> None:
    """A red flag: no exercise, whom to see, how soon; the area rests, and is asked about."""
    meaning = chat.meaning
    areas = locked_by(meaning.flag, meaning.urgency, meaning.areas)
    since = chat.day.isoformat()
    lock = {"since": since, "words": chat.text, "urgency": meaning.urgency, "asked": 0}
    locks = {**(chat.runner.locks or {}), **{each.value: lock for each in areas}}
    symptom = {**lock, "flag": meaning.flag, "areas": [each.value for each in areas]}
    note = Note(chat.day, SYMPTOM, meaning.flag or "", chat.now, symptom)
    chat.work.diary.write(chat.runner.id, note)
    if areas:
        _lock(chat, locks)
        schedule.ask_tomorrow(chat)
    chat.say(views.danger(meaning, areas), label="danger")


def answered(chat: Conversation) -> None:
    """How it is now: it rests on, or it is worked again."""
    (answer,) = chat.args(1)
    if answer not in ANSWERS:
        raise StaleTap(answer)
    locks = dict(chat.runner.locks or {})
    if locks:
        told = Note(chat.day, ANSWER, answer, chat.now, {"areas": list(locks)})
        chat.work.diary.write(chat.runner.id, told)
    if answer == "cleared":
        enrolment.cleared(chat)
    kept = {area: lock for area, lock in locks.items() if not unlocks(answer, lock["urgency"])}
    kept = {area: {**lock, "asked": lock["asked"] + 1} for area, lock in kept.items()}
    _lock(chat, kept)
    if kept:
        asked = max(lock["asked"] for lock in kept.values())
        schedule.ask_tomorrow(chat, ask_again(asked))
    chat.toast("saved")
    chat.show(views.answered(answer, open_=bool(kept)))


def _lock(chat: Conversation, locks: dict[str, Any]) -> None:
    chat.change(locks=locks or None)
    session.think_again(chat)


def ask(chat: Conversation, *, expires: timedelta | None = None) -> bool:
    """How is it today? False if nothing is open. Red flags come before soreness."""
    locks, state = chat.runner.locks, training_state(chat)
    if locks and _due(chat):
        first = next(iter(locks.values()))
        chat.say(views.how_is_it(first["words"], list(locks)), expires=expires)
        return True
    if state.course and state.course.resting:
        chat.say(views.rests(), expires=expires)
        return True
    if _asked(chat) or light_of(chat.day, state.sore) is Light.STOP:
        chat.say(views.morning(state.sore[-1].amount), expires=expires)
        return True
    return False


def better(chat: Conversation) -> None:
    """Ask about what rests after "pain is gone", since the buttons say how it ends."""
    locks = chat.runner.locks or {}
    if locks:
        first = next(iter(locks.values()))
        chat.say(views.how_is_it(first["words"], list(locks)))
    else:
        chat.say(views.glad())


def remind(chat: Conversation, _reminder: Reminder) -> None:
    """The question's own moment, on a day without a daily reminder."""
    chat.priority = Priority.REMINDER
    if not chat.runner.off_since:
        ask(chat)


def _due(chat: Conversation) -> bool:
    """Is it time to ask about what rests? All of it rests, or a day is over since it was told."""
    locks = chat.runner.locks or {}
    return any(lock["since"] < chat.day.isoformat() for lock in locks.values())


def _asked(chat: Conversation) -> bool:
    """Was yesterday sore enough for a question today that is not answered yet?"""
    sore = training_state(chat).sore
    return bool(sore) and sore[-1].day == chat.day - A_DAY and ask_next_morning(sore[-1].amount)


INTENTS = {Intent.CHECK_IN: told, Intent.DANGER: danger, Intent.BETTER: better}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(tapped), r"^sore:"),
    CallbackQueryHandler(handle(how_sore), r"^sore$"),
    CallbackQueryHandler(handle(answered), r"^lock:"),
]
