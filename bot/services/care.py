"""Soreness and red flags: what is noted, what rests by it, and what is to be asked."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.dispatch.conversation import Conversation
from bot.services import open_questions, session
from bot.services.guiding import active_guide, guide_log
from bot.services.reminding import schedule
from bot.services.safety import complaints, theirs
from bot.services.training_state import training_state
from bot.values.care_question import AreasRest, CareQuestion, ProgrammeRests, WasSore
from content.catalog.taxonomy import Area
from content.coaching.session.skips import PAIN_RESTS
from content.coaching.soreness import Light, Place, ask_next_morning, light_of
from content.screening.after_flag.complaints import Complaint, add, told_as
from content.screening.after_flag.complaints import told as complaint
from content.screening.after_flag.held import due, open_ones
from content.screening.urgency import Urgency
from storage.queries.diary import Note, NoteKind

A_DAY = timedelta(days=1)


def note_soreness(chat: Conversation, amount: float, when: str, place: Place | None = None) -> bool:
    """Remember it; returns whether it is asked about again tomorrow."""
    data = {"amount": amount, **({"place": place.value} if place else {})}
    note = Note(chat.day, NoteKind.SORENESS, when, chat.now, data)
    chat.work.diary.write(chat.runner.id, note)
    again = ask_next_morning(amount)
    if again:
        schedule.ask_tomorrow(chat)
    return again


def note_flag(chat: Conversation) -> Complaint | None:
    """Remember a red flag: its areas rest, and are asked about tomorrow. Returns what rests.

    Whatever card is on the way ends here. Somebody else's is theirs: nothing of the runner's rests.
    """
    meaning = chat.meaning
    if meaning.of_other:
        theirs.note(chat)
        return None
    flag, urgency = meaning.flag or "", meaning.urgency or Urgency.NOW
    name = complaints.new_name(chat)
    new = complaint(name, flag, urgency, meaning.areas, words=chat.text, day=chat.day)
    after = add(complaints.held(chat), new)
    kept = told_as(after, new)  # its buttons are for the story that it goes on with
    symptom = {
        "id": kept.id,
        "since": chat.day.isoformat(),
        "words": chat.text,
        "urgency": urgency,
        "flag": flag,
        "areas": [each.value for each in kept.areas],
    }
    chat.work.diary.write(chat.runner.id, Note(chat.day, NoteKind.SYMPTOM, flag, chat.now, symptom))
    if not new.may_end:  # what was unclear before is graver now, and rests until it was seen
        open_questions.doubt(chat, None)
    open_questions.hurts(chat)
    complaints.keep(chat, after)
    stop_guide(chat)
    return kept


def note_pain(chat: Conversation, areas: Sequence[Area]) -> None:
    """What hurts is left out of sessions for some days."""
    _write_pain(chat, [(chat.day, area.value) for area in areas], {})


def pain_is_gone(chat: Conversation) -> None:
    notes = chat.work.diary.notes(chat.runner.id, chat.day - PAIN_RESTS)
    told = [(each.day, each.key) for each in notes if each.kind == NoteKind.PAIN]
    _write_pain(chat, told, {"gone": True})


def _write_pain(
    chat: Conversation, told: Sequence[tuple[date, str]], data: Mapping[str, bool]
) -> None:
    for day, area in told:
        chat.work.diary.write(chat.runner.id, Note(day, NoteKind.PAIN, area, chat.now, data))
    if told and not session.logged(chat):
        session.think_again(chat)


def stop_guide(chat: Conversation) -> None:
    """The card that is on the way ends; what was done of it stays."""
    if kept := active_guide.get(chat):
        guide_log.leave(chat, kept)
        active_guide.take_away(chat)


def question(chat: Conversation) -> CareQuestion | None:
    """What is to be asked before any exercise. Red flags come before soreness."""
    state = training_state(chat)
    if first := due(state.complaints, chat.day):
        return AreasRest(first)
    if state.enrolment and state.enrolment.resting:
        return ProgrammeRests()
    if was_sore(chat) or light_of(chat.day, state.sore) is Light.STOP:
        return WasSore(state.sore[-1].amount, (chat.day - state.sore[-1].day).days)
    return None


def resting(chat: Conversation) -> AreasRest | None:
    """The gravest complaint that rests something."""
    return next((AreasRest(each) for each in open_ones(complaints.held(chat))), None)


def was_sore(chat: Conversation) -> bool:
    """Was yesterday sore enough for a question today that is not answered yet?"""
    sore = training_state(chat).sore
    return bool(sore) and sore[-1].day == chat.day - A_DAY and ask_next_morning(sore[-1].amount)
