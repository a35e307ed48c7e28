"""The runner's case, read from memory: what the coach decides with."""

from collections.abc import Sequence
from datetime import date, time, tzinfo

from bot.dispatch.conversation import LOOK_BACK, Conversation
from bot.services import enrolment
from content.catalog.taxonomy import Area
from content.coaching.dosage.effort import Effort
from content.coaching.dosage.past import PastSession
from content.coaching.session.runs import Run
from content.coaching.session.skips import Skipped, SkipReason
from content.coaching.session.training_state import TrainingState
from content.coaching.soreness import Place, Soreness
from content.screening.after_flag.held import still_held
from content.screening.after_flag.stored_complaints import read
from scheduler.log.entries import LogEntry, Status, states
from storage.queries.diary import Note, NoteKind

SHARES = {Status.DONE: 1.0, Status.PARTIAL: 0.5}
MORNING = "morning"


def training_state(chat: Conversation) -> TrainingState:
    """All that is remembered of the runner and matters for a session; built anew after a change."""
    version = chat.work.snapshots.version
    if chat.training and chat.training[0] == version and chat.training[1] is chat.runner:
        return chat.training[2]
    built = _built(chat)
    chat.training = (version, chat.runner, built)
    return built


def _built(chat: Conversation) -> TrainingState:
    answers, since = chat.answers, chat.day - LOOK_BACK
    logged = list(states(chat.work.session_log.entries(chat.runner.id, since)).values())
    notes = chat.work.diary.notes(chat.runner.id, since)
    return TrainingState(
        profile=answers.profile,
        past=_past(chat, logged, since),
        sore=[_soreness(note) for note in notes if note.kind == NoteKind.SORENESS],
        felt={n.day: Effort(n.data["felt"]) for n in notes if n.kind == NoteKind.EFFORT},
        runs=[_run(note, chat.local.tzinfo) for note in notes if note.kind == NoteKind.RUN],
        session_days=frozenset(answers.remind_days),
        minutes=answers.minutes,
        hidden=answers.hidden,
        complaints=still_held(read(chat.runner.locks), chat.day),
        conditions=answers.conditions,
        no_kneeling=answers.no_kneeling,
        excused=frozenset(each.day for each in logged if each.status is Status.EXCUSED),
        enrolment=enrolment.current(chat),
        gentle_until=answers.gentle_until,
        skipped=[each for note in notes if (each := _skipped(note))],
    )


def _past(chat: Conversation, logged: Sequence[LogEntry], since: date) -> tuple[PastSession, ...]:
    """What was done, and what was only offered, in the order of days; today's offer is no past."""
    done = [
        PastSession(e.day, e.cards, SHARES[e.status], e.sides) for e in logged if e.status in SHARES
    ]
    days = {each.day for each in done} | {chat.day}
    sessions = chat.work.session_log.sessions(chat.runner.id, since)
    offered = [
        PastSession(e["day"], tuple(e["cards"]), 0) for e in sessions if e["day"] not in days
    ]
    return tuple(sorted([*offered, *done], key=lambda each: each.day))


def _soreness(note: Note) -> Soreness:
    place = note.data.get("place")
    return Soreness(note.day, note.data["amount"], Place(place) if place else None)


def _skipped(note: Note) -> Skipped | None:
    """A card that was left out; of a pain it is only the area, until it is gone."""
    if note.kind == NoteKind.PAIN and not note.data.get("gone"):
        return Skipped(note.day, "", SkipReason.HURTS, Area(note.key))
    if note.kind != NoteKind.SKIPPED:
        return None
    aches = note.data.get("aches")
    return Skipped(note.day, note.key, note.data["why"], Area(aches) if aches else None)


def _run(note: Note, zone: tzinfo | None) -> Run:
    at, told = note.data.get("at"), note.told_at.astimezone(zone)
    return Run(
        note.day,
        time.fromisoformat(at) if at else None,
        note.data.get("km"),
        note.data.get("kind", "easy"),
        done=note.data.get("done", False),
        told=told if told.date() == note.day else None,
    )
