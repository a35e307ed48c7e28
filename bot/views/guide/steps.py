"""How a card looks, step by step."""

from collections.abc import Collection, Sequence
from math import ceil

from bot.dispatch.reply import Button, Reply, Rows, button
from bot.values.guide_position import GuidePosition
from bot.values.step_view import StepView
from content.catalog.card import Card
from content.catalog.guide import StepKind, mark
from content.catalog.private import is_private
from content.catalog.references import Rationale, Source
from content.catalog.taxonomy import LASTING, Condition, Kind
from content.coaching.session.side_balance import EVEN, Lean
from content.wording.messages import Wording

BAR = 12  # cells of the countdown
KEY = "\ufe0f\N{COMBINING ENCLOSING KEYCAP}"
TIMED = frozenset({StepKind.HOLD, StepKind.MOVE})  # repetitions are counted, not timed


def step(
    wording: Wording,
    now: StepView,
    *,
    left: float | None = None,
    paused: bool = False,
    back_in: float | None = None,
    wary: bool = False,
) -> Reply:
    """One step of the card. `left` is the seconds to go: without any, what is read waits. A pause
    waits for the runner, or ends by itself after the seconds of `back_in`.

    `wary` tells for whom the card is not, since nothing is known about this runner.
    """
    runs = left is not None and not paused
    text = _page(wording, now, left if runs else None, wary=wary)
    if now.frame.kind is not StepKind.SETUP:
        text = _work(wording, now, left, paused=paused, back_in=back_in)
    return Reply(text, _buttons(wording, now, runs=runs, paused=paused), picture=now.picture)


def _page(wording: Wording, now: StepView, left: float | None, *, wary: bool) -> str:
    """What there is to read before the work; with seconds `left`, it is the rest before it."""
    return _read(
        wording,
        now.card,
        now.place.lean,
        turn=now.turn,
        turns=now.turns,
        setup=now.frame.text,
        steps=now.frame.steps,
        page=now.place.at + 1,
        pages=now.work,
        rest=None if left is None else ceil(left),
        wary=wary,
    )


def whole_page(
    wording: Wording, card: Card, lean: Lean, *, turn: int, turns: int, wary: bool
) -> str:
    """The same on one page, however long it is."""
    return _read(
        wording,
        card,
        lean,
        turn=turn if turns > 1 else None,
        turns=turns,
        setup="\n".join(card.setup),
        steps=tuple(enumerate(card.steps, start=1)),
        page=1,
        pages=1,
        rest=None,
        wary=wary,
    )


def _read(
    wording: Wording, card: Card, lean: Lean, *, page: int, wary: bool, **more: object
) -> str:
    first = page == 1
    return wording.message(
        "move",
        card=card,
        page=page,
        areas=[] if is_private(card.id) else [wording.term("areas", e.value) for e in card.areas],
        effort=page == more["pages"] and not wary and _counts_repetitions(card),
        first=wording.term("sides", lean.first.value) if lean != EVEN else None,
        more=lean.more,
        cautions=card.weighty if first else (),
        not_for=not_for(wording, card, LASTING) if first and wary else (),
        **more,
    )


def _counts_repetitions(card: Card) -> bool:
    """Strength in repetitions, but for what a physio gave: they said how hard it is to be."""
    strong = card.kind is Kind.STRENGTHEN and card.dose.reps is not None
    return strong and not is_private(card.id)


def _work(
    wording: Wording, now: StepView, left: float | None, *, paused: bool, back_in: float | None
) -> str:
    card, frame = now.card, now.frame
    seconds = frame.seconds or 0
    remaining = ceil(seconds if left is None else left)
    return wording.message(
        "walk",
        card=card,
        turn=now.turn,
        turns=now.turns,
        frame=frame,
        kind=frame.kind.value,
        side=wording.term("sides", frame.side.value) if frame.side else None,
        left=remaining,
        figures=_large(remaining) if frame.kind in TIMED else "",
        mark=mark(frame, remaining),
        bar=_bar(remaining, seconds),
        paused=paused,
        back_in=ceil(back_in) if back_in else None,
        worked=now.after_work,
        set_number=frame.set_number if card.dose.sets > 1 else None,
        sets=card.dose.sets,
        not_feel=card.not_feel if now.begins_work else None,
    )


def _large(number: int) -> str:
    """In figures that can be read from the floor: each is a key of a telephone."""
    return "".join(figure + KEY for figure in str(number))


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


def _buttons(wording: Wording, now: StepView, *, runs: bool, paused: bool) -> Rows:
    if now.frame.kind is StepKind.SETUP:
        return _reading(wording, now, runs=runs)
    hurts = button(wording, "hurts", f"leave:hurts:{now.card.id}:{now.place.day or ''}")
    return [_moves(wording, now, paused=paused), [hurts, *_ways_out(wording, now, paused=paused)]]


def _reading(wording: Wording, now: StepView, *, runs: bool) -> Rows:
    """Below what is read: one button that runs everything, and what else the card can do."""
    card, place = now.card, now.place
    start = button(wording, "start", f"walk:{place.to(now.work).code}")
    back = [button(wording, "back", _to(place, -1))] if place.at else []
    on = [button(wording, "read_on", _to(place, 1))] if now.reads_on else []
    wait = [button(wording, "hold", f"hold:{place.code}")] if runs else []
    links = [
        button(wording, name, f"{name}:{card.id}:{place.day or ''}")
        for name in ("easier", "harder")
        if getattr(card.links, name)
    ]
    why = [button(wording, "why", f"why:{place.code}")] if card.why else []
    talk = [] if is_private(card.id) else [_talk(wording, now)]
    return [
        [*back, start, *on, *wait],
        [*why, *links, *_ways_out(wording, now, paused=not runs)],
        [] if runs else [*talk, _sound(wording, now)],
    ]


def _talk(wording: Wording, now: StepView) -> Button:
    return button(wording, "talk", f"talk:{now.card.id}:{now.place.day or ''}:")


def _sound(wording: Wording, now: StepView) -> Button:
    if now.sounds:
        return button(wording, "sound_off", f"sound:off:{now.place.code}")
    return button(wording, "sound_on", f"sound:on:{now.place.code}")


def _moves(wording: Wording, now: StepView, *, paused: bool) -> list[Button]:
    place = now.place
    name, verb = ("go_on_hold", "on") if paused else ("hold", "hold")
    return [
        button(wording, "back", _to(place, -1)),
        button(wording, name, f"{verb}:{place.code}"),
        button(wording, "next", _to(place, 1)),
    ]


def _ways_out(wording: Wording, now: StepView, *, paused: bool) -> list[Button]:
    """Out of this move; and where nothing runs, out of the session."""
    skip = button(wording, "out", f"out:{now.place.code}")
    begun = paused and now.frame.kind is not StepKind.SETUP
    return [skip, button(wording, "enough", f"stop:{now.place.day or ''}")] if begun else [skip]


def _to(place: GuidePosition, steps: int) -> str:
    return f"walk:{place.to(place.at + steps).code}"


def why(
    wording: Wording, now: StepView, reasons: Sequence[Rationale], sources: Sequence[Source]
) -> Reply:
    text = wording.message("why", card=now.card, reasons=reasons, sources=sources)
    return Reply(
        text, [[button(wording, "card_again", f"walk:{now.place.code}")]], picture=now.picture
    )
