"""How a card looks, step by step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil

from bot.reply import Button, Reply, Rows, button
from content.card import Card
from content.library import Source, Why
from content.messages import message, term
from content.pictures.naming import picture_name
from content.walk import Frame, FrameKind, pictured

BAR = 12  # cells of the countdown


@dataclass(frozen=True)
class Place:
    """A frame and where it stands in the walk, counted from 0."""

    frame: Frame
    at: int
    of: int


def step(
    card: Card,
    place: Place,
    day: date | None,
    *,
    left: float | None = None,
    following: Card | None = None,
) -> Reply:
    """One step of the card. `left` is the seconds to go; `following` the session's next card."""
    frame = place.frame
    seconds = frame.seconds or 0
    remaining = ceil(seconds if left is None else left)
    text = message(
        "walk",
        card=card,
        frame=frame,
        kind=frame.kind.value,
        number=place.at + 1,
        total=place.of,
        side=term("sides", frame.side.value) if frame.side else None,
        left=remaining if seconds else None,
        bar=_bar(remaining, seconds),
        areas=[term("areas", each.value) for each in card.areas],
    )
    picture = picture_name(card, pictured(card, frame))
    return Reply(text, _buttons(card, place, day, following), picture=picture)


def _bar(left: int, seconds: int) -> str:
    full = round(BAR * left / seconds) if seconds else 0
    return "▓" * full + "░" * (BAR - full)


def _buttons(card: Card, place: Place, day: date | None, following: Card | None) -> Rows:
    if place.frame.kind is FrameKind.END:
        return _end(card, place, day, following)
    here = f"{card.id}:{place.at}:{day or ''}"
    links = [
        button(name, f"{name}:{card.id}:{day or ''}")
        for name in ("easier", "harder")
        if getattr(card.links, name)
    ]
    return [_moves(card, place, day), [button("why", f"why:{here}"), *links]]


def _moves(card: Card, place: Place, day: date | None) -> list[Button]:
    on = button("next", _to(card, place.at + 1, day))
    return [button("back", _to(card, place.at - 1, day)), on] if place.at else [on]


def _end(card: Card, place: Place, day: date | None, following: Card | None) -> Rows:
    back = button("back", _to(card, place.at - 1, day))
    if following:
        return [[button("next_card", f"walk:{following.id}:0:{day}", name=following.name)], [back]]
    finish = button("finish", f"done:{day}" if day else "done")
    return [[finish], [back, button("today", "today")]]


def _to(card: Card, index: int, day: date | None) -> str:
    return f"walk:{card.id}:{index}:{day or ''}"


def why(
    card: Card, reasons: Sequence[Why], sources: Sequence[Source], place: Place, day: date | None
) -> Reply:
    text = message("why", card=card, reasons=reasons, sources=sources)
    picture = picture_name(card, pictured(card, place.frame))
    return Reply(text, [[button("card_again", _to(card, place.at, day))]], picture=picture)
