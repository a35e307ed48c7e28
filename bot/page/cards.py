"""The library as the page shows it: all cards with why one is shut, and a heart on some."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from math import ceil
from typing import Any

from bot.dispatch.conversation import Conversation
from bot.page.closed import Closed, closed, reason
from bot.services.cards import cards_of
from bot.services.guiding import guide
from bot.services.safety import gate
from bot.values.guide_position import GuidePosition
from content.catalog.card import Card
from content.catalog.guide import minutes
from content.catalog.taxonomy import Area, Kind, Kit
from content.coaching.gate import Refusal
from content.pictures.output.naming import picture_name


def listed(chat: Conversation) -> dict[str, Any]:
    """Every card but the tests, by name, and what they can be looked for by. Raises Closed."""
    if not gate.body_asked(chat):
        raise closed(chat, "asked")
    shut = gate.refusals(chat)
    found = [each for each in cards_of(chat).values() if each.kind is not Kind.TEST]
    return {
        "areas": _terms(chat, "areas", Area),
        "kinds": _terms(chat, "kinds", [each for each in Kind if each is not Kind.TEST]),
        "kit": _terms(chat, "kit", Kit),
        "cards": [
            _card(chat, each, shut.get(each.id)) for each in sorted(found, key=lambda c: c.name)
        ],
    }


def _terms(chat: Conversation, group: str, among: Iterable[StrEnum]) -> Mapping[str, str]:
    return {each.value: chat.wording.term(group, each.value) for each in among}


def _card(chat: Conversation, card: Card, no: Refusal | None) -> dict[str, Any]:
    no = guide.holds(chat, GuidePosition(card.id), no)
    return {
        "id": card.id,
        "name": card.name,
        "summary": card.summary,
        "areas": [each.value for each in card.areas],
        "kind": card.kind.value,
        "kit": [each.value for each in card.kit.required],
        "minutes": ceil(minutes(card)),
        "picture": picture_name(card),
        "favourite": card.id in chat.answers.favourites,
        "shut": reason(chat, card, no) if no else None,
    }


def place(chat: Conversation, card_id: str) -> GuidePosition:
    """Where that card begins, chosen by hand. Raises Closed where the gate keeps it shut."""
    card = _known(chat, card_id)
    if no := guide.refused(chat, GuidePosition(card.id)):
        raise Closed(reason(chat, card, no))
    return GuidePosition(card.id)


def favour(chat: Conversation, card_id: str, *, on: bool) -> dict[str, Any]:
    """Give that card a heart, or take it away; all that have one. Raises Closed.

    What is shut gets none: a heart says “that one again”.
    """
    if on:
        place(chat, card_id)
    held = chat.answers.favourites - {_known(chat, card_id).id}
    chat.remember(favourites=sorted(held | {card_id} if on else held))
    return {"favourites": sorted(chat.answers.favourites)}


def _known(chat: Conversation, card_id: str) -> Card:
    card = chat.content.library.cards.get(card_id)
    if card is None or card.kind is Kind.TEST:
        raise closed(chat, "gone")
    return card
