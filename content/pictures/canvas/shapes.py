"""What a picture is made of: flat shapes with a fill, in the order in which they are painted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import numpy as np

from content.pictures.canvas.camera import HEIGHT, WIDTH
from content.pictures.canvas.outline import Loops
from content.pictures.palette import BLOB, PAPER

REACH = 3  # a blur of one pixel is seen so many pixels around
_BLOB = "M125 390C100 210 275 58 500 66S918 190 892 416 750 666 492 670 150 585 125 390Z"  # soft


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


def document(shapes: Sequence[Shape], mirrored: bool) -> str:
    """The whole sheet as SVG."""
    seen = [*enumerate(shape for shape in shapes if shape.loops)]
    blurs = [_blur(index, shape) for index, shape in seen if shape.blur]
    clips = [_clip(index, shape) for index, shape in seen if shape.clip]
    defs = "".join([*blurs, *clips])
    drawn = "".join(_path(index, shape) for index, shape in seen)
    turned = f' transform="matrix(-1 0 0 1 {WIDTH} 0)"' if mirrored else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}"><defs>{defs}</defs>'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{PAPER}"/>'
        f'<g{turned}><path d="{_BLOB}" fill="{BLOB}"/>{drawn}</g></svg>'
    )


def _path(index: int, shape: Shape) -> str:
    looks = {"fill": shape.fill}
    if shape.line:
        looks |= {"stroke": shape.line, "stroke-width": _number(2 * shape.width)}
        looks |= {"stroke-linejoin": "round", "paint-order": "stroke"}
    if shape.opacity < 1:
        looks["opacity"] = f"{shape.opacity:.2f}"
    if shape.blur:
        looks["filter"] = f"url(#blur{index})"
    drawn = f'<path d="{_data(shape.loops)}" {_attributes(looks.items())}/>'
    return f'<g clip-path="url(#clip{index})">{drawn}</g>' if shape.clip else drawn


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return " ".join(f'{name}="{escape(value)}"' for name, value in pairs)


def _clip(index: int, shape: Shape) -> str:
    return f'<clipPath id="clip{index}"><path d="{_data(shape.clip)}"/></clipPath>'


def _blur(index: int, shape: Shape) -> str:
    """As far around as it is seen: what lies beyond would take most of the time of a picture."""
    points = np.concatenate(shape.loops)
    low, high = points.min(0) - REACH * shape.blur, points.max(0) + REACH * shape.blur
    place = zip(("x", "y", "width", "height"), map(_number, (*low, *(high - low))), strict=True)
    return (
        f'<filter id="blur{index}" filterUnits="userSpaceOnUse" {_attributes(place)}'
        f' color-interpolation-filters="sRGB">'
        f'<feGaussianBlur stdDeviation="{_number(shape.blur)}"/></filter>'
    )


def _data(loops: Loops) -> str:
    return "".join(
        "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in loop) + "Z" for loop in loops
    )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
