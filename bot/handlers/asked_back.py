"""What is not sure enough to be done: asked, and done once it is tapped."""

from collections.abc import Callable
from dataclasses import replace

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import open_questions
from bot.services.reminding import schedule
from bot.services.reminding.named import meant
from bot.views import asked_back as views
from content.intents.meaning import Intent, Meaning

NONE = "none"
Show = Callable[[Conversation], None]
Tell = Callable[[Conversation, tuple[Meaning, ...]], None]


def intents(show_reminders: Show) -> dict[Intent, Show]:
    """What asks back; with `show_reminders` for one that would end a reminder that is not there."""

    def ask(chat: Conversation) -> None:
        """Did you mean that? Nothing has changed so far."""
        offers, left = chat.meaning.offers, chat.meaning.left
        if any(_ends_none(chat, each) for each in offers):
            show_reminders(chat)
            return
        number = open_questions.ask(chat, offers)
        named = {id_: card.name for id_, card in chat.content.library.cards.items()}
        told = [_with_days(chat, each) for each in offers]
        chat.say(views.sure(chat.wording, told, left, named, number))

    return {Intent.SURE: ask}


def _ends_none(chat: Conversation, offer: Meaning) -> bool:
    """Would it end a reminder at a time at which there is none?"""
    if offer.intent is not Intent.REMIND_OFF or offer.at is None:
        return False
    return meant(schedule.rules(chat), offer) is None


def _with_days(chat: Conversation, offer: Meaning) -> Meaning:
    """The days of the first reminder stay where only its time changes, so they are told."""
    rule = schedule.daily(chat)
    other = offer.days or offer.day or offer.slot is not None or offer.was
    if offer.intent is not Intent.REMIND or not offer.at or other or rule is None:
        return offer
    return replace(offer, days=rule.days)


def handlers(tell: Tell) -> Handlers:
    """The buttons below such a question, handed over with `tell`."""

    def chosen(chat: Conversation) -> None:
        number, choice = chat.args(2)
        offers = open_questions.asked(chat, number)
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
