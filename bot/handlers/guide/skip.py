"""Leaving a card out: why, and what that changes now and in the plan."""

from collections.abc import Iterable
from datetime import date

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.guide import steps, summary
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


def ask(chat: Conversation) -> None:
    """Why? The countdown waits meanwhile."""
    ask_about(chat, GuidePosition.of(chat.args()))


def ask_about(chat: Conversation, place: GuidePosition) -> None:
    steps.rest(chat)
    chat.show(views.why(chat.wording, guide.step_of(chat, place)))


def reason(chat: Conversation) -> None:
    why, card_id, raw = chat.args(3)
    if why not in REASONS:
        raise StaleTap(why)
    leave_out(chat, SkipReason(why), GuidePosition(card_id, day=date_of(raw)))


def leave_out(chat: Conversation, why: SkipReason, place: GuidePosition) -> None:
    card = card_of(chat, place.card)
    if _skipped(chat, card):
        return  # the other phone was quicker
    if kept := active_guide.get(chat):
        guide_log.leave(chat, kept)
    REASONS[why](chat, card, place.day)


def _skipped(chat: Conversation, card: Card) -> bool:
    notes = chat.work.diary.notes(chat.runner.id, chat.day)
    return any(each.kind == NoteKind.SKIPPED and each.key == card.id for each in notes)


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
    onward(chat, [card], day)


def _no_kit(chat: Conversation, card: Card, day: date | None) -> None:
    """The kit leaves the profile, with a way back, and what needs it leaves today's session."""
    gone = set(card.kit.required)
    noted(chat, card, SkipReason.KIT)
    before = chat.answers.kit
    kit = set(before if before is not None else Kit) - gone
    stored = chat.answers.get(AnswerKey.KIT)
    chat.remember(kit=sorted(kit) or [NO_KIT], before={AnswerKey.KIT.value: stored})
    chat.say(views.no_kit(chat.wording, sorted(gone)))
    instead(chat, card, day, anew=True)
    offer = session.current(chat)
    others = [card_of(chat, each) for each in (offer.cards if offer else ())]
    for other in others:
        if not has_kit(other, frozenset(Kit(each) for each in kit)):
            session.give_way(chat, other)


def _dislike(chat: Conversation, card: Card, day: date | None) -> None:
    noted(chat, card, SkipReason.DISLIKE)
    chat.say(views.disliked(chat.wording, card))
    instead(chat, card, day, anew=True)


def instead(chat: Conversation, card: Card, day: date | None, *, anew: bool = False) -> None:
    """On with something that does much of the same, else with the rest of the session."""
    other = session.give_way(chat, card)
    if other is None:
        onward(chat, [], day, anew=anew)
    else:
        steps.arrive(chat, GuidePosition(other, 0, day, guide_log.lean_of(chat, other)), anew=anew)


def onward(
    chat: Conversation, dropped: Iterable[Card], day: date | None, *, anew: bool = False
) -> None:
    """On with what is left of the session; at its end it is added up."""
    for card in dropped:
        session.drop(chat, card.id)
    following = guide.next_card(chat, day, "") if day and session.current(chat) else None
    if following:
        lean = guide_log.lean_of(chat, following.id)
        steps.arrive(chat, GuidePosition(following.id, 0, day, lean), anew=anew)
    else:
        summary.end_here(chat, day or chat.day)


REASONS = {
    SkipReason.TIME: _no_time,
    SkipReason.KIT: _no_kit,
    SkipReason.DISLIKE: _dislike,
    SkipReason.ONCE: _once,
}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(ask), r"^out:"),
    CallbackQueryHandler(handle(reason), r"^leave:"),
]
