"""Walking through a card: one message, edited step by step."""

from dataclasses import replace
from datetime import date

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.services import session
from bot.services.cards import card_of
from bot.services.guiding import active_guide, guide, guide_log
from bot.services.guiding.active_guide import ActiveGuide
from bot.services.safety import gate
from bot.values.guide_position import GuidePosition, date_of
from bot.views.guide import steps as views
from bot.views.guide.looks import LOOKS


def step(chat: Conversation) -> None:
    """To the step that the tapped button names, in place."""
    to, before = GuidePosition.of(chat.args()), active_guide.get(chat)
    if before and before.place == to and before.left is not None:
        show_paused(chat, before)
        return
    if before and guide.here(chat, before):
        if before.place == to and before.running:
            return  # two taps, or two phones: the countdown is not to begin again
        guide_log.passed(chat, before, to)
    if to.at == 0 and not (before and before.place.card == to.card):
        to = GuidePosition(to.card, 0, to.day, guide_log.lean_of(chat, to.card))
    arrive(chat, to)


def arrive(chat: Conversation, to: GuidePosition, *, anew: bool = False) -> None:
    """Show a step where the runner looks, and start its countdown if it has one."""
    guide.arrive(chat, to, LOOKS, anew=anew)


def show_paused(chat: Conversation, kept: ActiveGuide) -> None:
    """The step as it stands, with its countdown resting."""
    walk = guide.step_of(chat, kept.place)
    view = views.step(chat.wording, walk, left=kept.left, paused=True)
    message = guide.put(chat, view)
    active_guide.keep(chat, replace(kept, message=message, shows=view.shows))


def swap(chat: Conversation) -> None:
    """To the easier or harder sister of a card; in a session she takes its place."""
    direction, card_id, raw = [*(chat.tap.data if chat.tap else "").split(":"), "", ""][:3]
    linked = getattr(card_of(chat, card_id).links, direction)
    if linked is None:
        raise StaleTap(direction)
    other = card_of(chat, linked)
    if no := gate.refusal_of(chat, other):  # kit and kneeling too: nobody chose that card
        guide.refuse(chat, no, other, LOOKS)
    else:
        exchange(chat, card_id, linked, date_of(raw))


def exchange(chat: Conversation, card_id: str, instead: str, day: date | None) -> None:
    """Walk one card in the place of another."""
    if day == chat.day:
        session.exchange(chat, card_id, instead)
    arrive(chat, GuidePosition(instead, 0, day, guide_log.lean_of(chat, instead)))


def why(chat: Conversation) -> None:
    """Why this card, and who says so; the same message leads back to the step."""
    place = GuidePosition.of(chat.args())
    walk = guide.step_of(chat, place)
    rest(chat)
    reasons, cited = chat.content.reasons(walk.card), chat.content.cited(walk.card)
    chat.show(views.why(chat.wording, walk, reasons, cited))


def rest(chat: Conversation) -> ActiveGuide | None:
    """Whatever runs is paused while the runner looks at something else."""
    kept = active_guide.get(chat)
    if kept is None or kept.place.card not in chat.content.library.cards:
        return None
    return active_guide.pause(chat, kept, guide.step_of(chat, kept.place).frame)


HANDLERS: Handlers = [
    CallbackQueryHandler(handle(step), r"^walk:"),
    CallbackQueryHandler(handle(swap), r"^(easier|harder):"),
    CallbackQueryHandler(handle(why), r"^why:"),
]
