"""How much a chat may say: a property over any arrivals, and the clocks that it must not trust."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.gateway.flood_limit import BURST, EVERY, Arrival, FloodLimit
from tests.support.clock import MONDAY_MORNING as NOW

CHAT = 5
PAUSES = st.lists(st.integers(0, 3000), min_size=1, max_size=80)  # milliseconds between two


def moments(pauses: list[int]):
    at = NOW
    for pause in pauses:
        at += timedelta(milliseconds=pause)
        yield at


@given(PAUSES)
def test_no_while_holds_more_than_a_burst_and_one_a_second(pauses: list[int]):
    limit = FloodLimit()
    taken = [
        at for number, at in enumerate(moments(pauses)) if limit.take(CHAT, Arrival(number, at))
    ]
    for first, begins in enumerate(taken):
        for last, ends in enumerate(taken[first:], start=1):
            assert last <= BURST + (ends - begins) / EVERY + 1e-6


@given(PAUSES)
def test_one_a_second_is_never_too_much(pauses: list[int]):
    limit = FloodLimit()
    calm = [1000 + pause for pause in pauses]
    assert all(limit.take(CHAT, Arrival(n, at)) for n, at in enumerate(moments(calm)))


@given(PAUSES)
def test_a_flood_of_one_chat_takes_nothing_from_another(pauses: list[int]):
    limit, alone = FloodLimit(), FloodLimit()
    for number, at in enumerate(moments(pauses)):
        for each in range(3):
            limit.take(6, Arrival(3 * number + each, at))
        assert limit.take(CHAT, Arrival(number, at)) == alone.take(CHAT, Arrival(number, at))


def test_a_clock_that_was_put_back_silences_nobody_for_long():
    limit = FloodLimit()
    for number in range(2 * BURST):
        limit.take(CHAT, Arrival(number, NOW))
    back = NOW - timedelta(hours=1)
    assert not limit.take(CHAT, Arrival(100, back))
    assert limit.take(CHAT, Arrival(101, back + EVERY))


def test_many_chats_are_not_remembered_for_ever():
    limit = FloodLimit(burst=1)
    for chat in range(30_000):
        limit.take(chat, Arrival(1, NOW + chat * EVERY))
    assert len(limit._chats) < 15_000


def test_to_forget_is_no_work_for_each_update():
    """Thirty thousand chats at once: they are looked through once, and stay until they are full."""
    limit = FloodLimit()
    for chat in range(30_000):
        limit.take(chat, Arrival(1, NOW))
    kept = limit._chats
    for chat in range(1000):
        limit.take(chat, Arrival(2, NOW + timedelta(seconds=1)))
    assert limit._chats is kept
