"""Plain words and commands with words after them: understood, then told as a story."""

from collections.abc import Mapping
from dataclasses import replace

from telegram.ext import CommandHandler, MessageHandler, filters

from bot.chat import Chat, Story
from bot.context import Handlers, story
from bot.handlers import onboarding
from content.meaning import Intent, Meaning
from content.messages import words
from content.understand import understand

# What a command stands for when words follow it, or when none do.
COMMANDS = {
    "ask": Intent.ASK,
    "done": Intent.DONE,
    "pause": Intent.PAUSE,
    "remind": Intent.REMIND_WHEN,
    "snooze": Intent.SNOOZE,
    "today": Intent.SESSION,
}
FIRST = (Intent.DANGER, Intent.BAD_TIME)  # answered whatever the command was


def handlers(stories: Mapping[Intent, Story]) -> Handlers:
    """Typed words and the commands that take words, told through `stories`."""

    def said(chat: Chat) -> None:
        meanings = _meanings(chat, chat.text)
        chat.meaning = meanings[0]
        first = chat.meaning.intent
        lost = first is Intent.UNKNOWN
        if first is Intent.DANGER or not onboarding.typed(chat, lost=lost):
            tell(chat, meanings)

    def commanded(chat: Chat) -> None:
        command, rest = [*chat.text.split(maxsplit=1), ""][:2]
        name = command.lstrip("/").partition("@")[0].lower()
        if not rest.strip() or name == "ask":
            found = _meanings(chat, rest) if rest.strip() else (Meaning(COMMANDS[name]),)
        else:
            at = " at" if name == "remind" and rest[:1].isdigit() else ""
            said_so = words()["spoken_commands"][name] + at
            found = _meanings(chat, f"{said_so} {rest}")
            if name == "snooze" and found[0].intent not in FIRST:  # else the series stays
                found = (replace(found[0], intent=Intent.SNOOZE),)
        tell(chat, found)

    def tell(chat: Chat, meanings: tuple[Meaning, ...]) -> None:
        for meaning in meanings:
            chat.meaning = meaning
            stories[meaning.intent](chat)

    typed = filters.TEXT & ~filters.COMMAND & filters.ChatType.PRIVATE
    return [
        CommandHandler(list(COMMANDS), story(commanded)),
        MessageHandler(typed, story(said)),
    ]


def _meanings(chat: Chat, text: str) -> tuple[Meaning, ...]:
    shown = (chat.runner.shown or {}).get("card")
    coach = chat.coach
    return understand(text, now=chat.local, lexicon=coach.lexicon, cards=coach.names, shown=shown)
