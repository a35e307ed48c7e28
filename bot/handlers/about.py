"""Who Limber is and what it can do."""

from telegram.ext import CommandHandler

from bot import shown
from bot.chat import Chat
from bot.context import Handlers, story
from bot.handlers import onboarding
from bot.interview import current
from bot.views import about as views
from content.intents.meaning import Intent


def help_(chat: Chat) -> None:
    chat.say(views.help_())


def who(chat: Chat) -> None:
    chat.say(views.who())


def why(chat: Chat) -> None:
    """What the last message was taken for, in plain words."""
    chat.say(views.why(shown.reasons(chat)))


def thanks(chat: Chat) -> None:
    chat.say(views.thanks())


def greeting(chat: Chat) -> None:
    """Hello; a new runner is asked the first question right away."""
    if current(chat) is not None and not chat.runner.answers:
        onboarding.start(chat)
    else:
        chat.say(views.greeting(chat.runner.name))


INTENTS = {
    Intent.HELP: help_,
    Intent.WHO: who,
    Intent.THANKS: thanks,
    Intent.GREETING: greeting,
}
HANDLERS: Handlers = [
    CommandHandler("help", story(help_)),
    CommandHandler("why", story(why)),
]
