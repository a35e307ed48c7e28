"""The progress picture: an SVG filled in from the figures, and its PNG."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import timedelta
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from content.charts.figures import Figures
from content.charts.shapes import calendar, columns, layout, lines, rows, year

MONTH = timedelta(weeks=4)
WIDTH_PX = 1280  # as wide as Telegram keeps a photo
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
BAR, CHART, TALL, TEST_TALL = 190, 320, 72, 70


def draw_chart(chart: Mapping[str, Any]) -> bytes:
    """The picture of a chart as messages carry it: its figures, and whether it is dark."""
    return draw(chart["figures"], dark=chart["dark"])


def draw(stored: dict[str, Any], *, dark: bool = False) -> bytes:
    """The picture as PNG, from figures as they are stored. It wants the library resvg-py."""
    import resvg_py

    with as_file(files("content") / "charts" / "fonts") as fonts:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg(Figures.of(stored), dark=dark),
                width=WIDTH_PX,
                skip_system_fonts=True,
                font_files=[str(each) for each in sorted(Path(fonts).glob("*.otf"))],
                font_family="Inter",
            )
        )


def svg(figures: Figures, *, dark: bool = False) -> str:
    """The drawing, with as many cards as there is something to show."""
    shape = layout(figures)
    return (
        _templates()
        .get_template("progress.svg.j2")
        .render(
            figures=figures,
            colour=DARK if dark else LIGHT,
            cells=tuple(calendar(figures, shape.weeks)),
            **asdict(shape),
            year=year(figures),
            rows=rows(figures, BAR),
            columns=columns(figures, CHART, TALL),
            lines=lines(figures, CHART, TEST_TALL),
            floor=BAR * figures.floor / (figures.ceiling * 1.1),
            ceiling=BAR / 1.1,
            month=sum(
                minutes for day, minutes in figures.minutes.items() if figures.today - day < MONTH
            ),
        )
    )


@cache
def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("content", "charts"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
