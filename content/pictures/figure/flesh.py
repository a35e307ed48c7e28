"""How thick the body is: limbs and trunk as chains of ellipsoids around the bones."""

import numpy as np

from content.pictures.canvas.outline import Rounds, spline
from content.pictures.posture.skeleton import WAIST, Body
from content.pictures.posture.space import FORWARD, LATERAL, UP, Array

# Rows: share of the bone, half width across, half depth, how far ahead of the bone. Metres.
_PROFILES = {
    "thigh": (
        (0.00, 0.084, 0.092, 0.000),
        (0.20, 0.082, 0.090, 0.004),
        (0.50, 0.069, 0.076, 0.008),
        (0.80, 0.055, 0.059, 0.004),
        (1.00, 0.050, 0.053, 0.000),
    ),
    "shank": (
        (0.00, 0.049, 0.051, 0.000),
        (0.14, 0.049, 0.050, -0.004),
        (0.30, 0.051, 0.054, -0.013),
        (0.50, 0.044, 0.047, -0.012),
        (0.75, 0.034, 0.036, -0.004),
        (1.00, 0.031, 0.034, 0.000),
    ),
    "upper_arm": (
        (0.00, 0.043, 0.049, 0.000),
        (0.25, 0.044, 0.048, 0.002),
        (0.65, 0.037, 0.041, 0.003),
        (1.00, 0.034, 0.036, 0.000),
    ),
    "forearm": (
        (0.00, 0.034, 0.036, 0.000),
        (0.25, 0.036, 0.038, 0.000),
        (0.70, 0.028, 0.029, 0.000),
        (1.00, 0.022, 0.025, 0.000),
    ),
    "hand": (
        (0.00, 0.021, 0.024, 0.000),
        (0.35, 0.020, 0.036, 0.002),
        (0.75, 0.016, 0.032, 0.000),
        (1.05, 0.011, 0.020, 0.000),
    ),
    # Along the trunk from the pelvis (0) to the neck (1).
    "trunk": (
        (-0.13, 0.118, 0.085, -0.012),
        (-0.03, 0.160, 0.112, -0.016),
        (0.10, 0.162, 0.112, -0.014),
        (0.24, 0.146, 0.096, -0.004),
        (0.36, 0.134, 0.087, 0.002),
        (0.48, 0.132, 0.088, 0.006),
        (0.62, 0.145, 0.100, 0.010),
        (0.76, 0.160, 0.106, 0.010),
        (0.85, 0.168, 0.096, 0.003),
        (0.92, 0.150, 0.080, 0.000),
        (0.97, 0.106, 0.064, 0.000),
        (1.02, 0.058, 0.052, 0.000),
    ),
}
_FINE = {name: spline(np.array(rows), 4) for name, rows in _PROFILES.items()}
ENDS = {
    "thigh": ("hip", "knee"),
    "shank": ("knee", "ankle"),
    "upper_arm": ("shoulder", "elbow"),
    "forearm": ("elbow", "wrist"),
    "hand": ("wrist", "fingers"),
}


def limb(body: Body, side: str, bone: str, first: float = -1, last: float = 2) -> Rounds:
    """The flesh around a bone, from the first to the last share of its length."""
    rows = _rows(bone, first, last)
    begin, end = (body.points[f"{side}.{point}"] for point in ENDS[bone])
    frame = body.frames[f"{side}.{bone}"]
    ahead, up, across = frame.T
    centres = begin + rows[:, :1] * (end - begin) + rows[:, 3:] * ahead
    round_ends = np.where((rows[:, 0] <= 0) | (rows[:, 0] >= 1), 1.0, 0.6)
    along = np.minimum(rows[:, 1], rows[:, 2]) * round_ends
    return _rounds(centres, (rows[:, 2], along, rows[:, 1]), (ahead, up, across))


def trunk(body: Body, first: float = -1, last: float = 2) -> Rounds:
    """The flesh of the trunk; it bends at the waist, smoothly."""
    rows = _rows("trunk", first, last)
    share = np.clip((rows[:, :1] - WAIST + 0.14) / 0.28, 0, 1)  # how much of it is chest
    ahead, up, across = (
        _blend(body.axis("pelvis", column), body.axis("chest", column), share)
        for column in (FORWARD, UP, LATERAL)
    )
    centres = spine(body, rows[:, 0]) + rows[:, 3:] * ahead
    flat = np.full(len(rows), 0.035)
    return _rounds(centres, (rows[:, 2], flat, rows[:, 1]), (ahead, up, across))


def spine(body: Body, shares: Array) -> Array:
    """Points along the middle of the trunk; the bend at the waist is a curve."""
    waist, pelvis, neck = (body.points[name] for name in ("waist", "pelvis", "neck"))
    lower, upper = (waist - pelvis) / WAIST, (neck - waist) / (1 - WAIST)
    away = shares[:, None] - WAIST
    straight = waist + np.where(away < 0, away * lower, away * upper)
    near = np.clip(1 - np.abs(away) / 0.16, 0, 1) ** 2
    return straight + near * 0.04 * (upper - lower)


def _rows(bone: str, first: float, last: float) -> Array:
    rows = _FINE[bone]
    return rows[(rows[:, 0] >= first - 1e-6) & (rows[:, 0] <= last + 1e-6)]


def _blend(first: Array, second: Array, share: Array) -> Array:
    mixed = first + share * (second - first)
    blended: Array = mixed / np.linalg.norm(mixed, axis=1, keepdims=True)
    return blended


def _rounds(centres: Array, sizes: tuple[Array, ...], axes: tuple[Array, ...]) -> Rounds:
    """Half depth, length and width, along the axes ahead, up and across."""
    columns = [size[:, None] * axis for size, axis in zip(sizes, axes, strict=True)]
    return Rounds(centres, np.stack(columns, -1))
