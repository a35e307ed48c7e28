"""From metres in space to pixels on the sheet."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from content.pictures.posture.pose import View
from content.pictures.posture.space import Array, X, Y, turn

WIDTH, HEIGHT = 1000, 750
FLOOR = 0.25  # share of the free height that is left below


class Box(NamedTuple):
    """A part of the sheet, in pixels."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Camera:
    """Looks straight ahead, without perspective, so that lengths compare."""

    matrix: Array
    scale: float  # pixels for a metre
    middle: Array  # where the middle of the world is on the sheet

    def flat(self, points: Array) -> Array:
        seen = np.asarray(points) @ self.matrix.T
        flat: Array = self.middle + self.scale * seen[..., :2] * np.array([1.0, -1.0])
        return flat

    def depth(self, points: Array) -> Array:
        """How near points are, in metres; more is nearer."""
        found: Array = (np.asarray(points) @ self.matrix.T)[..., 2]
        return found


def camera(view: View, points: Array, frame: Box) -> Camera:
    """A camera with that view, such that all points lie inside the frame."""
    matrix = turn(X, view.tilt) @ turn(Y, view.turn)
    plain = Camera(matrix, 1.0, np.zeros(2)).flat(points)
    low, high = plain.min(0), plain.max(0)
    room = np.array([frame.right - frame.left, frame.bottom - frame.top])
    scale = float(min(*(room / (high - low)), 430.0))
    centre = np.array([frame.left + frame.right, frame.top + frame.bottom]) / 2
    middle = centre - scale * (low + high) / 2
    slack = room[1] - scale * (high[1] - low[1])
    middle[1] += (0.5 - FLOOR) * slack  # what is low lies rather low
    return Camera(matrix, scale, middle)
