"""Stills: where a card's movement starts and ends, or any moment of it."""

import resvg_py

from content.authoring.document import File
from content.catalog.taxonomy import Side
from content.pictures.posture.poses import glows, mirrored, posed
from content.pictures.sheet import draw, draw_ends, shows_both_ends


def svg(card_id: str, side: Side | None = None, root: File | None = None) -> str:
    """The picture of a card as SVG, 1000 by 750: a move from start to end, a hold as it is held.

    `side` is the working side that it shows, None for how it was posed. Raises NoPicture for a
    card without a pose.
    """
    card, pose = posed(card_id, root)
    if shows_both_ends(card, pose):
        return draw_ends(card, pose, glows(card, pose), mirrored(pose, side))
    return draw(card, pose, glows(card, pose), mirrored(pose, side), 1.0)


def moment(card_id: str, at: float, side: Side | None = None, root: File | None = None) -> str:
    """The same at one moment: `at` runs from 0 (start) to 1 (key position)."""
    card, pose = posed(card_id, root)
    return draw(card, pose, glows(card, pose), mirrored(pose, side), at)


def png(drawing: str, width: int = 1000) -> bytes:
    """That drawing as PNG, so many pixels wide."""
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, width=width, skip_system_fonts=True))
