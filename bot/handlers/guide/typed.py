"""Words typed in the middle of a walk. The walk follows them down the chat."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from bot.dispatch.conversation import Conversation
from bot.handlers.guide import countdown, hurts, skip, steps, summary
from bot.services.guiding import active_guide, guide, guide_log
from bot.services.guiding.active_guide import ActiveGuide
from bot.views.guide.looks import LOOKS
from content.catalog.guide import StepKind
from content.coaching.session.skips import SkipReason
from content.intents.pain import told_pain
from content.intents.session_words import Aside, aside
from content.intents.understanding import understand

NEAR = timedelta(minutes=30)  # after which "pause" is about reminders again
# What a complaint about the card may be taken for.
COMPLAINTS = frozenset(
    {"ask", "session", "unknown", "off-topic", "easier", "another", "why", "check-body"}
)


def heard(chat: Conversation) -> bool:
    """Take the message as a word to the walk, if one is under way and it is such a word."""
    kept = active_guide.get(chat)
    if kept is None or kept.place.card not in chat.content.library.cards:
        return False
    word = aside(chat.text, chat.content.lexicon)
    if word is None and chat.now - kept.started <= NEAR:
        return _told_pain(chat, kept)
    if word is None or (word is not Aside.STOP and chat.now - kept.started > NEAR):
        return False
    ACTS[word](chat, kept)
    return True


def _told_pain(chat: Conversation, kept: ActiveGuide) -> bool:
    """In own words: "it pinches in the front of the hip". What is a red flag is not for here."""
    content = chat.content
    pain = told_pain(chat.text, content.lexicon, content.names, aches=True)
    if pain is None or _meant_otherwise(chat):
        return False
    hurts.ask_where(chat, kept.place, pain)
    return True


def _meant_otherwise(chat: Conversation) -> bool:
    content = chat.content
    found = understand(chat.text, now=chat.local, lexicon=content.lexicon, cards=content.names)
    return found[0].intent not in COMPLAINTS


def _pause(chat: Conversation, kept: ActiveGuide) -> None:
    now = guide.step_of(chat, kept.place)
    steps.show_paused(chat, active_guide.pause(chat, kept, now.frame))


def _next(chat: Conversation, kept: ActiveGuide) -> None:
    if guide.step_of(chat, kept.place).frame.kind is not StepKind.END:
        to = kept.place.to(kept.place.at + 1)
        guide_log.passed(chat, kept, to)
        steps.arrive(chat, to)
    elif kept.place.day and (after := guide.next_card(chat, kept.place.day, kept.place.card)):
        guide.open_card(chat, after.id, LOOKS, day=kept.place.day)
    else:
        summary.end_here(chat, kept.place.day or chat.day)


def _back(chat: Conversation, kept: ActiveGuide) -> None:
    steps.arrive(chat, kept.place.to(max(kept.place.at - 1, 0)))


def _skip(chat: Conversation, kept: ActiveGuide) -> None:
    skip.ask_about(chat, kept.place)


def _because(why: SkipReason) -> Callable[[Conversation, ActiveGuide], None]:
    return lambda chat, kept: skip.leave_out(chat, why, kept.place)


def _hurts(chat: Conversation, kept: ActiveGuide) -> None:
    hurts.ask_where(chat, kept.place)


def _stop(chat: Conversation, kept: ActiveGuide) -> None:
    summary.end_here(chat, kept.place.day or chat.day)


ACTS: Mapping[Aside, Callable[[Conversation, ActiveGuide], None]] = {
    Aside.PAUSE: _pause,
    Aside.RESUME: countdown.go_on,
    Aside.NEXT: _next,
    Aside.BACK: _back,
    Aside.SKIP: _skip,
    Aside.TIME: _because(SkipReason.TIME),
    Aside.HURTS: _hurts,
    Aside.DISLIKE: _because(SkipReason.DISLIKE),
    Aside.STOP: _stop,
}
