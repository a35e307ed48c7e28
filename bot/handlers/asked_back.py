"""What is not sure enough to be done: asked, and done once it is tapped."""

from collections.abc import Callable

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import on_screen
from bot.views import asked_back as views
from content.intents.meaning import Intent, Meaning

NONE = "none"
Tell = Callable[[Conversation, tuple[Meaning, ...]], None]


def ask(chat: Conversation) -> None:
    """Did you mean that? Nothing has changed so far."""
    offers, left = chat.meaning.offers, chat.meaning.left
    number = on_screen.ask(chat, offers)
    named = {id_: card.name for id_, card in chat.content.library.cards.items()}
    chat.say(views.sure(chat.wording, offers, left, named, number))


def handlers(tell: Tell) -> Handlers:
    """The buttons below such a question, handed over with `tell`."""

    def chosen(chat: Conversation) -> None:
        number, choice = chat.args(2)
        offers = on_screen.asked(chat, number)
        if choice == NONE:
            chat.toast("kept_as_it_is")
            chat.show(views.left_alone(chat.wording))
            return
        if not choice.isdecimal() or int(choice) >= len(offers):
            raise StaleTap(choice)
        chat.toast("taken")
        if chat.tap and chat.tap.message_id:
            chat.unbutton(chat.tap.message_id)
        chat.tap = None  # what follows is told as if it had been typed
        tell(chat, (offers[int(choice)],))

    return [CallbackQueryHandler(handle(chosen), r"^mean:")]


INTENTS = {Intent.SURE: ask}
