"""The composition root: everything is put together here, for runs, tests, playground and bench.

Hands out: `build` and the `Limber` that it makes; `make_bot`, the client alone.
"""

from bot.app.composition import Clock, Limber, build
from bot.app.telegram_client import AnyApplication, make_bot

__all__ = ["AnyApplication", "Clock", "Limber", "build", "make_bot"]
