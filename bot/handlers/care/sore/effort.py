"""The form check: how hard strength was, told by a tap after it; doses follow."""

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.views.care import effort as views
from content.coaching.dosage.effort import Effort
from storage.queries.diary import Note, NoteKind


def tapped(chat: Conversation) -> None:
    """Told again on the same day, it takes the place of what was told before."""
    (raw,) = chat.args(1)
    if raw not in list(Effort):
        raise StaleTap(raw)
    note = Note(chat.day, NoteKind.EFFORT, "", chat.now, {"felt": raw})
    chat.work.diary.write(chat.runner.id, note)
    chat.toast("saved")
    chat.show(views.noted(chat.wording, Effort(raw)))


HANDLERS: Handlers = [CallbackQueryHandler(handle(tapped), r"^effort:")]
