"""Finding the time zone: by the clock on the wall, a typed city, or a shared place."""

import re
from collections.abc import Sequence
from datetime import timedelta

from telegram.ext import CallbackQueryHandler, MessageHandler, filters

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.onboarding.questions import ask, ask_anew, take
from bot.services.asking.questionnaire import answer, current
from bot.views.onboarding import questions as views
from content.intents.answers.readers.zone import Whereabouts
from content.intents.meaning import Intent
from content.places import Place
from scheduler.calendar.clocks import candidates, cities_at, find_place, offset_from_clock
from scheduler.calendar.zones import zone_at

OFFSET = re.compile(r"-?\d{1,4}")  # minutes from UTC, on a button


def hours(chat: Conversation) -> None:
    """Show all clocks of the world."""
    _open(chat)
    ask(chat, choices=views.hours(chat.wording, candidates(chat.now)), note=_clock(chat))


def _clock(chat: Conversation) -> str:
    return chat.wording.message("which_clock")


def hour(chat: Conversation) -> None:
    """The clock is known; which place keeps that time?"""
    (minutes,) = chat.args(1)
    if not OFFSET.fullmatch(minutes):
        raise StaleTap(minutes)
    found = cities_at(timedelta(minutes=int(minutes)), chat.now)
    if found:
        offer(chat, found)
    else:  # an old button, for a clock that nobody has since the last change of clocks
        hours(chat)


def offer(chat: Conversation, found: Sequence[Place]) -> None:
    """Let the runner pick one of several places."""
    _open(chat)
    show = ask if chat.tap else ask_anew
    show(chat, choices=views.places(chat.wording, found), note=chat.wording.message("which_place"))


def _open(chat: Conversation) -> None:
    asked = current(chat)
    if asked is None or asked.kind != "zone":
        chat.change(editing="zone", draft=None)


def share(chat: Conversation) -> None:
    chat.say(views.share_place(chat.wording))


def located(chat: Conversation) -> None:
    """A shared place: keep its zone, forget where it was."""
    found = zone_at(*chat.location)
    chat.say(views.place_taken(chat.wording, found))
    asked = current(chat)
    if asked and asked.kind == "zone":
        take(chat, "zone", found)
    else:
        answer(chat, "zone", found)


def told(chat: Conversation, where: Whereabouts) -> None:
    """A place, a distance from UTC, or what the clock says there."""
    found = where.places
    if where.offset is not None:
        found = cities_at(where.offset, chat.now)
    if where.clock is not None:
        found = cities_at(offset_from_clock(where.clock, chat.now), chat.now)
    if where.places and (found[0].sure or len(found) == 1):
        echo = chat.wording.words["answers"]["noted"].format(answer=views.named(found[0]))
        take(chat, "zone", found[0].zone, echo=echo)
    else:
        offer(chat, found)


def moved(chat: Conversation) -> None:
    """Reminders follow the new local time: "I'm in Toronto now"."""
    place = chat.meaning.place or ""
    found = find_place(place, chat.now)
    if not found:
        chat.say(views.unknown_place(chat.wording, _as_typed(place, chat.text)))
    elif found[0].sure:
        answer(chat, "zone", found[0].zone)
        chat.say(views.moved(chat.wording, found[0], chat.local))
    else:
        offer(chat, found)


def _as_typed(place: str, text: str) -> str:
    at = text.casefold().find(place.casefold())
    return text[at : at + len(place)] if at >= 0 else place


INTENTS = {Intent.MOVED: moved}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(hours), r"^hours$"),
    CallbackQueryHandler(handle(hour), r"^hour:"),
    CallbackQueryHandler(handle(share), r"^share$"),
    MessageHandler(filters.LOCATION, handle(located)),
]
