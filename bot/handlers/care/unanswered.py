"""No move before an open question about the body is answered: it is asked again in its place.

Words that may mean more than stiffness hold every move; a card that hurts holds what works there.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from bot.dispatch.conversation import Conversation
from bot.dispatch.reply import Reply
from bot.handlers.care import instead
from bot.handlers.care.emergency import NOTED
from bot.services import care, open_questions, session
from bot.services.cards import known
from bot.views.care import safety_question as views
from bot.views.guide import skip as pain
from content.catalog.card import Card
from content.screening.answers import answers

LABEL = "unwell"  # of the message that asks
OPENS = frozenset({"start", "card", "walk", "try"})  # how the data of buttons to a move begin


def comes_first(chat: Conversation) -> None:
    """Before the answers leave: where they open a move, the question comes instead."""
    opened = [each for each in instead.button_data(chat) if each[0] in OPENS]
    if not opened or chat.meaning.intent in NOTED:
        return
    if any(each.label == LABEL for each in instead.answers(chat)):  # beside what was noted
        instead.close(chat, OPENS)
    elif asked := _asked(chat, opened):
        care.stop_guide(chat)
        instead.say(chat, asked)


def _asked(chat: Conversation, opened: Iterable[Sequence[str]]) -> Reply | None:
    """The question that is open, if it holds any of what those buttons open."""
    if open_questions.doubted(chat) is not None:
        open_questions.at_work(chat)
        return views.question(chat.wording, answers(chat.content.lexicon))
    cards, told = known(chat), open_questions.hurting(chat)
    card = cards.get(told[0]) if told else None
    if card is None:
        return None
    coming = [cards[each] for each in _cards(chat, opened) if each in cards]
    if all(set(card.areas).isdisjoint(each.areas) for each in coming):
        return None
    _, day, area, *_ = told
    return _where_or_how(chat, card, date.fromisoformat(day) if day else None, area)


def _where_or_how(chat: Conversation, card: Card, day: date | None, area: str) -> Reply:
    """What is still to be told of the pain in that card."""
    if not area:
        return pain.where(chat.wording, card, day)
    return pain.how(chat.wording, card, None if area == pain.ELSEWHERE else int(area), day)


def _cards(chat: Conversation, opened: Iterable[Sequence[str]]) -> Iterator[str]:
    """The cards behind those buttons; behind the start of a session are all of its."""
    for verb, *about in opened:
        if verb in ("card", "walk"):
            yield about[0]
        elif offer := session.current(chat):
            yield from offer.cards
