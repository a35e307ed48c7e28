"""What updates did lately that can be taken back, one at a time: logs, runs, what stands."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.dispatch.standing import Stood, stood_of
from scheduler.log.entries import OFF, LogEntry, Status
from storage.queries.diary import Note, NoteKind
from storage.runner import Runner
from storage.store import UnitOfWork

MOST = 6  # deeds that are remembered
MANY = 14  # entries from which a deed is a file
Made = tuple[date, datetime]  # the day and the moment of a log entry


class Of(StrEnum):
    """What a deed changed."""

    LOG = "log"
    RUNS = "runs"
    STANDING = "standing"


@dataclass(frozen=True, slots=True)
class Deed:
    """One change. `told` is the message that was understood last when it was done.

    Of the log: the entries that were `made`, and those that are `gone`, the one that went first
    first. `runs` are those of the days that changed, as they were before.
    """

    of: Of
    at: datetime
    told: int | None
    made: tuple[Made, ...] = ()
    gone: tuple[LogEntry, ...] = ()
    runs: Mapping[date, Sequence[Note]] = field(default_factory=dict)
    stood: Stood | None = None
    mends: bool = True  # did it change something that stood, or was told before?

    def stored(self) -> dict[str, Any]:
        kept: dict[str, Any] = {"of": self.of.value, "at": self.at.isoformat(), "told": self.told}
        kept["mends"] = self.mends
        if self.of is Of.LOG:
            kept["made"] = [[day.isoformat(), at.isoformat()] for day, at in self.made]
            kept["gone"] = [_entry_stored(each) for each in self.gone]
        elif self.of is Of.RUNS:
            kept["runs"] = {
                day.isoformat(): [[n.key, n.told_at.isoformat(), dict(n.data)] for n in notes]
                for day, notes in self.runs.items()
            }
        elif self.stood:
            kept["stood"] = self.stood.stored()
        return kept


def done(runner: Runner, work: UnitOfWork, at: datetime, stood: Stood | None) -> list[Deed]:
    """The deeds of an update, in the order in which they are taken back last to first."""
    told = (runner.shown or {}).get("told", {}).get("message")
    made = [each for each in work.session_log.made if each.source != OFF]
    gone = [each for each in work.session_log.gone if each.source != OFF]
    runs = work.diary.before
    found = []
    if made or gone:
        keys = tuple((each.day, each.logged_at) for each in made[:MANY])
        days = Counter(each.day for each in work.session_log.entries(runner.id))
        days.subtract(each.day for each in made)
        mends = bool(gone) or any(days[each.day] > 0 for each in made)
        found.append(Deed(Of.LOG, at, told, made=keys, gone=tuple(gone[:MANY]), mends=mends))
    if runs:
        found.append(Deed(Of.RUNS, at, told, runs=dict(runs), mends=any(runs.values())))
    if stood:
        found.append(Deed(Of.STANDING, at, told, stood=stood))
    return found


def deed_of(stored: Mapping[str, Any]) -> Deed:
    """The value that was kept in a runner's row."""
    made = [(date.fromisoformat(d), datetime.fromisoformat(at)) for d, at in stored.get("made", ())]
    return Deed(
        Of(stored["of"]),
        datetime.fromisoformat(stored["at"]),
        stored["told"],
        mends=stored["mends"],
        made=tuple(made),
        gone=tuple(map(_entry_of, stored.get("gone", ()))),
        runs=dict(_runs_of(day, notes) for day, notes in stored.get("runs", {}).items()),
        stood=stood_of(stored.get("stood")),
    )


def _runs_of(raw: str, notes: Sequence[Sequence[Any]]) -> tuple[date, list[Note]]:
    day = date.fromisoformat(raw)
    return day, [
        Note(day, NoteKind.RUN, key, datetime.fromisoformat(at), data) for key, at, data in notes
    ]


def _entry_stored(entry: LogEntry) -> dict[str, Any]:
    return {
        "day": entry.day.isoformat(),
        "status": entry.status.value,
        "minutes": entry.minutes,
        "cards": list(entry.cards),
        "at": entry.logged_at.isoformat(),
        "note": entry.note,
        "source": entry.source,
        "sides": {card: dict(each) for card, each in entry.sides.items()},
    }


def _entry_of(stored: Mapping[str, Any]) -> LogEntry:
    return LogEntry(
        date.fromisoformat(stored["day"]),
        Status(stored["status"]),
        stored["minutes"],
        tuple(stored["cards"]),
        datetime.fromisoformat(stored["at"]),
        stored["note"],
        stored["source"],
        stored["sides"],
    )
