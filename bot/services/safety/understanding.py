"""What a message means for this runner: with the card in view, and all that is known of bodies."""

from bot.dispatch.conversation import Conversation
from bot.services import on_screen
from bot.services.safety import theirs
from content.intents.meaning import Meaning
from content.intents.understanding import understand


def understood(chat: Conversation, text: str, *, well: bool = False) -> tuple[Meaning, ...]:
    """`well` says that the runner was asked, and nothing is wrong."""
    content = chat.content
    return understand(
        text,
        now=chat.local,
        lexicon=content.lexicon,
        cards=content.names,
        shown=on_screen.card(chat),
        recent=on_screen.recent(chat),
        texts=content.texts,
        well=well,
        states=chat.answers.conditions,
        others=theirs.spoken_of(chat),
    )
