"""What was told of somebody else, as long as it may get worse: it is judged with what follows."""

from bot.dispatch.conversation import Conversation
from bot.services.safety import complaints
from content.language.compiler import compiled
from content.screening.after_flag.held import open_ones
from content.screening.after_flag.theirs import Theirs, add, read, stored, told_of
from content.screening.screen import Flag

THEIRS = "theirs"  # in what the runner has in front of them


def held(chat: Conversation) -> tuple[Theirs, ...]:
    """What is remembered of others, the latest last."""
    kept = read((chat.runner.shown or {}).get(THEIRS, ()))
    return tuple(each for each in kept if each.remembered(chat.day))


def spoken_of(chat: Conversation) -> tuple[Theirs, ...]:
    """Those of whom words without a name may be: none told before a complaint of the runner."""
    own = max((each.since for each in open_ones(complaints.held(chat))), default=None)
    return tuple(each for each in held(chat) if own is None or each.since > own)


def told(chat: Conversation) -> Theirs | None:
    """The message as a complaint of somebody else, if it is one."""
    content, meaning = chat.content, chat.meaning
    flag = (
        Flag(meaning.flag, meaning.urgency, meaning.because)
        if meaning.flag and meaning.urgency
        else None
    )
    return told_of(chat.text, flag, chat.day, compiled(content.lexicon, content.names))


def note(chat: Conversation) -> None:
    """Remember the message if its complaint is somebody else's."""
    if new := told(chat):
        kept = stored(add(held(chat), new, chat.content.lexicon))
        chat.change(shown={**(chat.runner.shown or {}), THEIRS: kept})
