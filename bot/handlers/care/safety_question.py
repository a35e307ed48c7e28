"""Asked before a move, where words may mean more than stiffness; each answer is a button.

The message is kept until it is answered: a true answer is the referral of that flag, and none of
them is what was asked for in the first place.
"""

from collections.abc import Mapping
from dataclasses import replace

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Action, Conversation
from bot.dispatch.tap import StaleTap
from bot.services import on_screen
from bot.services.safety import theirs
from bot.services.safety.understanding import understood
from bot.views.care import safety_question as views
from content.intents.body_check import DONE_FIRST, LOGGED
from content.intents.meaning import Intent, Meaning
from content.screening.answers import answers


def ask(chat: Conversation) -> None:
    on_screen.doubt(chat, chat.text)
    theirs.note(chat)
    chat.say(views.question(chat.wording, answers(chat.content.lexicon)), label="unwell")


def handlers(actions: Mapping[Intent, Action]) -> Handlers:
    """The answers, told through `actions` as if they had been typed."""

    def answered(chat: Conversation) -> None:
        (answer,) = chat.args(1)
        text = on_screen.doubted(chat)
        if text is None or answer not in (*answers(chat.content.lexicon), views.NONE):
            raise StaleTap(answer)
        chat.toast("taken")
        if chat.tap and chat.tap.message_id:
            chat.unbutton(chat.tap.message_id)
        chat.tap, chat.text = None, text
        on_screen.doubt(chat, None)
        meanings = _meant(chat, answer)
        for meaning in meanings:
            chat.meaning = meaning
            actions[meaning.intent](chat)
        on_screen.understood(chat, meanings)

    return [CallbackQueryHandler(handle(answered), r"^unwell:")]


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
