"""Desk breaks: set, moved on by a walk, held back by a meeting, told."""

from dataclasses import replace
from datetime import datetime, time, timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.reminders import snooze
from bot.services.guiding import guide
from bot.services.reminding import desk_breaks, pauses, reminder_habits, schedule
from bot.services.safety import gate
from bot.services.wording import tone
from bot.values.profile import days_spoken
from bot.views.guide.looks import LOOKS
from bot.views.reminders import desk_breaks as views
from bot.views.reminders import requests as reminding
from content.catalog.card import Card
from content.catalog.taxonomy import Moment
from content.coaching.recommend.choose import NothingFits, choose
from content.intents.meaning import Intent, Meaning
from scheduler.calendar.recurrence import fire
from scheduler.planning.memory import Priority, Reminder
from scheduler.reminders.desk_breaks import LONGEST, SHORTEST, Breaks, outdated
from scheduler.reminders.habit import Fading

USUAL = timedelta(minutes=60)
MINUTE = timedelta(minutes=1)


def interval(chat: Conversation) -> None:
    """Set desk breaks ("every 50 minutes from 9 to 17"), end them, or offer them."""
    wish = chat.meaning
    held = desk_breaks.get(chat)
    if chat.runner.zone is None:
        chat.say(reminding.zone_first(chat.wording))
    elif not wish.on:
        _off(chat)
    elif wish.minutes is None and not (wish.hours or wish.days):
        panel(chat)
    else:
        every = timedelta(minutes=wish.minutes) if wish.minutes is not None else None
        _set(chat, every or (held.every if held else USUAL))


def _set(chat: Conversation, every: timedelta) -> None:
    """Set or change them; what wasn't said stays as it was."""
    reminder_habits.break_heard(chat)
    if not SHORTEST <= every <= LONGEST:
        chat.show(views.refused(chat.wording, every // MINUTE))
        return
    held = desk_breaks.get(chat)
    known = held or Breaks(every, chat.zone)
    start, end = chat.meaning.hours or (known.start, known.end)
    days = chat.meaning.days or known.days
    wish = Breaks(every, chat.zone, start, end, days, pauses.quiet(chat), pauses.pauses(chat))
    chat.toast("saved")
    _show(chat, wish, desk_breaks.keep(chat, wish))


def panel(chat: Conversation) -> None:
    """What is set, or how often it could be."""
    held = desk_breaks.get(chat)
    if held is None:
        chat.show(views.offer(chat.wording))
    else:
        _show(chat, held, schedule.planned(chat).get("break"))


def _show(chat: Conversation, held: Breaks, due: datetime | None) -> None:
    minutes = held.every // MINUTE
    chat.show(
        views.as_set(
            chat.wording,
            minutes,
            (held.start, held.end),
            days_spoken(chat.wording, sorted(held.days)),
            due,
        )
    )


def _off(chat: Conversation) -> None:
    had = desk_breaks.get(chat) is not None
    desk_breaks.keep(chat, None)
    chat.toast("dropped")
    chat.show(views.off(chat.wording, had=had))


def walked(chat: Conversation) -> None:
    """A real walk is the best break: the interval begins again."""
    reminder_habits.break_heard(chat)
    held = desk_breaks.get(chat)
    due = desk_breaks.keep(chat, held) if held else None
    chat.toast("walked")
    chat.show(views.later(chat.wording, "walked", due))


def meeting(chat: Conversation) -> None:
    """Wait for its end; without desk breaks, the reminder is put off until then."""
    held = desk_breaks.get(chat)
    if held is None:
        snooze.snooze(chat)
    else:
        _wait(chat, held, _ends(chat), "meeting")


def _ends(chat: Conversation) -> datetime:
    wish = chat.meaning
    if wish.at:
        return fire(wish.day or chat.local.date(), wish.at, chat.zone)
    if wish.day:
        return fire(wish.day, time(0), chat.zone)
    return chat.now + (USUAL if wish.minutes is None else timedelta(minutes=wish.minutes))


def _wait(chat: Conversation, held: Breaks, until: datetime, why: str) -> None:
    due = desk_breaks.keep(chat, held, until)
    flash = "no_more" if why == "today" else "busy"
    chat.toast(flash)
    chat.show(views.later(chat.wording, why, due))


def tapped(chat: Conversation) -> None:
    """A button below a break, or in the panel."""
    reminder_habits.break_heard(chat)
    verb, value = [*chat.args(), "", ""][:2]
    held = desk_breaks.get(chat)
    if not verb:
        panel(chat)
    elif verb == "every" and value.isdigit():
        _set(chat, timedelta(minutes=int(value[:6])))
    elif verb == "walked":
        walked(chat)
    elif verb == "show":
        guide.open_card(chat, value, LOOKS)
    elif verb == "off":
        _off(chat)
    elif held and verb == "busy" and value.isdigit():
        _wait(chat, held, chat.now + timedelta(minutes=int(value[:4])), "meeting")
    elif held and verb == "today":
        _wait(chat, held, _home_time(chat, held), "today")
    else:
        raise StaleTap(verb)


def _home_time(chat: Conversation, held: Breaks) -> datetime:
    """The end of the hours of work that the runner is in."""
    today = chat.local.date()
    ends = [held.hours(today - timedelta(days=back))[1] for back in (1, 0)]
    return next((end for end in ends if end > chat.now), chat.now)


def remind(chat: Conversation, reminder: Reminder) -> None:
    """The break's own moment: one short move, if it isn't over or too late in the day."""
    held = desk_breaks.get(chat)
    due = reminder.due or chat.now
    if held is None or pauses.paused(chat) or chat.runner.off_since or tone.silent(chat):
        return
    if outdated(due, chat.now) or held.quiet.covers(chat.now, chat.zone):
        return
    chat.priority = Priority.REMINDER
    turn = (due - held.hours(reminder.day or chat.day)[0]) // held.every
    card, becomes = _move(chat, turn), reminder_habits.break_told(chat)
    rarer = replace(held, every=min(2 * held.every, LONGEST))
    if becomes is not Fading.STAY:
        desk_breaks.keep(chat, rarer if becomes is Fading.HALVED else None)
    every, today = rarer.every // MINUTE, chat.local.date()
    shown = views.due(tone.wording(chat), card, today, turn, becomes=becomes, every=every)
    chat.say(shown, label="break", expires=timedelta(minutes=20))


def _move(chat: Conversation, turn: int) -> Card | None:
    """A short move for the desk, another one each time; None if none is left that may be done."""
    kneeling = chat.answers.no_kneeling
    wish = Meaning(Intent.ASK, moment=Moment.DESK, minutes=2, no_kneeling=kneeling)
    cards = chat.content.library.cards
    try:
        found = choose(wish, chat.answers.profile, cards, hidden=gate.shut(chat))
    except NothingFits:
        return None
    moves = (found.card, *found.alternatives)
    return cards[moves[(chat.day.toordinal() + turn) % len(moves)]]


INTENTS = {Intent.INTERVAL: interval, Intent.WALKED: walked, Intent.MEETING: meeting}
HANDLERS: Handlers = [CallbackQueryHandler(handle(tapped), r"^b(:|$)")]
