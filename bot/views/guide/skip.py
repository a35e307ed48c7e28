"""How it is asked why a card is left out, and what is said then."""

from collections.abc import Sequence
from datetime import date

from bot.dispatch.reply import Button, Reply, button
from bot.values.step_view import StepView
from bot.views.onboarding.questions import in_rows
from content.catalog.card import Card
from content.catalog.taxonomy import Kit
from content.coaching.session.skips import SkipReason
from content.wording.messages import label, message, term, words


def why(now: StepView) -> Reply:
    card, day = now.card, now.place.day
    kit = [term("kit", each) for each in card.kit.required]
    lacks = Button(label("no_kit", kit=" / ".join(kit)), _leave(SkipReason.KIT, card, day))
    shown = [
        button("no_time", _leave(SkipReason.TIME, card, day)),
        button("hurts", _leave(SkipReason.HURTS, card, day)),
        *([lacks] if kit else []),
        button("dislike", _leave(SkipReason.DISLIKE, card, day)),
        button("once", _leave(SkipReason.ONCE, card, day)),
    ]
    back = button("card_again", f"walk:{now.place.code}")
    return Reply(message("skip", card=card), (*in_rows(shown, 2), [back]), picture=now.picture)


def _leave(why: SkipReason, card: Card, day: date | None) -> str:
    return f"leave:{why}:{card.id}:{day or ''}"


def where(card: Card, day: date | None) -> Reply:
    shown = [
        Button(term("areas", area), f"hurt:{n}:{card.id}:{day or ''}")
        for n, area in enumerate(card.areas)
    ]
    return Reply(message("hurts_where", card=card), in_rows(shown, 2))


def how(card: Card, area: int, day: date | None) -> Reply:
    shown = [
        Button(text, f"pain:{area}:{kind}:{card.id}:{day or ''}")
        for kind, text in words()["pain_kinds"].items()
    ]
    text = message("hurts_how", area=term("areas", card.areas[area]))
    return Reply(text, in_rows(shown, 2))


def stopped() -> Reply:
    return Reply(message("hurts_stop"), [[button("better_now", "sore")]])


def no_kit(gone: Sequence[Kit]) -> Reply:
    text = message("no_kit", kit=[term("kit", each) for each in gone])
    return Reply(text, [[button("undo", "unprefer")]])


def disliked(card: Card) -> Reply:
    return Reply(message("disliked", card=card), [[button("hide", f"hide:{card.id}")]])
