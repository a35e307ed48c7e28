"""A step of a card on the screen: shown, paused, swapped for a sister, explained."""

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


def arrive(
    chat: Conversation, to: GuidePosition, *, anew: bool = False, resting: bool = False
) -> None:
    """Show a step where the runner looks, and start its countdown; what is read first waits,
    unless it is the rest between two moves.
    """
    guide.arrive(chat, to, LOOKS, anew=anew, resting=resting)


def show_paused(chat: Conversation, kept: ActiveGuide, *, back_in: float | None = None) -> None:
    """The step as it stands, with its countdown resting: for the runner, or for some seconds."""
    walk, wary = guide.step_of(chat, kept.place), gate.wary(chat)
    view = views.step(chat.wording, walk, left=kept.left, paused=True, back_in=back_in, wary=wary)
    active_guide.keep(chat, guide.put(chat, view, kept), look=back_in)


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
    guide.rest(chat)
    reasons, cited = chat.content.reasons(walk.card), chat.content.cited(walk.card)
    chat.show(views.why(chat.wording, walk, reasons, cited))


def sound(chat: Conversation) -> None:
    """Whether the end of a hold is heard; the step stays where it is."""
    wanted, *place = chat.args(2)
    chat.remember(sound=wanted == "on")
    chat.toast("sound_on" if chat.answers.sound else "sound_off")
    kept = guide.rest(chat) or ActiveGuide(GuidePosition.of(place[0].split(":")), chat.now)
    show_paused(chat, kept)


HANDLERS: Handlers = [
    CallbackQueryHandler(handle(swap), r"^(easier|harder):"),
    CallbackQueryHandler(handle(why), r"^why:"),
    CallbackQueryHandler(handle(sound), r"^sound:(on|off):"),
]
