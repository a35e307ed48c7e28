"""The session as the page walks through it: the same moves and steps as in the chat."""

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from typing import Any

from bot.dispatch.conversation import Conversation
from bot.page import cards
from bot.page.closed import closed
from bot.services.cards import card_of
from bot.services.guiding import guide, guide_log
from bot.services.safety import gate
from bot.values.guide_position import GuidePosition
from bot.values.step_view import StepView
from content.catalog.card import Card
from content.catalog.guide import GuideStep, StepKind, guide_steps
from content.catalog.taxonomy import LASTING
from content.coaching.session.completed_work import set_key


def opened(chat: Conversation, named: date | None) -> dict[str, Any]:
    """The session of that day, else of today, for the page. Raises Closed."""
    if not gate.body_asked(chat):
        raise closed(chat, "asked")
    offer = guide.listed(chat, named)
    moves = [_move(chat, place) for place in guide.places(chat, offer)]
    if not moves:
        raise closed(chat, "rests")
    done = {card for card, each in guide_log.walked(chat, offer.day).items() if each.ended}
    walked = [each["card"] for each in moves if each["card"] in done]
    return {**_named(offer.day, moves), "walked": walked, "alone": False}


def single(chat: Conversation, card_id: str) -> dict[str, Any]:
    """A card that was chosen by hand, which is no part of a session. Raises Closed."""
    if not gate.body_asked(chat):
        raise closed(chat, "asked")
    place = replace(cards.place(chat, card_id), lean=guide_log.lean_of(chat, card_id))
    return {**_named(chat.day, [_move(chat, place)]), "walked": [], "alone": True}


def _named(day: date, moves: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": f"{day}.{_print(moves)}", "day": str(day), "moves": moves}


def _print(moves: list[dict[str, Any]]) -> str:
    """Tells two sessions apart that do not show the same: a page begins anew with another one."""
    return sha256(json.dumps(moves, sort_keys=True).encode()).hexdigest()[:16]


def _move(chat: Conversation, place: GuidePosition) -> dict[str, Any]:
    card = card_of(chat, place.card)
    walk = guide_steps(card, *place.lean)
    return {
        "card": card.id,
        "name": card.name,
        "summary": card.summary,
        "feel": f"{card.feel} {card.not_feel}",
        "stop": card.stop,
        "cautions": [*card.weighty, *_not_for(chat, card)],
        "sets": card.dose.sets,
        "steps": [
            _step(chat, card, place.to(at), step)
            for at, step in enumerate(walk)
            if step.kind is not StepKind.END
        ],
    }


def _not_for(chat: Conversation, card: Card) -> list[str]:
    """For whom the card is not, where nothing is known of the runner."""
    among = [each.value for each in card.not_for if each in LASTING]
    if not among or not gate.wary(chat):
        return []
    named = ", ".join(chat.wording.term("conditions", each) for each in among)
    return [chat.wording.term("page", "not_for").format(conditions=named)]


def _step(chat: Conversation, card: Card, place: GuidePosition, step: GuideStep) -> dict[str, Any]:
    return {
        "kind": step.kind.value,
        "text": step.text,
        "steps": [list(each) for each in step.steps],
        "side": chat.wording.term("sides", step.side.value) if step.side else None,
        "seconds": step.seconds,
        "reps": step.reps,
        "set": step.set_number,
        "key": set_key(step),
        "picture": StepView.at(card, place).picture,
    }
