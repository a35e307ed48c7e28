"""Is there anything to know about the body? Asked in the first chat, else before the first card;
changed at any time.
"""

from collections.abc import Collection

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.onboarding import questions
from bot.services import session
from bot.services.asking.questionnaire import current
from bot.services.cards import card_of
from bot.services.guiding import guide
from bot.services.safety import body, gate
from bot.services.safety.understanding import understood
from bot.values.guide_position import GuidePosition, date_of
from bot.views.guide.looks import LOOKS
from bot.views.onboarding import body as views
from content.catalog.taxonomy import Condition
from content.intents.answers.answer import LEAVES, Answer
from content.intents.answers.read import read_answer
from content.intents.meaning import Intent
from storage.answers import AnswerKey

# What is answered beside it.
WISHES = (Intent.ASK, Intent.SESSION, Intent.TALK, Intent.DONE, Intent.PARTIAL, Intent.RUN_TOLD)


def ask(chat: Conversation) -> None:
    """From the settings or a refused card, with all that is known ticked."""
    body.put_away(chat)
    chat.change(editing=AnswerKey.CONDITIONS.value, draft=None)
    chat.say(questions.body_view(chat, chat.content.question(AnswerKey.CONDITIONS)))


def tapped(chat: Conversation) -> None:
    """A tick, the other page, or the answer; the card that waited for it opens."""
    verb, page, card, day = [*chat.args(), "", "", "", ""][:4]
    waits = GuidePosition(card_of(chat, card).id, day=date_of(day)) if card else None
    if verb == "page":
        _show(chat, waits, page)
    elif verb.isdigit():
        body.toggle(chat, _condition(verb))
        chat.toast("ticked")
        _show(chat, waits, page)
    elif verb in ("ok", "none", "unsaid"):
        told = [Condition(each) for each in body.ticked(chat)] if verb == "ok" else []
        _answered(chat, told, waits, unsaid=verb == "unsaid")
    else:
        raise StaleTap(verb)


def _show(chat: Conversation, waits: GuidePosition | None, page: str) -> None:
    asked = chat.content.question(AnswerKey.CONDITIONS)
    chat.show(questions.body_view(chat, asked, waits, page))


def heard(chat: Conversation) -> bool:
    """Take the message as the answer if it says what a button says, and nothing else."""
    if not body.asked(chat):
        return False
    name = AnswerKey.CONDITIONS.value
    found = read_answer(name, chat.text, chat.local, lexicon=chat.content.lexicon)
    told, unsaid = body.told_alone(chat), found in LEAVES
    if not told and not unsaid and not isinstance(found, Answer):
        return False
    if not told and chat.answers.conditions:  # a stray "no" frees nothing; a button does
        return False
    _told(chat, told, unsaid=unsaid)
    return True


def _told(chat: Conversation, told: Collection[Condition], *, unsaid: bool = False) -> None:
    """Beside what is ticked, if it is anything."""
    ticks = [Condition(each) for each in body.ticked(chat)] if told else []
    _answered(chat, [*ticks, *told], body.waiting(chat), unsaid=unsaid)


def typed(chat: Conversation) -> bool:
    """Keep what the message tells of the body. A wish beside it is met all the same."""
    asked, told = body.asked(chat), body.told_in(chat)
    if asked and told and _wish(chat) not in WISHES:
        _told(chat, told)
        return True
    new = body.told_now(chat)
    if new:
        chat.say(views.kept(chat.wording, new))
        return _wish(chat) not in WISHES
    return False


def kept(chat: Conversation) -> None:
    """Keep what the message tells of the body, whatever else becomes of it."""
    if new := body.told_now(chat):
        chat.say(views.kept(chat.wording, new))


def _wish(chat: Conversation) -> Intent:
    """What is wished, where the safety question has to be asked first too."""
    if chat.meaning.intent is not Intent.CHECK_BODY:
        return chat.meaning.intent
    return understood(chat, chat.text, well=True)[0].intent


def _condition(number: str) -> Condition:
    if int(number) >= len(views.ORDER):
        raise StaleTap(number)
    return views.ORDER[int(number)]


def _answered(
    chat: Conversation,
    told: Collection[Condition],
    waits: GuidePosition | None,
    *,
    unsaid: bool = False,
) -> None:
    """Keep it; then the card that waits, or the questions go on."""
    asked = current(chat)
    body.refer(chat, told)
    body.keep(chat, told, unsaid=unsaid)
    chat.toast("saved")
    resting = body.still_resting(chat, told)
    kept = views.kept(chat.wording, told, unsaid=unsaid, resting=resting)
    if waits is None and asked and asked.kind == "body":
        said = told or unsaid or resting or chat.runner.editing
        questions.go_on(chat, kept.text if said else "")  # the summary at the end tells of none
        return
    chat.show(kept)
    if waits:
        _open(chat, waits)


def _open(chat: Conversation, waits: GuidePosition) -> None:
    """The card that waited, or the first of a session that is made anew without it."""
    card_id, day = waits.card, waits.day
    if day and gate.unsafe(chat, card_of(chat, card_id)):
        offer = session.todays(chat)
        card_id = offer.cards[0] if offer.cards else card_id
    guide.open_card(chat, card_id, LOOKS, day=day)


HANDLERS: Handlers = [
    CallbackQueryHandler(handle(ask), r"^state$"),
    CallbackQueryHandler(handle(tapped), r"^state:"),
]
