"""Loops for the page: the movement of a card as animated WebP, which needs no film library."""

from io import BytesIO

from PIL import Image

from content.authoring.document import File
from content.catalog.taxonomy import Side
from content.pictures.output.still import png
from content.pictures.posture import motion
from content.pictures.posture.poses import glows, mirrored, posed
from content.pictures.sheet import draw

WIDTH = 560
WAY = 16  # pictures from the start to the key position: half of a film's, for half of its work
STEP_MS, START_MS, KEY_MS = 80, 300, 600
_ENCODING = {"quality": 60, "method": 4}


def moving(card_id: str, side: Side | None = None, root: File | None = None) -> bytes:
    """There and back in 3.1 seconds, round and round; some 100 KB.

    Raises NoPicture for a card without a pose.
    """
    card, pose = posed(card_id, root)
    lit, turned = glows(card, pose), mirrored(pose, side)
    way = [_image(png(draw(card, pose, lit, turned, at), WIDTH)) for at in motion.shares(WAY)]
    between = way[1:-1]
    steps = [STEP_MS] * len(between)
    shown = BytesIO()
    way[0].save(
        shown,
        "WEBP",
        save_all=True,
        append_images=[*between, way[-1], *reversed(between)],
        duration=[START_MS, *steps, KEY_MS, *steps],
        loop=0,
        **_ENCODING,
    )
    return shown.getvalue()


def _image(picture: bytes) -> Image.Image:
    return Image.open(BytesIO(picture)).convert("RGB")
