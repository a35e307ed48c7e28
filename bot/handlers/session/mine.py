"""An own session: moves that a runner kept together, to have them again on any day."""

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.session.today import nothing, unfold
from bot.services import on_screen, session
from bot.services.guiding import own_moves
from bot.services.on_screen import Screen
from bot.services.safety import gate
from bot.values.guide_position import date_of
from bot.views.session import today as views
from content.intents.meaning import Intent
from content.intents.moves.own_session import own_session


def keep(chat: Conversation) -> None:
    """The session that the button hangs on becomes the runner's own."""
    day = date_of(chat.args(2)[1])
    offer = session.offered(chat, day) if day else None
    if offer is None or not offer.cards:
        raise StaleTap(str(day))
    chat.remember(own=list(offer.cards))
    chat.toast("mine_kept")
    unfold(chat)


def typed(chat: Conversation) -> bool:
    """Moves that are named, or those on the screen, become the runner's own; or they are wanted."""
    known, content = chat.content.library.cards, chat.content
    found = own_session(chat.text, content.lexicon, content.names)
    if found is None or chat.meaning.intent in (Intent.DANGER, Intent.CHECK_BODY):
        return False
    if found.keep:
        offer = session.current(chat)
        named = [each for each in found.cards if each in known]
        if moves := named or list(offer.cards if offer else ()):
            chat.remember(own=moves)
    if found.keep or not chat.answers.own:
        names = [known[each].name for each in chat.answers.own if each in known]
        chat.say(views.own(chat.wording, names))
    else:
        today(chat)
    return True


def today(chat: Conversation) -> None:
    """It takes the place of today's, without what rests now."""
    shut, known = gate.shut(chat), chat.content.library.cards
    there = [each for each in chat.answers.own if each in known and each not in shut]
    if there:
        session.chosen(chat, there)
    offer = session.todays(chat)
    if not there or not offer.cards:
        nothing(chat, offer)
        return
    on_screen.see(chat, Screen.SESSION)
    chat.show(views.offer(chat.wording, offer, known, prescribed=own_moves.told(chat)))


HANDLERS: Handlers = [
    CallbackQueryHandler(handle(keep), r"^mine:more:"),
    CallbackQueryHandler(handle(today), r"^mine$"),
]
