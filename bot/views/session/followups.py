"""Answers about a card that the runner has in front of them."""

from collections.abc import Sequence

from bot.dispatch.reply import Reply, Rows, button
from content.catalog.card import Card
from content.catalog.references import Rationale, Source
from content.catalog.taxonomy import Moment, Side
from content.intents.topics import Topic
from content.pictures.output.naming import picture_name
from content.wording.messages import message, term


def _start(card: Card) -> Rows:
    return [[button("start", f"card:{card.id}")]]


def why(card: Card, reasons: Sequence[Rationale], sources: Sequence[Source]) -> Reply:
    return Reply(message("why", card=card, reasons=reasons, sources=sources), _start(card))


def how_long(card: Card, figure: Source | None) -> Reply:
    """The dose, and whose figure it is; None for a default of our own."""
    return Reply(message("how_long", card=card, figure=figure), _start(card))


def when_to(card: Card) -> Reply:
    before = Moment.BEFORE_RUN in card.moments
    moments = [term("moments", each.value) for each in card.moments]
    return Reply(message("when_to", card=card, before=before, moments=moments), _start(card))


def other_side(card: Card) -> Reply:
    text, picture = message("other_side", card=card), picture_name(card, Side.RIGHT)
    return Reply(text, _start(card), picture=picture)


def topic(about: Topic) -> Reply:
    return Reply(message("topic", text=about.text, cite=about.cite), [[button("today", "today")]])


def nothing(direction: str, card: Card) -> Reply:
    return Reply(message("no_other", direction=direction, card=card), _start(card))
