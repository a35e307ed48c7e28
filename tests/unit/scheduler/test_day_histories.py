"""Whole days of a runner with several reminders, snoozes, repeats and desk breaks side by side.

`Desk` does what the planner and the stories do, with the same pure rules and no database.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.calendar.days import logging_day
from scheduler.calendar.quiet import Quiet
from scheduler.calendar.recurrence import (
    GRACE,
    Lateness,
    Occurrence,
    Pause,
    RecurrenceRule,
    begin,
    fire,
    judge,
    next_occurrence,
    replan,
)
from scheduler.calendar.repeats import MOST, next_repeat
from scheduler.calendar.zones import local
from scheduler.reminders.desk_breaks import Breaks, next_break, outdated
from scheduler.reminders.slots import SERIES, settles
from scheduler.reminders.snooze import SnoozeRefusal, after, until
from tests.unit.scheduler.test_reminder_histories import DAY, ZONES, starts, times, weekdays

HOUR = timedelta(hours=1)


@dataclass
class Told:
    """A message that went out."""

    slot: str
    day: date
    due: datetime
    at: datetime
    zone: str
    logged: int  # how many logs there were by then; the clock may go back, this does not


@dataclass
class Desk:
    now: datetime
    zone: str
    quiet: Quiet
    rules: dict[str, tuple] = field(default_factory=dict)
    planned: dict[str, Occurrence] = field(default_factory=dict)
    served: dict[str, date] = field(default_factory=dict)
    asked: dict[date, int] = field(default_factory=dict)
    logged: list[tuple[date, datetime]] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    pauses: tuple = ()
    every: timedelta | None = None
    moved_at: datetime | None = None

    def rule(self, slot) -> RecurrenceRule:
        at, days = self.rules[slot]
        return RecurrenceRule(at, days, self.zone, pauses=self.pauses)

    def breaks(self) -> Breaks:
        return Breaks(self.every, self.zone, quiet=self.quiet, pauses=self.pauses)

    # What the runner does.

    def set(self, wish):
        slot, at, days = wish
        self.rules[slot] = (at, days)
        self._keep(slot, begin(self.rule(slot), self.served.get(slot), self.now))

    def move(self, zone):
        self.zone = zone
        self._replan(replan)

    def pause(self, days):
        today = local(self.now, self.zone).date()
        self.pauses = (Pause(today + days * DAY, today),) if days else ()
        self._replan(begin)

    def snooze(self, minutes):
        self._snooze(after(timedelta(minutes=minutes), self.now, self.zone))

    def snooze_until(self, at):
        self._snooze(until(at, self.now, self.zone))

    def done(self, _):
        self.logged.append((logging_day(self.now, self.zone), self.now))
        for child in ("snooze", "repeat"):
            self.planned.pop(child, None)

    def sit(self, minutes):
        self.every, self.moved_at = timedelta(minutes=minutes), self.now
        self._plan_break()

    def walk(self, _):
        if self.every:
            self.sit(self.every // timedelta(minutes=1))

    # What the bot does.

    def down(self, length):
        self.now += length

    def up(self, length):
        end = self.now + length
        while self.planned:
            slot, first = min(self.planned.items(), key=lambda each: each[1].due)
            if first.due > end:
                break
            self.now = max(self.now, first.due)
            self._serve(slot, first)
        self.now = end

    def _serve(self, slot, occurrence):
        del self.planned[slot]
        if slot == "break":
            if not (outdated(occurrence.due, self.now) or self._quiet()):
                self._tell(slot, occurrence)
            self.moved_at = self.now
            self._plan_break()
            return
        wanted = judge(occurrence, self.now) is not Lateness.TOO_LATE and not self._settled(
            occurrence, slot
        )
        if wanted:
            self._tell(slot, occurrence)
            self._ask_again(occurrence)
        if slot in SERIES:
            self.served[slot] = occurrence.day
            self._keep(slot, next_occurrence(self.rule(slot), occurrence.day, self.now))

    def _settled(self, occurrence, slot) -> bool:
        if slot == "repeat" and self._quiet():
            return True
        return slot != "snooze" and any(
            settles(day, at, occurrence, self.zone) for day, at in self.logged
        )

    def _quiet(self) -> bool:
        """Asked again when it is told: it may be later by then, or another zone."""
        return self.quiet.covers(self.now, self.zone)

    def _ask_again(self, occurrence):
        asked = self.asked.get(occurrence.day, 0)
        again = next_repeat(self.now, asked, self.zone, self.quiet)
        if again:
            self.asked[occurrence.day] = asked + 1
            self.planned["repeat"] = Occurrence(occurrence.day, again)

    def _tell(self, slot, occurrence):
        self.told.append(
            Told(slot, occurrence.day, occurrence.due, self.now, self.zone, len(self.logged))
        )

    def _snooze(self, found):
        if not isinstance(found, SnoozeRefusal):
            self.planned["snooze"] = Occurrence(found.day, found.due)
            self.planned.pop("repeat", None)

    def _replan(self, find):
        for slot in self.rules:
            self._keep(slot, find(self.rule(slot), self.served.get(slot), self.now))
        if self.every:
            self._plan_break()

    def _plan_break(self):
        self._keep("break", next_break(self.breaks(), self.moved_at, self.now))

    def _keep(self, slot, occurrence):
        self.planned.pop(slot, None)
        if occurrence:
            self.planned[slot] = occurrence


minutes = st.integers(0, 60 * 24 * 2).map(lambda each: timedelta(minutes=each))
quiet_hours = st.sampled_from([Quiet(), Quiet(time(13), time(15)), Quiet(time(20), time(9))])
SETTING = [
    st.tuples(st.just("set"), st.tuples(st.sampled_from(SERIES), times, weekdays)),
    st.tuples(st.just("move"), st.sampled_from(ZONES)),
    st.tuples(st.just("pause"), st.integers(0, 5)),
    st.tuples(st.just("up"), minutes),
    st.tuples(st.just("up"), minutes),
    st.tuples(st.just("down"), minutes),
    st.tuples(st.just("down"), st.sampled_from([-HOUR, DAY])),
]
SNOOZING = [
    st.tuples(st.just("snooze"), st.integers(0, 1500)),
    st.tuples(st.just("snooze_until"), times),
]
DOING = [
    st.tuples(st.just("done"), st.none()),
    st.tuples(st.just("sit"), st.integers(20, 240)),
    st.tuples(st.just("walk"), st.none()),
]
histories = st.lists(st.one_of(*SETTING, *SNOOZING, *DOING), max_size=30)


def live(start, zone, quiet, history) -> Desk:
    dispatcher = Desk(start, zone, quiet)
    dispatcher.set(("daily", time(7), frozenset(range(7))))
    for event, value in history:
        getattr(dispatcher, event)(value)
    return dispatcher


@settings(max_examples=150)
@given(starts, st.sampled_from(ZONES), quiet_hours, histories)
def test_never_two_of_one_occurrence_and_nothing_that_was_not_wanted(start, zone, quiet, history):
    dispatcher = live(start, zone, quiet, history)
    once = [(each.slot, each.day) for each in dispatcher.told if each.slot in SERIES]
    assert len(once) == len(set(once))
    for each in dispatcher.told:
        assert timedelta(0) <= each.at - each.due <= GRACE
        if each.slot in ("repeat", "break"):
            assert not quiet.covers(each.at, each.zone)


@settings(max_examples=100)
@given(starts, st.sampled_from(ZONES), quiet_hours, histories)
def test_repeats_come_twice_at_most_and_not_after_done(start, zone, quiet, history):
    dispatcher = live(start, zone, quiet, history)
    repeats = [each for each in dispatcher.told if each.slot == "repeat"]
    for day in {each.day for each in repeats}:
        assert sum(each.day == day for each in repeats) <= MOST
    assert not [
        each
        for each in repeats
        for day, at in dispatcher.logged[: each.logged]
        if settles(day, at, Occurrence(each.day, each.due), each.zone)
    ]


@settings(max_examples=100)
@given(starts, st.sampled_from(ZONES), st.lists(st.one_of(*SETTING, *SNOOZING), max_size=25))
def test_a_snooze_never_moves_the_series(start, zone, history):
    calm = [each for each in history if not each[0].startswith("snooze")]
    with_snoozes, without = (live(start, zone, Quiet(), each) for each in (history, calm))
    assert series(with_snoozes) == series(without)


def series(dispatcher):
    return [(each.slot, each.day, each.due) for each in dispatcher.told if each.slot in SERIES]


@settings(max_examples=100)
@given(starts, st.sampled_from(ZONES), times, times, st.data())
def test_every_slot_comes_each_day_unless_a_rule_says_so(start, zone, second, third, data):
    """Left alone for a week with three reminders: each comes, but on days that were done."""
    done = data.draw(st.lists(minutes, max_size=3))
    dispatcher = Desk(start, zone, Quiet())
    for slot, at in zip(SERIES, (time(7), second, third), strict=True):
        dispatcher.set((slot, at, frozenset(range(7))))
    for wait in done:
        dispatcher.up(wait)
        dispatcher.done(None)
    dispatcher.up(start + 7 * DAY - dispatcher.now)
    told = {(each.slot, each.day) for each in dispatcher.told}
    day = local(start, zone).date()
    while day < local(dispatcher.now, zone).date():
        for slot in SERIES:
            due = fire(day, dispatcher.rules[slot][0], zone)
            settled = any(
                settles(logged, at, Occurrence(day, due), zone) for logged, at in dispatcher.logged
            )
            if due >= start and not settled:
                assert (slot, day) in told
        day += DAY


def test_thirty_snoozes_in_a_row_are_one_reminder():
    """The last one counts; the next morning comes as ever."""
    morning = datetime(2026, 6, 1, 7, tzinfo=UTC)
    dispatcher = live(morning - HOUR, "UTC", Quiet(), [("up", HOUR)])
    for minute in range(30):
        dispatcher.now = morning + timedelta(minutes=minute)
        dispatcher.snooze(20)
    dispatcher.up(DAY)
    assert [(each.slot, each.at) for each in dispatcher.told if each.slot != "repeat"] == [
        ("daily", morning),
        ("snooze", morning + timedelta(minutes=49)),
        ("daily", morning + DAY),
    ]
