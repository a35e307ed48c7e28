"""Leaving a card out: the walk goes on at once; why, and what that changes, is asked below it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.guide import onward, steps, summary
from bot.services import session
from bot.services.cards import card_of
from bot.services.guiding import active_guide, guide, guide_log
from bot.values.guide_position import GuidePosition, date_of
from bot.views.guide import skip as views
from content.catalog.card import Card
from content.catalog.taxonomy import Area, Kit
from content.coaching.recommend.limits import has_kit
from content.coaching.session.skips import SkipReason
from storage.answers import NO_KIT, AnswerKey
from storage.queries.diary import Note, NoteKind

JUST_NOW = timedelta(minutes=1)  # what is said so soon after a skip is about it


def tapped(chat: Conversation) -> None:
    skip(chat, GuidePosition.of(chat.args()))


def skip(chat: Conversation, place: GuidePosition) -> None:
    """On with the session; then it is asked what was in the way."""
    card = card_of(chat, place.card)
    if _told(chat, card) is not None and not _under_way(chat, card):
        return  # the other phone was quicker
    leave_out(chat, SkipReason.ONCE, place)
    chat.say(views.why(chat.wording, card, place.day), silent=True)


def reason(chat: Conversation) -> None:
    why, card_id, raw = chat.args(3)
    if why not in REASONS:
        raise StaleTap(why)
    put_away(chat)
    leave_out(chat, SkipReason(why), GuidePosition(card_id, day=date_of(raw)))


def come_back(chat: Conversation) -> None:
    """To the move that was left out, which is part of the session again."""
    place = GuidePosition.of(chat.args())
    card = card_of(chat, place.card)
    put_away(chat)
    if place.day == chat.day:
        session.rejoin(chat, card.id)
    steps.arrive(chat, place, anew=True)


def leave_out(chat: Conversation, why: SkipReason, place: GuidePosition) -> None:
    """For that reason; one that is told later takes the place of none."""
    card = card_of(chat, place.card)
    told, kept = _told(chat, card), active_guide.get(chat)
    begins = told is None or _under_way(chat, card)  # again, for who came back to it
    if begins and kept:
        guide_log.leave(chat, kept)
    if begins or (told is SkipReason.ONCE and why is not told):
        REASONS[why](chat, card, place.day)


def _under_way(chat: Conversation, card: Card) -> bool:
    """Is that card the one that is walked now?"""
    kept = active_guide.get(chat)
    return kept is not None and kept.place.card == card.id


def put_away(chat: Conversation) -> None:
    """The question below the walk was answered and goes; what follows is no part of it."""
    kept = active_guide.get(chat)
    if chat.tap and chat.tap.message_id and not (kept and guide.here(chat, kept)):
        chat.remove(chat.tap.message_id)
        chat.tap = replace(chat.tap, message_id=None)


def just_skipped(chat: Conversation) -> str | None:
    """The card that was left out a moment ago and is asked about."""
    notes = chat.work.diary.notes(chat.runner.id, chat.day)
    asked = [
        each.key
        for each in notes
        if each.kind == NoteKind.SKIPPED
        and each.data["why"] == SkipReason.ONCE
        and chat.now - each.told_at <= JUST_NOW
    ]
    return asked[-1] if asked else None


def _told(chat: Conversation, card: Card) -> SkipReason | None:
    """Why that card was left out today, as far as it was told; None if it was not."""
    notes = chat.work.diary.notes(chat.runner.id, chat.day)
    skipped = {each.key: each.data for each in notes if each.kind == NoteKind.SKIPPED}
    return SkipReason(skipped[card.id]["why"]) if card.id in skipped else None


def noted(chat: Conversation, card: Card, why: SkipReason, *, aches: Area | None = None) -> None:
    """Remember it for the sessions to come, and the area that is left out today."""
    told = {"why": why.value, **({"aches": aches.value} if aches else {})}
    note = Note(chat.day, NoteKind.SKIPPED, card.id, chat.now, told)
    chat.work.diary.write(chat.runner.id, note)


def _no_time(chat: Conversation, card: Card, day: date | None) -> None:
    """What is done counts, and the next session is a short one."""
    noted(chat, card, SkipReason.TIME)
    summary.end_here(chat, day or chat.day, short=True)


def _once(chat: Conversation, card: Card, day: date | None) -> None:
    noted(chat, card, SkipReason.ONCE)
    chat.toast("skipped_card")
    leave_behind(chat, [card], day, resting=True)


def _no_kit(chat: Conversation, card: Card, day: date | None) -> None:
    """The kit leaves the profile, with a way back, and what needs it leaves today's session."""
    gone = set(card.kit.required)
    noted(chat, card, SkipReason.KIT)
    before = chat.answers.kit
    kit = set(before if before is not None else Kit) - gone
    stored = chat.answers.get(AnswerKey.KIT)
    chat.remember(kit=sorted(kit) or [NO_KIT], before={AnswerKey.KIT.value: stored})
    chat.say(views.no_kit(chat.wording, sorted(gone)))
    instead(chat, card, day)
    offer = session.current(chat)
    others = [card_of(chat, each) for each in (offer.cards if offer else ())]
    for other in others:
        if not has_kit(other, frozenset(Kit(each) for each in kit)):
            session.give_way(chat, other)


def _dislike(chat: Conversation, card: Card, day: date | None) -> None:
    noted(chat, card, SkipReason.DISLIKE)
    chat.say(views.disliked(chat.wording, card))
    instead(chat, card, day)


def instead(chat: Conversation, card: Card, day: date | None) -> None:
    """On with something that does much of the same, else with the rest of the session.

    In the middle of another move it comes once that is done.
    """
    kept = active_guide.get(chat)
    elsewhere = kept is not None and kept.place.card != card.id
    other = session.give_way(chat, card, join=elsewhere)
    if kept and elsewhere:
        if not kept.running:
            steps.show_paused(chat, kept)
    elif other is None:
        onward.next_move(chat, day, resting=False)
    else:
        lean = guide_log.lean_of(chat, other)
        steps.arrive(chat, GuidePosition(other, 0, day, lean), anew=True)


def leave_behind(
    chat: Conversation, dropped: Iterable[Card], day: date | None, *, resting: bool = False
) -> None:
    """On with what is left of the session; at its end it is added up."""
    for card in dropped:
        session.drop(chat, card.id)
    onward.next_move(chat, day if session.current(chat) else None, resting=resting)


REASONS = {
    SkipReason.TIME: _no_time,
    SkipReason.KIT: _no_kit,
    SkipReason.DISLIKE: _dislike,
    SkipReason.ONCE: _once,
}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(tapped), r"^out:"),
    CallbackQueryHandler(handle(reason), r"^leave:"),
    CallbackQueryHandler(handle(come_back), r"^unskip:"),
]
