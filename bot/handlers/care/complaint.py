"""The question about what rests: how it is now, who has seen it, and what was allowed."""

from collections.abc import Sequence
from datetime import timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import care, enrolment, open_questions, session
from bot.services.reminding import schedule
from bot.services.safety import body, complaints
from bot.values.care_question import AreasRest
from bot.views.care import care as views
from content.intents.meaning import Intent
from content.screening.after_flag.clearance import was_seen
from content.screening.after_flag.complaints import (
    A_DAY,
    GRADED,
    MOST_UNANSWERED,
    Allowed,
    Answer,
    Complaint,
    answer,
    clear,
)
from content.screening.after_flag.held import due, open_ones, resting
from scheduler.planning.memory import Priority, Reminder
from storage.queries.diary import Note, NoteKind

SEEN = "cleared"
A_WEEK = timedelta(days=7)  # without strength, once something is gone
ANSWERS = (*Answer, SEEN, *Allowed)


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
        open_questions.hurts(chat)
        care.pain_is_gone(chat)
        chat.say(views.glad(chat.wording))
    elif was_seen(chat.text, content.lexicon, content.names):
        chat.say(views.clearance(chat.wording, rests.complaint))
    else:
        chat.say(views.question(chat.wording, rests))


def remind(chat: Conversation, reminder: Reminder) -> None:
    """The question's own moment, on a day without a daily reminder; it comes again the next day
    until it is answered, but who answers none of three is left in peace.
    """
    chat.priority = Priority.REMINDER
    question = None if chat.runner.off_since else care.question(chat)
    if question is None:
        return
    chat.say(views.question(chat.wording, question))
    times = reminder.data.get(schedule.ASKED, 0) + 1
    if times < MOST_UNANSWERED:
        schedule.ask_tomorrow(chat, asked=times)


INTENTS = {Intent.BETTER: better}
HANDLERS: Handlers = [CallbackQueryHandler(handle(answered), r"^lock:")]
