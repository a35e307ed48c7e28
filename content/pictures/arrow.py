"""The arrow that shows the movement."""

from collections.abc import Sequence

import numpy as np

from content.pictures.canvas.camera import Camera
from content.pictures.canvas.outline import spline
from content.pictures.canvas.shapes import Shape
from content.pictures.palette import ORANGE, WHITE
from content.pictures.posture.pose import Arrow
from content.pictures.posture.skeleton import Body
from content.pictures.posture.space import Array

SHORT, LONG = 82.0, 175.0  # pixels
_TURN = np.radians(np.linspace(-150, 130, 40))  # most of the way around, with the sheet's hands
RING = np.stack([np.cos(_TURN), np.sin(_TURN)], 1)


def arrow(wanted: Arrow, way: Sequence[Body], camera: Camera) -> Shape:
    """Along the way of a place through those bodies, or where its author points it."""
    shift = camera.scale * np.array([wanted.shift[0], -wanted.shift[1]])
    seen = np.array([camera.flat(body.middle(wanted.at)) for body in way])
    if wanted.round is not None:
        curve = seen[-1] + wanted.round / 2 * camera.scale * RING
    else:
        curve = _pointed(wanted, camera, seen[-1]) if wanted.dir is not None else _sized(seen)
    return Shape((_outline(_bent(curve, wanted) + shift),), ORANGE, WHITE, 5.0)


def _pointed(wanted: Arrow, camera: Camera, at: Array) -> Array:
    angle = np.radians(wanted.dir or 0)
    reach = camera.scale * (wanted.length or 0.26) * np.array([np.cos(angle), -np.sin(angle)])
    return at + np.linspace(0, 1, 24)[:, None] * reach


def _sized(seen: Array) -> Array:
    """The same way, neither too short to see nor so long that it hides the runner."""
    size = float(np.linalg.norm(np.diff(seen, axis=0), axis=1).sum()) + 1e-6
    fits = min(max(size, SHORT), LONG) / size
    middle = seen[len(seen) // 2] if fits < 1 else seen[-1]
    curve = middle + (seen - middle) * fits
    return spline(curve, 4)


def _bent(curve: Array, wanted: Arrow) -> Array:
    along = curve[-1] - curve[0]
    share = np.linspace(0, 1, len(curve))[:, None]
    bow = 4 * share * (1 - share) * np.array([along[1], -along[0]])
    bent: Array = curve + wanted.bend * 0.5 * bow
    return bent


def _outline(curve: Array) -> Array:
    """Thin at the tail, with a head at the end."""
    steps = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(curve, axis=0), axis=1))])
    even = np.linspace(0, steps[-1], 30)
    line = np.stack([np.interp(even, steps, axis) for axis in curve.T], 1)
    along = np.gradient(line, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
    beside = np.stack([along[:, 1], -along[:, 0]], 1)
    neck = int(np.searchsorted(even, max(even[-1] - 30, even[-1] * 0.4)))
    width = np.linspace(4, 10, 30)[:, None]
    left, right = line + beside * width, line - beside * width
    out = beside[neck] * 24
    barbs = [line[neck] + out, line[-1] + along[-1] * 8, line[neck] - out]
    return np.concatenate([left[: neck + 1], barbs, right[: neck + 1][::-1]])
