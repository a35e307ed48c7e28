"""How long Telegram asks us to wait with a 429.

What a 429 does is decided where it arrives: for messages in delivery/deliver.py (its message
waits) and delivery/sender.py (its chat waits, or all do), for polls in gateway/polling.py.
"""

from datetime import timedelta

from telegram.error import RetryAfter


def pause(error: RetryAfter) -> timedelta:
    """The pause, whichever type the library gives it."""
    asked = error.retry_after
    return asked if isinstance(asked, timedelta) else timedelta(seconds=asked)
