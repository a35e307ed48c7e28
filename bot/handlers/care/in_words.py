"""What the buttons below a complaint say, in words: "it's gone", "the doc says I may walk"."""

from collections.abc import Sequence

from bot.dispatch.conversation import Conversation
from bot.handlers.care import complaint, danger
from bot.services import care as resting
from bot.services import on_screen
from bot.services.reminding import keyboards
from bot.services.safety import complaints
from content.intents.answers.complaint import ALLOWED, HOW, told_of_complaint
from content.intents.meaning import Intent, Meaning
from content.screening.after_flag.complaints import Allowed, Answer, Complaint
from content.screening.after_flag.rest_after_flag import Return

LOCK = "lock"  # the verb of the buttons


def typed(chat: Conversation) -> bool:
    """Words for what is asked of a complaint; without one, "gone" is good news."""
    held = complaints.held(chat)
    first = (keyboards.open_since(chat, LOCK) if held else None) or ""
    name = first.removeprefix(f"{LOCK}:").partition(":")[2]
    asked = next((each for each in held if each.id == name), None)
    if asked and any(first.startswith(f"{LOCK}:{each}:") for each in Allowed):
        return _taken(chat, _told(chat, ALLOWED), name) or danger.seen(chat)
    _well_again(chat, held)
    said = _told(chat, HOW)
    if resting.resting(chat):
        return _taken(chat, said, name if asked and asked.open else "") or danger.seen(chat)
    if said == Answer.GONE:
        complaint.better(chat)
        on_screen.understood(chat, [Meaning(Intent.BETTER, because=(chat.text,))])
    return said == Answer.GONE or danger.cleared_elsewhere(chat)


def _well_again(chat: Conversation, held: Sequence[Complaint]) -> None:
    """Whoever is well again tells that an illness is over; what was paused ends beside it."""
    well = chat.meaning.intent is Intent.BACK and chat.meaning.reason is not None
    illness = (each for each in held if each.open and each.way_back is Return.ILLNESS)
    if well and (over := next(illness, None)):
        _taken(chat, Answer.GONE, over.id)


def _told(chat: Conversation, question: str) -> str | None:
    return told_of_complaint(question, chat.text, chat.content.lexicon)


def _taken(chat: Conversation, said: str | None, name: str) -> bool:
    """The same as a tap on that answer."""
    if said is None:
        return False
    complaint.take(chat, said, name)
    keyboards.answered(chat, LOCK)
    return True
