"""Programmes: the fitting one first with its reason, started, looked at, switched, stopped."""

from datetime import timedelta

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, story
from bot.dispatch.conversation import Chat, StaleTap
from bot.services import enrolment, session
from bot.services.training_state import case_of
from bot.views.progress import programme as views
from content.catalog.programme import Programme
from content.coaching.programme.matching import fitting, suited
from content.coaching.session.training_state import Case, week_of
from content.intents.meaning import Intent

AWAY = timedelta(days=28)  # without a session, for somebody who has done some


def program(chat: Chat) -> None:
    """Where the runner is; without a programme, all of them with the fitting one first."""
    enrolment.go_on(chat, case_of(chat))
    case = case_of(chat)
    if case.course is None:
        choose(chat)
        return
    programme = chat.coach.library.programmes[case.course.programme]
    week = week_of(case, chat.coach.library, programme, case.course, chat.day)
    chat.show(views.now(programme, case.course, week, enrolment.news(chat)))


def choose(chat: Chat) -> None:
    """All programmes, each a button."""
    case, done = case_of(chat), enrolment.finished(chat)
    found = fitting(_programmes(chat), case.profile, away=_away(chat, case), finished=done)
    suits = suited(found[0], case.profile, away=_away(chat, case), finished=done)
    told = enrolment.news(chat)
    chat.show(views.offered(found, suits=suits, finished=enrolment.FINISHED in told))


def look(chat: Chat) -> None:
    """One programme: for whom it is and what its weeks bring."""
    chat.show(views.details(_named(chat)))


def start(chat: Chat) -> None:
    """Week one begins today."""
    programme = _named(chat)
    enrolment.start(chat, programme)
    session.think_again(chat)
    chat.toast("programme_on")
    chat.show(views.started(programme, chat.day))


def stop(chat: Chat) -> None:
    """The sessions go on without it; what was done stays."""
    enrolment.stop(chat)
    session.think_again(chat)
    chat.toast("programme_off")
    chat.show(views.stopped())


def _programmes(chat: Chat) -> list[Programme]:
    return list(chat.coach.library.programmes.values())


def _named(chat: Chat) -> Programme:
    (name,) = chat.args(1)
    found = chat.coach.library.programmes.get(name)
    if found is None:
        raise StaleTap(name)
    return found


def _away(chat: Chat, case: Case) -> bool:
    """No session for weeks, after there have been some."""
    if any(each.share and each.day > chat.day - AWAY for each in case.past):
        return False
    return bool(chat.work.journal.entries(chat.runner.id))


INTENTS = {Intent.PROGRAM: program}
HANDLERS: Handlers = [
    CommandHandler("program", story(program)),
    CallbackQueryHandler(story(program), r"^program$"),
    CallbackQueryHandler(story(choose), r"^programs$"),
    CallbackQueryHandler(story(look), r"^prog:"),
    CallbackQueryHandler(story(start), r"^prog-on:"),
    CallbackQueryHandler(story(stop), r"^prog-off$"),
]
