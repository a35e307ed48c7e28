"""Short words and openers that are there, so that no button and no answer lacks its text."""

from collections.abc import Iterator, Mapping
from typing import Any

from content.authoring.document import Document, Problem
from content.authoring.shapes import any_text, items, record, table
from content.checks.tables.word_names import NEEDED

A_WEEK = 7
OPENERS = ("reminder", "nudge", "done", "partial", "excused", "break")


def word_problems(document: Document) -> Iterator[Problem]:
    """What messages/words.yaml lacks, and what is no text."""
    data: Mapping[str, Any] = document.data if isinstance(document.data, dict) else {}
    for group, names in NEEDED.items():
        needed, more = dict.fromkeys(names, any_text), dict.fromkeys(data.get(group, ()), any_text)
        yield from record(needed, more)(document, (group,), data.get(group))
    for group in data.keys() - NEEDED.keys() - {"weekdays"}:
        yield from table(any_text)(document, (group,), data[group])
    yield from items(any_text)(document, ("weekdays",), days := data.get("weekdays"))
    if isinstance(days, list) and len(days) != A_WEEK:
        yield document.problem(("weekdays",), f"has {len(days)} days", "name seven, Monday first")


def opener_problems(document: Document) -> Iterator[Problem]:
    """Kinds of openers that are missing, and openers that are no text."""
    needed = dict.fromkeys(OPENERS, items(any_text))
    more = dict.fromkeys(document.data or (), items(any_text))
    yield from record(needed, more)(document, (), document.data)
