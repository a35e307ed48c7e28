"""Tight spots that come to the runner's list or go from it: "add calves", "take the quads off my
list". Pure.
"""

from content.intents.meaning import Intent, Meaning
from content.language.body_areas import areas
from content.language.content_words import covered
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark

# Of today, of a move or of a log, and of no list.
OTHER = (
    *("when", "wish:show", "kind", "card", "own", "nth", "kit", "meta:session"),
    *("log:did", "log:done", "remind:word", "position"),
)
BETWEEN = 3  # words from "add" to what is added


def spots(reading: ParsedMessage) -> Meaning | None:
    """The areas that shall be on the list from now on, or not any more."""
    verb = listing(reading)
    if verb is None or any(map(reading.asks, set(reading.clauses))):
        return None
    return Meaning(
        Intent.PREFER,
        areas=areas(reading),
        on=verb.concept == "listed:adds",
        because=reading.said(verb),
    )


def listing(reading: ParsedMessage) -> Mark | None:
    """The verb with a part of the body as its object, if no more is spoken of."""
    if reading.lengths or reading.clocks or reading.has(*OTHER):
        return None
    parts = reading.all("area", "spot")
    if not covered(reading.all("log:session")) <= covered(parts):  # "hips" are a part as well
        return None
    verbs = reading.all("listed:adds", "listed:drops")
    return next((verb for verb in verbs if any(_near(verb, part) for part in parts)), None)


def _near(verb: Mark, part: Mark) -> bool:
    return verb.start < part.start <= verb.start + BETWEEN
