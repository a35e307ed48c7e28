"""What an arrow owes its runner: it lies beside what it is about, points where that goes, and hides
no hand, no foot and no face."""

from collections.abc import Iterator

import numpy as np
import pyclipper  # type: ignore[import-untyped]

from content.authoring.document import Place
from content.catalog.card import Card
from content.pictures.arrow import arrow
from content.pictures.canvas.camera import Camera
from content.pictures.posture import motion
from content.pictures.posture.joints import SIDES
from content.pictures.posture.points import pad
from content.pictures.posture.pose import Arrow, Pose
from content.pictures.posture.space import Array
from content.pictures.scene import SHEET, arrow_way, sight
from content.pictures.sheet import halves, shows_both_ends

MOVES, ASTRAY = 0.1, 75.0  # metres from which on a place has a way, and degrees beside it
NEAR = 0.3  # metres from its place to an arrow that is pointed
THIN = 0.015  # metres around a point of hands and feet
_TIPS = {"hand": ("palm", "fingers"), "foot": ("heel", "sole", "ball_in", "ball_out", "toes")}
_SHOWN = {"head": ("head",)} | {
    f"{side} {limb}": tuple(f"{side}.{tip}" for tip in tips)
    for side in SIDES
    for limb, tips in _TIPS.items()
}
_TURNS = np.linspace(0, 2 * np.pi, 12, endpoint=False)
_RING = np.stack([np.cos(_TURNS), np.sin(_TURNS)], 1)


def arrow_faults(card: Card, pose: Pose) -> Iterator[tuple[Place, str, str]]:
    """Everything that is wrong with an arrow, on the sheet of the film or on the still's half."""
    boxes = (SHEET, halves(pose)[1]) if shows_both_ends(card, pose) else (SHEET,)
    for wanted in pose.pointers:
        place: Place = ("arrow",) if wanted == pose.arrow else ("arrows",)
        for camera in (sight(pose, box) for box in boxes):
            found = (*_astray(pose, wanted, camera), *_hides(pose, wanted, camera))
            yield from ((place, *fault) for fault in found)


def _astray(pose: Pose, wanted: Arrow, camera: Camera) -> Iterator[tuple[str, str]]:
    """An arrow that its author pointed lies beside its place and goes where that goes."""
    if wanted.dir is None:
        return
    start, key = (camera.flat(motion.at(pose, share).middle(wanted.at)) for share in (0.0, 1.0))
    right, down = (key - start) / camera.scale
    goes = float(np.degrees(np.arctan2(-down, right)))
    off = abs((goes - wanted.dir + 180) % 360 - 180)
    if np.hypot(right, down) > MOVES and off > ASTRAY:
        fault = f"points {off:.0f} degrees away from where the {wanted.at} goes"
        yield fault, f"write dir: {goes:.0f}, or leave dir out"
    outline = arrow(wanted, arrow_way(pose), camera).loops[0]
    if np.linalg.norm(outline - key, axis=1).min() > NEAR * camera.scale:
        yield f"is far from the {wanted.at}", "shift it less, or name the place that it is beside"


def _hides(pose: Pose, wanted: Arrow, camera: Camera) -> Iterator[tuple[str, str]]:
    outline = arrow(wanted, arrow_way(pose), camera).loops[0].tolist()
    points = motion.at(pose, 1.0).points
    for name, tips in _SHOWN.items():
        rings = [
            camera.flat(points[tip]) + camera.scale * max(pad(tip), THIN) * _RING for tip in tips
        ]
        if any(_inside(point, outline) for point in np.concatenate(rings)):
            yield f"hides the {name}", "shift it"


def _inside(point: Array, outline: list[list[float]]) -> bool:
    return bool(pyclipper.PointInPolygon(point.tolist(), outline))
