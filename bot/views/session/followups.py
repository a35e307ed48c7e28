"""Answers about a card that the runner has in front of them."""

from collections.abc import Sequence

from bot.dispatch.reply import Reply, Rows, button
from content.catalog.card import Card
from content.catalog.references import Rationale, Source
from content.catalog.taxonomy import Moment, Side
from content.intents.questions.topics import Topic
from content.pictures.output.naming import picture_name
from content.wording.messages import Wording

OFFERS = {"today": "today", "try": "try", "fewer_first": "fewer"}  # a label, and what it means


def _start(wording: Wording, card: Card) -> Rows:
    return [[button(wording, "start", f"card:{card.id}")]]


def why(
    wording: Wording, card: Card, reasons: Sequence[Rationale], sources: Sequence[Source]
) -> Reply:
    return Reply(
        wording.message("why", card=card, reasons=reasons, sources=sources), _start(wording, card)
    )


def how_long(wording: Wording, card: Card, figure: Source | None) -> Reply:
    """The dose, and whose figure it is; None for a default of our own."""
    return Reply(wording.message("how_long", card=card, figure=figure), _start(wording, card))


def when_to(wording: Wording, card: Card) -> Reply:
    before = Moment.BEFORE_RUN in card.moments
    moments = [wording.term("moments", each.value) for each in card.moments]
    return Reply(
        wording.message("when_to", card=card, before=before, moments=moments), _start(wording, card)
    )


def other_side(wording: Wording, card: Card) -> Reply:
    text, picture = wording.message("other_side", card=card), picture_name(card, Side.RIGHT)
    return Reply(text, _start(wording, card), picture=picture)


def topic(wording: Wording, about: Topic) -> Reply:
    text = wording.message("topic", text=about.text, cite=about.cite, claims=about.claims)
    return Reply(text, [[button(wording, each, OFFERS[each])] for each in about.offer])


def nothing(wording: Wording, direction: str, card: Card) -> Reply:
    return Reply(wording.message("no_other", direction=direction, card=card), _start(wording, card))
