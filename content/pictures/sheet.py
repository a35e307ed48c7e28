"""A whole picture: one moment, or start and key position in two halves of the sheet."""

from content.catalog.card import Card
from content.pictures.canvas.camera import HEIGHT, WIDTH, Box
from content.pictures.canvas.shapes import Mark, Panel, document
from content.pictures.posture import motion
from content.pictures.posture.pose import Pose
from content.pictures.scene import SHEET, Glows, moment, sight

BESIDE = (Box(0.0, 0.0, WIDTH / 2, HEIGHT), Box(WIDTH / 2, 0.0, WIDTH, HEIGHT))
BELOW = (Box(0.0, 0.0, WIDTH, HEIGHT / 2), Box(0.0, HEIGHT / 2, WIDTH, HEIGHT))
FAR = 0.17  # metres that some part of the body moves at least


def shows_both_ends(card: Card, pose: Pose) -> bool:
    """Whether its still shows start and end: what is repeated does, and what goes far."""
    return card.dose.reps is not None or motion.reach(pose) >= FAR


def draw(card: Card, pose: Pose, glows: Glows, mirrored: bool, share: float) -> str:
    """One moment as SVG: the start (0), the key position (1) or between."""
    shapes = moment(card.id, pose, glows, share, sight(pose))
    mark = Mark.HELD if share == 1 and _held(card) else Mark.NONE
    return document([Panel(SHEET, shapes, mark)], mirrored)


def draw_ends(card: Card, pose: Pose, glows: Glows, mirrored: bool) -> str:
    """Start and key position in one picture, the first on the left or above."""
    marks = (Mark.FIRST, Mark.HELD if _held(card) else Mark.SECOND)
    panels = [
        Panel(box, moment(card.id, pose, glows, share, sight(pose, box)), mark)
        for box, share, mark in zip(halves(pose), (0.0, 1.0), marks, strict=True)
    ]
    return document(panels, mirrored)


def _held(card: Card) -> bool:
    """Whether its runner stays in the key position: the picture says so."""
    return card.dose.hold_s is not None


def halves(pose: Pose) -> tuple[Box, Box]:
    """The sheet cut so that the runner is larger: side by side, or one above the other."""
    return max((BESIDE, BELOW), key=lambda boxes: sight(pose, boxes[0]).scale)
