"""`make bench`: a table on standard output, figures in bench/results.json."""

import asyncio
import json
import shutil
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from storage.engine import open_engine
from storage.schema import upgrade
from tests import postgres
from tests.bench.contestants import Contestant, Running, echo, limber, running

ROUNDS, RUNNERS, EACH = 5, 50, 10
RESULTS = Path("bench/results.json")

Figures = dict[str, dict[str, list[float]]]


async def measure(contestant: Contestant, folder: Path) -> dict[str, float]:
    """One round: start, rest for a second, then answer a burst."""
    async with running(contestant, folder) as bot:
        await asyncio.sleep(1)
        idle = bot.rss_mb()
        return {"cold_start_s": bot.cold_start, "idle_mb": idle, "answers_per_s": await burst(bot)}


async def burst(bot: Running) -> float:
    """Answers a second when many runners say "done" again and again."""
    people = [bot.fake.person(1000 + n) for n in range(RUNNERS)]
    for person in people:
        person.say("hello")
    await answered(bot, people, 1)
    began = time.perf_counter()
    for _ in range(EACH):
        for person in people:
            person.say("done")
    await answered(bot, people, 1 + EACH)
    return RUNNERS * EACH / (time.perf_counter() - began)


async def answered(bot: Running, people: list, times: int) -> None:
    async with asyncio.timeout(120):
        while any(sum(m.from_bot for m in person.messages) < times for person in people):
            await asyncio.sleep(0.005)


async def rounds(folder: Path, server: postgres.Server) -> Figures:
    figures: Figures = defaultdict(lambda: defaultdict(list))
    for number in range(ROUNDS):
        for contestant in contestants(folder, server, number):
            print(f"round {number + 1} of {ROUNDS}: {contestant.name}", file=sys.stderr)
            for name, value in (await measure(contestant, folder)).items():
                figures[contestant.name][name].append(value)
    return figures


def contestants(folder: Path, server: postgres.Server, number: int) -> list[Contestant]:
    sqlite = folder / f"{number}.db"
    shutil.copy(folder / "template.db", sqlite)
    return [
        echo(),
        limber("limber on sqlite", f"sqlite:///{sqlite}"),
        limber("limber on postgresql", server.url(server.fresh("template_limber"))),
    ]


def report(figures: Figures) -> dict[str, object]:
    """Medians, and each as a ratio to the stock echo of the same run."""
    middle = {
        who: {name: statistics.median(values) for name, values in found.items()}
        for who, found in figures.items()
    }
    stock = middle["stock echo"]
    ratios = {
        who: {f"{name} / stock echo": value / stock[name] for name, value in found.items()}
        for who, found in middle.items()
        if who != "stock echo"
    }
    return {"rounds": ROUNDS, "medians": middle, "ratios": ratios}


def table(result: dict) -> str:
    head = f"{'':24}{'cold start':>12}{'idle RSS':>12}{'answers':>12}"
    rows = [
        f"{who:24}{v['cold_start_s']:>10.2f} s{v['idle_mb']:>9.0f} MB{v['answers_per_s']:>10.0f}/s"
        for who, v in result["medians"].items()
    ]
    ratios = [
        f"{who + ' / echo':24}" + "".join(f"{value:>12.2f}" for value in found.values())
        for who, found in result["ratios"].items()
    ]
    return "\n".join([head, *rows, "", *ratios])


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="limber-bench-") as name, postgres.server() as server:
        folder = Path(name)
        prepare(folder, server)
        result = report(asyncio.run(rounds(folder, server)))
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(result, indent=2) + "\n")
    print(table(result))


def prepare(folder: Path, server: postgres.Server) -> None:
    server.execute("CREATE DATABASE template_limber")
    for url in (f"sqlite:///{folder / 'template.db'}", server.url("template_limber")):
        engine = open_engine(url)
        upgrade(engine)
        engine.dispose()


if __name__ == "__main__":
    main()
