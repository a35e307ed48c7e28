"""Stills: a card's key position, or any moment of its movement."""

import resvg_py

from content.authoring.document import File
from content.catalog.taxonomy import Side
from content.pictures.posture.poses import glows, mirrored, posed
from content.pictures.scene import draw


def svg(card_id: str, side: Side | None = None, at: float = 1.0, root: File | None = None) -> str:
    """The picture of a card as SVG, 1000 by 750.

    `side` is the working side that it shows, None for how it was posed. `at` runs from 0 (start)
    to 1 (key position). Raises NoPicture for a card without a pose.
    """
    card, pose = posed(card_id, root)
    return draw(card_id, pose, glows(card, pose), mirrored(pose, side), at)


def png(drawing: str, width: int = 1000) -> bytes:
    """That drawing as PNG, so many pixels wide."""
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, width=width, skip_system_fonts=True))
