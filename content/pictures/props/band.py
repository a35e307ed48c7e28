"""Elastic bands: straps from place to place, and loops around both legs."""

from collections.abc import Iterator, Sequence

import numpy as np

from content.pictures.canvas.camera import Camera
from content.pictures.canvas.outline import Loops, Rounds, balls, hull, tube, union
from content.pictures.canvas.shapes import Shape
from content.pictures.figure.body import Part
from content.pictures.figure.flesh import limb
from content.pictures.figure.people import darker
from content.pictures.palette import BAND
from content.pictures.posture.points import WORDS
from content.pictures.posture.prop import Prop
from content.pictures.posture.skeleton import Body
from content.pictures.posture.space import FORWARD, UP, vector

_CUFFS = {  # bone and the part of it that a loop lies around
    "knee": ("thigh", 0.72, 0.86),
    "ankle": ("shank", 0.82, 0.94),
    "thigh": ("thigh", 0.6, 0.75),
    "hip": ("thigh", 0.1, 0.2),
}


def band(prop: Prop, camera: Camera, body: Body) -> Iterator[Part]:
    if prop.through:
        points = [body.middle(place) for place in prop.through]
        if prop.x is not None:  # tied to something that stands there
            points.insert(0, vector(prop.x, prop.y, prop.z or 0.0))
        flesh = tube(points, [0.011] * len(points), 8)
        yield Part("band", flesh, (_ribbon(hull(camera, flesh)),))
    for place in prop.around:
        yield from _loop(body, camera, WORDS[place])


def _loop(body: Body, camera: Camera, names: Sequence[str]) -> Iterator[Part]:
    """A band around a limb, or around two: a cuff on each, and what is stretched between."""
    cuffs = [_cuff(body, name) for name in names]
    if len(cuffs) > 1:
        ends = [cuff.centres[len(cuff.centres) // 2] for cuff in cuffs]
        thick = [float(np.sqrt((cuff.axes[0] ** 2).sum(0)).max()) * 0.72 for cuff in cuffs]
        yield Part("band", tube(ends, [0.02, 0.02], 8), (_ribbon(_strap(camera, cuffs, thick)),))
    for name, cuff in zip(names, cuffs, strict=True):
        yield Part(f"{name}.cuff", cuff.grown(0.02), (_ribbon(hull(camera, cuff)),))


def _cuff(body: Body, name: str) -> Rounds:
    side, _, part = name.partition(".")
    if part not in _CUFFS:  # around the shoe
        ahead, sole = body.axis(f"{side}.foot", FORWARD), body.points[f"{side}.sole"]
        up = body.axis(f"{side}.foot", UP)
        return tube([sole + 0.02 * up + shift * ahead for shift in (0.0, 0.03)], [0.048, 0.046])
    bone, first, last = _CUFFS[part]
    return limb(body, side, bone, first, last).grown(0.006)


def _strap(camera: Camera, cuffs: Sequence[Rounds], thick: Sequence[float]) -> Loops:
    flesh = [
        balls(cuff.centres, [size] * len(cuff.centres))
        for cuff, size in zip(cuffs, thick, strict=True)
    ]
    rows = min(len(part.centres) for part in flesh)
    pieces = [
        hull(
            camera,
            Rounds(
                np.array([part.centres[row] for part in flesh]),
                np.array([part.axes[row] * 0.25 for part in flesh]),
            ),
        )
        for row in range(rows)
    ]
    return union([loop for loops in pieces for loop in loops])


def _ribbon(loops: Loops) -> Shape:
    return Shape(loops, BAND, darker(BAND, 0.78), 1.2)
