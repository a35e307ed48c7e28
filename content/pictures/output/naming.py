"""What a picture is called before anybody draws it: its card and the side that works."""

from content.catalog.card import Card
from content.catalog.taxonomy import Side, Sides


def picture_name(card: Card, side: Side | None = None) -> str:
    """The picture of that side of a card. Both sides share one where none works alone."""
    shown = (side or Side.LEFT) if card.sides is Sides.EACH else None
    return f"{card.id}:{shown or ''}"


def card_and_side(name: str) -> tuple[str, Side | None]:
    """The other way round."""
    card_id, _, side = name.partition(":")
    return card_id, Side(side) if side else None
