"""The pictures of many cards at once, drawn side by side in other processes."""

from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from content.pictures.posture.poses import NoPicture


def drawings(card_ids: Iterable[str]) -> dict[str, str]:
    """The stills as SVG by card id, but for cards that have none."""
    ids = list(card_ids)
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        drawn = zip(ids, pool.map(_drawn, ids, chunksize=8), strict=True)
        return {card_id: drawing for card_id, drawing in drawn if drawing}


def _drawn(card_id: str) -> str:
    # Imported late: whoever asks has no need of the drawing libraries.
    from content.pictures.output.still import svg

    try:
        return svg(card_id)
    except NoPicture:
        return ""
