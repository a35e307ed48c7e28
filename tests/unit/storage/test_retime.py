"""A new tz database replans everybody, and doubles or skips nobody's date."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from scheduler.calendar.recurrence import RecurrenceRule, fire
from scheduler.calendar.zones import TZDATA_VERSION
from scheduler.planning.memory import Reminder
from scheduler.planning.retime import BATCH, again, keep_up
from scheduler.reminders.series import stored
from storage.store import Store

DAY = date(2026, 12, 1)
HOUR = timedelta(hours=1)
VANCOUVER = RecurrenceRule(time(7), frozenset(range(7)), "America/Vancouver")
DUE = fire(DAY, VANCOUVER.at, VANCOUVER.zone)
NOW = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.fixture
def store(database_url: str):
    opened = Store(database_url)
    yield opened
    opened.close()


def planned(runner: int, due: datetime, slot: str = "daily") -> Reminder:
    return Reminder(runner, slot, due, DAY, stored(VANCOUVER) if slot == "daily" else {})


def fill(rows: list[Reminder]):
    def story(work):
        for runner in sorted({row.runner_id for row in rows}):
            work.runners.add(runner, "", NOW)
        for row in rows:
            work.reminders.plan(row)

    return story


async def test_who_was_planned_by_older_rules_moves_and_everybody_else_stays(store: Store):
    wrong = [planned(number, DUE + HOUR) for number in range(1, BATCH + 20)]
    right = [planned(number, DUE) for number in range(2001, 2010)]
    crowded = planned(3000, DUE + timedelta(minutes=9))
    snooze = planned(3000, DUE + HOUR, "snooze")
    await store.run(fill([*wrong, *right, crowded, snooze]))
    await store.run(lambda work: work.shared_settings.keep("tzdata", "1999a"))
    assert await keep_up(store) == len(wrong)
    rows = await store.run(lambda work: work.reminders.claim(DUE + 2 * HOUR, 5000))
    assert {row.due for row in rows if row.runner_id < 3000} == {DUE}
    assert {row.day for row in rows} == {DAY}
    assert {row.due for row in rows if row.runner_id == 3000} == {crowded.due, snooze.due}


async def test_it_looks_once_at_each_version(store: Store):
    await store.run(fill([planned(1, DUE + HOUR)]))
    assert await keep_up(store) == 1
    await store.run(lambda work: work.reminders.plan(planned(1, DUE + HOUR)))
    assert await keep_up(store) == 0
    assert await store.run(lambda work: work.shared_settings.get("tzdata")) == TZDATA_VERSION
    assert await keep_up(store, "2099z") == 1


def test_a_resting_slot_stays_at_rest():
    assert again(Reminder(1, "daily", None, None, stored(VANCOUVER))) is None
