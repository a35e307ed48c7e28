"""How an answer looks that tells how a card is done."""

from bot.dispatch.reply import Reply, button
from content.catalog.card import Card
from content.catalog.taxonomy import Kit, Position, Side
from content.intents.meaning import Meaning
from content.pictures.output.naming import picture_name
from content.wording.messages import Wording

LYING = frozenset({Position.SUPINE, Position.SIDE_LYING, Position.PRONE})


def about(wording: Wording, card: Card, asked: Meaning, first: Side | None) -> Reply:
    """The card's own words on what was asked, with the way to its steps."""
    number = asked.slot if asked.slot and asked.slot <= len(card.steps) else None
    text = wording.message(
        "about",
        aspect=asked.topic,
        card=card,
        steps=card.steps[number - 1 : number] if number else card.steps,
        number=number,
        first=wording.term("sides", first.value) if first else None,
        lying=card.position in LYING,
        needed=_kit(wording, card.kit.required),
        useful=_kit(wording, card.kit.optional),
    )
    return Reply(text, [[button(wording, "start", f"card:{card.id}")]], picture=_picture(card))


def _kit(wording: Wording, kit: tuple[Kit, ...]) -> str | None:
    return " and ".join(wording.term("kit", each) for each in kit) or None


def _picture(card: Card) -> str:
    return picture_name(card, None)
