"""What was walked today, in the diary: read, and written as steps are passed."""

from dataclasses import asdict
from datetime import date, datetime

from bot.dispatch.conversation import Chat
from bot.services.active_guide import Hold
from bot.services.guide_position import Place
from bot.services.training_state import LOOK_BACK, case_of
from content.catalog.guide import FrameKind, frames, reps_seconds
from content.catalog.taxonomy import Side
from content.coaching.session.completed_work import Walked
from content.coaching.session.side_balance import EVEN, Lean, lean
from content.coaching.session.training_state import day_of
from storage.queries.diary import Note

WALKED = "walked"


def walked(chat: Chat, day: date) -> dict[str, Walked]:
    """Card by card, in the order of walking."""
    notes = [each for each in chat.work.diary.notes(chat.runner.id, day) if each.kind == WALKED]
    return {each.key: Walked(**each.data) for each in notes if each.day == day}


def last_step(chat: Chat, day: date) -> datetime | None:
    """When a step was last walked that day."""
    notes = chat.work.diary.notes(chat.runner.id, chat.day - LOOK_BACK)  # as the case does
    return max((n.told_at for n in notes if n.kind == WALKED and n.day == day), default=None)


def passed(chat: Chat, hold: Hold, to: Place) -> None:
    """Note what is behind once the runner goes on from `hold`; going back takes nothing away."""
    card = chat.coach.library.cards.get(hold.place.card)
    if card is None or to.card != card.id or to.at <= hold.place.at:
        return
    walk = frames(card, *hold.place.lean)
    if hold.place.at >= len(walk):
        return
    frame = walk[hold.place.at]
    seconds = hold.went(frame, chat.now) if frame.seconds else float(reps_seconds(frame))
    ended = walk[min(to.at, len(walk) - 1)].kind is FrameKind.END
    note(chat, hold.place, seconds, ended=ended)


def leave(chat: Chat, hold: Hold) -> None:
    """Note what has run of a countdown that will not go on."""
    card = chat.coach.library.cards.get(hold.place.card)
    walk = frames(card, *hold.place.lean) if card else ()
    if hold.place.at < len(walk) and walk[hold.place.at].seconds:
        note(chat, hold.place, hold.went(walk[hold.place.at], chat.now))


def note(chat: Chat, place: Place, seconds: float, *, ended: bool = False) -> None:
    """Note the seconds of one step, and whether the card is at its end."""
    card, day = chat.coach.library.cards[place.card], place.day or chat.day
    known = walked(chat, day).get(card.id, Walked())
    walk = frames(card, *place.lean)
    now = known.passed(walk[min(place.at, len(walk) - 1)], round(seconds, 1))
    now = Walked(now.sets, now.ended or ended)
    if now != known:
        chat.work.diary.write(chat.runner.id, Note(day, WALKED, card.id, chat.now, asdict(now)))


def lean_of(chat: Chat, card_id: str) -> Lean:
    """How this runner walks the card today: the side that is behind goes first."""
    card = chat.coach.library.cards.get(card_id)
    if card is None:
        return EVEN
    case, worse = case_of(chat), chat.runner.answers.get("worse_side")
    book = day_of(case, chat.coach.library, chat.day).book(chat.coach.library.cards)
    return lean(card, book, Side(worse) if worse else None)
