"""How letters leave one after another, in made-up time."""

import asyncio
from datetime import timedelta

from bot.delivery.chat_rate import Gate
from tests.simulation.virtual import run

INTERVAL = timedelta(milliseconds=10)
LATE = timedelta(milliseconds=25)


def left(*ahead: float, held_up: float = 0.0) -> list[float | None]:
    """When letters leave that are due so many seconds from the start; None if they stay."""

    async def story() -> list[float | None]:
        gate, loop = Gate(), asyncio.get_running_loop()

        async def outgoing(due: float) -> float | None:
            return loop.time() if await gate.through(due - held_up, INTERVAL, LATE) else None

        return await asyncio.gather(*map(outgoing, ahead))

    return run(story())


def test_everybody_leaves_in_time():
    assert left(0.00, 0.01, 0.02) == [0.00, 0.01, 0.02]


def test_after_a_stop_those_that_are_too_late_stay_and_hold_up_nobody():
    """A tenth of a second was lost, and with it eight places; the ninth is just late enough."""
    *lost, late, last = left(*(n / 100 for n in range(10)), held_up=0.1)
    assert lost == [None] * 8
    assert (late, last) == (0.0, 0.01)
