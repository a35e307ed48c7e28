"""How far a point is from a floor, a wall, a roller or another part of the body."""

import math
from collections.abc import Sequence

import numpy as np

from content.pictures.posture.points import WORDS, pad
from content.pictures.posture.posture import Contact
from content.pictures.posture.prop import Prop, PropKind
from content.pictures.posture.skeleton import Body
from content.pictures.posture.space import Array, X, Y, Z, length, vector

HEIGHTS = {
    PropKind.COUCH: 0.42,
    PropKind.BED: 0.55,
    PropKind.CHAIR: 0.45,
    PropKind.DESK: 0.74,
    PropKind.STEP: 0.18,
    PropKind.CUSHION: 0.09,
}
RADII = {PropKind.ROLLER: 0.075, PropKind.BALL: 0.04, PropKind.STABILITY_BALL: 0.29}
_LONG = {"thigh": ("hip", "knee"), "shin": ("knee", "ankle")}
_PADS = {"thigh": (0.092, 0.053), "shin": (0.050, 0.036)}  # how thick at both ends
_PADDED = sorted({point for points in WORDS.values() for point in points})
_THICK = np.array([pad(point) for point in _PADDED])
PLACES = {
    PropKind.WALL: 0.6,
    PropKind.COUCH: -0.4,
    PropKind.BED: 0.1,
    PropKind.DESK: 0.35,
    PropKind.STEP: 0.1,
}


def where(prop: Prop) -> float:
    """Where the thing is along x."""
    return prop.x if prop.x is not None else PLACES.get(prop.kind, 0.0)


def height(prop: Prop) -> float:
    return prop.size if prop.size is not None else HEIGHTS[prop.kind]


def radius(prop: Prop) -> float:
    return prop.size if prop.size is not None else RADII[prop.kind]


def centre(prop: Prop) -> Array:
    """The middle of a roller or a ball; it lies on the floor unless the author lifts it."""
    return vector(where(prop), prop.y or radius(prop), prop.z or 0.0)


def gaps(body: Body, contacts: Sequence[Contact], props: Sequence[Prop]) -> list[Array]:
    """Metres between skin and surface for every point that touches; below 0 it sinks in."""
    return [
        _gap(body, contact.surface, props, point)
        for contact in contacts
        for point in WORDS[contact.place]
        if not (contact.surface in WORDS and point.endswith(".fingers"))  # a palm is enough
    ]


def _gap(body: Body, surface: str, props: Sequence[Prop], point: str) -> Array:
    """A long part may lie on something round with any place along it."""
    side, _, part = point.partition(".")
    thing = next((prop for prop in props if prop.kind == surface), None)
    if part not in _LONG or thing is None or thing.kind not in RADII:
        return _distance(body, surface, props, body.points[point]) - pad(point)
    first, last = (body.points[f"{side}.{end}"] for end in _LONG[part])
    thick, thin = _PADS[part]
    found = [
        _to_prop(thing, False, first + share * (last - first)) - thick - share * (thin - thick)
        for share in np.linspace(0.1, 0.9, 17)
    ]
    nearest: Array = np.min(found, axis=0)
    return nearest


def _distance(body: Body, surface: str, props: Sequence[Prop], point: Array) -> Array:
    if surface == "floor":
        return point[..., Y]
    if surface in WORDS:
        return _to_body(body, WORDS[surface], point)
    thing = {prop.kind.value: prop for prop in reversed(props)}[surface.partition(" front")[0]]
    return _to_prop(thing, surface.endswith(" front"), point)


def _to_body(body: Body, names: Sequence[str], point: Array) -> Array:
    """To the skin of the nearest of those parts of the body."""
    found = [length(point - _nearest(body, name, point)) - pad(name) for name in names]
    nearest: Array = np.min(found, axis=0)
    return nearest


def _nearest(body: Body, name: str, point: Array) -> Array:
    """A thigh and a shin are long: the nearest point along their middle; others are one point."""
    side, _, part = name.partition(".")
    if part not in _LONG:
        return body.points[name]
    first, last = (body.points[f"{side}.{end}"] for end in _LONG[part])
    along = last - first
    share = ((point - first) * along).sum(-1) / (along * along).sum(-1)
    nearest: Array = first + np.clip(share, 0.3, 0.9)[..., None] * along
    return nearest


def _to_prop(prop: Prop, front: bool, point: Array) -> Array:
    if prop.kind == PropKind.WALL and prop.z is not None:
        return (prop.z - point[..., Z]) * math.copysign(1, prop.z)
    if prop.kind == PropKind.WALL:
        return (where(prop) - point[..., X]) * math.copysign(1, where(prop))
    if front:
        return point[..., X] - where(prop)
    if prop.kind in HEIGHTS:
        return point[..., Y] - height(prop)
    if prop.kind in RADII:
        return _to_round(prop, point)
    return point[..., Y]


def _to_round(prop: Prop, point: Array) -> Array:
    away = point - centre(prop)
    if prop.kind == PropKind.ROLLER:
        away = away[..., :2]  # a roller lies across
    return length(away) - radius(prop)


def floors(body: Body) -> Array:
    """How high the skin is above the floor at every padded point: a row for each."""
    heights = np.stack([body.points[point][..., Y] for point in _PADDED])
    above: Array = heights - _THICK.reshape(-1, *[1] * (heights.ndim - 1))
    return above
