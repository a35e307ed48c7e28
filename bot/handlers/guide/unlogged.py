"""A session that was begun on an earlier day and never ended: once, it is asked what it was."""

from datetime import date

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.guide import summary
from bot.services import on_screen, open_questions
from bot.services.asking.typed_answer import taken
from bot.services.guiding import active_guide, guide_log
from bot.services.safety import complaints
from bot.values.guide_position import date_of
from bot.views.guide import summary as views
from content.screening.after_flag.held import emergency
from scheduler.planning.memory import Priority

QUESTION = "unlogged"
FIRST = frozenset({"question", "danger", "unwell"})  # labels below which nothing else is asked


def ask(chat: Conversation) -> None:
    """Below an answer, unless the runner is busy with something else."""
    if chat.priority is not Priority.ANSWER or _busy(chat):
        return
    day = guide_log.unlogged_day(chat)
    if day is None or active_guide.get(chat) or on_screen.question(chat) or _asked(chat, day):
        return
    added = summary.added_up(chat, day)
    if not added.worked:
        return
    chat.change(shown={**(chat.runner.shown or {}), QUESTION: day.isoformat()})
    open_questions.wonder(chat, QUESTION, day.isoformat())
    chat.say(views.unlogged(chat.wording, added, day, today=chat.day))


def _busy(chat: Conversation) -> bool:
    """Does something of the body, or another question, come first?"""
    asked = open_questions.wonders(chat) or open_questions.doubted(chat) is not None
    hurts = open_questions.hurting(chat) or emergency(complaints.held(chat))
    return bool(asked or hurts) or any(each.label in FIRST for each in chat.queued)


def _asked(chat: Conversation, day: date) -> bool:
    before = (chat.runner.shown or {}).get(QUESTION)
    return before is not None and before >= day.isoformat()


def tapped(chat: Conversation) -> None:
    _take(chat, *chat.args(2))


def typed(chat: Conversation) -> bool:
    """Words for it, while it is asked."""
    return taken(chat, QUESTION, _take)


def _take(chat: Conversation, answer: str, raw: str) -> None:
    day = date_of(raw)
    if day is None or answer not in ("log", "leave"):
        raise StaleTap(raw)
    open_questions.wonder(chat)
    if answer == "log":
        summary.log_day(chat, day)
    else:
        chat.toast("default")
        chat.show(views.left_unlogged(chat.wording))


HANDLERS: Handlers = [CallbackQueryHandler(handle(tapped), r"^begun:")]
