"""The results as a picture: deploy/images/bench.png, readable on a phone.

`python -m tests.bench.picture` draws bench/results.json again.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import resvg_py
from jinja2 import Environment, FileSystemLoader

from tests.bench.figures import short

HERE = Path(__file__).parent
PICTURE = HERE.parents[1] / "deploy/images/bench.png"
WIDTH = 1080

Sections = Mapping[str, Any]


@dataclass(frozen=True)
class Bar:
    """One line of a panel: `share` of the full width, and what is written behind it."""

    label: str
    value: float
    words: str
    ours: bool = False


@dataclass(frozen=True)
class Panel:
    title: str
    note: str
    bars: tuple[Bar, ...]

    @property
    def longest(self) -> float:
        return max(bar.value for bar in self.bars) or 1


def draw(results: Mapping[str, Any], out: Path = PICTURE) -> None:
    """Write the picture of the sections that are there."""
    drawings = Environment(loader=FileSystemLoader(HERE), autoescape=True, trim_blocks=True)
    panels = list(_panels(results["sections"]))
    drawing = drawings.get_template("picture.svg.j2").render(
        panels=panels, machine=results["machine"], verdict=verdict(results["sections"])
    )
    out.write_bytes(bytes(resvg_py.svg_to_bytes(svg_string=drawing, width=WIDTH)))


def verdict(sections: Sections) -> str:
    met = [goal["met"] for section in sections.values() for goal in section["goals"]]
    judged = [each for each in met if each is not None]
    return f"{sum(judged)} of {len(judged)} goals met"


def _panels(sections: Sections) -> Iterator[Panel]:
    makers = {
        "answers": _answers,
        "usual": _usual,
        "planner": _planner,
        "fanout": _fanout,
        "start": _start,
    }
    for name, make in makers.items():
        if name in sections:
            yield make(sections[name]["figures"])


def _answers(figures: Sections) -> Panel:
    names = {
        "stock PTB echo": "stock PTB, echo",
        "aiogram echo": "aiogram, echo",
        "our echo": "our transport, echo",
        "done on sqlite": "Limber “done”, SQLite",
        "done on postgresql": "Limber “done”, PostgreSQL",
    }
    bars = _bars(figures["near"], names, "{}/s")
    note = "200 people wait. An echo keeps nothing; a “done” is stored before it is answered."
    return Panel("Answers a second", note, bars)


def _usual(figures: Sections) -> Panel:
    contestants = figures["10000"]
    names = {
        "run_daily": "PTB run_daily",
        "run_daily without a limit": "… without misfire limit",
        "SQLAlchemyJobStore": "APScheduler, SQLite store",
        "limber on sqlite": "Limber, SQLite",
    }
    bars = tuple(
        Bar(
            label,
            (value := contestants[name]["start_s"] + contestants[name]["all_after_s"]),
            f"{short(value)} s" if contestants[name]["fired"] else "misses all",
            _is_ours(name),
        )
        for name, label in names.items()
    )
    note = (
        "10,000 reminders due at one moment: start, and until the last is handed over. "
        "Less is better."
    )
    return Panel("The usual way: one job for each runner", note, bars)


def _planner(figures: Sections) -> Panel:
    bars = tuple(
        Bar(
            f"{int(size):,} runners",
            each["per_s"],
            f"{each['per_s']:,.0f}/s · idle {each['idle_ms']:.2f} ms · {each['rss_mb']:.0f} MB",
            ours=True,
        )
        for size, each in figures["sqlite"].items()
    )
    note = "Reminders planned a second, durable, on SQLite; an idle heartbeat; memory."
    return Panel("From a thousand runners to a million", note, bars)


def _fanout(figures: Sections) -> Panel:
    bars = tuple(
        Bar(
            name.replace(" on", ",")
            .replace("sqlite", "SQLite")
            .replace("postgresql", "PostgreSQL"),
            each["per_s"] / each["budget"],
            f"{short(each['per_s'])}/s · {each['core_share']:.0%} of a core",
            ours=True,
        )
        for name, each in figures.items()
    )
    return Panel("Fan-out, Telegram 50 ms away", "How much of its budget leaves.", bars)


def _start(figures: Sections) -> Panel:
    names = {"stock PTB echo": "stock PTB, echo", "limber run": "limber run"}
    return Panel("Cold start", "From nothing to the first poll.", _bars(figures, names, "{} s"))


def _bars(figures: Mapping[str, float], names: Mapping[str, str], words: str) -> tuple[Bar, ...]:
    return tuple(
        Bar(label, figures[name], words.format(short(figures[name])), _is_ours(name))
        for name, label in names.items()
    )


def _is_ours(name: str) -> bool:
    return name.startswith(("done on", "limber"))


def main(arguments: Iterable[str]) -> None:
    results = next(iter(arguments), "bench/results.json")
    draw(json.loads(Path(results).read_text()))


if __name__ == "__main__":
    main(sys.argv[1:])
