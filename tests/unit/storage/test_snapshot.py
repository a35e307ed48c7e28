"""A snapshot after writes is what a new transaction would read."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from scheduler.log.entries import LogEntry, Status
from scheduler.planning.memory import Reminder
from storage.queries.diary import Note, NoteKind
from storage.store import Store, UnitOfWork

NOW = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
DAYS = [date(2026, 11, 14) + timedelta(days=n) for n in range(3)]
SLOTS = ["daily", "snooze", "hold"]
SINCE = DAYS[1]
RUNNER = 5

Write = Callable[[UnitOfWork, datetime], object]


@pytest.fixture
def store(database_url: str) -> Iterator[Store]:
    opened = Store(database_url)
    yield opened
    opened.close()


def entry(day: date, status: Status, at: datetime) -> LogEntry:
    sides = {"quad": {"left": 30.0}} if status is Status.DONE else {}
    return LogEntry(day, status, 7, ("quad", "side-steps"), at, "felt good", "chat", sides)


def undone(work: UnitOfWork, now: datetime) -> None:
    standing = work.session_log.entries(RUNNER)
    if standing:
        work.session_log.undo(RUNNER, standing[-1], now)


def taken(work: UnitOfWork, slot: str) -> None:
    work.reminders.rest(RUNNER, slot)
    assert work.reminders.take(RUNNER, slot, NOW) is None


def planned(work: UnitOfWork, slot: str, day: date, served: date | None) -> None:
    work.reminders.plan(Reminder(RUNNER, slot, NOW, day, {"times": 1}, served=served))


days, slots = st.sampled_from(DAYS), st.sampled_from(SLOTS)
keys = st.sampled_from(["after", "morning"])
writes: st.SearchStrategy[Write] = st.one_of(
    st.builds(
        lambda day, status: (
            lambda work, now: work.session_log.record(RUNNER, entry(day, status, now))
        ),
        days,
        st.sampled_from(Status),
    ),
    st.just(undone),
    st.builds(
        lambda day, minutes: (
            lambda work, _: work.session_log.keep_session(
                RUNNER, day, ("quad",), minutes, [["spots", []]]
            )
        ),
        days,
        st.integers(1, 9),
    ),
    st.builds(lambda day: lambda work, _: work.session_log.forget_session(RUNNER, day), days),
    st.builds(
        lambda day, key, told: (
            lambda work, now: work.diary.write(
                RUNNER, Note(day, NoteKind.SORENESS, key, now, {"amount": told})
            )
        ),
        days,
        keys,
        st.integers(0, 10),
    ),
    st.builds(lambda day: lambda work, _: work.diary.drop(RUNNER, day, NoteKind.SORENESS), days),
    st.builds(
        lambda slot, day, served: lambda work, _: planned(work, slot, day, served),
        slots,
        days,
        st.none() | days,
    ),
    st.builds(lambda slot: lambda work, _: work.reminders.rest(RUNNER, slot), slots),
    st.builds(lambda slot: lambda work, _: work.reminders.remove(RUNNER, slot), slots),
    st.builds(lambda slot: lambda work, _: taken(work, slot), slots),
    st.just(lambda work, _: work.reminders.rest_all(RUNNER)),
)


def known(work: UnitOfWork) -> dict[str, Any]:
    return {
        "entries": work.session_log.entries(RUNNER),
        "sessions": work.session_log.sessions(RUNNER, SINCE),
        "notes": work.diary.notes(RUNNER, SINCE),
        "all notes": work.diary.notes(RUNNER),
        "reminders": [replace(each, id=0) for each in work.reminders.all(RUNNER)],
    }


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)
@given(before=st.lists(writes, max_size=4), after=st.lists(writes, max_size=8))
async def test_what_was_written_is_known_at_once(
    store: Store, before: list[Write], after: list[Write]
):
    """Whatever the story did before and after it read the snapshot."""

    def story(work: UnitOfWork) -> dict[str, Any]:
        work.snapshots.since = SINCE
        work.runners.remove(RUNNER)
        work.runners.add(RUNNER, "Sam", NOW)
        _do(work, before, NOW)
        work.reminders.all(RUNNER)
        _do(work, after, NOW + timedelta(hours=1))
        return known(work)

    assert await store.run(story) == await store.run(known)


def _do(work: UnitOfWork, doing: list[Write], begin: datetime) -> None:
    for number, write in enumerate(doing):
        write(work, begin + timedelta(minutes=number))


async def test_what_a_story_changes_of_a_runner_is_written_when_it_ends(store: Store):
    def story(work: UnitOfWork) -> None:
        work.runners.add(RUNNER, "Sam", NOW)
        work.runners.change(RUNNER, {"zone": "Europe/Berlin"})
        work.runners.change(RUNNER, {"name": "Kim", "zone": "Asia/Tokyo"})

    await store.run(story)
    runner = await store.run(lambda work: work.runners.get(RUNNER))
    assert runner is not None
    assert (runner.name, runner.zone) == ("Kim", "Asia/Tokyo")


async def test_who_is_removed_takes_along_what_was_to_be_written(store: Store):
    def story(work: UnitOfWork) -> None:
        work.runners.add(RUNNER, "Sam", NOW)
        work.runners.change(RUNNER, {"zone": "Europe/Berlin"})
        planned(work, "daily", DAYS[0], None)
        work.runners.remove(RUNNER)

    await store.run(story)
    assert await store.run(lambda work: work.runners.get(RUNNER)) is None
    assert await store.run(lambda work: work.reminders.all(RUNNER)) == []
