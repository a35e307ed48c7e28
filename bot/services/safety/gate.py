"""The gate in the chat: what is known of the runner, and which cards that keeps shut."""

from bot.dispatch.conversation import Conversation
from bot.services.training_state import training_state
from content.catalog.card import Card
from content.coaching.gate import GateState, Refusal, all_refused, refusal
from content.coaching.session.skips import aching
from content.coaching.session.training_state import light_today


def known(chat: Conversation) -> GateState:
    """Complaints, lasting states, today's soreness, and what the runner does without."""
    state = training_state(chat)
    return GateState(
        complaints=state.complaints,
        conditions=state.conditions,
        light=light_today(state, chat.day),
        aching=aching(state.skipped, chat.day),
        hidden=state.hidden,
        kit=state.profile.kit,
        no_kneeling=state.no_kneeling,
    )


def refusal_of(chat: Conversation, card: Card) -> Refusal | None:
    """Why that card may not open now, wishes and missing kit included."""
    return refusal(card, known(chat), chat.day)


def refusals(chat: Conversation) -> dict[str, Refusal]:
    """All cards that may not open now, each with its reason."""
    state, cards = known(chat), chat.content.library.cards.values()
    return {card.id: no for card in cards if (no := refusal(card, state, chat.day))}


def unsafe(chat: Conversation, card: Card) -> Refusal | None:
    """Why safety keeps that card shut now."""
    found = refusal_of(chat, card)
    return found if found and found.for_safety else None


def all_shut(chat: Conversation) -> Refusal | None:
    """The gravest reason if safety keeps every card shut."""
    return all_refused(chat.content.library.cards.values(), known(chat), chat.day)


def shut(chat: Conversation) -> frozenset[str]:
    """The ids of all cards that the runner hid, or that safety keeps shut now."""
    return known(chat).hidden | {card for card, no in refusals(chat).items() if no.for_safety}


def body_asked(chat: Conversation) -> bool:
    """Was the runner asked what there is to know, and did they answer?"""
    return chat.answers.body_asked


def wary(chat: Conversation) -> bool:
    """Is nothing known of the runner's body, so that cards tell for whom they are not?"""
    return not chat.answers.body_known
