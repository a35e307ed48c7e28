"""The mat: as large as what the body needs of the floor."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from content.pictures.canvas.camera import Camera
from content.pictures.canvas.outline import union
from content.pictures.canvas.shapes import Shape
from content.pictures.figure.people import darker, lighter
from content.pictures.palette import MAT, SHADOW
from content.pictures.posture.space import Array, vector

THICK, CORNER = 0.026, 0.06  # metres
LEAST = (0.75, 0.40)  # half its length and width


@dataclass(frozen=True, slots=True)
class Mat:
    """A rectangle on the floor: its middle, half its length along x and half its width along z."""

    x: float
    z: float
    long: float
    wide: float

    def corners(self) -> Array:
        signs = [(a, b) for a in (-1, 1) for b in (-1, 1)]
        return np.array([(self.x + a * self.long, 0.0, self.z + b * self.wide) for a, b in signs])

    def shapes(self, camera: Camera) -> Iterator[Shape]:
        """Its shadow, its edge and its top with a seam."""
        edge = union([self._flat(camera, -y) for y in np.linspace(0, THICK, 6)])
        yield Shape((self._flat(camera, -0.045),), SHADOW, opacity=0.16, blur=8.0)
        yield Shape(edge, darker(MAT, 0.76))
        yield Shape((self._flat(camera, 0.0),), MAT)
        inner = replace(self, long=self.long - 0.05, wide=self.wide - 0.05)
        yield Shape((inner._flat(camera, 0.0),), lighter(MAT, 0.1))

    def _flat(self, camera: Camera, y: float) -> Array:
        """Its outline with round corners, at a height."""
        turns = np.radians(np.arange(0, 360, 9))
        away = np.stack([np.cos(turns), np.zeros(len(turns)), np.sin(turns)], 1)
        straight = vector(self.long - CORNER, 0, self.wide - CORNER)
        return camera.flat(
            np.sign(np.round(away, 6)) * straight + CORNER * away + vector(self.x, y, self.z)
        )


def mat_under(ground: Array) -> Mat:
    """A mat on which all of that lies."""
    low, high = ground.min(0), ground.max(0)
    middle, half = (low + high) / 2, (high - low) / 2
    long, wide = max(half[0] + 0.08, LEAST[0]), max(half[2] + 0.06, LEAST[1])
    return Mat(float(middle[0]), float(middle[2]), float(long), float(wide))
