"""Unknown, misspelt and mistyped parameters.

Telegram itself ignores what it does not know; a misspelt parameter is a bug all the same. What
each method takes stands in bot_api.json. It is made from aiogram's models and kept equal to them
by a test; `python -m tests.support.bot_api` writes it anew.
"""

from typing import Any

from bot.playground.fake_telegram.rules.bot_api import bot_api
from bot.playground.fake_telegram.rules.errors import bad_request
from bot.playground.fake_telegram.rules.values import Values


def check(method: str, params: dict[str, Any]) -> None:
    """Refuse what the method does not take; what is missing is left to the method's own words."""
    api = bot_api()
    for problem in Values(api.types).of_fields(api.methods[method.lower()], params, ""):
        raise bad_request(f"{method} {problem} (strict fake)")
