"""Reminders that rest: for days, from a day on, for some hours, and on again."""

from datetime import date, timedelta

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.reminders.standing import when
from bot.services import enrolment
from bot.services.asking.questionnaire import summary
from bot.services.reminding import days_off, pauses, schedule
from bot.services.training_state import training_state
from bot.views.onboarding.questions import settings
from bot.views.reminders import requests as views
from content.intents.meaning import Intent
from scheduler.calendar.recurrence import fire
from storage.answers import AnswerKey

WEEK, LONGEST = timedelta(days=7), timedelta(days=180)
MOST_HUSHED = 24 * 60  # minutes; longer is a pause


def pause(chat: Conversation) -> None:
    """No reminders for some days, a week unless said otherwise."""
    today = chat.local.date()
    until = chat.meaning.day or today + WEEK
    if chat.tap:
        until = _tapped(chat, today)
    since = chat.meaning.since
    if since and since > today:
        _holiday(chat, since, min(until, since + LONGEST))
        return
    until = min(max(until, today + timedelta(days=1)), today + LONGEST)
    days_off.rest_until(chat, until, chat.meaning.reason)
    waits = enrolment.goes_on(chat, training_state(chat))
    chat.show(views.paused(chat.wording, until, None, chat.meaning.reason, waits))


def _holiday(chat: Conversation, since: date, until: date) -> None:
    """A pause that is to come; what was set goes on until then."""
    pauses.plan_holiday(chat, since, until)
    days_off.plan(chat, chat.meaning.reason)
    schedule.refresh(chat)
    waits = enrolment.goes_on(chat, training_state(chat))
    chat.say(views.paused(chat.wording, until, since, chat.meaning.reason, waits))


def _tapped(chat: Conversation, today: date) -> date:
    """A number of days, or the day on which it ends."""
    (wish,) = chat.args(1)
    try:
        return today + timedelta(days=int(wish)) if wish.isdigit() else date.fromisoformat(wish)
    except (ValueError, OverflowError):
        raise StaleTap(wish) from None


def resume(chat: Conversation) -> None:
    """The pause is over, and a holiday that was told of is called off."""
    chat.change(answers=chat.answers.without(AnswerKey.AWAY))
    days_off.rest_until(chat, None)
    if chat.tap:
        paused, sounds = pauses.paused(chat), chat.answers.sound
        view = settings(chat.wording, summary(chat), paused=paused, sounds=sounds)
        chat.show(view, label="settings")
    else:
        when(chat)


def hush(chat: Conversation) -> None:
    """Nothing for some hours; what would have come then comes at their end."""
    wish = chat.meaning
    until = chat.now + timedelta(minutes=min(wish.minutes or 0, MOST_HUSHED))
    if wish.at and wish.day:
        until = fire(wish.day, wish.at, chat.zone)
    schedule.hold_back(chat, until)
    chat.say(views.hushed(chat.wording, until.astimezone(chat.local.tzinfo)))


INTENTS = {Intent.PAUSE: pause, Intent.RESUME: resume, Intent.HUSH: hush}
HANDLERS: Handlers = [
    CommandHandler("resume", handle(resume)),
    CallbackQueryHandler(handle(pause), r"^pause:"),
    CallbackQueryHandler(handle(resume), r"^resume$"),
]
