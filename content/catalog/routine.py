"""A routine as its author wrote it: cards in a fixed order, for one kind of occasion."""

from collections.abc import Iterable
from typing import Annotated

from content.authoring.model import Model, Within
from content.catalog.card import Alias, Card, CardId, Text
from content.catalog.guide import minutes
from content.catalog.taxonomy import Kit, Moment


class Routine(Model):
    """`cards` in the order of doing them. `id` comes from the file name.

    `minutes` is what walking through the cards takes, and `kit` what they cannot do without; the
    check compares both with the cards. Away from a run the kinds follow each other as in `Kind`,
    unless `own_order` tells why not. `sources` are articles, or `ours` for what we put together.
    """

    id: CardId
    name: Annotated[str, Within(min_length=3, max_length=48)]
    aliases: tuple[Alias, ...] = ()
    summary: Text
    moments: Annotated[tuple[Moment, ...], Within(min_length=1)]
    minutes: Annotated[int, Within(ge=1, le=40)]
    cards: Annotated[tuple[CardId, ...], Within(min_length=2)]
    kit: tuple[Kit, ...] = ()
    own_order: Text | None = None
    why: Annotated[tuple[str, ...], Within(min_length=1)]
    sources: Annotated[tuple[str, ...], Within(min_length=1)]


def whole_minutes(cards: Iterable[Card]) -> int:
    """How long walking through these cards takes, rounded to minutes, at least one."""
    return max(1, round(sum(minutes(card) for card in cards)))
