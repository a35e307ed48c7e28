"""The traffic light over days (rule R14), and what told runs mean for a day (rule R2)."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from content.catalog.profile import Profile
from content.catalog.taxonomy import Moment
from content.coaching.dosage.past import PastSession
from content.coaching.session.runs import Run, asks_for_run, moment_of, runs_of, spared
from content.coaching.session.training_state import TrainingState, tender
from content.coaching.soreness import Light, Place, Soreness, asks_where, light_of
from tests.support.library import library

DAY = date(2026, 11, 25)
A_DAY = timedelta(days=1)
NOW, HOUR = datetime(2026, 11, 25, 8, tzinfo=UTC), timedelta(hours=1)


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ([], Light.GO),
        ([(0, 3)], Light.GO),
        ([(0, 4)], Light.EASE),
        ([(-1, 5)], Light.EASE),
        ([(-2, 5)], Light.GO),  # over
        ([(0, 6)], Light.STOP),
        ([(-5, 7)], Light.STOP),  # until something better is told
        ([(-5, 7), (0, 2)], Light.GO),
        ([(-1, 4), (0, 5)], Light.STOP),  # worse next morning
        ([(-1, 5), (0, 4)], Light.EASE),
        ([(-1, 2), (0, 5)], Light.STOP),  # grown, though it was green
        ([(-1, 1), (0, 3)], Light.GO),  # grown, and still next to nothing
        ([(-4, 4), (0, 5)], Light.EASE),  # another story
        ([(0, 4), (0, 5)], Light.EASE),  # put right on the same day
        ([(-1, 2), (0, 5), (0, 2)], Light.GO),
    ],
)
def test_the_light_for_a_day(told: list[tuple[int, int]], shown: Light) -> None:
    answers = [Soreness(DAY + ago * A_DAY, amount) for ago, amount in told]
    assert light_of(DAY, answers) is shown


@pytest.mark.parametrize(
    ("told", "place", "shown", "asked"),
    [
        ([2, 5], None, Light.STOP, True),  # until it is known, the strict rule holds
        ([2, 5], Place.SPOT, Light.STOP, False),
        ([2, 5], Place.MUSCLES, Light.EASE, False),
        ([4, 5], Place.SPOT, Light.STOP, False),
        ([4, 5], Place.MUSCLES, Light.EASE, False),  # the second day after strength
        ([5, 4], None, Light.EASE, False),
        ([0, 7], None, Light.STOP, True),
        ([0, 7], Place.SPOT, Light.STOP, False),
        ([0, 7], Place.MUSCLES, Light.STOP, False),  # a rest day, whatever it is
        ([0, 3], None, Light.GO, False),
    ],
)
def test_the_strict_rule_is_for_one_spot(
    told: list[int], place: Place | None, shown: Light, asked: bool
) -> None:
    yesterday, today = told
    answers = [Soreness(DAY - A_DAY, yesterday), Soreness(DAY, today, place=place)]
    assert light_of(DAY, answers) is shown
    assert asks_where(answers) is asked


def test_strength_that_makes_sore_twice_makes_tender() -> None:
    past = [PastSession(DAY - n * A_DAY, ("glute-bridge",)) for n in (8, 4)]
    sore = [Soreness(DAY - 7 * A_DAY, 5), Soreness(DAY - 3 * A_DAY, 4)]
    cards = library().cards
    assert tender(TrainingState(past=past, sore=sore), cards, DAY)
    assert not tender(TrainingState(past=past, sore=sore[:1]), cards, DAY)
    assert not tender(TrainingState(past=past, sore=sore), cards, DAY + 9 * A_DAY)


@pytest.mark.parametrize(
    ("run", "moment"),
    [
        (Run(DAY, time(9)), Moment.BEFORE_RUN),
        (Run(DAY, time(10)), Moment.BEFORE_RUN),
        (Run(DAY, time(10, 1)), None),
        (Run(DAY, time(8)), Moment.BEFORE_RUN),
        (Run(DAY, time(7, 59)), Moment.BEFORE_RUN),  # nobody has run it after a minute
        (Run(DAY, time(7, 16)), Moment.BEFORE_RUN),
        (Run(DAY, time(7, 15)), Moment.AFTER_RUN),
        (Run(DAY, time(7), 12), Moment.BEFORE_RUN),  # 12 km take longer than an hour
        (Run(DAY, time(7), kind="long"), Moment.BEFORE_RUN),
        (Run(DAY, time(4, 15)), Moment.AFTER_RUN),
        (Run(DAY, time(4, 14)), None),
        (Run(DAY, done=True, told=NOW), Moment.AFTER_RUN),  # over when told
        (Run(DAY, done=True, told=NOW - 3 * HOUR), Moment.AFTER_RUN),
        (Run(DAY, done=True, told=NOW - 4 * HOUR), None),
        (Run(DAY, done=True), None),
        (Run(DAY + A_DAY, time(9)), None),
        (Run(DAY), None),
        (Run(DAY, time(9), done=True), None),
    ],
)
def test_before_or_after_a_run(run: Run, moment: Moment | None) -> None:
    assert moment_of(NOW, [run]) is moment


def test_a_run_is_over_when_told_and_the_next_one_weighs_more() -> None:
    planned, told = Run(DAY, time(7, 30)), Run(DAY, done=True, told=NOW)
    assert moment_of(NOW, [planned]) is Moment.BEFORE_RUN
    assert moment_of(NOW, [planned, told]) is Moment.AFTER_RUN
    assert moment_of(NOW, [told, Run(DAY, time(9))]) is Moment.BEFORE_RUN


def test_a_run_after_midnight_is_near_in_the_evening() -> None:
    night = datetime(2026, 11, 25, 23, 30, tzinfo=UTC)
    assert moment_of(night, [Run(DAY + A_DAY, time(0, 30))]) is Moment.BEFORE_RUN
    assert moment_of(night, [Run(DAY + A_DAY, time(18))]) is None


@pytest.mark.parametrize(
    ("profile", "told", "asked", "asks"),
    [
        (Profile(run_days=frozenset({2})), [], None, True),
        (Profile(run_days=frozenset({2})), [], DAY - A_DAY, True),
        (Profile(run_days=frozenset({2})), [], DAY, False),
        (Profile(run_days=frozenset({2})), [Run(DAY, done=True)], None, False),
        (Profile(run_days=frozenset({2}), run_at=time(18)), [], None, False),
        (Profile(run_days=frozenset({3})), [], None, False),
        (Profile(), [], None, False),
    ],
)
def test_whose_times_vary_is_asked_on_run_days(
    profile: Profile, told: list[Run], asked: date | None, asks: bool
) -> None:
    assert asks_for_run(DAY, profile, told, asked) is asks


def test_a_clock_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        moment_of(datetime(2026, 11, 25, 8), [])  # noqa: DTZ001


def test_a_run_told_of_takes_the_place_of_the_usual_one() -> None:
    profile = Profile(run_days=frozenset({2}), run_at=time(18))
    assert runs_of(DAY, profile, []) == (Run(DAY, time(18)),)
    assert runs_of(DAY, profile, [Run(DAY, time(7), 20)]) == (Run(DAY, time(7), 20),)
    assert runs_of(DAY + A_DAY, profile, []) == ()


@pytest.mark.parametrize(
    ("run", "days"),
    [
        (Run(DAY, kind="long"), [-1, 0]),
        (Run(DAY, km=21), [-1, 0]),
        (Run(DAY, km=8), []),
        (Run(DAY, kind="race"), [-2, -1, 0, 1]),
    ],
)
def test_legs_stay_fresh_for_long_runs_and_races(run: Run, days: list[int]) -> None:
    assert spared([run]) == {DAY + n * A_DAY for n in days}
