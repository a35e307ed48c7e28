"""The send budget: never more in any second than allowed, and hardly less."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from scheduler.planning.budget import AHEAD, HEADROOM, LATE, RECOVERY, Places, reserve, slowed

NOW = datetime(2026, 11, 16, 8, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
looks = st.lists(
    st.tuples(st.floats(0, 3).map(lambda s: timedelta(seconds=s)), st.integers(0, 300)), max_size=40
)


@given(rate=st.sampled_from([1, 28, 30, 1000]), looks=looks)
def test_no_second_holds_more_than_the_rate(rate: int, looks: list[tuple[timedelta, int]]):
    free_at, now, departures = NOW - SECOND, NOW, []
    for pause, wanted in looks:
        now += pause
        places = reserve(free_at, now, wanted, rate)
        departures += [places[n] for n in range(places.count)]
        if places.count:
            free_at = places[places.count]
    assert all(b - a >= SECOND for a, b in zip(departures, departures[rate:], strict=False))


def test_a_steady_sender_gets_nearly_all_of_it():
    free_at = now = NOW
    sent = 0
    while now < NOW + 60 * SECOND:
        places = reserve(free_at, now, 128, 28)
        sent += places.count
        free_at = places[places.count]
        now += AHEAD / 2
    assert 0.95 * 28 * 60 <= sent <= 28 * 60


def test_the_first_message_after_a_rest_leaves_at_once():
    assert reserve(NOW - timedelta(hours=1), NOW, 1, 28)[0] == NOW


def test_when_telegram_says_stop_nothing_is_given_away_until_then():
    assert reserve(NOW, NOW, 10, 28, paused_until=NOW + 7 * SECOND).count == 0
    assert reserve(NOW, NOW + 7 * SECOND, 10, 28, paused_until=NOW + 7 * SECOND).count > 0


def test_a_clock_that_was_put_back_an_hour_stops_nobody():
    assert reserve(NOW + timedelta(hours=1), NOW, 1, 28)[0] == NOW


@given(st.floats(-100, 100))
def test_after_a_flood_the_rate_comes_back_within_a_minute(seconds: float):
    rate = slowed(28, NOW, NOW + timedelta(seconds=seconds))
    assert 14 <= rate <= 28
    assert slowed(28, NOW, NOW + RECOVERY) == slowed(28, None, NOW) == 28


@given(st.integers(1, 1000), st.lists(st.floats(0, LATE.total_seconds()), min_size=1))
def test_nor_does_it_when_several_replicas_are_a_little_late(rate: int, lateness: list[float]):
    places = Places(NOW, timedelta(seconds=HEADROOM / rate), 2 * rate + 2)
    late = [timedelta(seconds=lateness[n % len(lateness)]) for n in range(places.count)]
    left = sorted(places[n] + late[n] for n in range(places.count))
    assert all(b - a >= SECOND for a, b in zip(left, left[rate:], strict=False))
