"""Answers a second: a logged "done", durable before it is said, beside echoes that keep nothing."""

import asyncio
import time
from itertools import cycle

from tests.bench.contestants import Contestant, aiogram, limber, our_echo, running, stock
from tests.bench.crowd import FIRST, Group
from tests.bench.figures import ROUNDS, Goal, Report, columns, medians
from tests.bench.ground import Ground
from tests.bench.lean import LeanTelegram

OUTSTANDING = 200
RUNNERS = Group(20_000)
DELAY = 0.05
WARM, LONG = 1.0, 3.0  # seconds

Rates = dict[str, float]


async def measure(ground: Ground) -> Report:
    """Rounds of everybody in turn, near to Telegram and then 50 ms away."""
    near, far = [], []
    server_share = 0.0
    for number in range(ROUNDS):
        ground.say(f"answers, round {number + 1} of {ROUNDS}")
        rates, share = await _near(ground)
        near.append(rates)
        server_share = max(server_share, share)
        far.append(await _far(ground))
    return _report(medians(near), medians(far), server_share)


async def _near(ground: Ground) -> tuple[Rates, float]:
    """Everybody once with no delay, and the largest share of a core that the server took."""
    urls = {kind: await ground.database(kind, RUNNERS) for kind in ("sqlite", "postgresql")}
    rates, shares = {}, []
    for bot in (
        stock(),
        stock(256),
        our_echo(),
        aiogram(),
        *(limber(f"done on {kind}", url) for kind, url in urls.items()),
    ):
        rates[bot.name], share = await rate(bot, ground)
        shares.append(share)
    for url in urls.values():
        ground.drop(url)
    return rates, max(shares)


async def _far(ground: Ground) -> Rates:
    bots = (stock(), stock(256), our_echo(), aiogram())
    return {bot.name: (await rate(bot, ground, DELAY))[0] for bot in bots}


async def rate(bot: Contestant, ground: Ground, delay: float = 0) -> tuple[float, float]:
    """Answers a second while 200 people wait for one, and the server's share of a core."""
    telegram = LeanTelegram(delay)
    people = cycle(range(FIRST, FIRST + RUNNERS.count))
    telegram.heard = lambda _chat: telegram.say(next(people), "done")
    async with running(bot, ground.folder, telegram):
        for _ in range(OUTSTANDING):
            telegram.say(next(people), "done")
        await asyncio.sleep(WARM)
        answered, began, cpu = len(telegram.arrivals), time.perf_counter(), time.process_time()
        await asyncio.sleep(LONG)
        took = time.perf_counter() - began
        share = (time.process_time() - cpu) / took
        told = (len(telegram.arrivals) - answered) / took
        telegram.heard = lambda _chat: None
        return told, share


def _report(near: Rates, far: Rates, share: float) -> Report:
    best_near = max(near["stock PTB echo"], near["stock PTB echo, 256 at once"])
    best_far = max(far["stock PTB echo"], far["stock PTB echo, 256 at once"])
    ours = near["our echo"]
    sqlite, postgresql = near["done on sqlite"], near["done on postgresql"]
    goals = [
        Goal("durable done on SQLite ÷ the better stock PTB echo", sqlite / best_near, 1.0),
        Goal("durable done on PostgreSQL ÷ the better stock PTB echo", postgresql / best_near, 1.0),
        Goal("durable done on SQLite ÷ our own echo", sqlite / ours, 0.35),
        Goal("durable done on PostgreSQL ÷ our own echo", postgresql / ours, 0.30),
        Goal("durable done on SQLite ÷ aiogram echo (aim 1)", sqlite / near["aiogram echo"]),
        Goal(
            "durable done on PostgreSQL ÷ aiogram echo (aim 1)", postgresql / near["aiogram echo"]
        ),
        Goal("our echo ÷ the better stock PTB echo, no delay", ours / best_near, 4),
        Goal("our echo ÷ the better stock PTB echo, 50 ms", far["our echo"] / best_far, 10),
    ]
    rows = [(name, near.get(name), far.get(name)) for name in near]
    table = [
        *columns(("answers a second", "no delay", "50 ms away"), rows),
        f"  The server took at most {share:.0%} of its core: its own ceiling is further up.",
    ]
    figures = {"near": near, "far": far, "server_share": share, "outstanding": OUTSTANDING}
    return Report("Answers: 200 people wait, each for one answer", figures, goals, table)
