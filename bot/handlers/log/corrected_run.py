"""A run that was told before: how far it really was, or on which day."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.dispatch.conversation import Conversation
from bot.services import session
from bot.services.safety import complaints
from bot.services.wording.formats import want
from bot.views.log import runs as views
from content.coaching.session.runs import Run
from content.intents.about_runner.distances import MILE
from content.screening.after_flag.running import no_running
from content.wording.formats import Format
from storage.queries.diary import Note, NoteKind


def mend(chat: Conversation, since: date) -> None:
    """A run that was told before was as far as is told now, or on another day."""
    was, day = _done(chat, since), chat.meaning.day or since
    if was is None:
        chat.say(views.run_off(chat.wording))
        return
    before = was.data.get("km")
    km = _as_told(chat) or before
    _move(chat, was, day, {**was.data, "km": km})
    if not session.logged(chat):
        session.think_again(chat)
    run = Run(day, None, km, was.data["kind"], done=True)
    stands = no_running(complaints.held(chat), chat.day)
    instead = before if before != km else None
    chat.say(views.run_told(chat.wording, run, [], today=chat.day, instead=instead, stands=stands))


def known_km(chat: Conversation, day: date) -> float | None:
    """How far it was, where it is told once more without that."""
    was = _done(chat, day)
    return was.data.get("km") if was and not was.key else None


def _done(chat: Conversation, day: date) -> Note | None:
    """The run that is noted as done on that day, the last one told."""
    notes = chat.work.diary.notes(chat.runner.id, day)
    there = (n for n in notes if n.day == day and n.kind == NoteKind.RUN and n.data["done"])
    return max(there, key=lambda note: note.told_at, default=None)


def _as_told(chat: Conversation) -> float | None:
    """In kilometres; a bare number is what this runner tells distances in."""
    amount, unit = chat.meaning.amount, chat.meaning.topic
    if amount and unit:
        want(chat, Format(unit))
    miles = amount and not unit and Format.MILES in chat.answers.formats
    return round(amount * MILE, 1) if amount and miles else amount


def _move(chat: Conversation, was: Note, day: date, data: Mapping[str, Any]) -> None:
    """That run with other data, perhaps on another day; those beside it stay."""
    if day != was.day:
        notes = chat.work.diary.notes(chat.runner.id, was.day)
        others = [n for n in notes if n.day == was.day and n.kind == NoteKind.RUN]
        chat.work.diary.drop(chat.runner.id, was.day, NoteKind.RUN)
        for each in others:
            if not each.same(was):
                chat.work.diary.write(chat.runner.id, each)
    chat.work.diary.write(chat.runner.id, Note(day, NoteKind.RUN, was.key, chat.now, data))
