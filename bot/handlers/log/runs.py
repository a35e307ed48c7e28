"""Runs that are told: done ones get their easy minutes, planned ones are planned around."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.deeds import Deed, Of
from bot.dispatch.tap import StaleTap
from bot.handlers.log.corrected_run import known_km, mend
from bot.handlers.log.mending import told_day
from bot.services import on_screen, open_questions, session
from bot.services.asking.typed_answer import taken
from bot.services.correcting import deeds
from bot.services.safety import complaints
from bot.services.training_state import training_state
from bot.services.wording.formats import want
from bot.views.log import runs as views
from content.coaching.session.runs import EASY, OFF, Run, kind_of, runs_of, spared
from content.intents.meaning import Intent
from content.screening.after_flag.running import no_running
from content.wording.formats import Format
from storage.queries.diary import Note, NoteKind

QUESTION = "run_soon"
ANSWERS = ("soon", "done", "no")
SOON = timedelta(hours=1)  # what “soon” likely means, within the two hours before a run


def run_told(chat: Conversation) -> None:
    """Note the run. One of the past or of today without a time ahead counts as done.

    What is told of one that was planned, a new day or that it is off, takes its place.
    """
    if chat.meaning.since:
        mend(chat, chat.meaning.since)
        return
    if not chat.meaning.on and chat.meaning.skips:
        _take_off(chat, chat.meaning.skips)
        return
    run = _run(chat)
    stays = chat.meaning.mends and chat.meaning.on and chat.meaning.day is None  # "it's a 10k"
    changes = chat.meaning.mends or not chat.meaning.on
    left = next(iter(chat.meaning.skips), None)
    was = _planned(chat, None if stays or left else run.kind, left) if changes else None
    if was:
        _drop(chat, was.day)
    if not chat.meaning.on or (stays and was is None):
        _say_off(chat, was)
        return
    if stays and was:
        run = replace(run, day=was.day, kind=was.data["kind"], done=False)
    if left:
        run = _moved(chat, run, left, was)
    run = _noted(chat, run)
    before = sorted(day for day in spared([run]) if chat.day <= day < run.day)
    chat.say(
        views.run_told(
            chat.wording,
            run,
            before,
            today=chat.day,
            was=left or (was.day if was and not stays else None),
            stands=no_running(complaints.held(chat), chat.day),
        )
    )


def _noted(chat: Conversation, run: Run) -> Run:
    """In the diary; one told once more without its distance keeps it."""
    if chat.meaning.topic:
        want(chat, Format(chat.meaning.topic))
    if run.done and run.km is None:
        run = replace(run, km=known_km(chat, run.day))
    at = run.at.isoformat("minutes") if run.at else None
    data = {"at": at, "km": run.km, "kind": run.kind, "done": run.done}
    chat.work.diary.write(chat.runner.id, Note(run.day, NoteKind.RUN, at or "", chat.now, data))
    if not session.logged(chat):
        session.think_again(chat)
    return run


def _planned(chat: Conversation, kind: str | None, on: date | None) -> Note | None:
    """The next planned run, of that kind or `on` that day if one is told."""
    notes = chat.work.diary.notes(chat.runner.id, chat.day)
    ahead = [each for each in notes if each.kind == NoteKind.RUN and not each.data["done"]]
    ahead = [each for each in ahead if each.data["kind"] != OFF and on in (None, each.day)]
    return next((each for each in ahead if kind in (None, each.data["kind"])), None)


def _moved(chat: Conversation, run: Run, left: date, was: Note | None) -> Run:
    """The run as it was on that day, which has none now: not its usual one either."""
    _write_off(chat, left)
    if was is None:
        return replace(run, done=False)
    at = run.at or (time.fromisoformat(was.data["at"]) if was.data["at"] else None)
    kind = run.kind if run.kind != EASY else was.data["kind"]
    return replace(run, at=at, km=run.km or was.data["km"], kind=kind, done=False)


def _take_off(chat: Conversation, days: Sequence[date]) -> None:
    """No run on these days, neither a planned one nor the usual one."""
    state = training_state(chat)
    off = [
        day
        for day in days
        if (runs := runs_of(day, state.profile, state.runs)) and not any(run.done for run in runs)
    ]
    for day in off:
        _drop(chat, day)
        _write_off(chat, day)
    if off and not session.logged(chat):
        session.think_again(chat)
    if off or not chat.meaning.named:  # a rest day in a list need not have had one
        chat.say(views.run_off(chat.wording, *off))


def _write_off(chat: Conversation, day: date) -> None:
    data = {"at": None, "km": None, "kind": OFF, "done": False}
    chat.work.diary.write(chat.runner.id, Note(day, NoteKind.RUN, "", chat.now, data))


def _say_off(chat: Conversation, was: Note | None) -> None:
    if was and not session.logged(chat):
        session.think_again(chat)
    chat.say(views.run_off(chat.wording, *([was.day] if was else [])))


def take_back(chat: Conversation, deed: Deed) -> None:
    """The runs of the days that it changed are as they were before."""
    stands = [each for notes in deed.runs.values() for each in notes]
    off = [each.day for each in _notes(chat) if each.day in deed.runs and each.data["kind"] == OFF]
    for day in deed.runs:
        _drop(chat, day)
    for each in stands:
        chat.work.diary.write(chat.runner.id, each)
    if not session.logged(chat):
        session.think_again(chat)
    deeds.remember(chat, Of.RUNS)
    chat.toast("undone")
    for day in sorted(deed.runs):
        kept = [each.data.get("km") for each in stands if each.day == day]
        if kept or day in off:
            chat.show(views.run_back(chat.wording, day, next(iter(kept), None)))
        else:
            chat.show(views.run_off(chat.wording, day))


def taken_out(chat: Conversation) -> None:
    """The runs of the button's day were not meant."""
    _take_out(chat, told_day(chat.args(1)[0]))


def _take_out(chat: Conversation, day: date) -> None:
    """Out of the plan; where it had come from another day, that one has its usual run again."""
    notes = _notes(chat)
    told = {each.told_at for each in notes if each.day == day}
    for each in notes:
        if each.data.get("kind") == OFF and each.told_at in told:
            chat.work.diary.drop(chat.runner.id, each.day, NoteKind.RUN)
    _drop(chat, day)
    if not session.logged(chat):
        session.think_again(chat)
    chat.toast("undone")
    chat.show(views.run_off(chat.wording, day))


def _notes(chat: Conversation) -> list[Note]:
    return [each for each in chat.work.diary.notes(chat.runner.id) if each.kind == NoteKind.RUN]


def _drop(chat: Conversation, day: date) -> None:
    """Out of the plan, and kept aside for who taps that it comes back."""
    notes = [each for each in chat.work.diary.notes(chat.runner.id, day) if each.day == day]
    on_screen.set_aside(chat, day, [[e.key, dict(e.data)] for e in notes if e.kind == NoteKind.RUN])
    chat.work.diary.drop(chat.runner.id, day, NoteKind.RUN)


def brought_back(chat: Conversation) -> None:
    """The runs of the button's day as they were before they were taken out."""
    day = told_day(chat.args(1)[0])
    kept = on_screen.aside(chat, day)
    chat.work.diary.drop(chat.runner.id, day, NoteKind.RUN)
    for key, data in kept:
        chat.work.diary.write(chat.runner.id, Note(day, NoteKind.RUN, key, chat.now, data))
    if not session.logged(chat):
        session.think_again(chat)
    chat.toast("put_back")
    chat.show(views.run_back(chat.wording, day))


def _run(chat: Conversation) -> Run:
    meaning = chat.meaning
    day, at, km = meaning.day or chat.day, meaning.at, meaning.amount
    kind = kind_of(meaning.named or chat.text, km, chat.content.library.run_words)
    if meaning.guessed and at is None and km and km == int(km) and day > chat.day:
        at, km = time(int(km) % 24), None  # “long run Sunday 8” is a time of day
    planned = Run(day, at, km, kind)
    return replace(planned, done=not (day > chat.day or _may_be_ahead(chat, planned)))


def _may_be_ahead(chat: Conversation, run: Run) -> bool:
    """A minute after its start, nobody has run it yet."""
    if run.at is None or run.day != chat.day:
        return False
    return chat.local < datetime.combine(run.day, run.at, chat.local.tzinfo) + run.length


def asked(chat: Conversation) -> None:
    """The answer to “do you run soon?”, which whose times vary is asked."""
    answer, text = chat.args(2)
    if answer not in ANSWERS:
        raise StaleTap(answer)
    _take(chat, answer, text)


def typed(chat: Conversation) -> bool:
    """Words for it, while it is asked."""
    return taken(chat, QUESTION, _take)


def _take(chat: Conversation, answer: str, text: str) -> None:
    open_questions.wonder(chat)
    chat.remember(asked_run=chat.local.date().isoformat())
    if answer != "no":
        _note_answer(chat, soon=answer == "soon")
    if not session.logged(chat):
        session.think_again(chat)
    chat.toast("saved")
    chat.show(views.run_known(chat.wording, answer, text))


def _note_answer(chat: Conversation, *, soon: bool) -> None:
    when = chat.local + SOON if soon else chat.local
    at = f"{when:%H:%M}" if soon else None
    data = {"at": at, "km": None, "kind": EASY, "done": not soon}
    chat.work.diary.write(chat.runner.id, Note(when.date(), NoteKind.RUN, at or "", chat.now, data))


INTENTS = {Intent.RUN_TOLD: run_told}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(taken_out), r"^run-off:"),
    CallbackQueryHandler(handle(brought_back), r"^run-back:"),
    CallbackQueryHandler(handle(asked), r"^run-today:"),
]
