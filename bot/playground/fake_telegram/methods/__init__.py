"""The methods of the Bot API that the fake knows, each a function of the state and the parameters.

They never see who called or through which door. It hands out `METHODS`, by name in small letters.
"""

from bot.playground.fake_telegram.methods import (  # noqa: F401 - each fills the register
    albums,
    chats,
    commands,
    copying,
    deleting,
    editing,
    marking,
    profile,
    sending,
    taps,
    updates,
)
from bot.playground.fake_telegram.methods.register import METHODS

__all__ = ["METHODS"]
