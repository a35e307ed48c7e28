"""The runner's complaints, as the row keeps them."""

from collections.abc import Sequence

from bot.dispatch.conversation import Conversation
from bot.services import session
from bot.services.reminding import schedule
from content.catalog.taxonomy import Area
from content.screening.after_flag.complaints import Complaint
from content.screening.after_flag.held import next_question, resting, still_held
from content.screening.after_flag.stored_complaints import read, stored


def held(chat: Conversation) -> tuple[Complaint, ...]:
    """Those that are open, and those that come back gradually."""
    return still_held(read(chat.runner.locks), chat.day)


def areas_at_rest(chat: Conversation) -> tuple[Area, ...]:
    return resting(held(chat))


def keep(chat: Conversation, complaints: Sequence[Complaint]) -> None:
    """Remember them; today's session is made anew, and the next question is planned."""
    chat.change(locks=stored(complaints))
    session.think_again(chat)
    if day := next_question(complaints):
        schedule.ask_tomorrow(chat, max((day - chat.day).days, 1))


def new_name(chat: Conversation) -> str:
    """Short enough for a button, and never used before."""
    return f"{int(chat.now.timestamp()):x}-{len(held(chat))}"
