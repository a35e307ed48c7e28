"""Today's session: offered, started, put off."""

from datetime import timedelta

from telegram.ext import CallbackQueryHandler

from bot import course, plan, session
from bot.case import case_of
from bot.chat import Chat
from bot.context import Handlers, story
from bot.handlers import care, walk
from bot.profile import profile
from bot.views import ask as asking
from bot.views import today as views
from content.choose import choose
from content.meaning import Intent, Meaning
from scheduler.memory import Priority, Reminder
from scheduler.recurrence import GRACE, Lateness, Occurrence, judge
from scheduler.slots import DAILY
from scheduler.zones import local

LONGEST_SNOOZE = timedelta(hours=12)


def today(chat: Chat) -> None:
    """The session of the day, with buttons to begin it or put it off."""
    offer = session.todays(chat, chat.meaning.moment, chat.meaning.minutes)
    if offer.cards:
        chat.show(views.offer(offer, chat.coach.library.cards, course.news(chat)))
    else:
        nothing(chat, offer)


def start(chat: Chat) -> None:
    """The first card of the session, step by step."""
    offer = session.todays(chat)
    if not offer.cards:
        nothing(chat, offer)
        return
    chat.toast("started")
    walk.open_card(chat, offer.cards[0], day=offer.day)


def nothing(chat: Chat, offer: session.Offer) -> None:
    """No session today: the body says stop, areas rest, or no card is left."""
    if not care.ask(chat):
        chat.show(views.rest_day() if _stopped(offer) else asking.nothing_fits())


def _stopped(offer: session.Offer) -> bool:
    return any(reason.key == "stop" for reason in offer.reasons)


def try_one(chat: Chat) -> None:
    """One good move at once, whatever is still unanswered."""
    found = choose(Meaning(Intent.ASK), profile(chat.runner.answers), chat.coach.library.cards)
    chat.toast("started")
    walk.open_card(chat, found.card)


def remind(chat: Chat, reminder: Reminder) -> None:
    """The reminder's own moment: say it, if it still makes sense."""
    chat.priority = Priority.REMINDER
    daily = reminder.slot == DAILY
    moment = reminder.due or chat.now
    late = judge(Occurrence(reminder.day or chat.day, moment), chat.now)
    if late is Lateness.TOO_LATE or not _wanted(chat, daily=daily):
        return
    course.go_on(chat, case_of(chat))
    if daily and care.ask(chat, expires=moment + GRACE - chat.now):
        return
    offer = session.todays(chat)
    if not offer.cards:
        return
    cue = chat.runner.answers.get("cue")
    reply = views.reminder(
        offer,
        chat.coach.library.cards,
        cue,
        late=late is Lateness.LATE,
        again=not daily,
        news=course.news(chat),
    )
    left = moment + GRACE - chat.now
    chat.say(reply, label=f"reminder:{offer.day}", expires=left)


def _wanted(chat: Chat, *, daily: bool) -> bool:
    """Not when the chat is closed, reminders are paused, or today is done with already.

    "Done" clears the snooze that was set before it, so one that is still there was set after.
    """
    if chat.runner.off_since or plan.paused(chat):
        return False
    return not daily or not chat.work.journal.entries(chat.runner.id, since=chat.day)


def snooze(chat: Chat) -> None:
    """Once more later today; the daily series stays where it is."""
    wish = chat.args(1)[0] if chat.tap else str(chat.meaning.minutes or 20)
    if wish == "evening":
        due = plan.evening(chat.local)
    elif chat.meaning.at:
        due = plan.next_at(chat.local, chat.meaning.at)
    else:
        # In UTC, because an hour on the wall clock may come twice.
        due = local(chat.now + min(timedelta(minutes=int(wish)), LONGEST_SNOOZE), chat.zone)
    plan.snooze(chat, due)
    chat.toast("snoozed", at=f"{due:%H:%M}")
    chat.show(views.snoozed(due))


INTENTS = {Intent.SESSION: today, Intent.SNOOZE: snooze, Intent.MEETING: snooze}
HANDLERS: Handlers = [
    CallbackQueryHandler(story(today), r"^today$"),
    CallbackQueryHandler(story(start), r"^start$"),
    CallbackQueryHandler(story(try_one), r"^try$"),
    CallbackQueryHandler(story(snooze), r"^snooze:"),
]
