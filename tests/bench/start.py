"""From nothing to the first poll, and the imports alone, beside a bare telegram.ext.

`ANEW` is a start that finds nothing kept by an earlier one, as after an upgrade.
"""

import asyncio
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.contestants import environment, limber, running, stock
from tests.bench.crowd import Group
from tests.bench.figures import ROUNDS, Goal, Report, columns, medians
from tests.bench.ground import Ground

ANEW = "limber run, all content read anew"
IMPORTS = {
    "import telegram.ext": "import telegram.ext",
    "import Limber": 'from bot.cli.main import late; late("bot.cli.commands")',
}


async def measure(ground: Ground) -> Report:
    url = await ground.database("sqlite", Group(1_000))
    rounds = []
    for number in range(2 * ROUNDS):
        ground.say(f"start, round {number + 1} of {2 * ROUNDS}")
        rounds.append(await _round(ground, url))
    ground.drop(url)
    return _report(medians(rounds[1:]))  # the first one compiles what is new


async def _round(ground: Ground, url: str) -> dict[str, float]:
    took = {}
    with TemporaryDirectory(dir=ground.folder) as fresh:
        for bot, folder in (
            (stock(), ground.folder),
            (limber("limber run", url), ground.folder),
            (limber(ANEW, url), Path(fresh)),
        ):
            async with running(bot, folder) as started:
                took[bot.name] = started.cold_start
                took[f"{bot.name}, MB"] = started.rss_mb
    for name, code in IMPORTS.items():
        began = time.perf_counter()
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-c", code, env=environment()
        )
        await process.wait()
        took[name] = time.perf_counter() - began
    return took


def _report(took: dict[str, float]) -> Report:
    goals = [
        Goal(
            "cold start ÷ stock PTB echo", took["limber run"] / took["stock PTB echo"], at_most=2.2
        ),
        Goal("content read anew: cold start ÷ stock PTB echo", took[ANEW] / took["stock PTB echo"]),
        Goal(
            "imports ÷ telegram.ext",
            took["import Limber"] / took["import telegram.ext"],
            at_most=2.2,
        ),
    ]
    rows = [(name, took[name], took.get(f"{name}, MB")) for name in took if ", MB" not in name]
    return Report("Start", took, goals, columns(("", "seconds", "MB"), rows))
