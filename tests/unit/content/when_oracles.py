"""What two other readers of dates make of a text, to be held against ours.

They read a text that is nothing but a date; ours reads messages. Where they differ, the table
beside this file says who is right and why.
"""

import warnings
from datetime import date, datetime
from typing import Any

import dateparser
from timefhuman import tfhConfig, timefhuman

NOW = datetime(2026, 11, 16, 9, 0)  # noqa: DTZ001 - neither of them wants a zone
NOTHING = "-"
SETTINGS = {"RELATIVE_BASE": NOW, "PREFER_DATES_FROM": "future", "DATE_ORDER": "DMY"}


def by_dateparser(text: str) -> datetime | None:
    return dateparser.parse(text, languages=["en"], settings=SETTINGS)


def by_timefhuman(text: str) -> datetime | None:
    try:
        found: Any = timefhuman(text, tfhConfig(now=NOW))
    except Exception:
        return None
    one = found[0] if isinstance(found, list) and len(found) == 1 else found
    return one if isinstance(one, datetime) else None


ORACLES = {"dateparser": by_dateparser, "timefhuman": by_timefhuman}


def asked(name: str, text: str, like: str) -> str:
    """What the oracle says, with a date and a time only where ours has them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = ORACLES[name](text)
    if found is None:
        return NOTHING
    return written(found.date() if "-" in like else None, f"{found:%H:%M}" if ":" in like else None)


def written(day: date | None, at: str | None) -> str:
    return " ".join(each for each in (day and day.isoformat(), at) if each) or NOTHING
