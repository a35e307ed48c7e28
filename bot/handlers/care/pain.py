"""Pain told outside a card: no move is for it, and what it was taken for has to wait."""

from bot.dispatch.conversation import Action, Conversation
from bot.services import care
from bot.views.care import care as views
from content.intents.meaning import Intent
from content.intents.moves.pain import told_pain

TAKEN_FOR = (Intent.ASK, Intent.SESSION, Intent.TALK, Intent.UNKNOWN)


def before(action: Action) -> Action:
    """The action, unless the words that led to it tell of pain."""

    def act(chat: Conversation) -> None:
        pain = told_pain(chat.text, chat.content.lexicon, chat.content.names)
        if pain and chat.tap is None:
            care.note_pain(chat, pain.areas)
            chat.say(views.pain(chat.wording, pain.areas), label="pain")
        else:
            action(chat)

    return act
