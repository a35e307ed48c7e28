"""Mending the log: the last seven days as buttons, a day changed, cleared or called weaker."""

from datetime import date, timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import session
from bot.services.history import streaks
from bot.services.reminding import schedule
from bot.views.asked_back import left_alone
from bot.views.log import mending as views
from bot.views.log.done import refused as too_far
from content.intents.meaning import Intent
from scheduler.log.corrections import correct, of_day
from scheduler.log.entries import ACTIVE, Logged, Status, log, refusal, states

A_DAY = timedelta(days=1)
LATELY = 7
CHOICES = {
    "done": (Status.DONE, None),
    "half": (Status.PARTIAL, None),
    "rest": (Status.EXCUSED, "rest"),
    "ill": (Status.EXCUSED, "ill"),
    "travel": (Status.EXCUSED, "travel"),
}


def days(chat: Conversation) -> None:
    """The last seven days, each a button."""
    known = states(chat.work.session_log.entries(chat.runner.id))
    lately = {
        chat.day - n * A_DAY: known.get(chat.day - n * A_DAY) for n in reversed(range(LATELY))
    }
    shown = views.days(chat.wording, lately)
    if chat.tap and chat.shown is None:
        chat.show(shown)
    else:  # a picture stays as it is
        chat.say(shown)


def day(chat: Conversation) -> None:
    """One day: what it was, and what it should be."""
    meant = told_day(chat.args(1)[0])
    known = states(chat.work.session_log.entries(chat.runner.id))
    chat.show(views.day(chat.wording, meant, known.get(meant)))


def put(chat: Conversation) -> None:
    """The day becomes what was tapped."""
    raw, choice = chat.args(2)
    meant = told_day(raw)
    if choice == "clear":
        clear(chat, meant)
        chat.toast("undone")
    elif choice in CHOICES:
        status, note = CHOICES[choice]
        logged = mend(chat, status, meant, note)
        chat.toast("too_long_ago" if logged.refusal else "saved")
    else:
        raise StaleTap(choice)
    days(chat)


def mend(
    chat: Conversation,
    status: Status,
    day: date,
    note: str | None = None,
    minutes: int | None = None,
) -> Logged:
    """Set a day to what it really was, with the minutes that were told or else offered then."""
    entries, offer = chat.work.session_log.entries(chat.runner.id), session.offered(chat, day)
    worked = offer if status in ACTIVE else None
    stands = states(entries).get(day)
    offered = worked.minutes if worked and status is Status.DONE else None
    if stands and stands.status is status and stands.minutes:
        offered = None  # what was told of it stays
    logged = correct(
        entries,
        status,
        chat.now,
        chat.zone,
        day,
        minutes=minutes or offered,
        cards=worked.cards if worked else (),
        note=note,
    )
    if logged.entry:
        chat.work.session_log.record(chat.runner.id, logged.entry)
        _changed(chat, day)
    return logged


def move(chat: Conversation, since: date, day: date) -> None:
    """What a day was given counts for another one."""
    entries = chat.work.session_log.entries(chat.runner.id)
    was = states(entries).get(since)
    refused = refusal(day, chat.day)
    if was is None or refused:
        chat.show(too_far(chat.wording, refused) if refused else left_alone(chat.wording))
        return
    clear(chat, since)
    left = chat.work.session_log.entries(chat.runner.id)
    told = log(
        *(left, was.status, chat.now, chat.zone, day),
        minutes=chat.meaning.minutes or was.minutes,
        cards=was.cards,
        note=was.note,
        sides=was.sides,
    )
    if told.entry:
        chat.work.session_log.record(chat.runner.id, told.entry)
    _changed(chat, day)
    entries = chat.work.session_log.entries(chat.runner.id)
    stands = states(entries)[day]
    chat.show(views.moved(chat.wording, since, stands, streaks.so_far(chat, entries), chat.day))


def clear(chat: Conversation, day: date) -> bool:
    """Take back all that the log says of a day; False if it says nothing."""
    gone = of_day(chat.work.session_log.entries(chat.runner.id), day)
    for each in gone:
        chat.work.session_log.undo(chat.runner.id, each, chat.now)
    if gone:
        _changed(chat, day)
    return bool(gone)


def _changed(chat: Conversation, day: date) -> None:
    """What follows from it: today's reminders, or what today's session is made from."""
    if day != chat.day:
        if not session.logged(chat):
            session.think_again(chat)
    elif session.logged(chat):
        schedule.settle_today(chat)
    else:
        schedule.reopen_today(chat)


def told_day(raw: str) -> date:
    """The day that a button names. Raises StaleTap."""
    try:
        return date.fromisoformat(raw)
    except ValueError:
        raise StaleTap(raw) from None


INTENTS = {Intent.FIX: days}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(days), r"^days$"),
    CallbackQueryHandler(handle(put), r"^day:[^:]+:"),
    CallbackQueryHandler(handle(day), r"^day:"),
]
