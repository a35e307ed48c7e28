"""What a message means, with the whole library loaded: a few words, or 4,096 characters."""

import random
import resource
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import yaml

from content.bundle import Content, load_content
from content.intents.understanding import understand
from content.language.compiler import compiled
from tests.bench.figures import Goal, Report, columns
from tests.bench.ground import Ground

ASKS = Path(__file__).parents[1] / "unit/content/asks/unseen.yaml"
LONGEST, ROUNDS = 4096, 5
NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
PATTERNS = (
    "a", "hip ", "not ", "7 ", "groin pain every step ", "and done ", "front of my my ",
    "hipp flexxor tihgt ", "xqzjkv wpqrtz ", "😂🤣", "?!.,;", "שלום ", "hüfte бедро 7:30 ",
    "remind me at 7 or 8, ", "in ten minutes ", "can't stand on my leg ",
)  # fmt: skip


async def measure(ground: Ground) -> Report:
    ground.say("understanding")
    took, before = {}, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    coach = load_content()
    _milliseconds(coach, "tight hips")
    took["load, s"] = time.perf_counter() - began
    took["memory, MB"] = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    short, long = _short(), _long()
    for name, texts in (("as people write", short), ("4,096 characters", long)):
        times = sorted(min(_milliseconds(coach, text) for _ in range(ROUNDS)) for text in texts)
        took[f"{name}, p50 ms"] = times[len(times) // 2]
        took[f"{name}, p99 ms"] = times[int(len(times) * 0.99)]
    goals = [Goal(f"{name}, p99 ms", took[f"{name}, p99 ms"], at_most=2.0) for name in NAMES]
    return Report("Understanding", took, goals, columns(("", "took"), list(took.items())))


NAMES = ("as people write", "4,096 characters")


def _milliseconds(coach: Content, text: str) -> float:
    compiled(coach.lexicon, coach.names).remembered.clear()  # each is heard for the first time
    return _timed(lambda: understand(text, now=NOW, lexicon=coach.lexicon, cards=coach.names))


def _timed(work: Callable[[], object]) -> float:
    began = time.thread_time()
    work()
    return (time.thread_time() - began) * 1000


def _short() -> list[str]:
    groups = yaml.safe_load(ASKS.read_text())
    return [each["say"] for group in groups.values() for each in group]


def _long() -> list[str]:
    """Pages of messages, of one thing over and over, and of letters by chance."""
    luck, short = random.Random(5), _short()
    pages = [". ".join(luck.sample(short, len(short))) for _ in range(100)]
    gibberish = ["".join(luck.choices("abcdefghiklmnoprstuw    ", k=LONGEST)) for _ in range(50)]
    return [each[:LONGEST] for each in (*pages, *gibberish, *(one * LONGEST for one in PATTERNS))]
