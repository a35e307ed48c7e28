"""Soreness and red flags: what is noted, what rests by it, and what is to be asked."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from bot.dispatch.conversation import Conversation
from bot.services import session
from bot.services.reminding import schedule
from bot.services.training_state import training_state
from bot.values.care_question import AreasRest, CareQuestion, ProgrammeRests, WasSore
from content.catalog.taxonomy import Area
from content.coaching.soreness import Light, ask_next_morning, light_of
from content.screening.rest_after_flag import locked_by
from storage.queries.diary import Note, NoteKind

A_DAY = timedelta(days=1)


def note_soreness(chat: Conversation, amount: float, when: str) -> bool:
    """Remember it; returns whether it is asked about again tomorrow."""
    note = Note(chat.day, NoteKind.SORENESS, when, chat.now, {"amount": amount})
    chat.work.diary.write(chat.runner.id, note)
    again = ask_next_morning(amount)
    if again:
        schedule.ask_tomorrow(chat)
    return again


def note_flag(chat: Conversation) -> tuple[Area, ...]:
    """Remember a red flag: its areas rest, and are asked about tomorrow. Returns them."""
    meaning = chat.meaning
    areas = locked_by(meaning.flag, meaning.urgency, meaning.areas)
    since = chat.day.isoformat()
    lock = {"since": since, "words": chat.text, "urgency": meaning.urgency, "asked": 0}
    symptom = {**lock, "flag": meaning.flag, "areas": [each.value for each in areas]}
    note = Note(chat.day, NoteKind.SYMPTOM, meaning.flag or "", chat.now, symptom)
    chat.work.diary.write(chat.runner.id, note)
    if areas:
        lock_areas(chat, {**(chat.runner.locks or {}), **{each.value: lock for each in areas}})
        schedule.ask_tomorrow(chat)
    return areas


def lock_areas(chat: Conversation, locks: Mapping[str, Any]) -> None:
    """These areas rest from now on, and no others."""
    chat.change(locks=dict(locks) or None)
    session.think_again(chat)


def question(chat: Conversation) -> CareQuestion | None:
    """What is to be asked before any exercise. Red flags come before soreness."""
    state = training_state(chat)
    if _due(chat):
        return resting(chat)
    if state.course and state.course.resting:
        return ProgrammeRests()
    if was_sore(chat) or light_of(chat.day, state.sore) is Light.STOP:
        return WasSore(state.sore[-1].amount)
    return None


def resting(chat: Conversation) -> AreasRest | None:
    """What rests after a red flag, with the words that told of it."""
    locks = chat.runner.locks or {}
    return AreasRest(next(iter(locks.values()))["words"], list(locks)) if locks else None


def was_sore(chat: Conversation) -> bool:
    """Was yesterday sore enough for a question today that is not answered yet?"""
    sore = training_state(chat).sore
    return bool(sore) and sore[-1].day == chat.day - A_DAY and ask_next_morning(sore[-1].amount)


def _due(chat: Conversation) -> bool:
    """Is it time to ask about what rests? All of it rests, or a day is over since it was told."""
    locks = chat.runner.locks or {}
    return any(lock["since"] < chat.day.isoformat() for lock in locks.values())
