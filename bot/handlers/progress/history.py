"""What was done in days that are over, and what comes: "how many minutes in November?"."""

from datetime import timedelta

from bot.dispatch.context import Handlers
from bot.dispatch.conversation import Conversation
from bot.services import on_screen
from bot.services.cards import known
from bot.services.history import streaks
from bot.services.history.past_days import past_days
from bot.services.on_screen import Screen
from bot.services.training_state import training_state
from bot.views.progress import history as views
from content.coaching.session.runs import Run, runs_of
from content.intents.meaning import Intent
from scheduler.calendar.days import week_of
from scheduler.log.entries import ACTIVE, states

DAY, WEEK = timedelta(days=1), timedelta(days=7)
LAST = 3  # runs that are told one by one
AHEAD = 14  # days that are looked through for runs
MISSED = "missed"


def history(chat: Conversation) -> None:
    """The days that were asked about, none after today, or the figure that was."""
    on_screen.see(chat, Screen.PROGRESS)
    FIGURES.get(chat.meaning.topic or "", _days)(chat)


def _days(chat: Conversation) -> None:
    asked = chat.meaning
    first, until = asked.since, min(asked.until or chat.day, chat.day)
    if asked.topic == MISSED and first is None:
        first = week_of(chat.day)
    found = past_days(chat, first, until)
    names = {card.id: card.name for card in known(chat).values()}
    chat.say(views.history(chat.wording, found, names, today=chat.day, figure=asked.topic))


def _last(chat: Conversation) -> None:
    """What was done last: where one was."""
    entries = states(chat.work.session_log.entries(chat.runner.id))
    active = [day for day, each in entries.items() if each.status in ACTIVE]
    ran = past_days(chat, None, chat.day).ran[-LAST:]
    chat.say(views.last(chat.wording, tuple(reversed(ran)), max(active, default=None)))


def _next(chat: Conversation) -> None:
    """The runs that come, and what is left of this week's sessions."""
    state = training_state(chat)
    ahead = (chat.day + n * DAY for n in range(AHEAD))
    told = (run for day in ahead for run in runs_of(day, state.profile, state.runs))
    runs = [run for run in told if not (run.done or _is_over(chat, run))]
    week = streaks.so_far(chat, chat.work.session_log.entries(chat.runner.id))
    chat.say(views.ahead(chat.wording, runs[:LAST], week, today=chat.day))


def _is_over(chat: Conversation, run: Run) -> bool:
    return run.day == chat.day and run.at is not None and run.at < chat.local.time()


def _weeks(chat: Conversation) -> None:
    """This week beside the last one."""
    monday = week_of(chat.day)
    this = past_days(chat, monday, chat.day)
    chat.say(views.weeks(chat.wording, this, past_days(chat, monday - WEEK, monday - DAY)))


FIGURES = {"last": _last, "next": _next, "weeks": _weeks}
INTENTS = {Intent.HISTORY: history}
HANDLERS: Handlers = []
