"""Fan-out: reminders due at once, through a real `limber run` that is 50 ms from Telegram."""

import asyncio
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from tests.bench.contestants import limber, running
from tests.bench.crowd import Group
from tests.bench.figures import Goal, Report, busiest_second, columns, percentile
from tests.bench.ground import KINDS, Ground
from tests.bench.lean import LeanTelegram

DELAY = 0.05
LONG = 20  # seconds that the budget needs for all of them
BUDGETS = (28, 1000)
BEFORE = timedelta(seconds=3)  # the process is up when they fall due

Figures = dict[str, float]


async def measure(ground: Ground) -> Report:
    found = {}
    for kind in KINDS:
        for budget in BUDGETS:
            ground.say(f"fan-out of {budget * LONG:,} at {budget}/s on {kind}")
            found[f"{budget}/s on {kind}"] = await _fan_out(ground, kind, budget)
    return _report(found)


async def _fan_out(ground: Ground, kind: str, budget: int) -> Figures:
    """All of them, or what was delivered in three times the time that the budget needs."""
    group = Group(budget * LONG)
    url = await ground.database(kind, group)
    telegram = LeanTelegram(DELAY)
    bot = limber(f"fan-out on {kind}", url, rate=budget, before=BEFORE)
    started = datetime.now(UTC)
    async with running(bot, ground.folder, telegram) as process:
        await _until(telegram, 1)
        began, cpu = time.time(), process.cpu_seconds
        await _until(telegram, group.count)
        share = (process.cpu_seconds - cpu) / (time.time() - began)
    ground.drop(url)
    return _figures(telegram.arrivals, (started + BEFORE).timestamp(), budget, share)


async def _until(telegram: LeanTelegram, count: int) -> None:
    deadline = time.time() + 3 * LONG
    while len(telegram.arrivals) < count and time.time() < deadline:
        await asyncio.sleep(0.01)


def _figures(arrivals: Sequence[float], due: float, budget: int, share: float) -> Figures:
    """`late` is what a message waited beyond its turn: the k-th can't leave before k ÷ budget."""
    waited = [at - due for at in arrivals]
    beyond = [wait - turn / budget for turn, wait in enumerate(waited)]
    return {
        "per_s": (len(arrivals) - 1) / (arrivals[-1] - arrivals[0]),
        "busiest_second": busiest_second(arrivals),
        "core_share": share,
        "waited_p50": percentile(waited, 0.5),
        "waited_p99": percentile(waited, 0.99),
        "late_p50": percentile(beyond, 0.5),
        "late_p99": percentile(beyond, 0.99),
        "budget": budget,
        "sent": len(arrivals),
        "due": budget * LONG,
    }


def _report(found: dict[str, Figures]) -> Report:
    goals = [
        goal
        for name, each in found.items()
        for goal in (
            Goal(f"{name}: reached of the budget", each["per_s"] / each["budget"], 0.95),
            Goal(f"{name}: share of a core", each["core_share"], at_most=0.5),
            Goal(
                f"{name}: most in any one second",
                each["busiest_second"],
                at_most=each["budget"],
            ),
        )
    ]
    names = ("per_s", "busiest_second", "core_share", "waited_p50", "waited_p99", "late_p50")
    head = (
        "",
        "messages/s",
        "busiest s",
        "of a core",
        "wait p50 s",
        "p99 s",
        "late p50 s",
        "p99 s",
    )
    rows = [(name, *(each[n] for n in (*names, "late_p99"))) for name, each in found.items()]
    table = [
        *columns(head, rows, first=22),
        "  wait: since it was due; late: beyond its turn, when all are due at once",
    ]
    title = f"Fan-out: {LONG} seconds' worth due at once, Telegram 50 ms away"
    return Report(title, found, goals, table)
