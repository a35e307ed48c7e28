"""How a card looks, step by step."""

from collections.abc import Collection, Sequence
from math import ceil

from bot.dispatch.reply import Button, Reply, Rows, button
from bot.values.guide_position import GuidePosition
from bot.values.step_view import StepView
from content.catalog.card import Card
from content.catalog.guide import StepKind
from content.catalog.references import Rationale, Source
from content.catalog.taxonomy import LASTING, Condition
from content.coaching.session.side_balance import EVEN
from content.wording.messages import Wording

BAR = 12  # cells of the countdown


def step(
    wording: Wording,
    now: StepView,
    *,
    left: float | None = None,
    paused: bool = False,
    following: Card | None = None,
    wary: bool = False,
) -> Reply:
    """One step of the card. `left` is the seconds to go; `following` the session's next card.

    `wary` tells for whom the card is not, since nothing is known about this runner.
    """
    card, frame, lean = now.card, now.frame, now.place.lean
    seconds = frame.seconds or 0
    remaining = ceil(seconds if left is None else left)
    text = wording.message(
        "walk",
        card=card,
        frame=frame,
        kind=frame.kind.value,
        number=now.place.at + 1,
        total=now.of,
        side=wording.term("sides", frame.side.value) if frame.side else None,
        left=remaining if seconds else None,
        bar=_bar(remaining, seconds),
        areas=[wording.term("areas", each.value) for each in card.areas],
        paused=paused,
        worked=now.after_work,
        first=wording.term("sides", lean.first.value) if lean != EVEN else None,
        more=lean.more,
        set_number=frame.set_number if card.dose.sets > 1 else None,
        sets=card.dose.sets,
        cautions=card.weighty if now.first else (),
        not_for=not_for(wording, card, LASTING) if now.first and wary else (),
        stop=card.stop if now.first else None,
        not_feel=card.not_feel if now.begins_work else None,
    )
    return Reply(text, _buttons(wording, now, following, paused=paused), picture=now.picture)


def not_for(wording: Wording, card: Card, among: Collection[Condition]) -> list[str]:
    """The conditions that the card is not for, in words."""
    return [wording.term("conditions", each.value) for each in card.not_for if each in among]


def whole(wording: Wording, card: Card) -> Reply:
    """All that an author wrote around the steps."""
    text = wording.message(
        "card",
        card=card,
        areas=[wording.term("areas", each.value) for each in card.areas],
        not_for=not_for(wording, card, tuple(Condition)),
        shown=card.weighty,
    )
    return Reply(text)


def _bar(left: int, seconds: int) -> str:
    full = round(BAR * left / seconds) if seconds else 0
    return "▓" * full + "░" * (BAR - full)


def _buttons(wording: Wording, now: StepView, following: Card | None, *, paused: bool) -> Rows:
    if now.frame.kind is StepKind.END:
        return _end(wording, now, following)
    card, day = now.card, now.place.day
    links = [
        button(wording, name, f"{name}:{card.id}:{day or ''}")
        for name in ("easier", "harder")
        if getattr(card.links, name)
    ]
    why, skip = (button(wording, name, f"{name}:{now.place.code}") for name in ("why", "out"))
    return [_moves(wording, now, paused=paused), [why, *links, skip]]


def _moves(wording: Wording, now: StepView, *, paused: bool) -> list[Button]:
    place = now.place
    back = [button(wording, "back", _to(place, -1))] if place.at else []
    name, verb = ("go_on_hold", "on") if paused else ("hold", "hold")
    clock = [button(wording, name, f"{verb}:{place.code}")]
    known = (
        [button(wording, "known", f"walk:{place.to(now.work).code}")]
        if now.work - place.at > 1
        else []
    )
    return [
        *back,
        *(clock if now.frame.seconds else []),
        *known,
        button(wording, "next", _to(place, 1)),
    ]


def _end(wording: Wording, now: StepView, following: Card | None) -> Rows:
    day, back = now.place.day, button(wording, "back", _to(now.place, -1))
    if day is None:
        finish = button(wording, "finish", f"own:{now.card.id}")
        return [[finish], [back, button(wording, "today", "today")]]
    if following is None:
        return [
            [button(wording, "finish", f"done:{day}")],
            [back, button(wording, "today", "today")],
        ]
    onward = button(wording, "next_card", f"walk:{following.id}:0:{day}", name=following.name)
    return [[onward], [back, button(wording, "enough", f"stop:{day}")]]


def _to(place: GuidePosition, steps: int) -> str:
    return f"walk:{place.to(place.at + steps).code}"


def why(
    wording: Wording, now: StepView, reasons: Sequence[Rationale], sources: Sequence[Source]
) -> Reply:
    text = wording.message("why", card=now.card, reasons=reasons, sources=sources)
    return Reply(
        text, [[button(wording, "card_again", f"walk:{now.place.code}")]], picture=now.picture
    )
