"""After a new tz database: everything that is planned is looked at again, in batches."""

from dataclasses import replace
from functools import partial

from scheduler.calendar.recurrence import Occurrence, retimed
from scheduler.calendar.zones import TZDATA_VERSION
from scheduler.planning.memory import Memory, PlanningWork, Reminder
from scheduler.planning.spread import TOLERANCE
from scheduler.reminders.series import rule_of

VERSION = "tzdata"  # the name under which the version is remembered
BATCH = 500


async def keep_up(memory: Memory, version: str = TZDATA_VERSION) -> int:
    """Replan everybody unless `version` is the one that was planned with; how many have moved.

    Being stopped in the middle does no harm: the next start begins again.
    """
    if await memory.run(lambda work: work.shared_settings.get(VERSION)) == version:
        return 0
    moved, last = 0, 0
    while rows := await memory.run(partial(_batch, last)):
        moved += sum(changed for _, changed in rows)
        last = rows[-1][0]
    await memory.run(lambda work: work.shared_settings.keep(VERSION, version))
    return moved


def _batch(last: int, work: PlanningWork) -> list[tuple[int, bool]]:
    """The ids of the next rows after `last`, each with whether it has moved."""
    rows = work.reminders.after(last, BATCH)
    changed = {row.id: new for row in rows if (new := again(row))}
    work.reminders.advance(list(changed.values()))
    return [(row.id, row.id in changed) for row in rows]


def again(row: Reminder) -> Reminder | None:
    """The row with its local date kept and its instant as it is now; None if that is the same.

    What was moved a little to make room stays where it is. Desk breaks and what comes once are
    counted from an instant, and need no second look.
    """
    rule = rule_of(row.data)
    if rule is None or row.due is None or row.day is None:
        return None
    due = retimed(rule, Occurrence(row.day, row.due)).due
    return replace(row, due=due) if abs(due - row.due) > TOLERANCE else None
