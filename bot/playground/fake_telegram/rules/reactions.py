"""Reactions that Telegram takes."""

from telegram.constants import ReactionEmoji

from bot.playground.fake_telegram.rules.errors import bad_request

_KNOWN = {emoji.value for emoji in ReactionEmoji}


def check_reactions(emoji: list[str]) -> None:
    """Refuse what is not in Telegram's own set."""
    if unknown := set(emoji) - _KNOWN:
        raise bad_request(f"REACTION_INVALID: {', '.join(unknown)}")
