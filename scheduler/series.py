"""The rule of a reminder as its row keeps it, so that planning needs nothing but the row."""

from collections.abc import Mapping
from datetime import date, time
from functools import lru_cache
from typing import Any

from scheduler.recurrence import Rule


def stored(rule: Rule) -> dict[str, Any]:
    """The rule as JSON values."""
    return {
        "at": f"{rule.at:%H:%M}",
        "days": sorted(rule.days),
        "zone": rule.zone,
        "until": rule.until and rule.until.isoformat(),
    }


def rule_of(data: Mapping[str, Any]) -> Rule | None:
    """The rule that was stored; None for what comes only once, as a snooze does."""
    if not is_series(data):
        return None
    return _rule(data["at"], tuple(data["days"]), data["zone"], data["until"])


@lru_cache(1 << 12)  # a thousand runners share a rule
def _rule(at: str, days: tuple[int, ...], zone: str, until: str | None) -> Rule:
    return Rule(
        at=time.fromisoformat(at),
        days=frozenset(days),
        zone=zone,
        until=date.fromisoformat(until) if until else None,
    )


def is_series(data: Mapping[str, Any]) -> bool:
    """Whether a rule is kept there, so that more follows after each occurrence."""
    return "days" in data
