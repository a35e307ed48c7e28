"""Exercises of a runner's own physio, as lines with their doses."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.dispatch.reply import Reply, button, in_rows
from content.wording.messages import Wording

Kept = Sequence[Mapping[str, Any]]


def kept(wording: Wording, moves: Kept) -> Reply:
    """All of them, each with a button that takes it out."""
    out = [
        button(wording, "take_out", f"prescribed:off:{n}", name=each["name"])
        for n, each in enumerate(moves)
    ]
    return Reply(wording.message("prescribed", moves=lines(wording, moves)), in_rows(out, 1))


def lines(wording: Wording, moves: Kept) -> list[str]:
    """Each with its dose: "Wall sits, 3 × 30 s, each side"."""
    return [_line(wording, each) for each in moves]


def _line(wording: Wording, move: Mapping[str, Any]) -> str:
    unit = " s" if move["seconds"] else ""
    side = [wording.term("on_side", move["side"])] if move["side"] else []
    return ", ".join([move["name"], f"{move['sets']} × {move['count']}{unit}", *side])
