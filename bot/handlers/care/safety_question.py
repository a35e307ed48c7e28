"""Asked before a move, where words may mean more than stiffness; each answer is a button.

The message is kept until it is answered: a true answer is the referral of that flag, and none of
them is what was asked for in the first place.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Action, Conversation
from bot.dispatch.tap import StaleTap
from bot.handlers.care.unanswered import LABEL
from bot.services import on_screen, open_questions
from bot.services.safety import theirs
from bot.services.safety.understanding import understood
from bot.views.care import safety_question as views
from content.intents.body_check import DONE_FIRST, LOGGED
from content.intents.meaning import Intent, Meaning
from content.intents.moves.session_words import labelled, none_of_it
from content.screening.answers import answers


def ask(chat: Conversation) -> None:
    open_questions.doubt(chat, chat.text)
    theirs.note(chat)
    chat.say(views.question(chat.wording, answers(chat.content.lexicon)), label=LABEL)


def handlers(actions: Mapping[Intent, Action]) -> Handlers:
    """The answers, told through `actions` as if they had been typed."""

    def answered(chat: Conversation) -> None:
        (answer,) = chat.args(1)
        if open_questions.doubted(chat) is None or answer not in _labels(chat):
            raise StaleTap(answer)
        chat.toast("taken")
        if chat.tap and chat.tap.message_id:
            chat.unbutton(chat.tap.message_id)
        chat.tap = None
        _told(chat, answer, actions)

    return [CallbackQueryHandler(handle(answered), r"^unwell:")]


def heard(actions: Mapping[Intent, Action]) -> Callable[[Conversation], bool]:
    """What takes a message that says what a button says, or that nothing of it is true."""

    def heard(chat: Conversation) -> bool:
        if open_questions.doubted(chat) is None or not open_questions.is_at_work(chat):
            return False
        answer = labelled(chat.text, _labels(chat))
        if answer is None and _nothing(chat):
            answer = views.NONE
        if answer is None:
            return False
        if asked := chat.work.outbox.last(chat.runner.id, LABEL):
            chat.unbutton(asked)
        _told(chat, answer, actions)
        return True

    return heard


def _nothing(chat: Conversation) -> bool:
    """Is it this question that a "no" answers?"""
    elsewhere = open_questions.wonders(chat) or open_questions.hurting(chat)
    return not elsewhere and none_of_it(chat.text, chat.content.lexicon)


def _labels(chat: Conversation) -> Mapping[str, str]:
    names = (*answers(chat.content.lexicon), views.NONE)
    return {name: chat.wording.term("body_answers", name) for name in names}


def _told(chat: Conversation, answer: str, actions: Mapping[Intent, Action]) -> None:
    chat.text = open_questions.doubted(chat) or ""
    open_questions.doubt(chat, None)
    meanings = _meant(chat, answer)
    for meaning in meanings:
        chat.meaning = meaning
        actions[meaning.intent](chat)
    on_screen.understood(chat, meanings)


def _meant(chat: Conversation, answer: str) -> tuple[Meaning, ...]:
    """What the kept message means, now that the answer is known."""
    found = understood(chat, chat.text, well=True)
    flag = answers(chat.content.lexicon).get(answer)
    if flag is None:  # what was done is written down already: it is shown, and not done again
        rest = tuple(each for each in found if each.intent not in DONE_FIRST)
        logged = any(each.intent in LOGGED for each in found)
        return rest or (Meaning(Intent.STATUS if logged else Intent.REMIND_WHEN),)
    areas = tuple(dict.fromkeys(area for each in found for area in each.areas))
    danger = Meaning(Intent.DANGER, areas=areas, flag=flag.id, urgency=flag.urgency)
    return (replace(danger, of_other=theirs.told(chat) is not None),)


INTENTS = {Intent.CHECK_BODY: ask}
