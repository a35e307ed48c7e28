"""A card on the screen, step by step: where the walk is, and what comes next."""

from dataclasses import replace
from datetime import date

from bot.dispatch.conversation import Conversation
from bot.dispatch.reply import Reply
from bot.services import cards, on_screen, session
from bot.services.cards import card_of
from bot.services.guiding import active_guide, guide_log, own_moves
from bot.services.guiding.active_guide import WALK, ActiveGuide
from bot.services.safety import body, complaints, gate
from bot.values.card_views import CardViews
from bot.values.guide_position import GuidePosition
from bot.values.offer import Offer
from bot.values.step_view import StepView
from content.catalog.card import Card
from content.catalog.guide import StepKind, next_look
from content.coaching.gate import Refusal, Why
from scheduler.log.entries import Status, states
from scheduler.planning.memory import Priority
from storage.answers import AnswerKey


def open_card(
    chat: Conversation, card_id: str, looks: CardViews, *, day: date | None = None
) -> None:
    """A card in a new message, with all there is to read before the work."""
    to = GuidePosition(card_id, 0, day, guide_log.lean_of(chat, card_id))
    arrive(chat, to, looks, anew=True)


def arrive(
    chat: Conversation,
    to: GuidePosition,
    looks: CardViews,
    *,
    anew: bool = False,
    resting: bool = False,
) -> None:
    """Show a step where the runner looks, and start its countdown. What lies past the last step
    begins again.

    What there is to read before the work waits for the runner, unless it is the rest between two
    moves, `resting`: then the work begins by itself.

    Every way to a card comes through `opens`: what the gate refuses is not shown, and before the
    first card there is one question.
    """
    walk = step_of(chat, to)
    if walk.frame.kind is StepKind.END:  # an old button, or the card has become shorter since
        walk = step_of(chat, to.to(0))
    if opens(chat, to, looks):
        runs = resting or walk.frame.kind is not StepKind.SETUP
        _show(chat, walk, looks, anew=anew, runs=runs)


def opens(chat: Conversation, to: GuidePosition, looks: CardViews) -> bool:
    """May the card open now? If not, it is said why, or what there is to know first is asked."""
    if no := refused(chat, to):
        refuse(chat, no, card_of(chat, to.card), looks)
        return False
    if gate.body_asked(chat):
        return True
    body.begin(chat, to)
    asked = chat.content.question(AnswerKey.CONDITIONS)
    chat.say(looks.body(chat.wording, asked, body.ticked(chat), to))
    return False


def _show(chat: Conversation, walk: StepView, looks: CardViews, *, anew: bool, runs: bool) -> None:
    on_screen.put(chat, walk.card.id)
    before = active_guide.get(chat)
    if before and before.place.card != walk.card.id:
        guide_log.leave(chat, before)
    left = walk.frame.seconds if runs else None
    view = looks.step(chat.wording, walk, left=left, wary=gate.wary(chat))
    anew = anew or (before is not None and bool(before.shows) and view.picture is None)
    now = put(chat, view, ActiveGuide(walk.place, chat.now), anew=anew)
    active_guide.keep(chat, now, look=next_look(walk.frame, left) if left else None)


def refused(chat: Conversation, to: GuidePosition) -> Refusal | None:
    """Why the gate keeps that card shut.

    A wish does not end a card that is on the way or part of a session, and what was chosen by
    hand may need kit that is there today.
    """
    return holds(chat, to, gate.refusal_of(chat, card_of(chat, to.card)))


def holds(chat: Conversation, to: GuidePosition, no: Refusal | None) -> Refusal | None:
    """That refusal, unless it is a wish that gives way there."""
    if no is None or no.for_safety:
        return no
    kept = active_guide.get(chat)
    begun = to.day is not None or (kept is not None and kept.place.card == to.card)
    return None if begun or no.why is Why.KIT else no


def refuse(chat: Conversation, no: Refusal, card: Card, looks: CardViews) -> None:
    """Say why, and end that card if it was on the way."""
    kept = active_guide.get(chat)
    if kept and kept.place.card == card.id:
        guide_log.leave(chat, kept)
        active_guide.end(chat)
    chat.toast("shut")
    chat.say(looks.refused(chat.wording, no, card))


def here(chat: Conversation, kept: ActiveGuide) -> bool:
    """Was the tap in the message of this walk? Typed words are about it in any case."""
    tapped = chat.tap.message_id if chat.tap else None
    return tapped is None or tapped == active_guide.message_of(chat, kept)


def put(chat: Conversation, view: Reply, guide: ActiveGuide, *, anew: bool = False) -> ActiveGuide:
    """Into the tapped message, the clock's own, or a new one; the walk as it is in that message.

    The walk is in one message: where another one comes, the old one goes. While a new one is on
    its way the clock has none to change: it shows what is true at its next look.
    """
    kept = active_guide.get(chat)
    old = active_guide.message_of(chat, kept) if kept else None
    ticks = chat.priority is Priority.TICK
    into = old if ticks else chat.tap and chat.tap.message_id
    if kept and ticks and into and not anew:
        chat.edit(into, view, shows=kept.shows)
    elif into and not anew:
        chat.show(view)
    elif kept and ticks and not anew:
        return replace(guide, replaces=kept.replaces, shows=kept.shows)
    else:
        chat.say(view, label=WALK)
    if old and (anew or old != into):
        chat.remove(old)
    return replace(guide, message=0 if anew else into or 0, replaces=old, shows=view.shows)


def rest(chat: Conversation) -> ActiveGuide | None:
    """Whatever runs is paused while the runner is busy with something else."""
    kept = active_guide.get(chat)
    if kept is None or kept.place.card not in cards.known(chat):
        return None
    return active_guide.pause(chat, kept, step_of(chat, kept.place).frame)


def listed(chat: Conversation, day: date | None) -> Offer:
    """The session that a message of that day lists, unless something hurts since; else today's."""
    older = day is not None and day != chat.day and not complaints.areas_at_rest(chat)
    found = session.offered(chat, day) if older and day else None
    return found or session.todays(chat)


def places(chat: Conversation, offer: Offer) -> list[GuidePosition]:
    """Where each card of a session begins, in order, without those that the gate keeps shut."""
    found = [
        GuidePosition(each, 0, offer.day, guide_log.lean_of(chat, each))
        for each in offer.cards
        if each in chat.content.library.cards
    ]
    return [each for each in found if refused(chat, each) is None]


def next_card(chat: Conversation, day: date, but: str) -> Card | None:
    """The next card of the session that is not walked to its end."""
    left = cards_left(chat, day, but)
    return left[0] if left else None


def cards_left(chat: Conversation, day: date, but: str) -> list[Card]:
    """The cards of the session that are not walked to their end, in order; the physio's own come
    last.
    """
    ended = {card for card, each in guide_log.walked(chat, day).items() if each.ended} | {but}
    logged = states(chat.work.session_log.entries(chat.runner.id, since=day)).get(day)
    ended |= set(logged.cards if logged and logged.status is Status.DONE else ())
    offer = session.offered(chat, day) or session.todays(chat)
    all_ = (*offer.cards, *own_moves.ids(chat))
    left = [each for each in all_ if each not in ended and _may_open(chat, each)]
    return [card_of(chat, each) for each in left]


def _may_open(chat: Conversation, card_id: str) -> bool:
    card = cards.known(chat).get(card_id)
    return card is not None and gate.unsafe(chat, card) is None


def step_of(chat: Conversation, place: GuidePosition) -> StepView:
    """Where the walk is; its last step where the card has become shorter since."""
    view = replace(StepView.at(card_of(chat, place.card), place), sounds=chat.answers.sound)
    offer = session.offered(chat, place.day) if place.day else None
    moves = (*offer.cards, *own_moves.ids(chat)) if offer else ()
    if place.card not in moves:
        return view
    return replace(view, turn=moves.index(place.card) + 1, turns=len(moves))
