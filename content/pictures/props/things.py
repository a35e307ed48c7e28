"""The things in a picture: what stands behind the runner, and what lies among the limbs."""

from collections.abc import Iterator, Sequence
from itertools import product

import numpy as np

from content.pictures.canvas.camera import Camera
from content.pictures.canvas.shapes import Shape
from content.pictures.figure.body import Part
from content.pictures.posture.prop import Prop, PropKind
from content.pictures.posture.skeleton import Body
from content.pictures.posture.space import Array
from content.pictures.posture.surfaces import RADII, centre, radius
from content.pictures.props import gear
from content.pictures.props.band import band
from content.pictures.props.furniture import blocks, furniture
from content.pictures.props.mat import mat_under

_GEAR = {
    PropKind.ROLLER: gear.roller,
    PropKind.BALL: gear.ball,
    PropKind.STABILITY_BALL: gear.ball,
    PropKind.CUSHION: gear.cushion,
    PropKind.BOTTLE: gear.bottle,
}
_HELD = {
    PropKind.STICK: gear.stick,
    PropKind.MASSAGE_GUN: gear.massage_gun,
    PropKind.WEIGHT: gear.weight,
}


def behind(props: Sequence[Prop], camera: Camera, ground: Array) -> Iterator[Shape]:
    """What is painted before the runner. `ground` is what the body needs of the floor."""
    for prop in props:
        yield from furniture(prop, camera)
    if any(prop.kind == PropKind.MAT for prop in props):
        yield from mat_under(ground).shapes(camera)


def among(props: Sequence[Prop], camera: Camera, body: Body) -> Iterator[Part]:
    """What may lie over one limb and under another."""
    for prop in props:
        if prop.kind in _GEAR:
            yield _GEAR[prop.kind](prop, camera)
        elif prop.kind in _HELD:
            yield _HELD[prop.kind](prop, camera, body)
        elif prop.kind == PropKind.BAND:
            yield from band(prop, camera, body)


def extent(props: Sequence[Prop], ground: Array) -> Array:
    """Points that a picture with those things must show."""
    pairs = [block for prop in props for block in blocks(prop)]
    found = [corner for low, high in pairs for corner in product(*zip(low, high, strict=True))]
    for prop in props:
        if prop.kind == PropKind.MAT:
            found += [tuple(corner) for corner in mat_under(ground).corners()]
        if prop.kind in RADII:
            found += [tuple(centre(prop) + away * radius(prop)) for away in (-1, 1)]
    return np.array(found).reshape(-1, 3)
