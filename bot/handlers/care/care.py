"""Soreness and red flags: what was told, what it changes, how it is the next day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.reply import Reply
from bot.dispatch.tap import StaleTap
from bot.services import care, enrolment, on_screen, session
from bot.services.reminding import keyboards
from bot.services.safety import body, complaints
from bot.services.training_state import MORNING, training_state
from bot.values.care_question import AreasRest
from bot.views.care import care as views
from bot.views.care import soreness
from bot.views.onboarding.body import kept
from content.coaching.soreness import Light, Place, asks_where, lasts, light, light_of
from content.intents.answers.soreness import told_soreness
from content.intents.meaning import Intent
from content.screening.after_flag.clearance import back_from, told_finding, told_verdict, was_seen
from content.screening.after_flag.complaints import (
    A_DAY,
    GRADED,
    Allowed,
    Answer,
    Complaint,
    answer,
    clear,
    due,
    open_ones,
    resting,
)
from content.screening.urgency import Urgency
from scheduler.planning.memory import Priority, Reminder
from storage.queries.diary import Note, NoteKind

SCALE, MORE = "sore", "more"  # verbs of the buttons below a log
AFTER, SEEN = "after", "cleared"
A_WEEK = timedelta(days=7)  # without strength, once something is gone
ANSWERS = (*Answer, SEEN, *Allowed)


def told(chat: Conversation) -> None:
    """Soreness in words: "soreness 4"."""
    amount = chat.meaning.amount
    if amount is None or light(amount) is None:
        chat.say(soreness.how_sore(chat.wording))
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
    chat.show(soreness.how_sore(chat.wording))


def _take(chat: Conversation, amount: float, when: str, place: Place | None = None) -> None:
    """Note it, change the next session by it, and ask again tomorrow if it was much."""
    logged = session.logged(chat)
    if not logged:
        session.think_again(chat)
    again = care.note_soreness(chat, amount, when, place)
    told = training_state(chat).sore
    shown = light_of(chat.day, told)
    if shown is Light.STOP:
        care.stop_guide(chat)
    chat.toast("saved")
    if asks_where(told):
        on_screen.wonder(chat, "sore_place", told[-1].day.isoformat(), when)
        _answer(chat, shown, soreness.sore_where(chat.wording, told[-1], when))
        return
    answer = soreness.sore(
        chat.wording,
        amount,
        shown,
        logged=logged,
        again=again,
        lasts=lasts(told),
        place=place,
    )
    _answer(chat, shown, answer)


def _answer(chat: Conversation, light: Light | None, reply: Reply) -> None:
    """Below the log, whose week and undo stay; in the place of a question that stood alone.

    One more move is offered once: by the log, and by nobody unless the light is green.
    """
    go = light is Light.GO
    if not keyboards.drop(chat, {SCALE} if go else {SCALE, MORE}):
        chat.show(reply)
    else:
        chat.say(replace(reply, buttons=()) if go else reply)


def danger(chat: Conversation) -> None:
    """A red flag: no exercise, whom to see, how soon; the area rests, and is asked about."""
    if _told_as_seen(chat):
        return
    rests, new = care.note_flag(chat), body.told_now(chat)
    if new and chat.meaning.urgency is not Urgency.NOW:
        chat.say(kept(chat.wording, new))
    chat.say(views.danger(chat.wording, chat.meaning, rests), label="danger")


def _told_as_seen(chat: Conversation) -> bool:
    """Is it told because a clinician has seen it, as its name or as what is over?"""
    meaning = chat.meaning
    if meaning.urgency is Urgency.NOW or meaning.of_other:
        return False
    return cleared_elsewhere(chat) or (
        meaning.urgency is Urgency.VISIT and _found(chat) and seen(chat)
    )


def cleared_elsewhere(chat: Conversation) -> bool:
    """Cleared to run after what was never told here: it comes back by the same steps."""
    content = chat.content
    flag = back_from(chat.text, content.lexicon, content.names)
    if flag is None or care.resting(chat):
        return False
    chat.meaning = replace(chat.meaning, flag=flag, urgency=Urgency.DAYS)
    rests, new = care.note_flag(chat), body.told_now(chat)
    if rests is None:
        return False
    if new:
        chat.say(kept(chat.wording, new))
    chat.say(views.clearance(chat.wording, rests))
    return True


def _found(chat: Conversation) -> bool:
    """Is it only the name that a clinician gave to what is open?"""
    content = chat.content
    return told_finding(chat.text, content.lexicon, content.names)


def seen(chat: Conversation) -> bool:
    """Somebody qualified has said something of what is open: what is allowed, then?"""
    content, rests = chat.content, care.resting(chat)
    if rests is None or not told_verdict(chat.text, content.lexicon, content.names):
        return False
    chat.say(views.clearance(chat.wording, rests.complaint))
    return True


def answered(chat: Conversation) -> None:
    """How it is now: it rests on, it is over, or somebody has seen it."""
    said, _, name = ":".join(chat.args(1)).partition(":")
    if said not in ANSWERS:
        raise StaleTap(said)
    take(chat, said, name)


def take(chat: Conversation, said: str, name: str = "") -> None:
    """That answer to the question of the complaint called `name`, tapped or in words."""
    complaint = _asked_about(chat, name)
    if complaint is None:
        _programme(chat, said, name)
    elif said == SEEN:
        chat.show(views.clearance(chat.wording, complaint))
    elif said in set(Allowed):
        _cleared(chat, complaint, Allowed(said))
    elif complaint.open:
        _still_or_gone(chat, complaint, Answer(said))
    else:
        raise StaleTap(name)


def _asked_about(chat: Conversation, name: str) -> Complaint | None:
    """The complaint of the button. An older button has no name: if only one is open, it is that."""
    held = complaints.held(chat)
    if name:  # one that was cleared for gentle moves may be cleared for more
        return next((each for each in held if each.id == name), None)
    found = open_ones(held)
    return found[0] if len(found) == 1 else None


def _programme(chat: Conversation, said: str, name: str) -> None:
    """Without such a complaint the button is about the programme, or it is an old one."""
    rests = care.resting(chat)
    if name or (said != SEEN and not rests):
        raise StaleTap(name)
    if rests:
        chat.show(views.question(chat.wording, rests))
        return
    enrolment.cleared(chat)
    session.think_again(chat)
    chat.toast("saved")
    chat.show(views.programme_cleared(chat.wording))


def _cleared(chat: Conversation, complaint: Complaint, allowed: Allowed) -> None:
    """What the clinician allowed: two graded weeks, or it rests on."""
    _note(chat, complaint, SEEN, allowed=allowed)
    after = clear(complaints.held(chat), complaint.id, allowed, chat.day)
    if allowed is not Allowed.NOTHING:
        body.cleared(chat, complaint.flag)
        enrolment.cleared(chat)
    _keep(chat, after)
    if allowed is Allowed.NOTHING:
        chat.show(views.answered(chat.wording, allowed, complaint, resting(after)))
    else:
        _show_graded(chat, complaint, allowed, after)


def _show_graded(
    chat: Conversation, complaint: Complaint, allowed: Allowed, after: Sequence[Complaint]
) -> None:
    until = chat.day + GRADED - A_DAY if allowed is Allowed.EVERYTHING else None
    chat.show(views.graded(chat.wording, complaint, allowed, until, resting(after)))


def _still_or_gone(chat: Conversation, complaint: Complaint, said: Answer) -> None:
    _note(chat, complaint, said)
    after = answer(complaints.held(chat), complaint.id, said, chat.day)
    _keep(chat, after)
    left = next((each for each in after if each.id == complaint.id), None)
    if left is None:
        chat.remember(gentle_until=(chat.day + A_WEEK).isoformat())
    if left and not left.open:
        _show_graded(chat, left, Allowed.EVERYTHING, after)
    else:
        chat.show(views.answered(chat.wording, said, left, resting(after)))
    other = due(after, chat.day)
    if other and other.id != complaint.id:
        chat.say(views.question(chat.wording, AreasRest(other)))


def _note(chat: Conversation, complaint: Complaint, said: str, **more: str) -> None:
    data = {"id": complaint.id, "areas": [each.value for each in complaint.areas], **more}
    note = Note(chat.day, NoteKind.ANSWER, f"{said}:{complaint.id}", chat.now, data)
    chat.work.diary.write(chat.runner.id, note)


def _keep(chat: Conversation, after: Sequence[Complaint]) -> None:
    complaints.keep(chat, after)
    chat.toast("saved")


def better(chat: Conversation) -> None:
    """Ask about what rests after "pain is gone", since the buttons say how it ends."""
    rests, content = care.resting(chat), chat.content
    if rests is None:
        on_screen.hurts(chat)
        care.pain_is_gone(chat)
        chat.say(views.glad(chat.wording))
    elif was_seen(chat.text, content.lexicon, content.names):
        chat.say(views.clearance(chat.wording, rests.complaint))
    else:
        chat.say(views.question(chat.wording, rests))


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
