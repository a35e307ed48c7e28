"""Faults planted into the rules, one at a time: each must be noticed by a test of this folder.

A mutant keeps the function and changes its code, so that everybody who imported it gets it.
"""

import inspect
import textwrap
from collections.abc import Callable
from random import Random
from typing import NamedTuple

import pytest

from scheduler.calendar import days, quiet, recurrence, repeats
from scheduler.planning import planner, retime
from scheduler.reminders import desk_breaks, series, slots, snooze
from tests.unit.scheduler import (
    test_breaks,
    test_day_histories,
    test_days,
    test_every_transition,
    test_planner,
    test_quiet,
    test_recurrence,
    test_reminder_histories,
    test_slots,
    test_snooze,
)

Check = Callable[[], None]
EXAMPLES = 200


class Mutant(NamedTuple):
    """`right` in the source of `function` becomes `wrong`; `check` is who should notice."""

    function: Callable
    right: str
    wrong: str
    check: Check


def of(test: Callable, **values: object) -> Check:
    """A test with one row of its table; a property with the same random examples each time."""
    if not hasattr(test, "hypothesis"):
        return lambda: test(**values)

    def check() -> None:
        chance = Random(1)
        for _ in range(EXAMPLES):
            test.hypothesis.fuzz_one_input(chance.randbytes(3000))

    return check


def rows(test: Callable) -> Check:
    """A test with all rows of its one table."""
    (table,) = [mark for mark in test.pytestmark if mark.name == "parametrize"]
    names, given = table.args

    def check() -> None:
        for row in given:
            values = getattr(row, "values", row)
            test(**dict(zip(names, values, strict=True)))

    return check


histories, whole_days = test_reminder_histories, test_day_histories
never_none = of(histories.test_never_none_unless_a_rule_says_so)
everywhere = of(
    test_every_transition.test_a_gap_shifts_forward_and_a_fold_fires_the_first_time, area="Europe"
)
each_date_once = of(
    test_every_transition.test_each_local_date_is_meant_exactly_once, area="America"
)

MUTANTS = {
    "the second time of a fold": Mutant(recurrence.fire, "fold=0", "fold=1", everywhere),
    "the distance from UTC of another hour": Mutant(
        recurrence.fire,
        "datetime.combine(day, at.replace(fold=0), tzinfo=zone(zone_name)).astimezone(UTC)",
        "datetime.combine(day, at, tzinfo=UTC) - zone(zone_name).utcoffset("
        "datetime.combine(day, time(12)))",
        everywhere,
    ),
    "a local date again": Mutant(recurrence._first, "last_day + DAY", "last_day", each_date_once),
    "a rule that reaches behind its setting": Mutant(
        recurrence.begin,
        "since=aware(now)",
        "since=aware(now) - GRACE",
        of(test_recurrence.test_a_rule_set_after_its_time_begins_tomorrow_not_three_hours_back),
    ),
    "nothing late after a move or a night off": Mutant(
        recurrence.replan, "- GRACE", "", never_none
    ),
    "no limit to being late": Mutant(
        recurrence.replan,
        "- GRACE",
        "- 9 * GRACE",
        of(
            test_recurrence.TestMoving.test_a_date_whose_seven_was_over_for_long_is_left_out,
            self=None,
        ),
    ),
    "the last day left out": Mutant(
        recurrence.RecurrenceRule.means,
        "day > self",
        "day >= self",
        of(test_recurrence.test_the_last_day_is_served_and_none_after_it),
    ),
    "all days of the week": Mutant(
        recurrence.RecurrenceRule.means,
        " or day.weekday() not in self.days",
        "",
        rows(test_recurrence.test_only_chosen_weekdays_come),
    ),
    "a pause a day too long": Mutant(
        recurrence.Pause.covers,
        "day < self",
        "day <= self",
        rows(test_recurrence.test_a_pause_is_free_up_to_the_day_before_it_ends),
    ),
    "late but silent": Mutant(
        recurrence.judge,
        "late > ON_TIME",
        "late > GRACE",
        rows(test_recurrence.test_lateness_is_told_up_to_three_hours_and_dropped_beyond),
    ),
    "nobody counts what we missed": Mutant(
        recurrence.passed_over,
        "each.due < gone",
        "False",
        of(histories.test_left_alone_every_chosen_date_is_sent_or_counted_as_missed_by_us),
    ),
    "a new tz database is not looked at": Mutant(
        recurrence.retimed,
        "fire(planned.day, rule.at, rule.zone)",
        "planned.due",
        of(histories.test_a_new_tz_database_keeps_every_date),
    ),
    "the day ends at midnight": Mutant(
        days.logging_day,
        "- DAY_ENDS",
        "",
        rows(test_days.test_a_runners_day_ends_at_four_on_the_clock),
    ),
    "an evening's done takes the night's reminder": Mutant(
        slots.settles,
        "begun and ",
        "",
        rows(test_slots.test_done_settles_the_reminders_of_its_day),
    ),
    "quiet hours that end at midnight": Mutant(
        quiet.Quiet.covers,
        "at >= self.start or at < self.end",
        "at >= self.start",
        rows(test_quiet.test_the_night_is_quiet_from_ten_to_six),
    ),
    "repeats without end": Mutant(
        repeats.next_repeat,
        "asked >= MOST or ",
        "",
        of(whole_days.test_repeats_come_twice_at_most_and_not_after_done),
    ),
    "repeats at night": Mutant(
        repeats.next_repeat,
        "or quiet.covers(again, zone)",
        "",
        of(test_quiet.TestRepeats.test_never_in_quiet_hours, self=None),
    ),
    "breaks by the clock on the wall": Mutant(
        desk_breaks.next_break,
        "begins + breaks.every)",
        "fire(local(begins + breaks.every, breaks.zone).date(), "
        "local(begins, breaks.zone).time(), breaks.zone) + breaks.every + breaks.every)",
        of(test_breaks.test_never_none_while_there_is_room),
    ),
    "breaks after work": Mutant(
        desk_breaks.next_break,
        "due < ends",
        "due <= ends + breaks.every",
        of(test_breaks.test_always_at_work_never_in_quiet_hours_and_never_too_soon),
    ),
    "a meeting is interrupted": Mutant(
        desk_breaks.next_break,
        "busy_until or now",
        "now",
        of(test_breaks.test_a_meeting_is_not_interrupted),
    ),
    "a snooze until a time that is over": Mutant(
        snooze.until,
        "> now",
        "",
        of(test_snooze.test_until_a_time_is_ahead_and_within_a_day_and_a_bit),
    ),
    "a snooze of no length": Mutant(
        snooze.after,
        "length < SHORTEST",
        "False",
        rows(test_snooze.test_no_length_at_all_and_one_of_days_are_refused_in_a_word),
    ),
    "no break after a break": Mutant(
        series.following,
        "breaks := breaks_of(data)",
        "breaks := None",
        of(test_planner.test_a_break_is_followed_by_the_next_and_makes_no_room),
    ),
    "a pause that the row forgets": Mutant(
        series.stored,
        "_stored_pauses(rule.pauses)",
        "[]",
        of(test_planner.test_a_holiday_is_passed_over),
    ),
    "only one of the days that went by is counted": Mutant(
        planner._missed,
        "1 + len(passed_over(rule, occurrence.day, now) if rule else ())",
        "1",
        of(test_planner.test_days_that_went_by_are_counted_and_not_told),
    ),
    "what made room is late ever after": Mutant(
        planner._moment,
        "fire(due.day, rule.at, rule.zone)",
        "due.due",
        of(test_planner.test_a_busy_minute_may_have_moved_the_row_but_not_the_moment),
    ),
    "a missed one is told all the same": Mutant(
        planner.plan,
        "None if missed else occurrence.due",
        "occurrence.due",
        of(test_planner.test_days_that_went_by_are_counted_and_not_told),
    ),
    "who made room is replanned": Mutant(
        retime.again,
        "abs(due - row.due) > TOLERANCE",
        "due != row.due",
        of(test_planner.test_another_tz_database_moves_the_instant_and_keeps_the_date),
    ),
}


@pytest.fixture(autouse=True)
def _forgotten():
    """What was remembered under a mutant must not outlive it."""
    _forget()
    yield
    _forget()


def _forget():
    for remembered in (recurrence.fire, series._rule, series._following, days.logging_day):
        remembered.cache_clear()


@pytest.mark.parametrize("name", MUTANTS)
def test_a_planted_fault_is_noticed(name, monkeypatch):
    mutant = MUTANTS[name]
    plant(mutant, monkeypatch)
    with pytest.raises(Exception) as noticed:  # noqa: PT011 - however a check fails
        mutant.check()
    assert not isinstance(noticed.value, (SyntaxError, NameError))


@pytest.mark.parametrize(
    "check", {id(each.check): each.check for each in MUTANTS.values()}.values()
)
def test_and_without_a_fault_the_same_checks_pass(check):
    check()


def plant(mutant: Mutant, monkeypatch: pytest.MonkeyPatch) -> None:
    function = inspect.unwrap(mutant.function)
    source = textwrap.dedent(inspect.getsource(function))
    assert source.count(mutant.right) == 1, f"{mutant.right!r} is not once in {function.__name__}"
    found = dict(function.__globals__)
    exec(source.replace(mutant.right, mutant.wrong), found)  # noqa: S102 - our own source
    planted = inspect.unwrap(found[function.__name__])
    monkeypatch.setattr(function, "__code__", planted.__code__)
