"""Programmes: the fitting one first with its reason, started, looked at, switched, stopped."""

from datetime import timedelta

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import enrolment, session
from bot.services.safety import gate
from bot.services.training_state import training_state
from bot.views.care.refused import refused
from bot.views.progress import programme as views
from content.catalog.programme import Programme
from content.coaching.gate import Why
from content.coaching.programme.matching import fitting, suited
from content.coaching.session.training_state import TrainingState, steady, week_of
from content.intents.meaning import Intent

AWAY = timedelta(days=28)  # without a session, for somebody who has done some


def program(chat: Conversation) -> None:
    """Where the runner is; without a programme, all of them with the fitting one first."""
    enrolment.go_on(chat, training_state(chat))
    state = training_state(chat)
    if state.enrolment is None:
        choose(chat)
        return
    programme = chat.content.library.programmes[state.enrolment.programme]
    week = week_of(state, chat.content.library, programme, state.enrolment, chat.day)
    chat.show(views.now(chat.wording, programme, state.enrolment, week, enrolment.news(chat)))


def choose(chat: Conversation) -> None:
    """All programmes, each a button."""
    state, done = training_state(chat), enrolment.finished(chat)
    away, moves_well = _away(chat, state), steady(state, chat.day)
    found = fitting(_programmes(chat), state.profile, away=away, steady=moves_well, finished=done)
    if not found:  # nobody has reviewed all cards of one
        chat.show(views.none_reviewed(chat.wording))
        return
    suits = suited(found[0], state.profile, away=away, steady=moves_well, finished=done)
    told = enrolment.news(chat)
    chat.show(views.offered(chat.wording, found, suits=suits, finished=enrolment.FINISHED in told))


def look(chat: Conversation) -> None:
    """One programme: for whom it is and what its weeks bring."""
    chat.show(views.details(chat.wording, _named(chat)))


def start(chat: Conversation) -> None:
    """Week one begins today, unless everything rests."""
    programme, no = _named(chat), gate.all_shut(chat)
    if no and no.why is Why.COMPLAINT:
        chat.say(refused(chat.wording, no))
        return
    enrolment.start(chat, programme)
    session.think_again(chat)
    chat.toast("programme_on")
    chat.show(views.started(chat.wording, programme, chat.day))


def stop(chat: Conversation) -> None:
    """The sessions go on without it; what was done stays."""
    enrolment.stop(chat)
    session.think_again(chat)
    chat.toast("programme_off")
    chat.show(views.stopped(chat.wording))


def _programmes(chat: Conversation) -> list[Programme]:
    return list(chat.content.library.programmes.values())


def _named(chat: Conversation) -> Programme:
    (name,) = chat.args(1)
    found = chat.content.library.programmes.get(name)
    if found is None:
        raise StaleTap(name)
    return found


def _away(chat: Conversation, state: TrainingState) -> bool:
    """No session for weeks, after there have been some."""
    if any(each.share and each.day > chat.day - AWAY for each in state.past):
        return False
    return bool(chat.work.session_log.entries(chat.runner.id))


INTENTS = {Intent.PROGRAM: program}
HANDLERS: Handlers = [
    CommandHandler("program", handle(program)),
    CallbackQueryHandler(handle(program), r"^program$"),
    CallbackQueryHandler(handle(choose), r"^programs$"),
    CallbackQueryHandler(handle(look), r"^prog:"),
    CallbackQueryHandler(handle(start), r"^prog-on:"),
    CallbackQueryHandler(handle(stop), r"^prog-off$"),
]
