"""A "done", typed before any work has run: is it this move that is done, or the whole session?"""

from datetime import date

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.guide import asked, onward, summary
from bot.services import open_questions, session
from bot.services.asking.typed_answer import taken, typed_answer
from bot.services.cards import card_of
from bot.services.guiding import active_guide, guide_log
from bot.values.guide_position import GuidePosition, date_of
from bot.views.guide import summary as views
from content.coaching.session.completed_work import in_full

QUESTION = "how_much_done"
ALL, THIS, NONE = "all", "this", "none"


def finish(chat: Conversation, on: date | None = None) -> bool:
    """Log what was walked just now, or ask what is done; False where the word is to be taken."""
    if summary.finish(chat, on):
        return True
    told, kept = chat.meaning, active_guide.get(chat)
    more_told = on or told.card or told.named or told.minutes or told.side
    if kept is None or chat.tap or more_told or typed_answer(chat, QUESTION) == ALL:
        return False
    if summary.worked(chat, kept.place.day or chat.day):
        return False
    place = kept.place
    open_questions.wonder(chat, QUESTION, place.card, place.day.isoformat() if place.day else "")
    chat.say(views.how_much(chat.wording, card_of(chat, place.card), place.day))
    return True


def tapped(chat: Conversation) -> None:
    _take(chat, *chat.args(3))


def typed(chat: Conversation) -> bool:
    """Words for it, while it is asked."""
    return taken(chat, QUESTION, _take)


def _take(chat: Conversation, answer: str, card_id: str, raw: str) -> None:
    day = date_of(raw)
    open_questions.wonder(chat)
    if answer not in (ALL, THIS, NONE):
        raise StaleTap(answer)
    card = card_of(chat, card_id)
    if answer == ALL:
        summary.whole_session(chat, day or chat.day)
    elif answer == THIS:
        guide_log.add(chat, card, day or chat.day, in_full(card).sets, ended=True)
        _after(chat, GuidePosition(card.id, day=day))
    elif kept := active_guide.get(chat):
        asked.tell(chat, kept, "wait")
    else:
        chat.toast("default")


def _after(chat: Conversation, place: GuidePosition) -> None:
    """On with the session, which waits for the runner; a move by itself is at its end."""
    if place.day and session.offered(chat, place.day):
        onward.next_move(chat, place.day, but=place.card, resting=False)
    else:
        summary.end_card(chat, place.card)


HANDLERS: Handlers = [CallbackQueryHandler(handle(tapped), r"^did:")]
