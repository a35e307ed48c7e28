"""How it is asked why a card is left out, and what is said then."""

from collections.abc import Sequence
from datetime import date

from bot.dispatch.reply import Button, Reply, button, in_rows
from content.catalog.card import Card
from content.catalog.taxonomy import Kit
from content.coaching.session.skips import SkipReason
from content.wording.messages import Wording

ELSEWHERE = "x"  # none of the card's areas, in the little room that a button has


def why(wording: Wording, card: Card, day: date | None) -> Reply:
    """What was in the way? Nobody has to answer."""
    kit = [wording.term("kit", each) for each in card.kit.required]
    lacks = Button(wording.label("no_kit", kit=" / ".join(kit)), _leave(SkipReason.KIT, card, day))
    shown = [
        button(wording, "no_time", _leave(SkipReason.TIME, card, day)),
        button(wording, "hurts", _leave(SkipReason.HURTS, card, day)),
        *([lacks] if kit else []),
        button(wording, "dislike", _leave(SkipReason.DISLIKE, card, day)),
        button(wording, "once", _leave(SkipReason.ONCE, card, day)),
    ]
    back = button(wording, "card_again", f"unskip:{card.id}:0:{day or ''}")
    return Reply(wording.message("skip", card=card), (*in_rows(shown, 2), [back]))


def _leave(why: SkipReason, card: Card, day: date | None) -> str:
    return f"leave:{why}:{card.id}:{day or ''}"


def where(wording: Wording, card: Card, day: date | None) -> Reply:
    shown = [
        Button(wording.term("areas", area), f"hurt:{n}:{card.id}:{day or ''}")
        for n, area in enumerate(card.areas)
    ]
    other = button(wording, "elsewhere", f"hurt:{ELSEWHERE}:{card.id}:{day or ''}")
    return Reply(wording.message("hurts_where", card=card), [*in_rows(shown, 2), [other]])


def how(wording: Wording, card: Card, area: int | None, day: date | None) -> Reply:
    at = ELSEWHERE if area is None else area
    shown = [
        Button(text, f"pain:{at}:{kind}:{card.id}:{day or ''}")
        for kind, text in wording.words["pain_kinds"].items()
    ]
    named = None if area is None else wording.term("areas", card.areas[area])
    text = wording.message("hurts_how", area=named)
    return Reply(text, in_rows(shown, 2))


def stopped(wording: Wording) -> Reply:
    return Reply(wording.message("hurts_stop"), [[button(wording, "better_now", "sore")]])


def no_kit(wording: Wording, gone: Sequence[Kit]) -> Reply:
    text = wording.message("no_kit", kit=[wording.term("kit", each) for each in gone])
    return Reply(text, [[button(wording, "undo", "unprefer")]])


def disliked(wording: Wording, card: Card) -> Reply:
    return Reply(
        wording.message("disliked", card=card), [[button(wording, "hide", f"hide:{card.id}")]]
    )
