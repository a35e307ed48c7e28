"""The runner's last six weeks, for the sheet that goes to a physio."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from bot.dispatch.conversation import Conversation
from bot.services.asking.questionnaire import summary
from bot.services.enrolment import current
from bot.services.history.physio_facts import facts
from bot.services.history.progress_figures import bars, trials
from content.catalog.taxonomy import Area
from content.coaching.mobility_test.hip_extension import MARGIN
from content.coaching.review.history import Complaint, PhysioHistory, WeekSummary
from content.screening.after_flag.complaints import Complaint as Held
from content.screening.after_flag.held import open_ones, resting
from content.screening.after_flag.stored_complaints import read
from content.screening.remarks import UNSAID, tells_of_body
from content.wording.messages import Wording
from scheduler.calendar.days import week_of
from scheduler.log.entries import ACTIVE, LogEntry, states
from storage.answers import AnswerKey
from storage.queries.diary import Note, NoteKind

WEEKS = 6
DAY = timedelta(days=1)
# Answers that a physio may want.
ABOUT = (AnswerKey.SITTING, AnswerKey.SPOTS, AnswerKey.RUN_DAYS, AnswerKey.KIT)


def history_of(chat: Conversation) -> PhysioHistory:
    """What is known of the runner's body and work, up to today."""
    notes = chat.work.diary.notes(chat.runner.id)
    logged = list(states(chat.work.session_log.entries(chat.runner.id)).values())
    mondays = [week_of(chat.day) - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    programme, week = _programme(chat)
    remarks = _remarks(chat, chat.work.session_log.entries(chat.runner.id, mondays[0]))
    return PhysioHistory(
        name=chat.runner.name,
        today=chat.day,
        complaints=_complaints(chat, notes),
        notes=remarks,
        sore={note.day: note.data["amount"] for note in notes if note.kind == NoteKind.SORENESS},
        weeks=tuple(_week(monday, logged, notes, chat) for monday in mondays),
        trials=trials(notes),
        margin=MARGIN,
        programme=programme,
        week=week,
        resting=areas_spoken(chat.wording, resting(read(chat.runner.locks))),
        facts=facts(chat, notes, [words for _, words in remarks]),
        about=tuple(
            (chat.wording.term("sheet", name), said)
            for name, said in summary(chat).items()
            if name in ABOUT and chat.runner.answers.get(name)
        ),
    )


def areas_spoken(wording: Wording, areas: Collection[str]) -> tuple[str, ...]:
    """The areas in words; all of them have one name."""
    if len(areas) == len(Area):
        return (wording.term("areas", "all"),)
    return tuple(wording.term("areas", each) for each in areas)


def _complaints(chat: Conversation, notes: Sequence[Note]) -> tuple[Complaint, ...]:
    """Red flags and lines for the physio: what still rests first, then the newest."""
    told = [
        _complaint(chat, note, notes)
        for note in notes
        if note.kind == NoteKind.COMPLAINT
        or (note.kind == NoteKind.SYMPTOM and note.data["flag"] not in UNSAID)
    ]
    return tuple(sorted(told, key=lambda each: (each.open, each.told), reverse=True))


def _complaint(chat: Conversation, note: Note, notes: Sequence[Note]) -> Complaint:
    areas = note.data.get("areas", ())
    answers = tuple(
        (each.day, each.key.partition(":")[0])
        for each in notes
        if each.kind == NoteKind.ANSWER and each.told_at > note.told_at and _about(each, note)
    )
    return Complaint(
        note.data["words"],
        note.day,
        areas_spoken(chat.wording, areas),
        any(_still(each, note) for each in open_ones(read(chat.runner.locks))),
        answers,
    )


def _about(answer: Note, symptom: Note) -> bool:
    """Was it an answer to that complaint? Older ones name areas only."""
    if "id" in answer.data and "id" in symptom.data:
        return bool(answer.data["id"] == symptom.data["id"])
    return not set(symptom.data.get("areas", ())).isdisjoint(answer.data["areas"])


def _still(complaint: Held, symptom: Note) -> bool:
    """Does what rests still rest for this?"""
    if "id" in symptom.data and complaint.flag:
        same = complaint.flag == symptom.data["flag"]
        return same and set(symptom.data["areas"]) <= set(complaint.areas)
    return not set(symptom.data.get("areas", ())).isdisjoint(complaint.areas)


def _remarks(chat: Conversation, entries: Sequence[LogEntry]) -> tuple[tuple[date, str], ...]:
    """Notes of the log that say how it felt, the newest first."""
    content = chat.content
    return tuple(
        (each.day, each.note)
        for each in sorted(entries, key=lambda each: each.day, reverse=True)
        if each.note and tells_of_body(each.note, content.lexicon, content.names)
    )


def _week(
    monday: date, entries: Sequence[LogEntry], notes: Sequence[Note], chat: Conversation
) -> WeekSummary:
    """The week from that Monday."""
    days = {monday + n * DAY for n in range(7)}
    done = [each for each in entries if each.day in days and each.status in ACTIVE]
    runs = [
        each
        for each in notes
        if each.kind == NoteKind.RUN and each.day in days and each.data["done"]
    ]
    minutes = {bar.area: (bar.left, bar.right) for bar in bars(chat, done)}
    return WeekSummary(monday, len(done), sum(each.data.get("km") or 0 for each in runs), minutes)


def _programme(chat: Conversation) -> tuple[str | None, tuple[int, int]]:
    """The programme on its way, and which week of how many."""
    now = current(chat)
    if now is None:
        return None, (0, 0)
    programme = chat.content.library.programmes[now.programme]
    return programme.name, (now.week, len(programme.weeks))
