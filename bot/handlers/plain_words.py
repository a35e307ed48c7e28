"""Plain words and commands with words after them: understood, then handed to the action for it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from telegram.ext import CallbackQueryHandler, CommandHandler, MessageHandler, filters

from bot.dispatch.context import Handlers, handle
from bot.dispatch.conversation import Action, Conversation
from bot.services import on_screen
from bot.services.asking.typed_answer import is_brief
from bot.services.correcting import corrections
from bot.services.history import streaks
from bot.services.reminding import half_of_day
from bot.services.safety.understanding import understood
from bot.views import fallback as views
from bot.views.log.done import undone
from bot.views.session.ask import something_else
from content.intents.meaning import Intent, Meaning
from content.intents.understanding import surely

# What a command stands for when words follow it, or when none do.
COMMANDS = {
    "ask": Intent.ASK,
    "done": Intent.DONE,
    "export": Intent.EXPORT,
    "pause": Intent.PAUSE,
    "progress": Intent.PROGRESS,
    "remind": Intent.REMIND_WHEN,
    "reminders": Intent.REMIND_WHEN,
    "snooze": Intent.SNOOZE,
    "today": Intent.SESSION,
}
Tell = Callable[[Conversation, tuple[Meaning, ...]], None]
Changed = Callable[[Conversation, int], None]
Taken = Callable[[Conversation], bool]  # whether the message was for it
ELSE = "something else"  # none of the readings on offer
NO_CORRECTION = (Intent.DANGER, Intent.CHECK_BODY)
LOGS = (Intent.DONE, Intent.PARTIAL, Intent.UNDO)
FIRST = (Intent.DANGER, Intent.CHECK_BODY, Intent.BAD_TIME)  # answered whatever the command was


def handlers(tell: Tell, said: Action, keep: Action) -> Handlers:
    """Words, which are `said`, and the commands that take words, handed over with `tell`.

    `keep` keeps what an edited message or a command tells of the body.
    """

    def edited(chat: Conversation) -> None:
        meanings = _edited(chat)
        if not _dangerous(meanings):
            keep(chat)
        tell(chat, meanings)

    def meant(chat: Conversation) -> None:
        """What an unclear message was meant to say."""
        (text,) = chat.args(1)
        corrections.meant(chat, text)
        picked(chat)

    def picked(chat: Conversation) -> None:
        """A button that says a whole message for the runner."""
        (text,) = chat.args(1)
        chat.toast("taken")
        chat.tap, chat.text = None, text  # what follows is told as if it had been typed
        tell(chat, read_surely(chat, text))

    def commanded(chat: Conversation) -> None:
        keep(chat)  # what is a danger never comes here
        tell(chat, _commanded(chat))

    typed = filters.TEXT & ~filters.COMMAND & filters.ChatType.PRIVATE
    again = typed & filters.UpdateType.EDITED_MESSAGE
    return [
        CommandHandler(list(COMMANDS), handle(commanded)),
        MessageHandler(again, handle(edited)),
        MessageHandler(typed, handle(said)),
        CallbackQueryHandler(handle(picked), r"^say:"),
        CallbackQueryHandler(handle(meant), r"^meant:"),
        CallbackQueryHandler(handle(_something_else), r"^else:"),
    ]


def _taken(chat: Conversation, by: Sequence[Taken]) -> bool:
    return any(taken(chat) for taken in by)


def _dangerous(meanings: Sequence[Meaning]) -> bool:
    return any(each.intent is Intent.DANGER for each in meanings)


def said(tell: Tell, as_tapped: Sequence[Taken], awaited: Sequence[Taken]) -> Action:
    """What becomes of words, typed or spoken, handed over with `tell`.

    Words `as_tapped` say what a button on the screen says, and nothing else. All others are
    screened first: unless they tell of danger, they may take back what was just done, or be what
    is `awaited`.
    """

    def told(chat: Conversation) -> None:
        if _taken(chat, as_tapped):
            return
        text = chat.text
        meanings = understood(chat, text)
        chat.meaning = meanings[0]
        back = None if _dangerous(meanings) else corrections.surely_as_it_was(chat)
        if back:
            tell(chat, (back,))
        elif _dangerous(meanings) or not _taken(chat, awaited):
            tell(chat, _mended(chat, meanings))
        elif chat.rest:
            tell(chat, read_surely(chat, chat.rest))
        half_of_day.keep(chat, text)

    return told


def teller(actions: Mapping[Intent, Action], changed: Changed) -> Tell:
    """What hands meanings over to their actions, and remembers them.

    `changed` gets how much was said when what stands was changed the last time.
    """

    def tell(chat: Conversation, meanings: tuple[Meaning, ...]) -> None:
        said = 0
        for meaning in meanings:
            before = chat.change_of_standing()
            chat.meaning = meaning
            actions[meaning.intent](chat)
            if chat.change_of_standing() != before:
                said = len(chat.queued)
        if said:
            changed(chat, said)
        if meanings:
            on_screen.understood(chat, meanings)

    return tell


def _something_else(chat: Conversation) -> None:
    """None of the readings was meant: what there is, in a line."""
    corrections.meant(chat, ELSE)
    chat.show(something_else(chat.wording))


def _commanded(chat: Conversation) -> tuple[Meaning, ...]:
    """What a command means, with the words after it or without any."""
    command, rest = [*chat.text.split(maxsplit=1), ""][:2]
    name = command.lstrip("/").partition("@")[0].lower()
    if not rest.strip():
        return (Meaning(COMMANDS[name]),)
    if name == "ask":
        return read_surely(chat, rest)
    at = " at" if name == "remind" and rest[:1].isdigit() else ""
    said_so = chat.wording.words["spoken_commands"][name] + at
    found = understood(chat, f"{said_so} {rest}")
    if name == "snooze" and found[0].intent not in FIRST:  # else the series stays
        return (replace(found[0], intent=Intent.SNOOZE),)
    return _surely(chat, f"{said_so} {rest}", found)


def _edited(chat: Conversation) -> tuple[Meaning, ...]:
    """What a message says now replaces what it said, if it was the last one."""
    meanings = understood(chat, chat.text)
    if meanings[0].intent in NO_CORRECTION:
        return meanings
    if not on_screen.is_last(chat):
        chat.say(views.edited_late(chat.wording))
        return ()
    if on_screen.means_the_same(chat, meanings):
        return ()
    _say_taken_back(chat, meanings)
    return _surely(chat, chat.text, meanings)


def _say_taken_back(chat: Conversation, meanings: tuple[Meaning, ...]) -> None:
    """The log of an edited message goes; that is told unless it logs something else now."""
    gone = corrections.take_back_told(chat)
    if gone and not any(each.intent in LOGS for each in meanings):
        entries = chat.work.session_log.entries(chat.runner.id)
        chat.say(undone(chat.wording, [gone], streaks.so_far(chat, entries), chat.day))


def _mended(chat: Conversation, heard: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    """What was heard as far as it is sure, unless it corrects what was told just now."""
    # A page of words puts nothing right.
    if heard[0].intent in NO_CORRECTION or not is_brief(chat):
        return _surely(chat, chat.text, heard)
    if meaning := corrections.other_day(chat, heard):
        return (meaning,)
    if len(heard) > 1:  # two things say what becomes of each
        return _surely(chat, chat.text, heard)
    if meaning := corrections.as_it_was(chat):
        return (meaning,)
    if meaning := corrections.corrected_run(chat):
        return (meaning,)
    if meaning := corrections.corrected_log(chat):
        return (meaning,)
    text = corrections.corrected_words(chat)
    if text:
        return read_surely(chat, text)
    return _surely(chat, chat.text, heard)


def read_surely(chat: Conversation, text: str) -> tuple[Meaning, ...]:
    """What that text means, with a question in place of what is not sure enough to be done."""
    return _surely(chat, text, understood(chat, text))


def _surely(chat: Conversation, text: str, found: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """The same, with a question in place of what is not sure enough to be done."""
    content = chat.content
    return surely(
        text,
        half_of_day.applied(chat, found),
        now=chat.local,
        lexicon=content.lexicon,
        cards=content.names,
        shown=on_screen.card(chat),
    )
