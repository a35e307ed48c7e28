"""The first chat: nine questions in one message, answered by taps or by typing."""

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, story
from bot.dispatch.conversation import Chat, StaleTap
from bot.handlers.onboarding import zone
from bot.services.profile import EVERY_DAY, WEEKDAYS
from bot.services.questionnaire import (
    answer,
    ask,
    ask_anew,
    current,
    go_on,
    held,
    settings,
    summary,
    take,
)
from bot.views.onboarding import questions as views
from content.catalog.questions import Question, before, open_question, toggled
from content.intents.form_answers import SKIP, parse_answer, told
from content.intents.meaning import Intent
from scheduler.calendar.zones import is_zone

QUICK = {"weekdays": WEEKDAYS, "every": EVERY_DAY}
WEEK = {str(day) for day in EVERY_DAY}


def start(chat: Chat) -> None:
    """Begin, go on where the runner left off, or say hello again."""
    chat.change(editing=None, draft=None)
    if current(chat) is None:
        chat.say(views.welcome_back(summary(chat), chat.runner.name))
    else:
        ask_anew(chat, greeting=None if chat.runner.answers else chat.runner.name)


def picked(chat: Chat) -> None:
    """A button with a whole answer."""
    name, value = chat.args(2)
    question = _question(chat, name)
    if question.kind == "zone":
        _known(is_zone(value))
    else:
        _known(value in (QUICK if question.kind == "days" else question.options))
    take(chat, name, QUICK[value] if question.kind == "days" else value)


def ticked(chat: Chat) -> None:
    """A button that toggles one of several."""
    name, raw = chat.args(2)
    asked = current(chat)
    if asked is None or asked.id != name:
        chat.toast("old")
    else:
        _known(raw in (WEEK if asked.kind == "days" else asked.options))
        value = int(raw) if asked.kind == "days" else raw
        chat.change(draft=toggled(held(chat, name), value))
        chat.toast("ticked")
    ask(chat)


def confirmed(chat: Chat) -> None:
    """All ticked that fits."""
    (name,) = chat.args(1)
    asked = current(chat)
    chosen = list(held(chat, name))
    if asked is None or asked.id != name:
        chat.toast("old")
        ask(chat)
    elif chosen:
        take(chat, name, chosen)
    else:
        chat.toast("pick_one")


def skipped(chat: Chat) -> None:
    """Leave a question open no longer; a change that is skipped keeps the old answer."""
    (name,) = chat.args(1)
    if _question(chat, name).id in chat.runner.answers:
        go_on(chat)
    else:
        take(chat, name, None)


def back(chat: Chat) -> None:
    """To the question before; what was answered there is still ticked."""
    (name,) = chat.args(1)
    earlier = before(chat.coach.questions, _question(chat, name))
    chat.change(draft=None)
    if open_question(chat.coach.questions, chat.runner.answers, None) is None or earlier is None:
        go_on(chat)
    else:
        chat.change(editing=earlier.id)
        ask(chat)


def typed(chat: Chat, *, lost: bool) -> bool:
    """Take the text as the answer to the open question, if it reads as one.

    `lost` says that it means nothing else, so that a guess is worth a try.
    """
    asked = current(chat)
    if asked is None:
        return lost and _told(chat)
    if asked.kind == "zone":
        return zone.typed(chat, lost=lost)
    value = parse_answer(asked.id, chat.text, chat.local, chat.coach.lexicon)
    if value is None:
        return False
    take(chat, asked.id, None if value is SKIP else value)
    return True


def _told(chat: Chat) -> bool:
    """An answer that nobody asked for, such as new run days: the settings show it."""
    found = told(chat.text, chat.local, chat.coach.lexicon)
    if found:
        answer(chat, *found)
        settings(chat)
    return found is not None


def change(chat: Chat) -> None:
    """The settings, or one of their questions opened again."""
    if not chat.tap or not chat.tap.args:
        settings(chat)
        return
    (name,) = chat.args(1)
    chat.change(editing=_question(chat, name).id, draft=None)
    ask(chat)


def _question(chat: Chat, name: str) -> Question:
    try:
        return chat.coach.question(name)
    except KeyError:
        raise StaleTap(name) from None


def _known(true: bool) -> None:
    """A button of an older version may name what no longer exists."""
    if not true:
        raise StaleTap


INTENTS = {Intent.START: start, Intent.SETTINGS: change}
HANDLERS: Handlers = [
    CommandHandler("start", story(start)),
    CommandHandler("settings", story(change)),
    CallbackQueryHandler(story(picked), r"^q:"),
    CallbackQueryHandler(story(ticked), r"^tick:"),
    CallbackQueryHandler(story(confirmed), r"^ok:"),
    CallbackQueryHandler(story(skipped), r"^skip:"),
    CallbackQueryHandler(story(back), r"^back:"),
    CallbackQueryHandler(story(change), r"^set(:|$)"),
    CallbackQueryHandler(story(ask), r"^go$"),
]
