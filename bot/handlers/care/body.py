"""Is there anything to know about the body? Asked before the first card, changed at any time."""

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import session
from bot.services.cards import card_of
from bot.services.guiding import guide
from bot.services.safety import body, gate
from bot.values.guide_position import GuidePosition, date_of
from bot.views.care import body as views
from bot.views.guide.looks import LOOKS
from content.catalog.taxonomy import Condition
from content.intents.meaning import Intent
from content.intents.understanding import understand

# What is answered beside it.
WISHES = (Intent.ASK, Intent.SESSION, Intent.DONE, Intent.PARTIAL, Intent.RUN_TOLD)


def ask(chat: Conversation) -> None:
    """With all that is known ticked."""
    body.forget_ticks(chat)
    chat.say(views.body(chat.wording, body.ticked(chat)))


def tapped(chat: Conversation) -> None:
    """A tick, the other page, or the answer; the card that waited for it opens."""
    verb, page, card, day = [*(chat.tap.args if chat.tap else ()), "", "", "", ""][:4]
    if verb == "page":
        _page(chat, page, card, day)
    elif verb.isdigit():
        body.toggle(chat, _condition(verb))
        chat.toast("ticked")
        _page(chat, page, card, day)
    elif verb in ("ok", "none", "unsaid"):
        _answered(chat, verb)
        if card:
            _open(chat, card, day)
    else:
        raise StaleTap(verb)


def typed(chat: Conversation) -> bool:
    """Keep what the message tells of the body. A wish beside it is met all the same."""
    new = body.told_now(chat)
    if new:
        chat.say(views.kept(chat.wording, new))
    return bool(new) and _wish(chat) not in WISHES


def _wish(chat: Conversation) -> Intent:
    """What is wished, where the safety question has to be asked first too."""
    if chat.meaning.intent is not Intent.CHECK_BODY:
        return chat.meaning.intent
    content = chat.content
    found = understand(
        chat.text, now=chat.local, lexicon=content.lexicon, cards=content.names, well=True
    )
    return found[0].intent


def _condition(number: str) -> Condition:
    if int(number) >= len(views.ORDER):
        raise StaleTap(number)
    return views.ORDER[int(number)]


def _page(chat: Conversation, page: str, card: str, day: str) -> None:
    waits = GuidePosition(card_of(chat, card).id, day=date_of(day)) if card else None
    chat.show(views.body(chat.wording, body.ticked(chat), waits, page=page))


def _answered(chat: Conversation, verb: str) -> None:
    told = [Condition(each) for each in body.ticked(chat)] if verb == "ok" else []
    body.keep(chat, told, unsaid=verb == "unsaid")
    chat.toast("saved")
    chat.show(views.kept(chat.wording, told, unsaid=verb == "unsaid"))


def _open(chat: Conversation, card_id: str, raw: str) -> None:
    """The card that waited, or the first of a session that is made anew without it."""
    card, day = card_of(chat, card_id), date_of(raw)
    if day and gate.unsafe(chat, card) and (offer := session.todays(chat)).cards:
        card_id = offer.cards[0]
    guide.open_card(chat, card_id, LOOKS, day=day)


HANDLERS: Handlers = [
    CallbackQueryHandler(handle(ask), r"^state$"),
    CallbackQueryHandler(handle(tapped), r"^state:"),
]
