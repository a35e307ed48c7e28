"""What was walked today, in the diary: read, and written as steps are passed."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from itertools import chain

from bot.dispatch.conversation import LOOK_BACK, Conversation
from bot.services.cards import card_of, cards_of, known
from bot.services.guiding import active_guide
from bot.services.guiding.active_guide import ActiveGuide
from bot.services.training_state import training_state
from bot.values.guide_position import GuidePosition
from content.catalog.card import Card
from content.catalog.guide import StepKind, guide_steps
from content.catalog.taxonomy import Side
from content.coaching.session.completed_work import CardProgress, set_key
from content.coaching.session.side_balance import EVEN, Lean, lean
from content.coaching.session.training_state import session_inputs
from scheduler.log.entries import EDITABLE, states
from storage.queries.diary import Note, NoteKind

AT_A_PACE = 0.4  # of the time of repetitions: nobody does them faster than that


def walked(chat: Conversation, day: date) -> dict[str, CardProgress]:
    """Card by card, in the order of walking."""
    notes = [
        each for each in chat.work.diary.notes(chat.runner.id, day) if each.kind == NoteKind.WALKED
    ]
    return {each.key: CardProgress(**each.data) for each in notes if each.day == day}


def last_step(chat: Conversation, day: date) -> datetime | None:
    """When a step was last walked that day."""
    notes = chat.work.diary.notes(chat.runner.id, chat.day - LOOK_BACK)
    return max(
        (n.told_at for n in notes if n.kind == NoteKind.WALKED and n.day == day), default=None
    )


def unlogged_day(chat: Conversation) -> date | None:
    """The last day before today on which cards were walked, if nothing is in the log for it."""
    notes = chat.work.diary.notes(chat.runner.id, chat.day - LOOK_BACK)
    since = chat.day - EDITABLE
    days = [n.day for n in notes if n.kind == NoteKind.WALKED and since <= n.day < chat.day]
    entries = states(chat.work.session_log.entries(chat.runner.id)) if days else {}
    return max(days) if days and max(days) not in entries else None


def passed(chat: Conversation, guide: ActiveGuide, to: GuidePosition) -> None:
    """Note what is behind once the runner goes on from `guide`; going back takes nothing away.

    Repetitions have their own pace: whoever goes on after a good part of their time has done them.
    """
    card = cards_of(chat).get(guide.place.card)
    if card is None or to.card != card.id or to.at <= guide.place.at:
        return
    walk = guide_steps(card, *guide.place.lean)
    frame = walk[min(guide.place.at, len(walk) - 1)]
    whole = float(frame.seconds or 0)
    seconds = guide.went(frame, chat.now) if whole else 0.0
    if frame.reps and seconds >= AT_A_PACE * whole:
        seconds = whole
    ended = walk[min(to.at, len(walk) - 1)].kind is StepKind.END
    note(chat, guide.place, seconds, ended=ended)


def leave_behind(chat: Conversation) -> None:
    """A walk of an earlier day goes on no more: what had run of its step is noted for that day."""
    kept = active_guide.kept(chat)
    if kept and kept.place.day and kept.place.day < chat.day:
        leave(chat, kept)
        active_guide.end(chat)


def leave(chat: Conversation, guide: ActiveGuide) -> None:
    """Note what has run of a countdown that will not go on."""
    card = cards_of(chat).get(guide.place.card)
    walk = guide_steps(card, *guide.place.lean) if card else ()
    if guide.place.at < len(walk) and walk[guide.place.at].seconds:
        note(chat, guide.place, guide.went(walk[guide.place.at], chat.now))


def note(chat: Conversation, place: GuidePosition, seconds: float, *, ended: bool = False) -> None:
    """Note the seconds of one step, and whether the card is at its end."""
    card, day = card_of(chat, place.card), place.day or chat.day
    known = walked(chat, day).get(card.id, CardProgress())
    walk = guide_steps(card, *place.lean)
    now = known.passed(walk[min(place.at, len(walk) - 1)], round(seconds, 1))
    _keep(chat, day, card, CardProgress(now.sets, now.ended or ended))


def add(
    chat: Conversation, card: Card, day: date, sets: Mapping[str, float], *, ended: bool
) -> None:
    """Note the seconds of work by set and side, as far as the card has such sets."""
    now = walked(chat, day).get(card.id, CardProgress())
    for step in chain.from_iterable(guide_steps(card, side, True) for side in Side):
        seconds = min(sets.get(set_key(step), 0.0), step.seconds or 0)
        now = now.passed(step, round(seconds, 1))
    _keep(chat, day, card, CardProgress(now.sets, now.ended or ended))


def _keep(chat: Conversation, day: date, card: Card, now: CardProgress) -> None:
    if now != walked(chat, day).get(card.id, CardProgress()):
        chat.work.diary.write(
            chat.runner.id, Note(day, NoteKind.WALKED, card.id, chat.now, asdict(now))
        )


def lean_of(chat: Conversation, card_id: str) -> Lean:
    """How this runner walks the card today: the side that is behind goes first."""
    card = known(chat).get(card_id)
    if card is None:
        return EVEN
    state, worse = training_state(chat), chat.answers.worse_side
    book = session_inputs(state, chat.content.library, chat.day).book(chat.content.library.cards)
    return lean(card, book, worse)
