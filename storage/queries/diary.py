"""Queries about what runners told of a day besides sessions: soreness, runs, symptoms, tests."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from operator import attrgetter
from typing import Any

from sqlalchemy import bindparam, delete, select

from storage.database.compiled_statement import Row
from storage.database.tables import diary
from storage.database.transaction import Insert
from storage.queries.snapshot import Known, Part, Snapshots

NOTES = (
    select(diary)
    .where(diary.c.runner_id == bindparam("runner"), diary.c.day >= bindparam("since"))
    .order_by(diary.c.day, diary.c.told_at, diary.c.id)
)
DROP = delete(diary).where(
    diary.c.runner_id == bindparam("runner"),
    diary.c.day == bindparam("on"),
    diary.c.kind == bindparam("kind_name"),
)
_KEY = ["runner_id", "day", "kind", "key"]


def _write(insert: Any) -> Any:
    statement = insert(diary)
    new = {name: statement.excluded[name] for name in ("data", "told_at")}
    return statement.on_conflict_do_update(index_elements=_KEY, set_=new)


WRITE = Insert(_write)


class NoteKind(StrEnum):
    """Every kind of note; `key` of a note tells those of one kind and day apart."""

    SORENESS = "soreness"  # 0 to 10; the key says whether it was the next morning
    EFFORT = "effort"  # how hard the strength of that day was
    RUN = "run"  # done or planned; the key is its time
    TEST = "test"  # a side of the mobility test
    COURSE = "course"  # an answer of the own course, by its question
    SYMPTOM = "symptom"  # a red flag, by its id
    ANSWER = "answer"  # what came of it: gone, still, cleared or not-it
    COMPLAINT = "complaint"  # in the runner's words, for the physio
    WEEK = "week"  # what got in the way, from the look back on Sunday
    WALKED = "walked"  # how far a card was followed, by its id
    PAIN = "pain"  # told outside a card; the key is the area that is left out for some days
    SKIPPED = "skipped"  # a card that was left out, and why


@dataclass(frozen=True, slots=True)
class Note:
    """Something told of a local day. `kind` and `key` say what: told again, it takes its place."""

    day: date
    kind: NoteKind
    key: str
    told_at: datetime
    data: Mapping[str, Any] = field(default_factory=dict)

    def same(self, other: "Note") -> bool:
        """Does the other one take the place of this one?"""
        return (self.day, self.kind, self.key) == (other.day, other.kind, other.key)


class Diary:
    def __init__(self, snapshots: Snapshots) -> None:
        self._snapshots = snapshots
        self._known = Known(snapshots, Part.NOTES, _known)
        self.begin_anew()

    def begin_anew(self) -> None:
        """What was changed so far is kept elsewhere, or is no change to be taken back."""
        self.before: dict[date, list[Note]] = {}  # runs of days that were changed since then

    def notes(self, runner_id: int, since: date = date.min) -> list[Note]:
        """In the order of days, and of telling within a day."""
        if since < self._snapshots.since:  # rare, so a statement of its own
            values = {"runner": runner_id, "since": since}
            return [_note(row) for row in self._snapshots.writes.now.rows(NOTES, values)]
        known = sorted(self._known.of(runner_id), key=attrgetter("day", "told_at"))
        return [each for each in known if each.day >= since]

    def write(self, runner_id: int, note: Note) -> None:
        self._keep_before(runner_id, note.day, note.kind)
        values = {
            "runner_id": runner_id,
            "day": note.day,
            "kind": note.kind.value,
            "key": note.key,
            "told_at": note.told_at,
            "data": dict(note.data),
        }
        self._snapshots.writes.add(WRITE, values)
        self._known.change(runner_id, lambda known: _with(known, note))

    def drop(self, runner_id: int, day: date, kind: NoteKind) -> None:
        self._keep_before(runner_id, day, kind)
        values = {"runner": runner_id, "on": day, "kind_name": kind.value}
        self._snapshots.writes.now.run(DROP, values)
        self._known.change(
            runner_id, lambda known: [e for e in known if (e.day, e.kind) != (day, kind)]
        )

    def _keep_before(self, runner_id: int, day: date, kind: NoteKind) -> None:
        if kind is NoteKind.RUN and day not in self.before:
            on_day = (each for each in self.notes(runner_id, day) if each.day == day)
            self.before[day] = [each for each in on_day if each.kind is NoteKind.RUN]


def _with(known: list[Note], note: Note) -> list[Note]:
    """One told again keeps its place."""
    same = [each.same(note) for each in known]
    if not any(same):
        return [*known, note]
    return [note if again else each for each, again in zip(known, same, strict=True)]


def _known(row: Row, _runner_id: int) -> Note:
    return Note(row["day"], NoteKind(row["name"]), row["words"], row["moment"], row["data"])


def _note(row: Row) -> Note:
    return Note(row["day"], NoteKind(row["kind"]), row["key"], row["told_at"], row["data"])
