"""What a section brings home, and how it is held against its goals."""

import os
import statistics
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from typing import Any

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))  # fewer only while working on the bench itself


@dataclass(frozen=True)
class Goal:
    """A figure with what it should be: `at_least` or `at_most`; with neither it is reported."""

    name: str
    value: float
    at_least: float | None = None
    at_most: float | None = None

    @property
    def met(self) -> bool | None:
        """None where there is nothing to meet."""
        if self.at_least is not None:
            return self.value >= self.at_least
        return None if self.at_most is None else self.value <= self.at_most

    def __str__(self) -> str:
        bounds = {"≥": self.at_least, "≤": self.at_most}
        bound = " ".join(f"{sign} {b:g}" for sign, b in bounds.items() if b is not None)
        verdict = {True: "met", False: "NOT MET", None: ""}[self.met]
        return f"  {self.name:66}{short(self.value):>9}  {bound:10}{verdict}".rstrip()

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "met": self.met}


@dataclass(frozen=True)
class Report:
    """One section: its figures as JSON, its goals, and its table as lines."""

    title: str
    figures: dict[str, Any]
    goals: Sequence[Goal]
    table: Sequence[str]

    def __str__(self) -> str:
        return "\n".join(["", self.title, *self.table, *map(str, self.goals)])


def medians(rounds: Sequence[dict[str, float]]) -> dict[str, float]:
    """The median of each figure; one that a round could not give is left out of it."""
    names = dict.fromkeys(name for each in rounds for name in each)
    return {name: statistics.median(r[name] for r in rounds if name in r) for name in names}


def percentile(values: Iterable[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0


def busiest_second(moments: Sequence[float]) -> int:
    """The most that happened within any one second, wherever that second begins."""
    ordered = sorted(moments)
    most = first = 0
    for last, moment in enumerate(ordered):
        while moment - ordered[first] >= 1:
            first += 1
        most = max(most, last - first + 1)
    return most


def longest_silence(moments: Sequence[float]) -> float:
    """The longest time between two things that happened one after the other."""
    ordered = sorted(moments)
    return max((after - before for before, after in pairwise(ordered)), default=0.0)


def short(value: float) -> str:
    if abs(value) >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}" if abs(value) < 10 else f"{value:.1f}"


def columns(head: Sequence[str], rows: Iterable[Sequence[Any]], first: int = 34) -> list[str]:
    """Lines of a table; numbers are shortened and stand to the right."""

    def line(cells: Sequence[Any]) -> str:
        words = [c if isinstance(c, str) else "–" if c is None else short(c) for c in cells]
        return f"  {words[0]:{first}}" + "".join(f"{word:>13}" for word in words[1:])

    return [line(head), *map(line, rows)]


def say_to(stream: Any) -> Callable[[str], None]:
    """Progress, for whoever waits."""
    return lambda words: print(f"  … {words}", file=stream, flush=True)
