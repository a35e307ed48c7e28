"""No two handlers listen to the same button."""

from collections import Counter

from telegram.ext import CallbackQueryHandler

from bot.config.settings import Settings
from bot.handlers.router import routes
from content.screening.screen import own_lexicon


def test_every_pattern_of_buttons_is_listened_to_once() -> None:
    settings = Settings(bot_token="1:TEST", database_url="sqlite://")
    found = Counter(
        each.pattern.pattern
        for each in routes(settings, own_lexicon)
        if isinstance(each, CallbackQueryHandler) and hasattr(each.pattern, "pattern")
    )
    assert found
    assert [pattern for pattern, times in found.items() if times > 1] == []
