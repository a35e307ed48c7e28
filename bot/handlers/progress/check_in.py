"""The weekly look back, and its question: well, or something got in the way."""

from datetime import timedelta

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import mobility_tests, session
from bot.services.history import course
from bot.services.history.progress_figures import figures_of, is_dark
from bot.services.reminding import pauses, reminder_habits, schedule
from bot.services.wording import tone
from bot.views.progress import course as course_views
from bot.views.progress import progress as views
from content.catalog.barrier import Deed
from content.coaching.review.findings import QUIET, finding
from content.intents.barriers import WELL, named
from content.intents.meaning import Intent, Meaning
from scheduler.calendar.recurrence import GRACE
from scheduler.planning.memory import Priority, Reminder
from storage.answers import NO_KIT, AnswerKey
from storage.queries.diary import Note, NoteKind

A_WEEK = timedelta(days=7)
OPEN_FOR = timedelta(days=2)  # in which words without another meaning are the answer
OTHER, SHORTER = "other", 5
WORDS = 3  # from which words that fit nothing are kept as they are
VAGUE = (
    Intent.UNKNOWN,
    Intent.MISSED,
    Intent.LATER,
    Intent.THANKS,
    Intent.EXCUSED,
    Intent.OFF_TOPIC,
    Intent.GREETING,
    Intent.BACK,
)
WISHES = (Intent.ASK, Intent.EASIER, Intent.HARDER, Intent.PREFER)  # of no area, they may be one


def recap(chat: Conversation, reminder: Reminder) -> None:
    """Sunday evening: the week in a picture, one finding, one suggestion, one question.

    Whoever is silent gets the reminders that are said to come, and nothing beside them.
    """
    chat.priority = Priority.RECAP
    if chat.runner.off_since or pauses.paused(chat) or tone.silent(chat):
        return
    if not reminder_habits.answers(chat):
        return
    figures = figures_of(chat)
    left = (reminder.due or chat.now) + GRACE - chat.now
    found, test = finding(figures), mobility_tests.due(chat)
    if found.key == QUIET:
        recap = views.quiet_week(chat.wording, chat.day)
    else:
        recap = views.recap(
            chat.wording,
            figures,
            found,
            dark=is_dark(chat),
            test=test,
            course=course.offers(chat),
        )
    chat.say(recap, expires=left)
    if item := course.asks(chat):
        chat.say(course_views.question(chat.wording, item, again=True), expires=left)
    chat.remember(week_asked=chat.day.isoformat())


def check_in(chat: Conversation) -> None:
    """The answer to how the week was, by a button."""
    (answer,) = chat.args(1)
    if answer == "menu":
        chat.say(views.menu(chat.wording, chat.content.library.barriers))
        return
    if answer != WELL and answer not in chat.content.library.barriers:
        raise StaleTap(answer)
    chat.toast("saved")
    _answered(chat, answer)


def typed(chat: Conversation) -> bool:
    """Take words as the answer, if one is awaited and they mean nothing else.

    Words that fit no barrier are kept as they are, and the barriers are shown once more.
    """
    if not _open(chat) or not _vague(chat.meaning):
        return False
    answer = named(
        chat.text, chat.content.lexicon, chat.content.names, chat.content.library.barriers
    )
    if answer is None and (chat.meaning.intent is not Intent.UNKNOWN or _short(chat.text)):
        return False
    if answer:
        _answered(chat, answer, chat.text)
    else:
        _write(chat, OTHER, chat.text)
        chat.say(views.kept_words(chat.wording, chat.content.library.barriers))
    return True


def _vague(meaning: Meaning) -> bool:
    """Might it be the answer, or is it clearly something else?"""
    return meaning.intent in VAGUE or (meaning.intent in WISHES and not meaning.areas)


def _short(text: str) -> bool:
    return len(text.split()) < WORDS


def _open(chat: Conversation) -> bool:
    asked = chat.answers.day(AnswerKey.WEEK_ASKED)
    return asked is not None and chat.day - asked <= OPEN_FOR


def _answered(chat: Conversation, answer: str, words: str | None = None) -> None:
    _write(chat, answer, words)
    if answer == WELL:
        chat.show(views.well(chat.wording))
        return
    barrier = chat.content.library.barriers[answer]
    if barrier.does:
        _change(chat, barrier.does)
    chat.show(views.tip(chat.wording, barrier))


def _write(chat: Conversation, answer: str, words: str | None) -> None:
    """Keep the answer of this week; nothing more is awaited."""
    told = {"answer": answer, **({"words": words} if words else {})}
    chat.work.diary.write(chat.runner.id, Note(chat.day, NoteKind.WEEK, "", chat.now, told))
    if answer != OTHER:
        chat.change(answers=chat.answers.without(AnswerKey.WEEK_ASKED))


def _change(chat: Conversation, deed: Deed) -> None:
    """What the tip promises, in the runner's answers."""
    if deed == "shorter":
        chat.remember(minutes={str(day): SHORTER for day in range(5)})
    elif deed == "gentle":
        chat.remember(gentle_until=(chat.day + A_WEEK).isoformat())
    elif deed == "no-kneeling":
        chat.remember(no_kneeling=True)
    else:
        chat.remember(kit=[NO_KIT])
    session.think_again(chat)


def no_recap(chat: Conversation) -> None:
    """No more looks back on Sundays."""
    chat.remember(recap=False)
    schedule.refresh(chat)
    chat.toast("saved")
    chat.say(views.no_recap(chat.wording))


def said_of_recap(chat: Conversation) -> None:
    """Wanted again, or no more."""
    if not chat.meaning.on:
        no_recap(chat)
        return
    chat.remember(recap=True)
    schedule.refresh(chat)
    chat.say(views.recap_again(chat.wording))


INTENTS = {Intent.RECAP: said_of_recap}
HANDLERS: Handlers = [
    CallbackQueryHandler(handle(no_recap), r"^week-off$"),
    CallbackQueryHandler(handle(check_in), r"^week:"),
]
