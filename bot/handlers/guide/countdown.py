"""The live countdown of a step: it looks, goes on by itself, pauses and resumes."""

from dataclasses import replace
from datetime import timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.guide import onward, steps
from bot.services.guiding import active_guide, guide
from bot.services.guiding.active_guide import ActiveGuide
from bot.services.safety import gate
from bot.values.guide_position import GuidePosition
from bot.values.step_view import StepView
from bot.views.guide import steps as views
from content.catalog.guide import StepKind, next_look
from scheduler.planning.memory import Priority, Reminder

STALE = timedelta(seconds=5)  # an edit of the countdown is worth nothing later than that
AWAY = timedelta(minutes=2)  # after a look so late nobody can be expected to stand there still


def tick(chat: Conversation, reminder: Reminder) -> None:
    """The countdown's next look: fewer seconds, or on to the next step by itself."""
    chat.priority = Priority.TICK
    rested = ActiveGuide.of(reminder)
    kept = replace(rested, message=active_guide.message_of(chat, rested) or 0)
    kept = replace(kept, running=kept.left is None)
    now = guide.step_of(chat, kept.place)
    left = kept.seconds_left(now.frame, chat.now) if now.frame.seconds else 0.0
    if guide.refused(chat, kept.place):
        active_guide.end(chat)  # what was told meanwhile was answered where it was told
    elif reminder.due and chat.now - reminder.due > AWAY:
        steps.show_paused(chat, replace(kept, left=float(now.frame.seconds or 0), running=False))
    elif kept.left is not None:
        go_on(chat, kept)  # the pause is over
    elif left > 0:
        _look(chat, kept, now, left)
    else:
        onward.go_on(chat, kept)


def _look(chat: Conversation, kept: ActiveGuide, now: StepView, left: float) -> None:
    view = views.step(chat.wording, now, left=left, wary=gate.wary(chat))
    if kept.message:
        chat.edit(kept.message, view, shows=kept.shows, keep=STALE)
    active_guide.keep(chat, kept, look=next_look(now.frame, left))


def pause(chat: Conversation) -> None:
    """Stop the clock; the seconds that are left wait, however long it takes."""
    kept = _tapped(chat)
    if kept.left is None:
        kept = active_guide.pause(chat, kept, guide.step_of(chat, kept.place).frame)
    chat.toast("held")
    steps.show_paused(chat, kept)


def resume(chat: Conversation) -> None:
    """Go on with the seconds that were left."""
    kept = _tapped(chat)
    if kept.running:
        return
    go_on(chat, kept)


def go_on(chat: Conversation, kept: ActiveGuide) -> None:
    """From a pause, in the tapped message or in a new one; from what is read, to the work."""
    now = guide.step_of(chat, kept.place)
    if now.frame.kind is StepKind.SETUP:
        steps.arrive(chat, kept.place.to(now.work))
        return
    if now.frame.seconds is None or guide.refused(chat, kept.place):
        steps.arrive(chat, kept.place)
        return
    left = kept.seconds_left(now.frame, chat.now)
    started = chat.now - timedelta(seconds=now.frame.seconds - left)
    view = views.step(chat.wording, now, left=left)
    going = guide.put(chat, view, ActiveGuide(kept.place, started))
    active_guide.keep(chat, going, look=next_look(now.frame, left))


def _tapped(chat: Conversation) -> ActiveGuide:
    """The walk that the tapped button belongs to; a fresh one if it was left hours ago."""
    place, kept = GuidePosition.of(chat.args()), active_guide.get(chat)
    if kept and kept.place == place and guide.here(chat, kept):
        return kept
    if kept and guide.here(chat, kept):
        raise StaleTap(place.code)  # the other phone, or the clock, has gone on
    message = chat.tap.message_id if chat.tap else None
    return ActiveGuide(place, chat.now, message or 0, shows=chat.shown)


HANDLERS: Handlers = [
    CallbackQueryHandler(handle(pause), r"^hold:"),
    CallbackQueryHandler(handle(resume), r"^on:"),
]
