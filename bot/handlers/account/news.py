"""Whether a runner wants news: nobody gets any who did not say so."""

from telegram.ext import CallbackQueryHandler, CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.views.account import news as views
from content.intents.meaning import Intent

CHOICES = {"yes": True, "no": False}


def news(chat: Conversation) -> None:
    """How it stands, and the question."""
    chat.say(views.question(chat.wording, wanted=chat.answers.news))


def chosen(chat: Conversation) -> None:
    (choice,) = chat.args(1)
    if choice not in CHOICES:
        raise StaleTap(choice)
    chat.remember(news=CHOICES[choice])
    chat.toast("saved")
    if chat.tap and chat.tap.message_id:
        chat.unbutton(chat.tap.message_id)


INTENTS = {Intent.NEWS: news}
HANDLERS: Handlers = [
    CommandHandler("news", handle(news)),
    CallbackQueryHandler(handle(chosen), r"^news:"),
]
