"""The usual way beside ours: a job for each runner in APScheduler, a row for each in a table."""

from tests.bench.child import child
from tests.bench.crowd import Group
from tests.bench.figures import ROUNDS, Goal, Report, columns, medians
from tests.bench.ground import Ground

SIZES = {1_000: ROUNDS, 10_000: ROUNDS, 100_000: 1}  # and how many rounds of each
JOBS = ("run_daily", "run_daily without a limit", "SQLAlchemyJobStore")
OURS = "limber on sqlite"

Figures = dict[str, float]


async def measure(ground: Ground) -> Report:
    """Everybody in turn, for every size; all are due at one moment."""
    found = {}
    for size, rounds in SIZES.items():
        taken: dict[str, list[Figures]] = {}
        for number in range(rounds):
            ground.say(f"the usual way, {size:,} runners, round {number + 1} of {rounds}")
            for name in JOBS:
                one = await child("tests.bench.alarms", name, str(size))
                taken.setdefault(name, []).append(one)
            taken.setdefault(OURS, []).append(await _ours(ground, size))
        found[str(size)] = {name: medians(rounds) for name, rounds in taken.items()}
    return _report(found)


async def _ours(ground: Ground, size: int) -> Figures:
    url = await ground.database("sqlite", Group(size))
    figures = await child("tests.bench.planning", url, "1")
    ground.drop(url)
    return {
        "start_s": figures["ready_s"],
        "rss_mb": figures["rss_mb"],
        "fired": figures["planned"],
        "missed": size - figures["planned"],
        **{name: figures[name] for name in ("late_p50", "late_p99", "all_after_s")},
    }


def _report(found: dict[str, dict[str, Figures]]) -> Report:
    names = ("start_s", "rss_mb", "fired", "late_p50", "late_p99", "all_after_s")
    rows = [
        (f"{int(size):,}: {name}", *(each.get(n) for n in names))
        for size, all_ in found.items()
        for name, each in all_.items()
    ]
    head = ("", "start s", "RSS MB", "fired", "late p50 s", "p99 s", "all after s")
    goals = [
        *_goals(found["10000"], "10,000", 10),
        *_goals(found["100000"], "100,000", 15),
        Goal("missed by us, all sizes", sum(e[OURS]["missed"] for e in found.values()), at_most=0),
    ]
    title = "The usual way: one APScheduler job for each runner, all due at once; ours is durable"
    return Report(title, found, goals, columns(head, rows))


def _goals(contestants: dict[str, Figures], size: str, times: float) -> list[Goal]:
    """How many times as fast as each: until all are handed over once they are due, and from
    nothing, as after a restart at seven. The default fires none, so it has no time to compare."""
    ours = contestants[OURS]
    goals = []
    for name in JOBS[1:]:
        theirs = contestants[name]
        goals += [
            Goal(f"{size}: {name} ÷ ours, once due", theirs["all_after_s"] / ours["all_after_s"]),
            Goal(
                f"{size}: {name} ÷ ours, start and all",
                _in_all(theirs) / _in_all(ours),
                times,
            ),
        ]
    return goals


def _in_all(figures: Figures) -> float:
    return figures["start_s"] + figures["all_after_s"]
