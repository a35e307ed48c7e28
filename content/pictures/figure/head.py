"""The head: skull, face and hair."""

from collections.abc import Iterator, Sequence

import numpy as np

from content.pictures.canvas.camera import Camera
from content.pictures.canvas.outline import Loops, Rounds, balls, hull, tube
from content.pictures.canvas.shapes import Shape
from content.pictures.figure.people import Appearance, darker
from content.pictures.palette import INK, MOUTH
from content.pictures.posture.skeleton import Body
from content.pictures.posture.space import Array, vector

# How far a face looks at us, as a cosine: away, just in profile, towards us, straight at us.
AWAY, PROFILE, TOWARDS, FULL = -0.35, -0.2, 0.4, 0.62
EDGE = 0.1  # how far an ear must be turned to us to be seen
Row = tuple[float, float, float, float, float, float]  # ahead, up, right; half depth, height, width

_HAIR: dict[str, tuple[Row, ...]] = {
    "short": ((-0.022, 0.026, 0, 0.098, 0.104, 0.084),),
    "tail": ((-0.020, 0.022, 0, 0.104, 0.112, 0.088),),
    "bun": ((-0.020, 0.022, 0, 0.102, 0.110, 0.087),),
    "curls": ((-0.026, 0.036, 0, 0.116, 0.120, 0.106),),
    "bob": ((-0.020, 0.020, 0, 0.108, 0.114, 0.093),),
}


class Head:
    """Draws in the frame of a head: ahead, up and to the right of its middle."""

    def __init__(self, body: Body, camera: Camera, person: Appearance) -> None:
        self.middle, self.frame = body.points["head"], body.frames["head"]
        self.body, self.camera, self.person = body, camera, person
        self.faces = float(camera.depth(self.frame[:, 0]))  # 1 looks at us, -1 away

    def shapes(self) -> Iterator[Shape]:
        """Back to front."""
        hair = self.person.hair
        seen_from_behind = self.faces < AWAY
        back, skull = self._back(), self._face()
        yield Shape(hull(self.camera, self._rows(_HAIR[self.person.style])), hair)
        if back and not seen_from_behind:
            yield Shape(hull(self.camera, *back), hair)
        yield Shape(skull, self.person.skin, self.person.skin_line, 1.3)
        yield from self._features()
        yield Shape(hull(self.camera, *self._fringe()), hair)
        yield from self._ears()
        if seen_from_behind:
            yield Shape(hull(self.camera, self._rows(((-0.02, 0.01, 0, 0.1, 0.112, 0.09),))), hair)
            yield Shape(hull(self.camera, *back), hair, darker(hair, 0.8), 1.5)

    def _at(self, ahead: float, up: float, right: float) -> Array:
        found: Array = self.middle + self.frame @ vector(ahead, up, right)
        return found

    def _rows(self, rows: Sequence[Row]) -> Rounds:
        numbers = np.array(rows)
        centres = self.middle + numbers[:, :3] @ self.frame.T
        return Rounds(centres, numbers[:, None, 3:] * self.frame)

    def _face(self) -> Loops:
        jaw = self._rows(
            ((0.014, -0.002, 0, 0.080, 0.090, 0.073), (0.040, -0.076, 0, 0.038, 0.032, 0.036))
        )
        nose = balls(
            [self._at(0.080, 0.006, 0), self._at(0.098, -0.022, 0), self._at(0.082, -0.034, 0)],
            [0.011, 0.011, 0.011],
        )
        return hull(self.camera, jaw, nose)

    def _features(self) -> Iterator[Shape]:
        ink = darker(self.person.skin, 0.72)
        if self.faces > TOWARDS:
            nose = [self._at(0.092, 0.004, 0.0), self._at(0.103, -0.024, 0.0)]
            yield self._stroke([*nose, self._at(0.098, -0.031, 0.012)], 0.0035, ink)
        for right in (-0.030, 0.030):
            if self._in_sight(right):
                eye = self._rows(((0.074, 0.010, right, 0.006, 0.011, 0.007),))
                yield Shape(hull(self.camera, eye), INK)
                arch = ((0.080, 0.036, -0.014), (0.085, 0.040, 0.0), (0.080, 0.036, 0.014))
                brow = [self._at(ahead, up, right + out) for ahead, up, out in arch]
                yield self._stroke(brow, 0.0035, self.person.hair)
        if self.faces > PROFILE:
            mouth = [(0.072, -0.056, -0.016), (0.082, -0.061, 0.0), (0.072, -0.056, 0.016)]
            seen = [self._at(*place) for place in mouth]
            yield self._stroke(seen if self.faces > TOWARDS else seen[1:], 0.0035, MOUTH)

    def _in_sight(self, right: float) -> bool:
        normal = self.frame @ vector(0.062, 0.0, right * 1.35)
        return float(self.camera.depth(normal)) > 0.0

    def _toward(self, right: float) -> float:
        """How far that side of the head looks at us."""
        return float(self.camera.depth(self.frame[:, 2] * right))

    def _stroke(self, places: Sequence[Array], radius: float, colour: str) -> Shape:
        return Shape(hull(self.camera, tube(places, [radius] * len(places))), colour)

    def _ears(self) -> Iterator[Shape]:
        for right in (-1.0, 1.0):
            if self._toward(right) > EDGE and self.person.style not in ("bob", "curls"):
                ear = self._rows(((-0.008, -0.012, right * 0.076, 0.016, 0.023, 0.010),))
                loops = hull(self.camera, ear)
                yield Shape(loops, self.person.skin, self.person.skin_line, 1.3)

    def _fringe(self) -> list[Rounds]:
        """The hair that lies over the face, as a cap; more of it at the back of the head."""
        tall = 0.012 if self.person.style == "curls" else 0.0
        cap: list[Row] = [
            (0.046, 0.070 + tall, 0, 0.034, 0.022, 0.062),
            (-0.004, 0.084 + tall, 0, 0.058, 0.042, 0.077),
            (-0.036, 0.058, 0, 0.062, 0.052, 0.084),
        ]
        sides: list[Row] = [(-0.036, 0.058, 0, 0.062, 0.052, 0.084)]
        sides.append((-0.058, 0.008, 0, 0.050, 0.060, 0.083))
        if self.person.style in ("tail", "bun", "short", "curls", "bob"):
            sides.append((-0.060, -0.045, 0, 0.030, 0.030, 0.066))
        chains = [self._rows(cap)]
        if self.faces < FULL:
            chains.append(self._rows(sides))
        if self.person.style == "bob":
            chains += [self._lock(right) for right in (-1.0, 1.0) if self._toward(right) > AWAY]
        return chains

    def _lock(self, right: float) -> Rounds:
        """What hangs beside the face, as far back as our side of the head shows."""
        out = right * 0.076
        back = -0.018 - 0.064 * max(0.0, self._toward(right))
        rows = ((0.055, 0.9, 0.034, 0.034), (0.0, 1.0, 0.036, 0.040), (-0.075, 1.0, 0.034, 0.026))
        return self._rows([(back, up, out * wide, d, h, 0.016) for up, wide, d, h in rows])

    def _back(self) -> list[Rounds]:
        """What hangs or sits behind: a ponytail, a bun, the lower edge of a bob."""
        if self.person.style == "tail":
            return [self._tail()]
        if self.person.style == "bun":
            return [self._rows(((-0.112, 0.070, 0, 0.044, 0.044, 0.044),))]
        if self.person.style == "bob":
            low = ((-0.050, -0.02, 0, 0.07, 0.08, 0.088), (-0.048, -0.085, 0, 0.05, 0.03, 0.078))
            return [self._rows(low)]
        return []

    def _tail(self) -> Rounds:
        """Hangs straight down, whichever way the head is, and never into the floor."""
        rows = ((-0.085, 0.055), (-0.135, 0.03), (-0.160, -0.03), (-0.160, -0.09), (-0.148, -0.14))
        places = [self._at(ahead, up, 0) for ahead, up in rows]
        tilted = 1 - abs(float(self.frame[1, 1]))
        for place, drop in zip(places, (0, 0.016, 0.055, 0.11, 0.154), strict=True):
            place[1] = max(place[1] - tilted * drop, 0.035)
        return tube(places, [0.028, 0.038, 0.040, 0.030, 0.010])
