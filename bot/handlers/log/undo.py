"""Taking back: the last deed, be it a log, a run or a change of what stands; or all of a day."""

from collections.abc import Sequence
from datetime import date

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.deeds import Deed, Of
from bot.handlers.log import mending, runs
from bot.services import on_screen, open_questions
from bot.services.correcting import corrections, deeds, put_back
from bot.services.history import streaks
from bot.services.reminding import schedule
from bot.views import put_back as put_back_views
from bot.views.account import importing
from bot.views.asked_back import left_alone, sure
from bot.views.log import done as views
from content.intents.deciding.certainty import asked
from content.intents.meaning import Intent, Meaning
from scheduler.log.entries import ACTIVE, LogEntry, states
from scheduler.log.entries import undo as newest
from scheduler.log.imported import SOURCE, came_with


def undo(chat: Conversation) -> None:
    """Take the last deed back, whatever it was, or all of a day that was named.

    Words that may be about something else that came since are asked about.
    """
    if chat.meaning.day:
        mending.clear(chat, chat.meaning.day)
        cleared(chat, chat.meaning.day)
        return
    if _leaves_question(chat):
        return
    deed = deeds.last(chat)
    if chat.meaning.guessed and not deeds.told_just_before(chat, deed):
        _ask(chat, deed)
        return
    chat.keep_deeds()  # what the same message did before is another matter
    if deed is None or deeds.is_from_file(chat, deed):
        _oldest_way(chat)
    else:
        TAKEN_BACK[deed.of](chat, deed)
    chat.forget(deed)


def _ask(chat: Conversation, deed: Deed | None) -> None:
    """Is the last deed meant? Nothing has been taken back so far."""
    if deed is None:
        chat.say(left_alone(chat.wording))
        return
    chat.meaning = asked(Meaning(Intent.UNDO))
    number = open_questions.ask(chat, chat.meaning.offers)
    chat.say(sure(chat.wording, chat.meaning.offers, (), {}, number))


def _standing(chat: Conversation, deed: Deed) -> None:
    if deed.stood:
        changes = put_back.put_back(chat, deed.stood)
        chat.toast("undone")
        chat.say(put_back_views.put_back(chat.wording, changes))
        deeds.remember(chat, Of.STANDING)


def _log(chat: Conversation, deed: Deed) -> None:
    """What was logged goes, and what that took away stands again."""
    gone, back = deeds.take_log_back(chat, deed)
    chat.toast("undone")
    _say(chat, gone, back)


TAKEN_BACK = {Of.STANDING: _standing, Of.LOG: _log, Of.RUNS: runs.take_back}


def _oldest_way(chat: Conversation) -> None:
    """The newest log, of before deeds were kept or of a file."""
    entries = chat.work.session_log.entries(chat.runner.id)
    last = newest(entries, chat.now)
    if last and last.source == SOURCE:
        _file(chat, last, entries)
        return
    if last:
        corrections.take_back(chat, last)
        deeds.remember(chat, Of.LOG, [last])
        chat.toast("undone")
    _say(chat, [last] if last else [], [])


def _leaves_question(chat: Conversation) -> bool:
    """What is asked just now is what "cancel that" is about: nothing has been done of it."""
    last = [intent for intent, _ in on_screen.reasons(chat)][-1:]
    asked = chat.runner.editing is not None or last == [Intent.SURE.value]
    if chat.tap or not asked:
        return False
    chat.change(editing=None, draft=None)
    chat.say(left_alone(chat.wording))
    return True


def _say(chat: Conversation, gone: Sequence[LogEntry], back: Sequence[LogEntry]) -> None:
    """What was taken back, and what those days and others say now."""
    entries = chat.work.session_log.entries(chat.runner.id)
    known = states(entries)
    days = {each.day for each in gone}
    stays = [known[day] for day in sorted(days) if day in known and known[day].status in ACTIVE]
    others = [each for each in back if each.day not in days]
    week = streaks.so_far(chat, entries)
    chat.show(views.undone(chat.wording, gone, week, chat.day, stays=stays, back=others))


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


def about(chat: Conversation) -> None:
    """What was taken back last, and how that is done."""
    of, entries = deeds.taken_back(chat)
    chat.say(views.about_undo(chat.wording, of, entries, chat.day))


INTENTS = {Intent.UNDO: undo, Intent.UNDONE: about}
HANDLERS: Handlers = [
    CommandHandler("undo", handle(undo)),
    CallbackQueryHandler(handle(undo), r"^undo$"),
]
