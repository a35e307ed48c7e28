"""Who Limber is and what it can do."""

from telegram.ext import CommandHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.handlers.onboarding import onboarding
from bot.services import on_screen
from bot.services.asking.questionnaire import current
from bot.views.asked_back import left_alone
from bot.views.onboarding import about as views
from content.intents.meaning import Intent


def help_(chat: Conversation) -> None:
    chat.say(views.help_(chat.wording))


def who(chat: Conversation) -> None:
    chat.say(views.who(chat.wording))


def why(chat: Conversation) -> None:
    """What the last message was taken for, in plain words."""
    chat.say(views.why(chat.wording, on_screen.reasons(chat)))


def thanks(chat: Conversation) -> None:
    chat.say(views.thanks(chat.wording))


def stays(chat: Conversation) -> None:
    """The message took all of itself back: "stop it. no, leave it"."""
    chat.say(left_alone(chat.wording))


def greeting(chat: Conversation) -> None:
    """Hello; a new runner is asked the first question right away."""
    if current(chat) is not None and not chat.runner.answers:
        onboarding.start(chat)
    else:
        chat.say(views.greeting(chat.wording, chat.runner.name))


INTENTS = {
    Intent.HELP: help_,
    Intent.WHO: who,
    Intent.THANKS: thanks,
    Intent.STAYS: stays,
    Intent.GREETING: greeting,
}
HANDLERS: Handlers = [
    CommandHandler("help", handle(help_)),
    CommandHandler("why", handle(why)),
]
