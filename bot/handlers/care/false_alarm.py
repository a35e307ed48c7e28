"""“That's not it” below a referral: what it was, and the told asked about again (rule R1)."""

from collections.abc import Mapping
from typing import Any

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Action, Conversation
from bot.dispatch.tap import StaleTap
from bot.services.safety import complaints
from bot.views.care import false_alarm as views
from content.catalog.taxonomy import Area
from content.intents.meaning import Intent, Meaning
from content.screening.after_flag.complaints import Complaint
from content.screening.after_flag.false_alarms import (
    Meant,
    may_be_a_figure,
    may_be_taken_back,
    take_back,
)
from content.screening.after_flag.held import resting
from content.screening.answers import answers
from content.screening.remarks import UNSAID
from content.screening.urgency import Urgency
from content.screening.whose.stated import of_somebody_else, says_joke
from storage.queries.diary import Note, NoteKind

NOT_IT = "not-it"


def begun(chat: Conversation) -> None:
    """What was it, if it was not that?"""
    (name,) = chat.args(1)
    chat.say(views.what_was_it(chat.wording, _complaint(chat, name)))


def heard(chat: Conversation) -> bool:
    """Whose it was, or that it was none: "that was about my husband", "only joking"."""
    content, last = chat.content, next(reversed(complaints.held(chat)), None)
    if last is None or not last.open or last.since != chat.day or last.flag in UNSAID:
        return False
    if "?" not in chat.text and says_joke(chat.text, content.lexicon, content.names):
        chat.say(views.what_was_it(chat.wording, last))
        return True
    if not of_somebody_else(chat.text, content.lexicon, content.names):
        return False
    chat.say(views.theirs(chat.wording, last, answers(content.lexicon)), label="danger")
    return True


def meant(chat: Conversation) -> None:
    """Somebody else's, over or a saying. What the runner told is asked about in its own words."""
    said, name = chat.args(2)
    complaint = _complaint(chat, name)
    if said == Meant.TRUE:
        chat.show(views.stands(chat.wording, complaint))
    elif said == Meant.OTHER:
        chat.show(views.theirs(chat.wording, complaint, answers(chat.content.lexicon)))
    elif not _offered(chat, complaint, said):
        raise StaleTap(said)
    elif may_be_taken_back(complaint, said):
        chat.show(views.still_so(chat.wording, complaint, said))
    else:
        _take_back(chat, complaint, said)


def handlers(actions: Mapping[Intent, Action]) -> Handlers:
    """The answers; one that is true is a referral of its own, beside the first."""

    def answered(chat: Conversation) -> None:
        said, name, answer = chat.args(3)
        complaint, true = _complaint(chat, name), answers(chat.content.lexicon)
        offered = _offered(chat, complaint, said)
        if not offered or answer not in (*true, views.NONE, views.NO):
            raise StaleTap(answer)
        if answer == views.NO:
            chat.show(views.anything_true(chat.wording, complaint, said, true))
            return
        chat.toast("saved")
        if answer == views.NONE:
            _take_back(chat, complaint, said)
            return
        chat.tap, chat.text = None, complaint.words
        flag = true[answer]
        chat.meaning = Meaning(Intent.DANGER, flag=flag.id, urgency=flag.urgency)
        actions[Intent.DANGER](chat)

    def told_again(chat: Conversation) -> None:
        """What was taken back is true after all."""
        (name,) = chat.args(1)
        told = _symptom(chat, name)
        if any(each.id == name for each in complaints.held(chat)):
            raise StaleTap(name)
        chat.tap, chat.text = None, told["words"]
        areas = tuple(map(Area, told["areas"]))
        urgency = Urgency(told["urgency"])
        chat.meaning = Meaning(Intent.DANGER, flag=told["flag"], urgency=urgency, areas=areas)
        actions[Intent.DANGER](chat)

    return [
        CallbackQueryHandler(handle(told_again), r"^told-again:"),
        CallbackQueryHandler(handle(answered), r"^not-it:[^:]*:[^:]*:[^:]*$"),
        CallbackQueryHandler(handle(meant), r"^not-it:[^:]*:[^:]*$"),
        CallbackQueryHandler(handle(begun), r"^not-it:"),
    ]


def _offered(chat: Conversation, complaint: Complaint, said: str) -> bool:
    """A figure of speech is no answer where a symptom was told."""
    if said == Meant.FIGURE:
        return may_be_a_figure(complaint, chat.content.lexicon)
    return said in set(Meant)


def _symptom(chat: Conversation, name: str) -> Mapping[str, Any]:
    """What was told under that name."""
    notes = (n.data for n in chat.work.diary.notes(chat.runner.id) if n.kind == NoteKind.SYMPTOM)
    found = next((each for each in notes if each.get("id") == name), None)
    if found is None:
        raise StaleTap(name)
    return found


def _complaint(chat: Conversation, name: str) -> Complaint:
    found = next((each for each in complaints.held(chat) if each.id == name and each.open), None)
    if found is None:
        raise StaleTap(name)
    return found


def _take_back(chat: Conversation, complaint: Complaint, said: str) -> None:
    areas = [each.value for each in complaint.areas]
    data = {"id": complaint.id, "areas": areas, "meant": said}
    note = Note(chat.day, NoteKind.ANSWER, f"{NOT_IT}:{complaint.id}", chat.now, data)
    chat.work.diary.write(chat.runner.id, note)
    after = take_back(complaints.held(chat), complaint.id, said)
    complaints.keep(chat, after)
    freed = all(each.id != complaint.id for each in after)
    figure = not freed and may_be_a_figure(complaint, chat.content.lexicon)
    noted = views.noted(chat.wording, complaint, freed=freed, resting=resting(after), figure=figure)
    chat.show(noted)
