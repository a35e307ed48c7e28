"""The runner's progress as a picture with words, and the weekly look back with a check-in."""

from datetime import timedelta

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot import rest, session, timetable
from bot.chat import Chat, StaleTap
from bot.context import Handlers, story
from bot.figures import figures_of
from bot.views import progress as views
from content.barriers import Deed, barriers
from content.findings import finding
from content.meaning import Intent
from scheduler.memory import Priority, Reminder
from scheduler.recurrence import GRACE
from storage.diary import Note

A_WEEK = timedelta(days=7)
WEEK, SHORTER = "week", 5


def progress(chat: Chat) -> None:
    """The picture; its caption says the same in words."""
    chat.say(views.progress(figures_of(chat), dark=_dark(chat)))


def switch(chat: Chat) -> None:
    """Light or dark, from now on."""
    answers = {**chat.runner.answers, "dark": not _dark(chat)}
    chat.change(answers=answers)
    chat.toast("saved")
    progress(chat)


def _dark(chat: Chat) -> bool:
    return bool(chat.runner.answers.get("dark"))


def recap(chat: Chat, reminder: Reminder) -> None:
    """Sunday evening: the week in a picture, one finding, one suggestion, one question."""
    chat.priority = Priority.RECAP
    if chat.runner.off_since or rest.paused(chat):
        return
    figures = figures_of(chat)
    left = (reminder.due or chat.now) + GRACE - chat.now
    recap = views.recap(figures, finding(figures), dark=_dark(chat))
    chat.say(recap, expires=left)


def check_in(chat: Chat) -> None:
    """The answer to how the week was: well, or something got in the way."""
    (answer,) = chat.args(1)
    if answer == "menu":
        chat.say(views.menu())
        return
    if answer != "well" and answer not in barriers():
        raise StaleTap(answer)
    chat.work.diary.write(chat.runner.id, Note(chat.day, WEEK, "", chat.now, {"answer": answer}))
    chat.toast("saved")
    if answer == "well":
        chat.say(views.well())
        return
    barrier = barriers()[answer]
    if barrier.does:
        _change(chat, barrier.does)
    chat.show(views.tip(barrier))


def _change(chat: Chat, deed: Deed) -> None:
    """What the tip promises, in the runner's answers."""
    answers = dict(chat.runner.answers)
    if deed == "shorter":
        answers["minutes"] = {str(day): SHORTER for day in range(5)}
    elif deed == "gentle":
        answers["gentle_until"] = (chat.day + A_WEEK).isoformat()
    elif deed == "no-kneeling":
        answers["no_kneeling"] = True
    else:
        answers["kit"] = ["nothing"]
    chat.change(answers=answers)
    session.think_again(chat)


def no_recap(chat: Chat) -> None:
    """No more looks back on Sundays."""
    chat.change(answers={**chat.runner.answers, "recap": False})
    timetable.refresh(chat)
    chat.toast("saved")
    chat.say(views.no_recap())


INTENTS = {Intent.PROGRESS: progress, Intent.STATUS: progress}
HANDLERS: Handlers = [
    CommandHandler("progress", story(progress)),
    CallbackQueryHandler(story(progress), r"^progress$"),
    CallbackQueryHandler(story(switch), r"^dark$"),
    CallbackQueryHandler(story(no_recap), r"^week-off$"),
    CallbackQueryHandler(story(check_in), r"^week:"),
]
