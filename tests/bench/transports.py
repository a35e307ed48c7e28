"""Transports: the same calls through ours and through httpx-aiohttp, taking turns."""

import asyncio
import json
import sys
from collections.abc import Sequence

from tests.bench.bots.calls import IN_FLIGHT, TRANSPORTS
from tests.bench.contestants import ROOT, environment
from tests.bench.figures import ROUNDS, Goal, Report, columns, medians
from tests.bench.ground import Ground
from tests.bench.lean import LeanTelegram

DELAYS = {"at once": 0.0, "50 ms away": 0.05}
COUNT = IN_FLIGHT * 16
OTHER = "httpx-aiohttp"

Figures = dict[str, dict[str, float]]


async def measure(ground: Ground) -> Report:
    found = {}
    for where, delay in DELAYS.items():
        ground.say(f"{COUNT:,} calls through each transport, Telegram {where}")
        found[where] = await _in_turns(delay)
    return _report(found)


async def _in_turns(delay: float) -> Figures:
    rounds: dict[str, list[dict[str, float]]] = {name: [] for name in TRANSPORTS}
    for _ in range(ROUNDS):
        for name, figures in rounds.items():
            figures.append(await _run(name, delay))
    return {name: medians(figures) for name, figures in rounds.items()}


async def _run(name: str, delay: float) -> dict[str, float]:
    async with LeanTelegram(delay).serve() as url:
        command = (sys.executable, "-m", "tests.bench.bots.calls", name, url, str(COUNT))
        process = await asyncio.create_subprocess_exec(
            *command, env=environment(), cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        said, _ = await process.communicate()
    figures: dict[str, float] = json.loads(said)
    return figures


def _report(found: dict[str, Figures]) -> Report:
    goals = [goal for where, figures in found.items() for goal in _goals(where, figures)]
    head = ("", "calls/s", "CPU ms/call", "p50 ms", "p99 ms")
    rows = [
        (f"{name}, {where}", *(each[n] for n in ("per_s", "cpu_ms", "p50_ms", "p99_ms")))
        for where, figures in found.items()
        for name, each in figures.items()
    ]
    title = f"Transports: {IN_FLIGHT} calls in flight; {OTHER} takes over once it is good enough"
    return Report(title, found, goals, columns(head, rows))


def _goals(where: str, figures: Figures) -> Sequence[Goal]:
    """Told, not to be met: ours goes once the first is above 0.85 and the second below 1.15."""
    ours, other = figures["ours"], figures[OTHER]
    return [
        Goal(f"{where}: {told} of {OTHER} to ours", other[name] / ours[name])
        for name, told in (("per_s", "calls/s"), ("cpu_ms", "CPU"))
    ]
