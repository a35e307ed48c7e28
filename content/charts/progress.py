"""The progress picture: an SVG filled in from the figures, and its PNG."""

from collections.abc import Iterator
from typing import Any

from content.charts.drawing import fill, png
from content.charts.shapes import calendar, columns, layout, lines, rows, year
from content.coaching.review.figures import ProgressFigures

WIDTH_PX = 1080  # what a phone of 390 points shows, nearly
LIGHT = {
    "ground": "#eaf3f0", "card": "#ffffff", "line": "#e3e9ee", "text": "#14213d",
    "muted": "#5f6f80", "level": ("#eef1f5", "#bfe6dd", "#59c2b2", "#169c8c"),
    "on": ("#7c8a99", "#14574e", "#0c3a34", "#ffffff"), "excused": "#cfdcf3", "ahead": "#f7f9fb",
    "today": "#f58220", "full": "#169c8c", "short": "#f2b263", "go": "#9fd9ae",
    "ease": "#fbbf6b", "stop": "#fa8b72", "left": "#169c8c", "right": "#4c5cb3",
}  # fmt: skip
DARK = {
    "ground": "#0e161d", "card": "#18232d", "line": "#2a3844", "text": "#edf3f7",
    "muted": "#9bacbb", "level": ("#243140", "#1f544f", "#24887c", "#3cc0ae"),
    "on": ("#8496a6", "#c5efe7", "#ffffff", "#06231f"), "excused": "#33456b", "ahead": "#1c2833",
    "today": "#ff9d45", "full": "#3cc0ae", "short": "#d99a45", "go": "#4f9e67",
    "ease": "#d79a3e", "stop": "#d9624a", "left": "#3cc0ae", "right": "#8f9ef0",
}  # fmt: skip
BAR, CHART, TALL, TEST_TALL = 176, 346, 66, 64


def draw(stored: dict[str, Any], *, dark: bool = False) -> bytes:
    """The picture as PNG, from figures as they are stored. It wants the library resvg-py."""
    return png(svg(ProgressFigures.of(stored), dark=dark), WIDTH_PX)


def svg(figures: ProgressFigures, *, dark: bool = False) -> str:
    """The drawing, with as many cards as there is something to show."""
    shape = layout(figures)
    return fill(
        "progress.svg.j2",
        figures=figures,
        colour=DARK if dark else LIGHT,
        cells=tuple(calendar(figures, shape.weeks)),
        place=shape,
        tiles=tuple(tiles(figures)),
        year=year(figures),
        rows=rows(figures, BAR),
        columns=columns(figures.today, figures.sore, CHART, TALL),
        lines=lines(figures, CHART, TEST_TALL),
        floor=BAR * figures.floor / (figures.ceiling * 1.1),
        ceiling=BAR / 1.1,
    )


def tiles(figures: ProgressFigures) -> Iterator[tuple[str, int]]:
    """The few numbers on top by name, none but the week's while it is nought.

    Weeks in a row are None where they are not wanted.
    """
    if figures.streak:
        yield "streak", figures.streak
    yield "week", figures.done
    if figures.month:
        yield "month", figures.month
    if figures.in_reach and figures.left and figures.reserve:
        yield "reserve", figures.reserve
