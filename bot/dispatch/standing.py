"""What stands for weeks, and what of it an update changed: one small value to be put back from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from scheduler.planning.memory import Reminder
from storage.answers import AnswerKey
from storage.runner import Runner

# What is counted or kept for later, and no setting of the runner's.
ASIDE = {
    AnswerKey.CONDITIONS,  # of the body: put right where it is asked about
    AnswerKey.FAVOURITES,  # of the page, and taken back with the same tap
    AnswerKey.GENTLE_UNTIL,
    AnswerKey.WEEK_ASKED,
    AnswerKey.LOUDER,
    AnswerKey.IGNORED,
    AnswerKey.IGNORED_ON,
    AnswerKey.IGNORED_BREAKS,
    AnswerKey.ASKED_RUN,
    AnswerKey.ASKED_TIME,
    AnswerKey.ASKED_FADE,
}
COUNTED = {AnswerKey.PUT_OFF.value}  # no change by itself, but taken back with one
GONE = "gone"  # in the place of an answer that was not there
Rows = Mapping[str, Reminder | None]  # reminders as they stood, by slot


@dataclass(frozen=True, slots=True)
class Stood:
    """What stood before the last change of it, the number of that change, and when it was."""

    number: int
    at: datetime
    zone: str | None
    paused_until: date | None
    answers: Mapping[str, Any] = field(default_factory=dict)
    rows: Mapping[str, Mapping[str, Any] | None] = field(default_factory=dict)

    def stored(self) -> dict[str, Any]:
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "zone": self.zone,
            "paused_until": self.paused_until and self.paused_until.isoformat(),
            "answers": dict(self.answers),
            "rows": dict(self.rows),
        }


def stood_of(stored: Mapping[str, Any] | None) -> Stood | None:
    """The value that was kept in a runner's row."""
    if not stored:
        return None
    until = stored["paused_until"]
    return Stood(
        stored["number"],
        datetime.fromisoformat(stored["at"]),
        stored["zone"],
        date.fromisoformat(until) if until else None,
        stored["answers"],
        stored["rows"],
    )


def changed(before: Runner, after: Runner, rows: Rows, now: datetime) -> Stood | None:
    """What stood before, if an update changed any of it; nothing while the first chat goes on."""
    if before.zone is None or AnswerKey.CUE.value not in before.answers:
        return None
    answers = _answers(before.answers, after.answers)
    same = (before.zone, before.paused_until) == (after.zone, after.paused_until)
    if same and not rows and not answers.keys() - COUNTED:
        return None
    kept = {slot: _row(row) if row else None for slot, row in rows.items()}
    number = (before.shown or {}).get("changes", 0) + 1
    return Stood(number, now, before.zone, before.paused_until, answers, kept)


def _answers(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """The answers that are another now, each as it was."""
    if before is after:
        return {}
    names = {*before, *after} - {each.value for each in ASIDE}
    return {
        name: before.get(name, GONE)
        for name in sorted(names)
        if before.get(name, GONE) != after.get(name, GONE)
    }


def _row(row: Reminder) -> dict[str, Any]:
    return {
        "due": row.due and row.due.isoformat(),
        "day": row.day and row.day.isoformat(),
        "data": dict(row.data),
    }
