"""Once more: a step shown again, work done again, a move from its beginning."""

from dataclasses import replace

from bot.dispatch.conversation import Conversation
from bot.handlers.guide import countdown, pauses, steps
from bot.services.cards import card_of, known
from bot.services.guiding import guide, guide_log
from bot.services.guiding.active_guide import ActiveGuide
from bot.values.guide_position import GuidePosition
from bot.views.session import technique
from content.catalog.guide import WORK, StepKind, guide_steps
from content.intents.meaning import Intent, Meaning


def shown_again(chat: Conversation, kept: ActiveGuide) -> None:
    steps.arrive(chat, kept.place)


def told_how(chat: Conversation, kept: ActiveGuide) -> None:
    """The steps once more. Whoever asks is not in position, so the clock stands meanwhile."""
    now = guide.step_of(chat, kept.place)
    if now.frame.kind is StepKind.SETUP:
        shown_again(chat, kept)
        return
    about = Meaning(Intent.ABOUT, topic="step")
    told = technique.about(chat.wording, now.card, about, kept.place.lean.first)
    chat.say(replace(told, buttons=[]))
    pauses.pause(chat, kept)


def longer(chat: Conversation, kept: ActiveGuide) -> None:
    """Work has its full time anew; elsewhere the runner takes as long as it takes."""
    works = guide.step_of(chat, kept.place).frame.kind in WORK
    (shown_again if works else pauses.pause)(chat, kept)


def once_more(chat: Conversation, kept: ActiveGuide) -> None:
    """The work that runs; else the one that has just ended, beginning with its lead-in."""
    now = guide.step_of(chat, kept.place)
    if now.frame.kind is StepKind.SETUP:
        steps.arrive(chat, _last_work(chat, kept) or kept.place)
    elif now.after_work:
        steps.arrive(chat, kept.place.to(kept.place.at - 2))
    else:
        steps.arrive(chat, kept.place)


def _last_work(chat: Conversation, kept: ActiveGuide) -> GuidePosition | None:
    """The last set of the move before, for who is between two of a session."""
    day = kept.place.day
    before = (
        [each for each in guide_log.walked(chat, day) if each != kept.place.card] if day else []
    )
    if not before or before[-1] not in known(chat):
        return None
    place = GuidePosition(before[-1], 0, day, guide_log.lean_of(chat, before[-1]))
    walk = guide_steps(card_of(chat, place.card), *place.lean)
    last = max(at for at, frame in enumerate(walk) if frame.kind in WORK)
    return place.to(last - 1)


def from_the_start(chat: Conversation, kept: ActiveGuide) -> None:
    """The move from its first set; whoever had the clock stopped goes on with it."""
    now = guide.step_of(chat, kept.place)
    if kept.left is not None:
        countdown.go_on(chat, kept)
    elif now.frame.kind is StepKind.SETUP:
        shown_again(chat, kept)
    else:
        guide_log.leave(chat, kept)
        steps.arrive(chat, kept.place.to(now.work))
