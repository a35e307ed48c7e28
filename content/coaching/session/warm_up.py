"""What a session before a run is made of: everything moves, and no named spot stays cold."""

from collections.abc import Sequence

from content.catalog.card import Card
from content.catalog.guide import minutes as length
from content.catalog.taxonomy import Area, Kind
from content.coaching.session.picking import CardPicker


def opening(picker: CardPicker, picked: Sequence[Card]) -> Card | None:
    """The first card before a run: always the same move for the tightest spot, and for as many
    of the others as it can.
    """
    cold = _cold(picker, picked)
    return picker.best(
        picked,
        (card for card in picker.pool if card.kind is Kind.DYNAMIC),
        lambda card: (
            card.id not in picker.today.favourites,
            not set(picker.spots[:1]) & set(card.areas),
            -len(cold & set(card.areas)),
            picker.place(card),
            card.level,
        ),
    )


def moving(picker: CardPicker, picked: Sequence[Card]) -> Card | None:
    """What else moves before a run: the spots that are still cold, and the glutes."""
    cold = _cold(picker, picked)
    due = picker.due(picked)
    return picker.best(
        picked,
        picker.pool,
        lambda card: (-len(cold & set(card.areas)) / length(card), *due(card)),
    ) or picker.filler(picked)


def quick(picker: CardPicker, picked: Sequence[Card]) -> Card | None:
    """A drill before a fast run, once every spot is warm."""
    drills = [] if _cold(picker, picked) else [c for c in picker.pool if c.kind is Kind.DRILL]
    return picker.best(picked, drills, picker.due(picked)) or moving(picker, picked)


def left_cold(picker: CardPicker, picked: Sequence[Card]) -> Card | None:
    """A fourth move, only for what three have left cold."""
    cold = _cold(picker, picked)
    fresh = [card for card in picker.pool if cold & set(card.areas)]
    return picker.best(picked, fresh, lambda card: (-len(cold & set(card.areas)), length(card)))


def _cold(picker: CardPicker, picked: Sequence[Card]) -> set[Area]:
    """What a warm-up is to move and these do not."""
    return {*picker.today.profile.spots, Area.GLUTES} - {
        area for card in picked for area in card.areas
    }
