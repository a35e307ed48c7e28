"""A running shoe on a foot."""

import numpy as np

from content.pictures.canvas.camera import Camera
from content.pictures.canvas.outline import Rounds, hull, tube
from content.pictures.canvas.shapes import Shape
from content.pictures.figure.people import Appearance, darker
from content.pictures.posture.skeleton import ANKLE_HEIGHT, Body
from content.pictures.posture.space import FORWARD, UP, Array, Y

_ROWS = np.array(  # ahead of the ankle, half height, half width: metres
    (
        (-0.055, 0.030, 0.032),
        (-0.030, 0.045, 0.037),
        (0.030, 0.044, 0.039),
        (0.090, 0.034, 0.043),
        (0.140, 0.028, 0.042),
        (0.182, 0.022, 0.034),
    )
)
_SOLE = 0.011  # half as thick


def shoe(
    body: Body, side: str, camera: Camera, person: Appearance
) -> tuple[Rounds, tuple[Shape, ...]]:
    """The flesh of the foot and how it looks in its shoe."""
    ankle, frame = body.points[f"{side}.ankle"], body.frames[f"{side}.foot"]
    up = frame[:, UP]
    upper = _row(ankle, frame, _ROWS[:, 1] - ANKLE_HEIGHT + 0.014, _ROWS[:, 1], 1.0)
    thin = np.full(len(_ROWS), _SOLE)
    sole = _row(ankle, frame, thin - ANKLE_HEIGHT, thin, 1.03)
    collar = tube([ankle - 0.022 * up, ankle + 0.020 * up], [0.042, 0.040])
    line = darker(person.shoe, 0.78)
    shapes = (
        Shape(hull(camera, sole), person.sole, darker(person.sole, 0.85), 1.0),
        Shape(hull(camera, upper, collar), person.shoe, line, 1.6),
    )
    from_below = float(camera.depth(up)) < 0
    return upper, shapes[::-1] if from_below else shapes


def _row(ankle: Array, frame: Array, height: Array, thick: Array, wide: float) -> Rounds:
    centres = ankle + _ROWS[:, :1] * frame[:, FORWARD] + height[:, None] * frame[:, UP]
    centres[:, Y] = np.maximum(centres[:, Y], thick)  # a shoe bends on the floor
    axes = np.stack([thick, thick, _ROWS[:, 2] * wide], 1)
    return Rounds(centres, axes[:, None] * frame)
