"""Walls, couches, chairs, desks and steps: blocks that stand behind the runner."""

from collections.abc import Iterator

import numpy as np

from content.pictures.canvas.camera import Camera
from content.pictures.canvas.shapes import Shape
from content.pictures.figure.people import darker, lighter
from content.pictures.palette import SEAT, STEP, WALL, WOOD
from content.pictures.posture.prop import Prop, PropKind
from content.pictures.posture.surfaces import height, where

Corner = tuple[float, float, float]

TALL = 1.75  # of a wall


def furniture(prop: Prop, camera: Camera) -> Iterator[Shape]:
    """How that thing looks; nothing if it is no furniture."""
    if prop.kind == PropKind.CHAIR:
        yield from _chair(prop, camera)
    elif prop.kind == PropKind.DESK:
        yield from _desk(prop, camera)
    elif prop.kind in _COLOURS:
        for low, high in blocks(prop):
            yield from _box(camera, low, high, _COLOURS[prop.kind])


def blocks(prop: Prop) -> list[tuple[Corner, Corner]]:
    """Low and high corners of the blocks that it is made of, or fits in, in order of painting."""
    x = where(prop)
    if prop.kind == PropKind.WALL and prop.z is not None:
        z = prop.z
        near, far = (z, z + 0.05) if z > 0 else (z - 0.05, z)
        return [((-0.6, 0, near), (0.7, prop.size or TALL, far))]
    if prop.kind == PropKind.WALL:
        near, far = (x, x + 0.07) if x > 0 else (x - 0.07, x)
        return [((near, 0, -0.45), (far, prop.size or TALL, 0.40))]
    if prop.kind == PropKind.COUCH:
        tall, deep = height(prop), x - 0.55
        return [
            ((deep - 0.18, 0, -0.5), (deep, tall + 0.40, 0.45)),
            ((deep, 0, -0.5), (x, tall, 0.45)),
        ]
    if prop.kind == PropKind.BED:
        return [((x - 1.15, 0, -0.5), (x, height(prop), 0.5))]
    if prop.kind in (PropKind.CHAIR, PropKind.DESK):
        deep, z, tall = 0.28, prop.z or 0.0, height(prop)
        return [((x - 0.24, 0, z - 0.4), (x + 2 * deep, tall, z + 0.4))]
    if prop.kind == PropKind.STEP:
        return [((x, 0, -0.32), (x + 0.42, height(prop), 0.32))]
    return []


def _box(camera: Camera, low: Corner, high: Corner, colour: str) -> Iterator[Shape]:
    """A block; the faces that we see, each in its own light."""
    (x0, y0, z0), (x1, y1, z1) = low, high
    x = x1 if camera.matrix[2, 0] > 0 else x0
    z = z1 if camera.matrix[2, 2] > 0 else z0
    faces = (
        (lighter(colour, 0.25), ((x0, y1, z0), (x1, y1, z0), (x1, y1, z1), (x0, y1, z1))),
        (darker(colour, 0.86), ((x, y0, z0), (x, y0, z1), (x, y1, z1), (x, y1, z0))),
        (colour, ((x0, y0, z), (x1, y0, z), (x1, y1, z), (x0, y1, z))),
    )
    for fill, corners in faces:
        yield Shape((camera.flat(np.array(corners)),), fill, fill, 2.0)


def _chair(prop: Prop, camera: Camera) -> Iterator[Shape]:
    x, tall, middle = where(prop), height(prop), prop.z or 0.0
    for z in (middle - 0.2, middle + 0.2):
        for at in (x - 0.2, x + 0.2):
            yield from _leg(camera, at, z, tall - 0.03)
    low, high = middle - 0.22, middle + 0.22
    yield from _box(camera, (x - 0.235, tall, low), (x - 0.205, tall + 0.42, high), WOOD)
    yield from _box(camera, (x - 0.22, tall - 0.04, low), (x + 0.22, tall, high), SEAT)


def _desk(prop: Prop, camera: Camera) -> Iterator[Shape]:
    x, tall, middle = where(prop), height(prop), prop.z or 0.0
    for z in (middle - 0.36, middle + 0.36):
        for at in (x + 0.04, x + 0.52):
            yield from _leg(camera, at, z, tall - 0.02)
    low, high = (x, tall - 0.035, middle - 0.4), (x + 0.56, tall, middle + 0.4)
    yield from _box(camera, low, high, WOOD)


def _leg(camera: Camera, x: float, z: float, tall: float) -> Iterator[Shape]:
    yield from _box(camera, (x - 0.016, 0, z - 0.016), (x + 0.016, tall, z + 0.016), WOOD)


_COLOURS = {PropKind.WALL: WALL, PropKind.COUCH: SEAT, PropKind.BED: SEAT, PropKind.STEP: STEP}
