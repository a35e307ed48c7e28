"""The menu of commands, and what answers them, are the same."""

from telegram.ext import CommandHandler

from bot.config.settings import Settings
from bot.handlers.plain_words import COMMANDS
from bot.handlers.router import routes
from content.authoring.document import library_folder
from content.bundle import Content
from content.wording.messages import read_wording

UNLISTED = {"start", "admin", "why"}  # Telegram's own button, operators', and one about an answer


def test_every_command_of_the_menu_is_answered_and_every_answered_one_is_in_it(content: Content):
    handlers = routes(Settings(bot_token="1:TEST"), lambda: content.lexicon)
    answered = {
        command
        for handler in handlers
        if isinstance(handler, CommandHandler)
        for command in handler.commands
    }
    menu = set(content.wording.words["commands"])
    assert menu - answered == set()
    assert answered - menu - UNLISTED == set()


def test_what_takes_words_can_be_said():
    words = read_wording(library_folder()).words
    assert set(COMMANDS) - {"ask"} == set(words["spoken_commands"])
