"""What was done on the page: read with care, noted as the walk in the chat is, and logged once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any

from bot.dispatch.conversation import Conversation
from bot.handlers.guide import summary
from bot.page.closed import closed
from bot.services.cards import cards_of
from bot.services.guiding import guide_log
from bot.services.history import streaks
from scheduler.log.entries import ACTIVE, LogEntry, refusal, states

MOST = 50  # moves of a session, and sets of a move: many times what there is


@dataclass(frozen=True, slots=True)
class FinishedMove:
    """A card with its seconds of work by set and side, and whether it was walked to its end."""

    card: str
    sets: Mapping[str, float]
    ended: bool


@dataclass(frozen=True, slots=True)
class Finished:
    """`alone` is a card that was chosen by hand, and no part of the day's session."""

    day: date
    moves: tuple[FinishedMove, ...]
    alone: bool = False


def read(body: object) -> Finished:
    """What the page sent, as a value. Raises ValueError for anything else."""
    match body:
        case {"id": str(name), "moves": [*moves], **more} if len(moves) <= MOST:
            day, alone = date.fromisoformat(name.partition(".")[0]), more.get("alone") is True
            return Finished(day, tuple(map(_move, moves)), alone and len(moves) == 1)
    raise ValueError("this is no finished session")


def _move(told: object) -> FinishedMove:
    match told:
        case {"card": str(card), "sets": dict(sets), "ended": bool(ended)} if len(sets) <= MOST:
            return FinishedMove(card, {key: _seconds(value) for key, value in sets.items()}, ended)
    raise ValueError("this is no finished move")


def _seconds(told: object) -> float:
    if isinstance(told, bool) or not isinstance(told, int | float) or not isfinite(told):
        raise ValueError("these are no seconds")
    return float(told)


def finish(chat: Conversation, told: Finished) -> dict[str, Any]:
    """Note it, and end the session as the chat does; the answer is the same each time.

    Whoever sends it twice, or from a second phone, adds nothing and is told nothing new in the
    chat. Raises Closed for a day that can't be logged any more.
    """
    if refusal(told.day, chat.day):
        raise closed(chat, "late")
    before = guide_log.walked(chat, told.day)
    for move in told.moves:
        if card := cards_of(chat).get(move.card):
            guide_log.add(chat, card, told.day, move.sets, ended=move.ended)
    walked = guide_log.walked(chat, told.day)
    worked = any(each.sets for each in walked.values())
    if worked and (walked != before or _standing(chat, told.day) is None):
        _end(chat, told)
    return _answer(chat, told.day)


def _end(chat: Conversation, told: Finished) -> None:
    if told.alone:
        summary.end_card(chat, told.moves[0].card, told.day)
    else:
        summary.end_here(chat, told.day)


def _standing(chat: Conversation, day: date) -> LogEntry | None:
    entry = states(chat.work.session_log.entries(chat.runner.id)).get(day)
    return entry if entry and entry.status in ACTIVE else None


def _answer(chat: Conversation, day: date) -> dict[str, Any]:
    """How the day stands in the log now, with its week."""
    standing = _standing(chat, day)
    if standing is None:
        return {"status": "nothing", "text": chat.wording.term("page", "nothing")}
    so_far = streaks.so_far(chat, chat.work.session_log.entries(chat.runner.id))
    words = chat.wording.term("page", standing.status.value)
    return {
        "status": standing.status.value,
        "text": words.format(done=so_far.done, goal=so_far.goal, minutes=standing.minutes or 0),
    }
