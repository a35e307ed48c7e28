"""One of a few answers, each in its own words."""

from content.intents.answers.answer import Found, Known
from content.intents.answers.said import Said, name_of, places


def one_of(said: Said, _known: Known) -> Found | None:
    """The answer of which the longest phrase is said, if no other is said as well."""
    named = {name_of(mark) for mark in said.values}
    return Found(named.pop(), frozenset(places(said.values))) if len(named) == 1 else None
