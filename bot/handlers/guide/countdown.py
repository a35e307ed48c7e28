"""The live countdown of a timed step: it looks, goes on by itself, pauses and resumes."""

from dataclasses import replace
from datetime import timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.guide import steps
from bot.services.guiding import active_guide, guide, guide_log
from bot.services.guiding.active_guide import ActiveGuide
from bot.values.guide_position import GuidePosition
from bot.views.guide import steps as views
from scheduler.planning.memory import Priority, Reminder

STALE = timedelta(seconds=5)  # an edit of the countdown is worth nothing later than that


def tick(chat: Conversation, reminder: Reminder) -> None:
    """The countdown's next look: fewer seconds, or on to the next step by itself."""
    chat.priority = Priority.TICK
    kept = replace(ActiveGuide.of(reminder), running=True)
    kept = replace(kept, message=active_guide.message_of(chat, kept) or 0)
    now = guide.step_of(chat, kept.place)
    left = kept.seconds_left(now.frame, chat.now) if now.frame.seconds else 0.0
    if guide.refused(chat, kept.place):
        active_guide.end(chat)  # what was told meanwhile was answered where it was told
    elif left > 0:
        if kept.message:
            chat.edit(
                kept.message, views.step(chat.wording, now, left=left), shows=kept.shows, keep=STALE
            )
        active_guide.keep(chat, kept, left=left)
    else:
        guide_log.passed(chat, kept, kept.place.to(kept.place.at + 1))
        _go_on(chat, kept)


def _go_on(chat: Conversation, kept: ActiveGuide) -> None:
    """To the next step. A message that is still on its way shows it at the next look."""
    now = guide.step_of(chat, kept.place.to(kept.place.at + 1))
    view = views.step(chat.wording, now, following=guide.following(chat, now))
    if kept.message:
        chat.edit(kept.message, view, shows=kept.shows)
    active_guide.keep(
        chat, ActiveGuide(now.place, chat.now, kept.message, view.shows), left=now.frame.seconds
    )


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
    """From a pause, in the tapped message or in a new one."""
    now = guide.step_of(chat, kept.place)
    if now.frame.seconds is None or guide.refused(chat, kept.place):
        steps.arrive(chat, kept.place)
        return
    left = kept.seconds_left(now.frame, chat.now)
    started = chat.now - timedelta(seconds=now.frame.seconds - left)
    view = views.step(chat.wording, now, left=left)
    message = guide.put(chat, view)
    active_guide.keep(chat, ActiveGuide(kept.place, started, message, view.shows), left=left)


def _tapped(chat: Conversation) -> ActiveGuide:
    """The walk that the tapped button belongs to; a fresh one if it was left hours ago."""
    place, kept = GuidePosition.of(chat.args()), active_guide.get(chat)
    if kept and kept.place == place and guide.here(chat, kept):
        return kept
    if kept and guide.here(chat, kept):
        raise StaleTap(place.code)  # the other phone, or the clock, has gone on
    message = chat.tap.message_id if chat.tap else None
    return ActiveGuide(place, chat.now, message or 0, chat.shown)


HANDLERS: Handlers = [
    CallbackQueryHandler(handle(pause), r"^hold:"),
    CallbackQueryHandler(handle(resume), r"^on:"),
]
