"""The muscle in question, glowing through the clothes."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import numpy as np

from content.catalog.taxonomy import Area
from content.pictures.canvas.camera import Camera
from content.pictures.canvas.outline import Loops, Rounds, balls, hull, spline
from content.pictures.canvas.shapes import Shape
from content.pictures.figure.flesh import limb, trunk
from content.pictures.palette import FIBRE, HOT
from content.pictures.posture.joints import SIDES
from content.pictures.posture.skeleton import TRUNK, Body
from content.pictures.posture.space import Array, vector

Row = tuple[str, float, float, float, float]

# Bone, share of its length (of the trunk for the pelvis), ahead, outward, half as thick. Metres.
MUSCLES: Mapping[Area, tuple[Row, ...]] = MappingProxyType(
    {
        Area.HIP_FLEXORS: (
            ("chest", 0.12, 0.030, 0.05, 0.014),
            ("pelvis", 0.30, 0.050, 0.07, 0.034),
            ("pelvis", 0.10, 0.066, 0.09, 0.048),
            ("thigh", 0.10, 0.050, 0.0, 0.050),
            ("thigh", 0.24, 0.040, 0.0, 0.038),
            ("thigh", 0.40, 0.030, 0.0, 0.014),
        ),
        Area.QUADS: (
            ("thigh", 0.12, 0.040, 0.0, 0.026),
            ("thigh", 0.30, 0.042, 0.0, 0.046),
            ("thigh", 0.55, 0.040, 0.0, 0.046),
            ("thigh", 0.80, 0.030, 0.0, 0.034),
            ("thigh", 0.97, 0.030, 0.0, 0.016),
        ),
        Area.GLUTES: (
            ("pelvis", 0.18, -0.070, 0.06, 0.034),
            ("pelvis", 0.05, -0.076, 0.075, 0.058),
            ("thigh", 0.03, -0.060, 0.01, 0.058),
            ("thigh", 0.18, -0.046, 0.02, 0.030),
        ),
        Area.HAMSTRINGS: (
            ("thigh", 0.14, -0.048, 0.0, 0.026),
            ("thigh", 0.32, -0.042, 0.0, 0.044),
            ("thigh", 0.60, -0.034, 0.0, 0.042),
            ("thigh", 0.85, -0.028, 0.0, 0.026),
            ("thigh", 0.98, -0.026, 0.0, 0.014),
        ),
        Area.OUTER_HIP: (
            ("pelvis", 0.24, -0.020, 0.12, 0.024),
            ("pelvis", 0.08, -0.020, 0.13, 0.046),
            ("thigh", 0.08, 0.000, 0.060, 0.040),
            ("thigh", 0.30, 0.000, 0.056, 0.026),
            ("thigh", 0.62, 0.000, 0.048, 0.014),
        ),
        Area.INNER_THIGH: (
            ("thigh", 0.08, 0.010, -0.046, 0.026),
            ("thigh", 0.28, 0.010, -0.042, 0.036),
            ("thigh", 0.52, 0.008, -0.034, 0.030),
            ("thigh", 0.80, 0.004, -0.028, 0.013),
        ),
        Area.HIP_JOINT: (
            ("thigh", -0.06, 0.030, 0.01, 0.048),
            ("thigh", 0.03, 0.032, 0.01, 0.058),
            ("thigh", 0.12, 0.030, 0.01, 0.048),
        ),
        Area.LOWER_BACK: (
            ("pelvis", 0.16, -0.062, 0.030, 0.020),
            ("pelvis", 0.28, -0.058, 0.034, 0.034),
            ("chest", 0.12, -0.058, 0.036, 0.034),
            ("chest", 0.32, -0.060, 0.034, 0.016),
        ),
        Area.ANKLES: (
            ("shank", 0.14, -0.022, 0.0, 0.016),
            ("shank", 0.32, -0.026, 0.0, 0.034),
            ("shank", 0.56, -0.020, 0.0, 0.030),
            ("shank", 0.80, -0.010, 0.0, 0.020),
            ("shank", 1.00, -0.006, 0.0, 0.018),
        ),
    }
)


def glow(body: Body, camera: Camera, area: Area, side: str) -> Iterator[Shape]:
    """A soft halo, the muscle and its fibres, all inside the body."""
    flesh = muscle(body, area, side)
    seen = _body_around(body, camera, side)
    size = np.sqrt((flesh.axes**2).sum(1)).mean(1)
    halo = balls(flesh.centres, size * 1.45)
    yield Shape(hull(camera, halo), HOT, opacity=0.5, blur=8.0, clip=seen)
    yield Shape(hull(camera, flesh), HOT, opacity=0.92, clip=seen)
    for share in (-0.55, -0.2, 0.2, 0.55):
        yield Shape((_fibre(camera, flesh, size, share),), FIBRE, opacity=0.7, clip=seen)


def muscle(body: Body, area: Area, side: str) -> Rounds:
    """The muscle in space."""
    rows = [(*_place(body, side, row), row[-1]) for row in MUSCLES[area]]
    curve = spline(np.array(rows), 5)
    return balls(curve[:, :3], np.maximum(curve[:, 3], 0.006))


def main_bone(area: Area) -> str:
    """The limb that the muscle belongs to, or the trunk."""
    bones = [row[0] for row in MUSCLES[area]]
    return next((bone for bone in ("shank", "thigh") if bone in bones), "trunk")


def _place(body: Body, side: str, row: Row) -> Array:
    bone, share, ahead, outward, _ = row
    out = SIDES[side] * outward
    if bone in ("pelvis", "chest"):
        base, frame = body.points["pelvis" if bone == "pelvis" else "waist"], body.frames[bone]
        found: Array = base + frame @ vector(ahead, share * TRUNK, out)
        return found
    ends = ("hip", "knee") if bone == "thigh" else ("knee", "ankle")
    first, last = (body.points[f"{side}.{end}"] for end in ends)
    frame = body.frames[f"{side}.{bone}"]
    placed: Array = first + share * (last - first) + frame @ vector(ahead, 0, out)
    return placed


def _body_around(body: Body, camera: Camera, side: str) -> Loops:
    thigh, shank = limb(body, side, "thigh").grown(0.006), limb(body, side, "shank")
    return hull(camera, thigh, shank, trunk(body))


def _fibre(camera: Camera, flesh: Rounds, size: Array, share: float) -> Array:
    """A thin stripe along the muscle, beside its middle by a share of its thickness."""
    middle = _even(camera.flat(flesh.centres))
    thick = np.interp(np.linspace(0, 1, len(middle)), np.linspace(0, 1, len(size)), size)
    along = np.gradient(middle, axis=0)
    along /= np.linalg.norm(along, axis=1, keepdims=True) + 1e-9
    beside = np.stack([-along[:, 1], along[:, 0]], 1)
    line = middle + beside * (thick * share * camera.scale)[:, None]
    width = 1.8 * np.sin(np.linspace(0.1, np.pi - 0.1, len(line)))[:, None] * camera.scale / 360
    return np.concatenate([line + beside * width, (line - beside * width)[::-1]])


def _even(curve: Array) -> Array:
    """The curve at even steps, and smoothed."""
    steps = np.linspace(0, len(curve) - 1, 24)
    even = np.stack([np.interp(steps, np.arange(len(curve)), axis) for axis in curve.T], 1)
    weights = np.hanning(9)[1:-1] / np.hanning(9).sum()
    padded = np.pad(even, ((3, 3), (0, 0)), mode="edge")
    return np.stack([np.convolve(axis, weights, "valid") for axis in padded.T], 1)
