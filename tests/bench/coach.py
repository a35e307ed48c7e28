"""A session planned with two years of history, and charts that must not hold up a “done”."""

import asyncio
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from datetime import date, timedelta

from content.bundle import load_content
from content.catalog.profile import Profile, Sitting
from content.catalog.taxonomy import Area, Kit
from content.coaching.dosage.past import PastSession
from content.coaching.session.inputs import SessionInputs
from content.coaching.session.plan import todays_session
from tests.bench.figures import Goal, Report, columns, percentile
from tests.bench.ground import Ground
from tests.support.chat import Runner, open_chatroom

DAY, YEARS = date(2026, 11, 25), 2
SESSIONS, PICTURES, DONES = 200, 20, 60


async def measure(ground: Ground) -> Report:
    ground.say("coach: sessions with two years of history")
    planned = _planned()
    ground.say("coach: charts, and “done” beside them")
    alone, drawn, beside = await _charts(ground)
    took = {
        "plan a session, two years of history, ms (median)": percentile(planned, 0.5),
        "plan a session, two years of history, ms (p99)": percentile(planned, 0.99),
        "a chart from /progress to the photo, ms (median)": percentile(drawn, 0.5),
        "“done” alone, ms (p99)": percentile(alone, 0.99),
        "“done” while 20 charts are drawn, ms (p99)": percentile(beside, 0.99),
    }
    goals = [Goal("plan a session, ms", percentile(planned, 0.5), at_most=5)]
    return Report("Coach", took, goals, columns(("", "ms"), list(took.items())))


def _planned() -> list[float]:
    """Milliseconds for each session of a runner who has come every day for two years."""
    cards = load_content().library.cards
    profile = Profile(Sitting.OVER_7, (Area.QUADS, Area.GLUTES), frozenset(Kit))
    past: list[PastSession] = []
    for n in range(YEARS * 365):
        day = DAY - timedelta(days=YEARS * 365 - n)
        cards_of_day = todays_session(SessionInputs(day, profile, tuple(past[-60:])), cards).cards
        past.append(PastSession(day, cards_of_day))
    return [
        _ms(lambda: todays_session(SessionInputs(DAY, profile, tuple(past)), cards))
        for _ in range(SESSIONS)
    ]


def _ms(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


async def _charts(ground: Ground) -> tuple[list[float], list[float], list[float]]:
    """“done” alone; charts; “done” of others while those charts are drawn. In milliseconds."""
    url = await ground.database("sqlite")
    async with AsyncExitStack() as stack:
        room = await stack.enter_async_context(open_chatroom(url, load_content()))
        crowd = [room.runner(number) for number in range(1, PICTURES + 1)]
        for runner in crowd:
            await runner.say("done")
        await crowd[0].say("/progress")  # the process that draws is there now
        alone = [await _timed(room.runner(1000 + n), "done") for n in range(DONES)]
        beside: list[float] = []
        drawing = asyncio.gather(*(_timed(runner, "/progress") for runner in crowd))
        number = 2000
        while not drawing.done() and len(beside) < DONES:
            beside.append(await _timed(room.runner(number), "done"))
            number += 1
        drawn = await drawing
    ground.drop(url)
    return alone, list(drawn), beside


async def _timed(runner: Runner, text: str) -> float:
    """Milliseconds until the chat has an answer to that text."""
    count, began = len(runner.person.messages) + 1, time.perf_counter()
    runner.person.say(text)
    while len(runner.person.messages) <= count:
        await asyncio.sleep(0.0005)
    return (time.perf_counter() - began) * 1000
