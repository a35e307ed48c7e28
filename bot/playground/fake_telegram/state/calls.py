"""The log of the bot's calls."""

from dataclasses import dataclass
from datetime import datetime

from bot.playground.fake_telegram.rules.params import Params


@dataclass
class Call:
    """One call of the bot: when it arrived, what it asked and what came of it.

    `outcome` is "ok", the refusal's code and words, "cut", or "" while it runs.
    """

    at: datetime
    method: str
    params: Params
    outcome: str = ""
