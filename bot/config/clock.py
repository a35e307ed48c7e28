"""The one place that reads the machine's clock; everything else gets `now` passed in."""

from datetime import UTC, datetime


def real_now() -> datetime:
    """The present moment, aware, in UTC."""
    return datetime.now(UTC)
