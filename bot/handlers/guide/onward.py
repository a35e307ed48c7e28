"""On through a walk: to the step that was tapped, to the next one, to the next move, to the end."""

from datetime import date

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.handlers.guide import steps, summary
from bot.services import session
from bot.services.guiding import active_guide, guide, guide_log
from bot.services.guiding.active_guide import ActiveGuide
from bot.values.guide_position import GuidePosition
from content.catalog.guide import WORK, StepKind
from scheduler.planning.memory import Priority


def step(chat: Conversation) -> None:
    """To the step that the tapped button names."""
    to, before = GuidePosition.of(chat.args()), active_guide.get(chat)
    if before and before.place == to and before.left is not None:
        steps.show_paused(chat, before)
        return
    if before and guide.here(chat, before):
        if before.place.card != to.card or (before.place == to and before.running):
            return  # two taps, or two phones: the clock has gone on, and does not begin again
        if to == before.place.to(before.place.at + 1):
            go_on(chat, before)
            return
        guide_log.passed(chat, before, to)
    elif guide.step_of(chat, to).frame.kind is StepKind.END:
        chat.toast("old")  # a second tap, after the end
        return
    if to.at == 0 and not (before and before.place.card == to.card):
        to = GuidePosition(to.card, 0, to.day, guide_log.lean_of(chat, to.card))
    steps.arrive(chat, to)


def go_on(chat: Conversation, kept: ActiveGuide) -> None:
    """To the next step. After the last one the session goes on, or is told as a whole.

    Where the clock leads, the end of work comes as a new message, which is heard.
    """
    to = kept.place.to(kept.place.at + 1)
    guide_log.passed(chat, kept, to)
    ticks = chat.priority is Priority.TICK
    worked = guide.step_of(chat, kept.place).frame.kind in WORK
    heard = ticks and worked and chat.answers.sound
    if guide.step_of(chat, to).frame.kind is not StepKind.END:
        steps.arrive(chat, to, anew=heard, resting=ticks)
    elif to.day:
        next_move(chat, to.day, but=to.card, anew=heard, resting=True)
    else:
        summary.end_card(chat, to.card)


def next_move(
    chat: Conversation, day: date | None, *, but: str = "", anew: bool = False, resting: bool
) -> None:
    """The session's next card; at its end it is added up. `resting`, it begins by itself."""
    known = day and session.offered(chat, day)
    if day and known and (following := guide.next_card(chat, day, but)):
        lean = guide_log.lean_of(chat, following.id)
        to = GuidePosition(following.id, 0, day, lean)
        steps.arrive(chat, to, anew=anew, resting=resting)
    else:
        summary.end_here(chat, day or chat.day, by_word=bool(but))


HANDLERS: Handlers = [CallbackQueryHandler(handle(step), r"^walk:")]
