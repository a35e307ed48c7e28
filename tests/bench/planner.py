"""The planner with a thousand runners and with a million: it should not feel the difference."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.bench.child import child
from tests.bench.crowd import Group
from tests.bench.figures import ROUNDS, Goal, Report, columns
from tests.bench.ground import KINDS, Ground

BERLIN = ZoneInfo("Europe/Berlin")  # where all of them live
SIZES = (1_000, 10_000, 100_000, 1_000_000)
MOST_DUE = 100_000  # of a million, in each of the rounds
SOON, APART = timedelta(hours=2), timedelta(minutes=30)  # from now to the first round; of two

Figures = dict[str, float]


async def measure(ground: Ground) -> Report:
    """Every size on both databases; the median of five rounds, each a morning of its own."""
    found: dict[str, dict[str, Figures]] = {kind: {} for kind in KINDS}
    for kind in KINDS:
        for size in SIZES:
            url = await ground.database(kind, *_groups(size))
            ground.say(f"planner with {size:,} runners on {kind}")
            found[kind][str(size)] = await child("tests.bench.planning", url, str(ROUNDS))
            ground.drop(url)
    return _report(found)


def _groups(size: int) -> list[Group]:
    """So many due at each of the rounds' times, and the rest later: not while we measure."""
    first = datetime.now(BERLIN) + SOON
    times = [f"{first + number * APART:%H:%M}" for number in range(ROUNDS + 1)]
    each = min(size // ROUNDS, MOST_DUE)
    rest = size - each * ROUNDS
    groups = [Group(each, at) for at in times[:ROUNDS]]
    return [*groups, *([Group(rest, times[ROUNDS])] if rest else [])]


def _report(found: dict[str, dict[str, Figures]]) -> Report:
    goals = [goal for kind in KINDS for goal in _goals(kind, found[kind])]
    names = ("per_s", "idle_ms", "stall_ms", "rss_mb")
    rows = [
        (f"{int(size):,} runners on {kind}", *(each[name] for name in names))
        for kind, sizes in found.items()
        for size, each in sizes.items()
    ]
    head = ("", "reminders/s", "idle ms", "stall ms", "RSS MB")
    title = "Planner: due reminders handed over and planned again, durable"
    return Report(title, found, goals, columns(head, rows))


def _goals(kind: str, sizes: dict[str, Figures]) -> list[Goal]:
    million, ten, one = (sizes[str(size)] for size in (1_000_000, 10_000, 1_000))
    return [
        Goal(f"{kind}: reminders/s at a million", million["per_s"], 20_000),
        Goal(f"{kind}: idle heartbeat at a million, ms", million["idle_ms"], at_most=2),
        Goal(
            f"{kind}: idle heartbeat, a million ÷ a thousand",
            million["idle_ms"] / one["idle_ms"],
            at_most=1.2,
        ),
        Goal(f"{kind}: longest stall of the loop, ms", million["stall_ms"], at_most=50),
        Goal(f"{kind}: RSS at a million, MB", million["rss_mb"], at_most=150),
        Goal(
            f"{kind}: RSS, a million ÷ ten thousand",
            million["rss_mb"] / ten["rss_mb"],
            at_most=1.1,
        ),
    ]
