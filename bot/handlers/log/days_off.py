"""Days off and back again: ill, travelling, resting. Nothing of it counts against anybody."""

from dataclasses import replace
from datetime import date, timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.log.mending import told_day
from bot.services import enrolment, session
from bot.services.reminding import pauses, schedule
from bot.services.reminding.days_off import ILL, rest_until
from bot.services.training_state import training_state
from bot.views.log import days_off as views
from bot.views.reminders.requests import paused
from content.intents.meaning import Intent
from scheduler.log.corrections import correct
from scheduler.log.entries import ACTIVE, Status, states
from storage.answers import AnswerKey

EXCUSES = ("ill", "travel", "rest", "time")
LONGEST = 180  # days
GENTLE = timedelta(days=3)  # without strength, after an illness


def excused(chat: Conversation) -> None:
    """That day does not count: "I'm sick", "yesterday was a rest day"."""
    why, day = chat.meaning.reason or "rest", chat.meaning.day or chat.day
    entries = chat.work.session_log.entries(chat.runner.id)
    standing = states(entries).get(day)
    if standing is None or standing.status not in ACTIVE:  # what was done stays done
        told = correct(entries, Status.EXCUSED, chat.now, chat.zone, day, note=why)
        if told.entry:
            chat.work.session_log.record(chat.runner.id, told.entry)
    if day == chat.day:
        schedule.settle_today(chat)
        _spare(chat, why, chat.day)
    chat.say(views.excused(chat.wording, why, day, today=chat.day))


def why(chat: Conversation) -> None:
    """Why a day was off, told after "not today": ill, travelling, resting, no time."""
    reason, raw = chat.args(2)
    day = told_day(raw)
    standing = states(chat.work.session_log.entries(chat.runner.id)).get(day)
    if reason not in EXCUSES or standing is None or standing.status is not Status.EXCUSED:
        raise StaleTap(reason)
    told = replace(standing, note=reason, logged_at=chat.now)
    chat.work.session_log.record(chat.runner.id, told)
    _spare(chat, reason, day)
    chat.show(views.excused(chat.wording, reason, day, today=chat.day))


def longer(chat: Conversation) -> None:
    """For how many days, today included."""
    reason, days = chat.args(2)
    if reason not in EXCUSES or not days.isdigit() or not 0 < int(days[:4]) <= LONGEST:
        raise StaleTap(days)
    until = chat.local.date() + timedelta(days=int(days))
    rest_until(chat, until, reason)
    _spare(chat, reason, until)
    chat.toast("saved")
    chat.show(
        paused(chat.wording, until, None, reason, enrolment.goes_on(chat, training_state(chat)))
    )


def _spare(chat: Conversation, why: str, until: date) -> None:
    """Some days without strength after an illness."""
    if why == ILL:
        gentle = (until + GENTLE).isoformat()
        chat.remember(gentle_until=gentle)


def back(chat: Conversation) -> None:
    """Back, or well again: what was paused comes again, and nothing is to be caught up."""
    was = states(chat.work.session_log.entries(chat.runner.id)).get(chat.day)
    ill = was is not None and was.note == ILL
    away = bool(pauses.pauses(chat)) or (was is not None and was.status is Status.EXCUSED)
    chat.change(answers=chat.answers.without(AnswerKey.AWAY))
    rest_until(chat, None)
    if ill:
        _spare(chat, ILL, chat.day)
    session.think_again(chat)
    chat.say(views.back(chat.wording, away=away, ill=ill))


INTENTS = {Intent.EXCUSED: excused, Intent.BACK: back}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(why), r"^excuse:"),
    CallbackQueryHandler(handle(longer), r"^away:"),
]
