"""The sheet for a physio: one page of A4, dark on white, so that it can be printed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Any

from content.charts.drawing import fill, png
from content.charts.legible import legible
from content.charts.shapes import columns, sides
from content.coaching.review.history import Complaint, PhysioHistory

WIDE, TALL = 800, 1131  # A4
WIDTH_PX = 1654  # 200 dots to the inch
INNER, TABLE = 704, 200
SORE_DAYS, SORE_TALL = 42, 72
COMPLAINTS, NOTES, AREAS, TRIALS = 4, 3, 6, 3  # the most that find room
NAMED, ANSWERS = 4, 2  # areas and answers that go into the line below a quote
LINE, LINES, WORDS, NAME = 88, 2, 170, 32  # signs in a line, lines of a quote, signs in all
FACT, FOOT, PLAN = 100, 50, 82
HEAD, QUOTE, META, ROW, GAP = 40, 19, 24, 20, 8


@dataclass(frozen=True, slots=True)
class Quote:
    """A complaint on the page: its words in lines, and where the first of them stands."""

    y: float
    lines: tuple[str, ...]
    told: Complaint


@dataclass(frozen=True, slots=True)
class Page:
    """Where each part begins, and the complaints in their places."""

    quotes: tuple[Quote, ...]
    notes: float
    sore: float
    done: float
    tests: float
    plan: float


def draw(stored: Mapping[str, Any]) -> bytes:
    """The sheet as PNG, from what it tells as it is stored. It wants the library resvg-py."""
    return png(svg(PhysioHistory.of(stored)), WIDTH_PX)


def svg(history: PhysioHistory) -> str:
    return fill(
        "sheet.svg.j2",
        told=history,
        name=legible(history.name, NAME),
        page=layout(history),
        notes=[(day, legible(note, LINE)) for day, note in history.notes[:NOTES]],
        columns=columns(history.today, history.sore, INNER - 24, SORE_TALL, SORE_DAYS),
        weeks=[(week, TABLE + n * _step(history)) for n, week in enumerate(history.weeks)],
        areas=areas(history),
        sides=sides,
        trials=history.trials[-TRIALS:],
        tall=TALL,
        named=NAMED,
        latest=ANSWERS,
        facts=[(name, legible(value, FACT)) for name, value in history.facts[: room(history)]],
    )


def _step(history: PhysioHistory) -> float:
    return (INNER - TABLE) / max(len(history.weeks), 1)


def room(history: PhysioHistory) -> int:
    """How many lines of what else was told fit below plan and background."""
    return max(int((TALL - FOOT - _background(history)) // ROW), 0)


def _background(history: PhysioHistory) -> float:
    """Where plan and background end."""
    return layout(history).plan + PLAN + (len(history.about) + 1) // 2 * ROW


def areas(history: PhysioHistory) -> list[str]:
    """Those with the most minutes, the fullest first."""
    total: dict[str, float] = {}
    for week in history.weeks:
        for area, minutes in week.minutes.items():
            total[area] = total.get(area, 0) + sum(minutes)
    return sorted(total, key=lambda area: (-total[area], area))[:AREAS]


def layout(history: PhysioHistory) -> Page:
    """One part below the other, each as tall as what it tells."""
    quotes = tuple(_quotes(history.complaints[:COMPLAINTS], 128 + HEAD))
    end = quotes[-1].y + len(quotes[-1].lines) * QUOTE + META if quotes else 128 + HEAD + META
    notes, told = end, min(len(history.notes), NOTES)
    sore = notes + told * ROW + (12 if told else 0)
    done = sore + HEAD + SORE_TALL + 34
    tests = done + HEAD + (3 + len(areas(history))) * ROW + GAP
    plan = tests + (
        HEAD + (1 + min(len(history.trials), TRIALS)) * ROW + GAP if history.trials else 0
    )
    return Page(quotes, notes, sore, done, tests, plan)


def _quotes(complaints: Sequence[Complaint], y: float) -> list[Quote]:
    found: list[Quote] = []
    for each in complaints:
        lines = tuple(wrap(legible(f"“{each.words}”", WORDS), LINE)[:LINES])
        found.append(Quote(y, lines, each))
        y += len(lines) * QUOTE + META
    return found
