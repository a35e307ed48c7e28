"""While something has to be seen at once, nothing else is answered as on any other day.

What was told is written down all the same; its answer is the advice, with no move and no cheer.
"""

from bot.dispatch.conversation import Conversation
from bot.handlers.care import instead
from bot.services.safety import complaints
from bot.views.care import care as views
from content.intents.meaning import Intent
from content.screening.after_flag.complaints import Complaint
from content.screening.after_flag.held import emergency

NOTED = frozenset({Intent.DONE, Intent.PARTIAL, Intent.RUN_TOLD, Intent.CHECK_IN})
CHEERFUL = frozenset(
    {Intent.THANKS, Intent.LATER, Intent.MISSED, Intent.OFF_TOPIC, Intent.UNDO, Intent.SURE}
)
# How the data of buttons begin that open a move, a session or a programme, or that follow one.
MOVES = frozenset(
    {"today", "start", "page", "card", "walk", "more", "try", "meant", "prog", "prog-on", "sore"}
)
CHEERS = frozenset({"week"})  # how the data of a button begins that asks for a look back
LOGS = frozenset({"done", "half", "sore"})


def open_now(chat: Conversation) -> Complaint | None:
    """What still has to be seen at once."""
    return emergency(complaints.held(chat))


def comes_first(chat: Conversation) -> None:
    """Before the answers leave: where they lead to a move or cheer, the advice is given instead."""
    stands = open_now(chat)
    if stands is None or not _out_of_place(chat):
        return
    advice = views.emergency(chat.wording, stands, noted=_noted(chat))
    instead.say(chat, advice, label="danger")


def _out_of_place(chat: Conversation) -> bool:
    if not instead.answers(chat) or instead.says_danger(chat):
        return False
    told = chat.meaning.intent in NOTED | CHEERFUL or _verb(chat) in CHEERS
    return told or _noted(chat) or any(verb in MOVES for verb, *_ in instead.button_data(chat))


def _noted(chat: Conversation) -> bool:
    return chat.meaning.intent in NOTED or _verb(chat) in LOGS


def _verb(chat: Conversation) -> str:
    """What a button is for, if one was tapped."""
    return chat.tap.data.partition(":")[0] if chat.tap else ""
