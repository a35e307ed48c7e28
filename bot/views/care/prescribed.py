"""Exercises of a runner's own physio, as lines with their doses."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.dispatch.reply import Button, Reply, button
from content.catalog.private import private_card
from content.wording.messages import Wording

Kept = Sequence[Mapping[str, Any]]


def kept(wording: Wording, moves: Kept) -> Reply:
    """All of them, each with a button that leads through it and one that takes it out."""
    rows = [
        [
            *_start(wording, each),
            button(wording, "take_out", f"prescribed:off:{n}", name=each["name"]),
        ]
        for n, each in enumerate(moves)
    ]
    return Reply(wording.message("prescribed", moves=lines(wording, moves)), rows)


def _start(wording: Wording, move: Mapping[str, Any]) -> list[Button]:
    """None where the dose is more than a clock leads through."""
    card = private_card(move, wording.words["private"])
    return [button(wording, "do_it", f"card:{card.id}")] if card else []


def lines(wording: Wording, moves: Kept) -> list[str]:
    """Each with its dose: "Wall sits, 3 × 30 s, each side"."""
    return [_line(wording, each) for each in moves]


def _line(wording: Wording, move: Mapping[str, Any]) -> str:
    unit = " s" if move["seconds"] else ""
    side = [wording.term("on_side", move["side"])] if move["side"] else []
    return ", ".join([move["name"], f"{move['sets']} × {move['count']}{unit}", *side])
