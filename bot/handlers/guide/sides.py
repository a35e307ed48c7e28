"""Left and right, told in words: on to the other side, or the other side first."""

from dataclasses import replace

from bot.dispatch.conversation import Conversation
from bot.handlers.guide import asked, onward, steps
from bot.services.guiding import guide, guide_log
from bot.services.guiding.active_guide import ActiveGuide
from content.catalog.guide import StepKind, guide_steps
from content.catalog.taxonomy import Sides
from content.coaching.session.side_balance import Lean
from content.intents.moves.session_words import side_named


def other(chat: Conversation, kept: ActiveGuide) -> None:
    """To the side that has its turn later; while the runner changes sides, to its work."""
    now = guide.step_of(chat, kept.place)
    at = now.at_other_side
    if now.frame.kind is StepKind.SWITCH:
        onward.go_on(chat, kept)
    elif at is None or now.frame.kind is StepKind.SETUP:
        asked.tell(chat, kept, "side")
    else:
        to = kept.place.to(at)
        guide_log.passed(chat, kept, to)
        steps.arrive(chat, to)


def first(chat: Conversation, kept: ActiveGuide) -> None:
    """The other side begins, as long as the set has no side behind it."""
    now, lean = guide.step_of(chat, kept.place), kept.place.lean
    behind = now.frame.side not in (None, lean.first)
    if now.card.sides is not Sides.EACH or behind or side_named(chat.text) is lean.first:
        asked.tell(chat, kept, "side")
        return
    guide_log.leave(chat, kept)
    place = replace(kept.place, lean=Lean(lean.other))
    steps.arrive(chat, place.to(_set_begins(chat, kept)))


def _set_begins(chat: Conversation, kept: ActiveGuide) -> int:
    """Where the set begins that the runner is in; what is read before stays what it is."""
    walk = guide_steps(guide.step_of(chat, kept.place).card, *kept.place.lean)
    number = walk[kept.place.at].set_number
    if number is None:
        return kept.place.at
    return next(at for at, frame in enumerate(walk) if frame.set_number == number)
