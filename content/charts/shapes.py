"""Where everything of the progress picture stands, in its own units. No words, no colours."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from content.coaching.review.figures import ProgressFigures
from content.coaching.soreness import HIGHEST, Light, light

A_DAY = timedelta(days=1)
# In units of a picture 440 wide: on a phone of 390 points, 13 of them are letters of 11 and a half.
CELL, STEP, ROW = 44, 54, 40
MOST_WEEKS, YEAR_WEEKS = 4, 53
GAP, TOP = 10, 142  # between cards; where the first one begins
AROUND_WEEKS, AROUND_BARS, NO_BARS = 108, 62, 74
BAR_ROW, SORE_TALL, TEST_TALL, YEAR_TALL = 32, 148, 140, 104
YEAR_STEP = 7.1
YEAR_FROM = 8  # weeks of history from which the year is worth a look
SORE_DAYS = 21
MUCH = 8  # minutes that make a day's colour the fullest
MOST_BARS = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """A day: where it stands, how full it was (0 to 3), and what else it is."""

    x: float
    y: float
    day: date
    level: int
    kind: str = "open"  # open, excused, ahead, today


@dataclass(frozen=True, slots=True)
class Column:
    """A bar that stands on the ground."""

    x: float
    y: float
    height: float
    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """An area with a bar for each side, and whether it has its minutes."""

    y: float
    name: str
    left: float
    right: float
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Line:
    """A side's test results as a path, with its last point."""

    path: str
    x: float
    y: float
    index: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each card begins, one below the other, and how many weeks the calendar has."""

    weeks: int
    bars: int
    sore: int
    tests: int
    year_top: int
    bottom: int


def layout(figures: ProgressFigures) -> Layout:
    """The cards that there is something to show in."""
    weeks = _weeks(figures)
    shown = min(len(figures.bars), MOST_BARS)
    bars = TOP + AROUND_WEEKS + weeks * ROW + GAP
    sore = bars + (AROUND_BARS + shown * BAR_ROW if shown else NO_BARS) + GAP
    tests = sore + (SORE_TALL if _sore(figures) else NO_BARS) + GAP
    year_top = tests + (TEST_TALL + GAP if figures.trials else 0)
    bottom = year_top + (YEAR_TALL + GAP if year(figures) else 0)
    return Layout(weeks, bars, sore, tests, year_top, bottom + 6)


def _sore(figures: ProgressFigures) -> bool:
    """Was soreness told in the days that are shown?"""
    return any(figures.today - day < timedelta(days=SORE_DAYS) for day in figures.sore)


def _weeks(figures: ProgressFigures) -> int:
    """The last weeks, none before the runner came."""
    there = (_monday(figures.today) - _monday(figures.since)).days // 7 + 1
    return min(max(there, 1), MOST_WEEKS)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def calendar(figures: ProgressFigures, weeks: int) -> Iterator[Cell]:
    """The last weeks, Monday to Sunday; days before the runner came are no empty boxes."""
    first = _monday(figures.today) - timedelta(weeks=weeks - 1)
    for n in range(weeks * 7):
        day = first + n * A_DAY
        if day >= figures.since:
            x, y = n % 7 * STEP, n // 7 * ROW
            yield Cell(x, y, day, _level(figures, day), _kind(figures, day))


def year(figures: ProgressFigures) -> tuple[Cell, ...]:
    """The last 53 weeks, a column each; nothing before there is enough to see."""
    first_logged = min(figures.days, default=figures.today)
    if figures.today - first_logged < timedelta(weeks=YEAR_FROM):
        return ()
    first = _monday(figures.today) - timedelta(weeks=YEAR_WEEKS - 1)
    days = (first + n * A_DAY for n in range(YEAR_WEEKS * 7))
    return tuple(
        Cell(n // 7 * YEAR_STEP, n % 7 * YEAR_STEP, day, _level(figures, day), _kind(figures, day))
        for n, day in enumerate(days)
        if figures.since <= day <= figures.today
    )


def rows(figures: ProgressFigures, width: float) -> tuple[Row, ...]:
    """The areas with most minutes this week, on a scale that ends a little past the ceiling."""
    scale = width / (figures.ceiling * 1.1)
    most = sorted(figures.bars, key=lambda bar: -(bar.left + bar.right))[:MOST_BARS]
    return tuple(
        Row(
            y=n * BAR_ROW,
            name=bar.area,
            left=bar.left * scale,
            right=bar.right * scale,
            text=sides(bar.left, bar.right),
            kind="full" if min(bar.left, bar.right) >= figures.floor else "short",
        )
        for n, bar in enumerate(most)
    )


def columns(
    today: date, sore: Mapping[date, float], width: float, height: float, days: int = SORE_DAYS
) -> tuple[Column, ...]:
    """Soreness of the last days, in the colours of the traffic light."""
    step = width / days
    first = today - (days - 1) * A_DAY
    told = ((n, sore.get(first + n * A_DAY)) for n in range(days))
    return tuple(
        Column(n * step, height - _tall(amount, height), _tall(amount, height), _light(amount))
        for n, amount in told
        if amount is not None
    )


def lines(figures: ProgressFigures, width: float, height: float) -> dict[str, Line]:
    """The tests of both sides over time; a single one is a point."""
    trials = figures.trials
    if not trials:
        return {}
    values = [each for trial in trials for each in (trial.left, trial.right)]
    low, high = min(*values, 0), max(*values, 20)
    span = max((trials[-1].day - trials[0].day).days, 1)

    def point(day: date, value: float) -> tuple[float, float]:
        x = width * (day - trials[0].day).days / span if trials[1:] else width / 2
        return round(x, 1), round(height * (high - value) / (high - low), 1)

    return {
        side: _line([point(trial.day, getattr(trial, side)) for trial in trials], trials, side)
        for side in ("left", "right")
    }


def _line(points: Sequence[tuple[float, float]], trials: Sequence[object], side: str) -> Line:
    path = "M" + " L".join(f"{x} {y}" for x, y in points)
    return Line(path, *points[-1], getattr(trials[-1], side))


def sides(left: float, right: float) -> str:
    """Both sides in minutes; once, where they are alike."""
    one, other = f"{left:.1f}".removesuffix(".0"), f"{right:.1f}".removesuffix(".0")
    return one if one == other else f"{one} | {other}"


def _tall(amount: float, height: float) -> float:
    return max(height * amount / HIGHEST, 3)


def _light(amount: float) -> str:
    return (light(amount) or Light.GO).value


def _level(figures: ProgressFigures, day: date) -> int:
    status = figures.days.get(day)
    if status == "partial":
        return 1
    if status != "done":
        return 0
    return 3 if figures.minutes.get(day, 0) >= MUCH else 2


def _kind(figures: ProgressFigures, day: date) -> str:
    if day == figures.today:
        return "today"
    if day > figures.today:
        return "ahead"
    return "excused" if figures.days.get(day) == "excused" else "open"
