"""Why Telegram was not reached, in words for an operator. No text of a library is passed on: it
may hold the address, and with it the token.
"""

from aiohttp import ClientConnectionError
from telegram.error import Forbidden, RetryAfter, TimedOut

from bot.gateway.transport import CallFailed, NotDelivered

WORDS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], str], ...] = (
    ((TimedOut, TimeoutError), "it took too long"),
    ((NotDelivered, ClientConnectionError), "no connection came about"),
    (CallFailed, "it says that it has a fault"),
    (RetryAfter, "it asks for a pause"),
    (Forbidden, "it refuses"),
)


def plainly(error: BaseException) -> str:
    return next((words for kind, words in WORDS if isinstance(error, kind)), type(error).__name__)
