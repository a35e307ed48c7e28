"""The daily reminder: set, moved, paused, asked about."""

from datetime import date, time, timedelta

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot import plan
from bot.chat import Chat
from bot.context import Handlers, story
from bot.interview import answer, settings
from bot.profile import clock, days_spoken
from bot.views import reminders as views
from content.meaning import Intent
from scheduler.slots import SNOOZE

WEEK, LONGEST = timedelta(days=7), timedelta(days=180)


def remind(chat: Chat) -> None:
    """Set or move the reminder; without a time, show when it comes."""
    meaning = chat.meaning
    at = meaning.at or _shifted(chat)
    if at is None and not meaning.days:
        when(chat)
        return
    if meaning.days:
        answer(chat, "remind_days", sorted(meaning.days))
    if at:
        answer(chat, "remind_at", f"{at:%H:%M}")
    if chat.runner.paused_until:
        chat.change(paused_until=None)
        plan.reschedule(chat)
    _confirm(chat)


def _shifted(chat: Chat) -> time | None:
    """The reminder's time, earlier or later by what was said; it stays within its day."""
    at = clock(chat.runner.answers.get("remind_at"))
    if at is None or chat.meaning.shift is None:
        return None
    minutes = at.hour * 60 + at.minute + chat.meaning.shift
    return time(*divmod(min(max(minutes, 0), 24 * 60 - 1), 60))


def _confirm(chat: Chat) -> None:
    if chat.runner.zone is None:
        chat.say(views.zone_first())
        return
    answers = chat.runner.answers
    days = days_spoken(answers.get("remind_days") or list(range(7)))
    at = answers.get("remind_at")
    chat.say(views.confirmed(at, days, plan.next_reminder(chat), guessed=chat.meaning.guessed))


def when(chat: Chat) -> None:
    """The next reminder, or how to get one."""
    if chat.runner.zone is None:
        chat.say(views.zone_first())
    else:
        chat.say(views.when(plan.next_reminder(chat), chat.runner.paused_until))


def off(chat: Chat) -> None:
    """No more daily reminders, until a time is set again."""
    answer(chat, "remind_at", None)
    chat.work.reminders.rest(chat.runner.id, SNOOZE)
    chat.say(views.off())


def pause(chat: Chat) -> None:
    """No reminders for some days, a week unless said otherwise."""
    today = chat.local.date()
    until = chat.meaning.day or today + WEEK
    if chat.tap:
        until = today + timedelta(days=int(chat.args(1)[0]))
    until = min(max(until, today + timedelta(days=1)), today + LONGEST)
    _pause_until(chat, until)
    chat.show(views.paused(until))


def _pause_until(chat: Chat, until: date | None) -> None:
    chat.change(paused_until=until)
    chat.work.reminders.rest(chat.runner.id, SNOOZE)
    plan.reschedule(chat)


def resume(chat: Chat) -> None:
    _pause_until(chat, None)
    if chat.tap:
        settings(chat)
    else:
        chat.say(views.when(plan.next_reminder(chat), None))


def bad_time(chat: Chat) -> None:
    chat.say(views.bad_time())


INTENTS = {
    Intent.REMIND: remind,
    Intent.REMIND_DAYS: remind,
    Intent.REMIND_WHEN: when,
    Intent.REMIND_OFF: off,
    Intent.WHY_SENT: when,
    Intent.PAUSE: pause,
    Intent.RESUME: resume,
    Intent.BAD_TIME: bad_time,
}
HANDLERS: Handlers = [
    CommandHandler("resume", story(resume)),
    CallbackQueryHandler(story(pause), r"^pause:"),
    CallbackQueryHandler(story(resume), r"^resume$"),
]
