"""Asked before a move, where words may mean more than stiffness; each answer is a button.

The message is kept until it is answered: a true answer is the referral of that flag, and none of
them is what was asked for in the first place.
"""

from collections.abc import Mapping

from telegram.ext import CallbackQueryHandler

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Action, Conversation
from bot.dispatch.tap import StaleTap
from bot.services import on_screen
from bot.views.care import safety_question as views
from content.intents.body_check import DONE_FIRST, LOGGED
from content.intents.meaning import Intent, Meaning
from content.intents.understanding import understand
from content.screening.answers import answers


def ask(chat: Conversation) -> None:
    on_screen.doubt(chat, chat.text)
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
    content = chat.content
    found = understand(
        chat.text,
        now=chat.local,
        lexicon=content.lexicon,
        cards=content.names,
        shown=on_screen.card(chat),
        recent=on_screen.recent(chat),
        texts=content.texts,
        well=True,
        states=chat.answers.conditions,
    )
    flag = answers(content.lexicon).get(answer)
    if flag is None:  # what was done is written down already: it is shown, and not done again
        rest = tuple(each for each in found if each.intent not in DONE_FIRST)
        logged = any(each.intent in LOGGED for each in found)
        return rest or (Meaning(Intent.STATUS if logged else Intent.REMIND_WHEN),)
    areas = tuple(dict.fromkeys(area for each in found for area in each.areas))
    return (Meaning(Intent.DANGER, areas=areas, flag=flag.id, urgency=flag.urgency),)


INTENTS = {Intent.CHECK_BODY: ask}
