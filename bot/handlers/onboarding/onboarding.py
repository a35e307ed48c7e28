"""The first chat: ten questions in one message, answered by taps or by typing."""

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.onboarding.questions import (
    ask,
    ask_anew,
    begin,
    go_on,
    put_off,
    settings,
    step_back,
    take,
)
from bot.services import on_screen
from bot.services.asking.questionnaire import current, held, summary
from bot.services.safety import body
from bot.values.profile import WEEKDAYS
from bot.views.onboarding import questions as views
from content.catalog.questions import Question, toggled
from content.intents.meaning import Intent
from scheduler.calendar.zones import is_zone
from storage.answers import EVERY_DAY

QUICK = {"weekdays": WEEKDAYS, "every": EVERY_DAY}
WEEK = {str(day) for day in EVERY_DAY}


def start(chat: Conversation) -> None:
    """Begin, go on where the runner left off, or say hello again."""
    chat.change(editing=None, draft=None)
    if current(chat) is None:
        chat.say(views.welcome_back(chat.wording, summary(chat), chat.runner.name))
        return
    if not chat.runner.answers and on_screen.question(chat) is None:
        begin(chat)
    else:
        ask_anew(chat)


def picked(chat: Conversation) -> None:
    """A button with a whole answer."""
    name, value = chat.args(2)
    question = _question(chat, name)
    if question.kind == "zone":
        _known(is_zone(value))
    else:
        _known(value in (QUICK if question.kind == "days" else question.options))
    take(chat, name, QUICK[value] if question.kind == "days" else value)


def ticked(chat: Conversation) -> None:
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


def confirmed(chat: Conversation) -> None:
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


def skipped(chat: Conversation) -> None:
    """Leave a question open no longer; a change that is skipped keeps the old answer."""
    (name,) = chat.args(1)
    if _question(chat, name).id in chat.runner.answers:
        go_on(chat)
    else:
        take(chat, name, None)


def back(chat: Conversation) -> None:
    """To the question before; what was answered there is still ticked."""
    (name,) = chat.args(1)
    step_back(chat, _question(chat, name))


def change(chat: Conversation) -> None:
    """The settings, or one of their questions opened again."""
    if not chat.args():
        settings(chat)
        return
    (name,) = chat.args(1)
    body.put_away(chat)
    chat.change(editing=_question(chat, name).id, draft=None)
    ask(chat)


def sound(chat: Conversation) -> None:
    """Whether the end of a hold is heard."""
    (wanted,) = chat.args(1)
    chat.remember(sound=wanted == "on")
    chat.toast("sound_on" if chat.answers.sound else "sound_off")
    settings(chat)


def _question(chat: Conversation, name: str) -> Question:
    try:
        return chat.content.question(name)
    except KeyError:
        raise StaleTap(name) from None


def _known(true: bool) -> None:
    """A button of an older version may name what no longer exists."""
    if not true:
        raise StaleTap


INTENTS = {Intent.START: start, Intent.SETTINGS: change}
HANDLERS: Handlers = [
    CommandHandler("start", handle(start)),
    CommandHandler("settings", handle(change)),
    CallbackQueryHandler(handle(picked), r"^q:"),
    CallbackQueryHandler(handle(ticked), r"^tick:"),
    CallbackQueryHandler(handle(confirmed), r"^ok:"),
    CallbackQueryHandler(handle(skipped), r"^skip:"),
    CallbackQueryHandler(handle(back), r"^back:"),
    CallbackQueryHandler(handle(change), r"^set(:|$)"),
    CallbackQueryHandler(handle(sound), r"^sound:(on|off)$"),
    CallbackQueryHandler(handle(put_off), r"^later$"),
    CallbackQueryHandler(handle(ask), r"^go$"),
]
