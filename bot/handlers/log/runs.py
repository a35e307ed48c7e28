"""Runs that are told: done ones get their easy minutes, planned ones are planned around."""

from datetime import time

from bot.dispatch.conversation import Conversation
from bot.services import session
from bot.views.log import runs as views
from content.coaching.session.runs import Run, kind_of, spared
from content.intents.meaning import Intent
from storage.queries.diary import Note, NoteKind


def run_told(chat: Conversation) -> None:
    """Note the run. One of the past or of today without a time ahead counts as done."""
    run = _run(chat)
    at = run.at.isoformat("minutes") if run.at else None
    data = {"at": at, "km": run.km, "kind": run.kind, "done": run.done}
    chat.work.diary.write(chat.runner.id, Note(run.day, NoteKind.RUN, at or "", chat.now, data))
    if not session.logged(chat):
        session.think_again(chat)
    before = sorted(day for day in spared([run]) if chat.day <= day < run.day)
    chat.say(views.run_told(chat.wording, run, before, today=chat.day))


def _run(chat: Conversation) -> Run:
    meaning = chat.meaning
    day, at, km = meaning.day or chat.day, meaning.at, meaning.amount
    kind = kind_of(chat.text, km, chat.content.library.run_words)
    if meaning.guessed and at is None and km and km == int(km) and day > chat.day:
        at, km = time(int(km) % 24), None  # “long run Sunday 8” is a time of day
    ahead = day > chat.day or (day == chat.day and at is not None and at > chat.local.time())
    return Run(day, at, km, kind, done=not ahead)


INTENTS = {Intent.RUN_TOLD: run_told}
