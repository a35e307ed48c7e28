"""Walking through a card: one message, edited step by step."""

from dataclasses import replace
from datetime import date

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation, StaleTap
from bot.dispatch.reply import Reply
from bot.services import active_guide, guide_log, on_screen, session
from bot.services.active_guide import WALK, ActiveGuide
from bot.values.guide_position import GuidePosition
from bot.values.step_view import StepView
from bot.views.guide import steps as views
from content.catalog.card import Card
from content.catalog.guide import StepKind
from scheduler.log.entries import Status, states


def open_card(chat: Conversation, card_id: str, *, day: date | None = None) -> None:
    """A card in a new message, at its first step."""
    arrive(chat, GuidePosition(card_id, 0, day, guide_log.lean_of(chat, card_id)), anew=True)


def step(chat: Conversation) -> None:
    """To the step that the tapped button names, in place."""
    to, before = GuidePosition.of(chat.tap.args if chat.tap else ()), active_guide.get(chat)
    if before and before.place == to and before.left is not None:
        show_paused(chat, before)
        return
    if before and here(chat, before):
        if before.place == to and before.running:
            return  # two taps, or two phones: the countdown is not to begin again
        guide_log.passed(chat, before, to)
    if to.at == 0 and not (before and before.place.card == to.card):
        to = GuidePosition(to.card, 0, to.day, guide_log.lean_of(chat, to.card))
    arrive(chat, to)


def here(chat: Conversation, kept: ActiveGuide) -> bool:
    """Was the tap in the message of this walk? Typed words are about it in any case."""
    tapped = chat.tap.message_id if chat.tap else None
    return tapped is None or tapped == active_guide.message_of(chat, kept)


def arrive(chat: Conversation, to: GuidePosition, *, anew: bool = False) -> None:
    """Show a step where the runner looks, and start its countdown if it has one."""
    walk = step_of(chat, to)
    on_screen.put(chat, to.card)
    view = views.step(walk, following=following(chat, walk))
    message = put(chat, view, anew=anew)
    now = ActiveGuide(walk.place, chat.now, message, view.shows)
    active_guide.keep(chat, now, left=walk.frame.seconds)


def show_paused(chat: Conversation, kept: ActiveGuide) -> None:
    """The step as it stands, with its countdown resting."""
    walk = step_of(chat, kept.place)
    view = views.step(walk, left=kept.left, paused=True)
    message = put(chat, view)
    active_guide.keep(chat, replace(kept, message=message, shows=view.shows))


def put(chat: Conversation, view: Reply, *, anew: bool = False) -> int:
    """Into the tapped message, or into a new one; its number, 0 where nobody knows it yet.

    The walk is in one message: where a new one comes, the old one goes.
    """
    if anew or chat.tap is None or chat.tap.message_id is None:
        kept = active_guide.get(chat)
        if kept and (old := active_guide.message_of(chat, kept)):
            chat.remove(old)
        chat.say(view, label=WALK)
        return 0
    chat.show(view)
    return chat.tap.message_id


def swap(chat: Conversation) -> None:
    """To the easier or harder sister of a card; in a session she takes its place."""
    direction, card_id, raw = [*(chat.tap.data if chat.tap else "").split(":"), "", ""][:3]
    linked = getattr(card_of(chat, card_id).links, direction)
    if linked is None:
        raise StaleTap(direction)
    exchange(chat, card_id, linked, date_of(raw))


def exchange(chat: Conversation, card_id: str, instead: str, day: date | None) -> None:
    """Walk one card in the place of another."""
    if day == chat.day:
        session.exchange(chat, card_id, instead)
    arrive(chat, GuidePosition(instead, 0, day, guide_log.lean_of(chat, instead)))


def why(chat: Conversation) -> None:
    """Why this card, and who says so; the same message leads back to the step."""
    place = GuidePosition.of(chat.tap.args if chat.tap else ())
    walk = step_of(chat, place)
    rest(chat)
    reasons, cited = chat.content.reasons(walk.card), chat.content.cited(walk.card)
    chat.show(views.why(walk, reasons, cited))


def rest(chat: Conversation) -> ActiveGuide | None:
    """Whatever runs is paused while the runner looks at something else."""
    kept = active_guide.get(chat)
    if kept is None or kept.place.card not in chat.content.library.cards:
        return None
    return active_guide.pause(chat, kept, step_of(chat, kept.place).frame)


def following(chat: Conversation, walk: StepView) -> Card | None:
    """What the session goes on with after the end of a card."""
    day = walk.place.day
    if day is None or walk.frame.kind is not StepKind.END:
        return None
    return next_card(chat, day, walk.card.id)


def next_card(chat: Conversation, day: date, but: str) -> Card | None:
    """The next card of the session that is not walked to its end."""
    ended = {card for card, each in guide_log.walked(chat, day).items() if each.ended} | {but}
    logged = states(chat.work.session_log.entries(chat.runner.id, since=day)).get(day)
    ended |= set(logged.cards if logged and logged.status is Status.DONE else ())
    offer = session.offered(chat, day) or session.todays(chat)
    left = [each for each in offer.cards if each not in ended]
    return chat.content.library.cards.get(left[0]) if left else None


def date_of(raw: str) -> date | None:
    try:
        return date.fromisoformat(raw) if raw else None
    except ValueError:
        raise StaleTap(raw) from None


def card_of(chat: Conversation, card_id: str) -> Card:
    card = chat.content.library.cards.get(card_id)
    if card is None:
        raise StaleTap(card_id)
    return card


def step_of(chat: Conversation, place: GuidePosition) -> StepView:
    """Where the walk is; its last step where the card has become shorter since."""
    return StepView.at(card_of(chat, place.card), place)


HANDLERS: Handlers = [
    CallbackQueryHandler(handle(step), r"^walk:"),
    CallbackQueryHandler(handle(swap), r"^(easier|harder):"),
    CallbackQueryHandler(handle(why), r"^why:"),
]
