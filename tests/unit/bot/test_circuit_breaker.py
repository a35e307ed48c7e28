"""When one message at a time finds out whether Telegram is there: properties over any landings."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.delivery.circuit_breaker import CHATS, FAILURES, LONGEST, CircuitBreaker, Landing
from tests.support.clock import MONDAY_MORNING as NOW

LANDINGS = st.lists(
    st.tuples(st.sampled_from(Landing), st.integers(1, 20), st.integers(0, 4000)), max_size=60
)


def told(landings) -> tuple[CircuitBreaker, timedelta]:
    breaker, passed = CircuitBreaker(), timedelta(0)
    for landing, chat, pause in landings:
        passed += timedelta(milliseconds=pause)
        breaker.landed(landing, chat, NOW + passed, timedelta(seconds=60))
    return breaker, passed


@given(LANDINGS)
def test_an_answer_lets_all_go_on(landings):
    breaker, passed = told(landings)
    breaker.landed(Landing.ANSWERED, 1, NOW + passed)
    assert breaker.room(100, 0, NOW + passed) == 100


@given(LANDINGS)
def test_nobody_waits_longer_than_that_for_one_to_find_out(landings):
    breaker, passed = told(landings)
    assert breaker.room(100, 0, NOW + passed + LONGEST) >= 1


@given(LANDINGS)
def test_while_it_is_open_one_flies_at_most(landings):
    breaker, passed = told(landings)
    if breaker.open_until:
        assert breaker.room(100, 0, NOW + passed + LONGEST) == 1
        assert breaker.room(100, 1, NOW + passed + LONGEST) == 0


@given(st.lists(st.integers(1, CHATS - 1), max_size=60))
def test_few_chats_that_are_refused_stop_nobody(chats):
    breaker, passed = told((Landing.FLOODED, chat, 10) for chat in chats)
    assert breaker.room(100, 0, NOW + passed) == 100


@given(st.integers(0, 40), st.integers(0, 40))
def test_it_is_the_bot_when_half_of_all_calls_are_refused(refused: int, answered: int):
    landings = [(Landing.ANSWERED, 1, 0)] * answered
    landings += [(Landing.FLOODED, 100 + number, 0) for number in range(refused)]
    breaker, _ = told(landings)
    assert bool(breaker.open_until) == (refused >= CHATS and refused >= answered)


def test_a_fault_or_two_stop_nobody():
    breaker, _ = told([(Landing.FAILED, 1, 0)] * (FAILURES - 1))
    assert breaker.room(100, 5, NOW) == 100
    breaker.landed(Landing.FAILED, 1, NOW)
    assert breaker.room(100, 0, NOW) == 0


def test_a_clock_that_was_put_back_holds_up_nobody():
    breaker, _ = told([(Landing.FAILED, 1, 0)] * FAILURES)
    assert breaker.room(100, 0, NOW - timedelta(hours=1)) == 1
