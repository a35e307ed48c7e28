"""Loops: from the start to the key position and back, as a silent film."""

from fractions import Fraction
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import av
from av.video.frame import PictureType
from av.video.reformatter import ColorRange

from content.authoring.document import File
from content.catalog.taxonomy import Side
from content.pictures.output.still import png
from content.pictures.posture import motion
from content.pictures.posture.poses import glows, mirrored, posed
from content.pictures.sheet import draw

WIDTH, HEIGHT = 640, 480
RATE = 20  # frames a second
WAY, REST = 26, 12  # frames to get there, and to stay in the key position
_ENCODING = {"crf": "25", "preset": "medium", "tune": "animation", "profile": "main"}


def loop(card_id: str, side: Side | None = None, root: File | None = None) -> bytes:
    """The movement of a card as MP4 (H.264, 640 by 480, 3.5 seconds); it can run round and round.

    Raises NoPicture for a card without a pose.
    """
    card, pose = posed(card_id, root)
    lit, turned = glows(card, pose), mirrored(pose, side)
    way = [png(draw(card, pose, lit, turned, share), WIDTH) for share in motion.shares(WAY)]
    return _encoded([*way[:1] * 6, *way, *way[-1:] * REST, *way[-2:0:-1]])


def _encoded(pictures: list[bytes]) -> bytes:
    """The pictures as a film that starts before it has come in whole (which needs a real file)."""
    with TemporaryDirectory() as folder:
        file = Path(folder, "loop.mp4")
        with av.open(file, "w", format="mp4", options={"movflags": "+faststart"}) as container:
            stream = container.add_stream("libx264", rate=RATE, options=_ENCODING)
            stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
            for index, picture in enumerate(pictures):
                container.mux(stream.encode(_frame(picture, index)))
            container.mux(stream.encode(None))
        return file.read_bytes()


def _frame(picture: bytes, index: int) -> av.VideoFrame:
    with av.open(BytesIO(picture), mode="r", format="png_pipe") as opened:
        drawn = next(opened.decode(video=0)).reformat(WIDTH, HEIGHT, "rgb24")
    # In the narrow range that players take a film to have: else its colours come out pale.
    narrow = {"src_color_range": ColorRange.JPEG, "dst_color_range": ColorRange.MPEG}
    frame = drawn.reformat(format="yuv420p", **narrow)
    frame.pts, frame.time_base = index, Fraction(1, RATE)
    frame.pict_type = PictureType.NONE  # a picture read from PNG asks to be a key frame
    return frame
