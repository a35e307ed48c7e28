"""Taking back: the last log or the last change, whichever came later, or all of a day."""

from collections.abc import Sequence
from datetime import date

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.handlers.log import mending, runs
from bot.services import on_screen, put_back
from bot.services.history import streaks
from bot.services.reminding import schedule
from bot.views import put_back as put_back_views
from bot.views.account import importing
from bot.views.asked_back import left_alone
from bot.views.log import done as views
from content.intents.meaning import Intent
from scheduler.log.entries import ACTIVE, LogEntry, states
from scheduler.log.entries import undo as newest
from scheduler.log.imported import SOURCE, came_with


def undo(chat: Conversation) -> None:
    """Take the last change or the last log back, or all of a day that was named."""
    if chat.meaning.day:
        mending.clear(chat, chat.meaning.day)
        cleared(chat, chat.meaning.day)
        return
    if _leaves_question(chat):
        return
    entries = chat.work.session_log.entries(chat.runner.id)
    last, stood = newest(entries, chat.now), put_back.last_change(chat)
    made = [each for each in (last and last.logged_at, stood and stood.at) if each]
    if runs.take_back(chat, max(made, default=None)):
        return
    if stood and (last is None or last.logged_at <= stood.at):
        changes = put_back.put_back(chat, stood)
        chat.toast("undone")
        chat.say(put_back_views.put_back(chat.wording, changes))
    elif last and last.source == SOURCE:
        _file(chat, last, entries)
    else:
        _log(chat, last, entries)


def _leaves_question(chat: Conversation) -> bool:
    """What is asked just now is what "cancel that" is about: nothing has been done of it."""
    last = [intent for intent, _ in on_screen.reasons(chat)][-1:]
    asked = chat.runner.editing is not None or last == [Intent.SURE.value]
    if chat.tap or not asked:
        return False
    chat.change(editing=None, draft=None)
    chat.say(left_alone(chat.wording))
    return True


def _log(chat: Conversation, last: LogEntry | None, entries: Sequence[LogEntry]) -> None:
    """The last log; what was told of that day before stands again."""
    left = [each for each in entries if each is not last]
    before = states(left).get(last.day) if last else None
    stays = before if before and before.status in ACTIVE else None
    if last:
        chat.work.session_log.undo(chat.runner.id, last, chat.now)
        chat.toast("undone")
        if last.day == chat.day and stays is None:
            schedule.reopen_today(chat)
    chat.show(views.undone(chat.wording, last, streaks.so_far(chat, left), chat.day, stays))


def _file(chat: Conversation, last: LogEntry, entries: Sequence[LogEntry]) -> None:
    """All that came from one file."""
    chat.work.session_log.undo_import(chat.runner.id, last, chat.now)
    chat.toast("undone")
    gone = came_with(last, entries)
    if any(each.day == chat.day for each in gone):
        schedule.reopen_today(chat)
    chat.show(importing.taken_back(chat.wording, len(gone)))


def cleared(chat: Conversation, day: date) -> None:
    """Say that a day is empty."""
    so_far = streaks.so_far(chat, chat.work.session_log.entries(chat.runner.id))
    chat.show(views.cleared(chat.wording, day, so_far, chat.day))


INTENTS = {Intent.UNDO: undo}
HANDLERS: Handlers = [
    CommandHandler("undo", handle(undo)),
    CallbackQueryHandler(handle(undo), r"^undo$"),
]
