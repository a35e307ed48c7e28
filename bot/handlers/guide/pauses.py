"""A walk rests at a word: until the runner is back, or for as long as they say."""

from bot.dispatch.conversation import Conversation
from bot.handlers.guide import asked, steps, summary
from bot.services.guiding import active_guide, guide
from bot.services.guiding.active_guide import ActiveGuide


def pause(chat: Conversation, kept: ActiveGuide) -> None:
    """A countdown rests; what does not run waits anyway."""
    if kept.running:
        rest(chat, kept)
    else:
        asked.tell(chat, kept, "wait")


def rest(chat: Conversation, kept: ActiveGuide, seconds: float | None = None) -> None:
    """The clock stands; after so many `seconds` it goes on by itself."""
    frame = guide.step_of(chat, kept.place).frame
    steps.show_paused(chat, active_guide.pause(chat, kept, frame), back_in=seconds)


def halt(chat: Conversation, kept: ActiveGuide) -> None:
    """In a countdown it is the clock that shall stop, and elsewhere the whole walk."""
    (pause if kept.running else stop)(chat, kept)


def stop(chat: Conversation, kept: ActiveGuide) -> None:
    summary.end_here(chat, kept.place.day or chat.day)
