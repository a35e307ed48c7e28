"""The progress picture in every state and both colours, and what it says of a week."""

from dataclasses import replace
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from content.charts.progress import draw, svg, tiles
from content.charts.shapes import calendar, layout, year
from content.coaching.mobility_test.hip_extension import OffTheTape, index, result
from content.coaching.review.figures import Bar, MobilityResult, ProgressFigures
from content.coaching.review.findings import finding

TODAY = date(2026, 11, 27)
EMPTY = ProgressFigures(
    TODAY, TODAY - timedelta(days=400), {}, {}, {}, (), (), 0, 0, 5, 2, 0, 5, 10, 5
)


def days(count: int) -> ProgressFigures:
    """That many days back, with all there is to show."""
    back = [TODAY - timedelta(days=n) for n in range(count)]
    kinds = ("done", "partial", "excused", "done", "done")
    return replace(
        EMPTY,
        days={day: kinds[n % 5] for n, day in enumerate(back) if n % 6},
        minutes={day: 3 + n % 9 for n, day in enumerate(back)},
        sore={day: n % 8 for n, day in enumerate(back)},
        bars=(Bar("hip flexors", 6, 6), Bar("glutes", 4.5, 3)),
        trials=tuple(MobilityResult(day, n, n + 1) for n, day in enumerate(back[::20][::-1])),
        done=3,
        streak=2,
        strength=1,
    )


STATES = {"empty": EMPTY, "first-week": days(3), "month": days(30), "year": days(360)}


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("state", STATES)
def test_every_state_can_be_drawn(state: str, dark: bool) -> None:
    figures = STATES[state]
    ElementTree.fromstring(svg(figures, dark=dark))  # noqa: S314 - our own drawing
    assert draw(figures.stored(), dark=dark).startswith(b"\x89PNG")
    assert ("The last year" in svg(figures)) is (state == "year")
    assert ProgressFigures.of(figures.stored()) == figures


PHONE, LEGIBLE = 390, 11  # pixels: how wide a phone is, how tall letters have to be


@pytest.mark.parametrize("state", STATES)
def test_every_letter_is_legible_on_a_phone(state: str) -> None:
    drawing = ElementTree.fromstring(svg(STATES[state]))  # noqa: S314 - our own drawing
    wide = float(drawing.attrib["viewBox"].split()[2])
    sizes = [
        float(each.attrib["font-size"]) for each in drawing.iter() if "font-size" in each.attrib
    ]
    assert min(sizes) * PHONE / wide >= LEGIBLE


def test_days_before_somebody_came_are_no_boxes() -> None:
    wednesday = TODAY - timedelta(days=2)
    came = replace(days(3), since=wednesday)
    assert [each.day.day for each in calendar(came, layout(came).weeks)] == [
        25,
        26,
        27,
        28,
        29,
    ]
    veteran = replace(days(360), since=TODAY - timedelta(days=359))
    assert len(year(veteran)) == 360


def test_no_number_on_top_is_a_nought_but_the_weeks() -> None:
    assert [*tiles(replace(EMPTY, reserve=0))] == [("week", 0)]
    assert [name for name, _ in tiles(replace(days(30), done=5))] == ["streak", "week", "month"]
    assert "reserve" not in dict(tiles(replace(EMPTY, reserve=2, in_reach=False)))
    assert dict(tiles(replace(EMPTY, reserve=2)))["reserve"] == 2


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"done": 0, "bars": ()}, "quiet"),
        ({"sore": {TODAY: 4}}, "sore"),
        ({"sore": {TODAY - timedelta(days=8): 6}, "strength": 1}, "strength"),
        ({"bars": (Bar("quads", 4, 3),)}, "short"),
        ({"done": 5}, "full"),
        ({}, "steady"),
    ],
)
def test_the_week_shows_one_thing(changes: dict[str, object], key: str) -> None:
    good = replace(EMPTY, done=4, strength=2, bars=(Bar("quads", 6, 6),))
    assert finding(replace(good, **changes)).key == key  # type: ignore[arg-type]


def test_a_tape_gives_an_index() -> None:
    assert result([(40, 60, 56), (40, 60, 55), (40, 60, 55)]) == pytest.approx(7.2)
    assert index(40, 55, 60) == pytest.approx(-7.18, abs=0.01)


@pytest.mark.parametrize(
    "lengths", [(10, 60, 58), (99, 60, 58), (40, 60, 39), (40, 60, 85), (40, 5, 5), (40, 160, 155)]
)
def test_lengths_that_no_leg_has_are_refused(lengths: tuple[float, float, float]) -> None:
    with pytest.raises(OffTheTape):
        index(*lengths)
