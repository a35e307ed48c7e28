"""How long Telegram asks us to wait."""

from datetime import timedelta

from telegram.error import RetryAfter


def pause(error: RetryAfter) -> timedelta:
    """The pause, whichever type the library gives it."""
    asked = error.retry_after
    return asked if isinstance(asked, timedelta) else timedelta(seconds=asked)
