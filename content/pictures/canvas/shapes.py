"""What a picture is made of: flat shapes with a fill, in the order in which they are painted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape

import numpy as np

from content.pictures.canvas.camera import HEIGHT, WIDTH, Box
from content.pictures.canvas.outline import Loops
from content.pictures.palette import BLOB, PAPER, SHADOW

REACH = 3  # a blur of one pixel is seen so many pixels around
_BLOB = "M125 390C100 210 275 58 500 66S918 190 892 416 750 666 492 670 150 585 125 390Z"  # soft
BADGE = 40  # pixels from the corner of a panel to the middle of its number


class Mark(StrEnum):
    """What stands in the corner of a panel, as lines: there are no fonts where we draw."""

    NONE = ""
    FIRST = "M-6 -7L1 -12V12"
    SECOND = "M-7 -5A7.5 7.5 0 1 1 6 0L-8 11.5H9"
    HELD = "M0 -12.5A12.5 12.5 0 1 1 -0.1 -12.5M0 -7V0L5 4M-4 -18H4"  # a stop-watch


@dataclass(frozen=True, slots=True)
class Shape:
    """`line` is drawn around the fill, `clip` is what may be seen, `blur` is in pixels."""

    loops: Loops
    fill: str
    line: str | None = None
    width: float = 2.0
    opacity: float = 1.0
    blur: float = 0.0
    clip: Loops = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """One view of the runner, and its part of the sheet."""

    box: Box
    shapes: Sequence[Shape]
    mark: Mark = Mark.NONE


def document(panels: Sequence[Panel], mirrored: bool) -> str:
    """The whole sheet as SVG. Each panel is mirrored in its own place, so that the first stays
    first."""
    drawn = [_panel(number, panel, mirrored) for number, panel in enumerate(panels, 1)]
    marks = [_badge(panel) for panel in panels if panel.mark]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
        f"{''.join(drawn)}{''.join(marks)}</svg>"
    )


def _panel(number: int, panel: Panel, mirrored: bool) -> str:
    box = panel.box
    seen = [(f"{number}-{index}", s) for index, s in enumerate(panel.shapes) if s.loops]
    blurs = [_blur(name, shape) for name, shape in seen if shape.blur]
    clips = [_clip(name, shape) for name, shape in seen if shape.clip]
    turned = f' transform="matrix(-1 0 0 1 {_number(box.left + box.right)} 0)"' if mirrored else ""
    wide, high = (box.right - box.left) / WIDTH, (box.bottom - box.top) / HEIGHT
    blob = f"translate({_number(box.left)} {_number(box.top)}) scale({wide:g} {high:g})"
    return (
        f"<defs>{''.join([*blurs, *clips])}</defs>"
        f'<g{turned}><path d="{_BLOB}" transform="{blob}" fill="{BLOB}"/>'
        f"{''.join(_path(name, shape) for name, shape in seen)}</g>"
    )


def _badge(panel: Panel) -> str:
    place = f"translate({_number(panel.box.left + BADGE)} {_number(panel.box.top + BADGE)})"
    return (
        f'<g transform="{place}"><circle r="24" fill="{SHADOW}"/><path d="{panel.mark}"'
        f' fill="none" stroke="{PAPER}" stroke-width="5" stroke-linejoin="round"/></g>'
    )


def _path(name: str, shape: Shape) -> str:
    looks = {"fill": shape.fill}
    if shape.line:
        looks |= {"stroke": shape.line, "stroke-width": _number(2 * shape.width)}
        looks |= {"stroke-linejoin": "round", "paint-order": "stroke"}
    if shape.opacity < 1:
        looks["opacity"] = f"{shape.opacity:.2f}"
    if shape.blur:
        looks["filter"] = f"url(#blur{name})"
    drawn = f'<path d="{_data(shape.loops)}" {_attributes(looks.items())}/>'
    return f'<g clip-path="url(#clip{name})">{drawn}</g>' if shape.clip else drawn


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return " ".join(f'{name}="{escape(value)}"' for name, value in pairs)


def _clip(name: str, shape: Shape) -> str:
    return f'<clipPath id="clip{name}"><path d="{_data(shape.clip)}"/></clipPath>'


def _blur(name: str, shape: Shape) -> str:
    """As far around as it is seen: what lies beyond would take most of the time of a picture."""
    points = np.concatenate(shape.loops)
    low, high = points.min(0) - REACH * shape.blur, points.max(0) + REACH * shape.blur
    place = zip(("x", "y", "width", "height"), map(_number, (*low, *(high - low))), strict=True)
    return (
        f'<filter id="blur{name}" filterUnits="userSpaceOnUse" {_attributes(place)}'
        f' color-interpolation-filters="sRGB">'
        f'<feGaussianBlur stdDeviation="{_number(shape.blur)}"/></filter>'
    )


def _data(loops: Loops) -> str:
    return "".join(
        "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in loop) + "Z" for loop in loops
    )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
