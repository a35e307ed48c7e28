"""Where a runner is: "I'm in Toronto now"."""

import re

from content.intents.meaning import Intent, Meaning
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.tokens import fold
from content.language.when.dates import weekdays
from content.places import city_called

LONGEST_NAME = 4  # words
MILLION = 1_000_000  # people
_OFFSET = re.compile(r"\b(?:utc|gmt) ?[+-] ?\d{1,2}(?::?[0-5]\d)?\b")
_SIGNS = re.compile(r"[a-z]+|[+-]|[\d:]+")
_ZONE = re.compile(r"\b[a-z]+/[a-z_]+(?:/[a-z_]+)?\b")


def moved(reading: ParsedMessage) -> Meaning | None:
    """A new place: the words after "living in", "moved to" or "timezone"."""
    if offset := _OFFSET.search(reading.text):
        return Meaning(
            Intent.MOVED,
            place=offset[0].replace(" ", ""),
            because=(" ".join(_SIGNS.findall(offset[0])),),
        )
    clear = reading.has("place:zone", "place:at", "remind:change") or reading.size <= LONGEST_NAME
    if clear and (zone := _ZONE.search(reading.text)):
        return Meaning(Intent.MOVED, place=zone[0], because=(zone[0],))
    if city := _bare_city(reading):
        return Meaning(Intent.MOVED, place=city, because=(city,))
    for mark in reading.all("place:moved", "place:zone", "place:at"):
        place = "" if _day_follows(reading, mark) else _name(reading, mark)
        if place and (mark.concept == "place:moved" or _is_place(reading, mark, place)):
            return Meaning(Intent.MOVED, place=place, because=reading.said(mark))
    return None


def _day_follows(reading: ParsedMessage, mark: Mark) -> bool:
    """Is it a day that something moved to, and no town: "no run today, moved to sat"?"""
    return any(day.start - mark.end in (0, 1) for day in weekdays(reading))


def _bare_city(reading: ParsedMessage) -> str | None:
    """A message that is nothing but the name of a large city."""
    words = [token.raw or token.text for token in reading.tokens if not token.ends]
    if reading.marks or len(words) > LONGEST_NAME:
        return None
    name = " ".join(words)
    large = (city for city in city_called(name) if city.population > MILLION)
    return name if any(fold(city.name) == name for city in large) else None


def _is_place(reading: ParsedMessage, mark: Mark, place: str) -> bool:
    """No city after a mere "in": "I'm in bed". But an unknown word is one, and so is "new york"."""
    token = reading.tokens[mark.end]
    if (token.raw or token.text) not in reading.words.spelling.known:
        return True
    two = len(place.split()) > 1
    return two and any(
        fold(city.name).startswith(place) and city.population > MILLION
        for city in city_called(place)
    )


def _name(reading: ParsedMessage, mark: Mark) -> str:
    """The words after the mark that may be a name."""
    words: list[str] = []
    for at in range(mark.end, min(mark.end + LONGEST_NAME + 2, len(reading.tokens))):
        token = reading.tokens[at]
        ended = token.text in ".!?;:()" or reading.clauses[at] != reading.clauses[mark.start]
        if ended or (_ends_name(reading, at) and words):
            break
        if token.text[0].isalpha() and not _ends_name(reading, at):
            words.append(token.raw or token.text)
        elif token.text not in "-'/,":
            break
    return " ".join(words[:LONGEST_NAME])


def _ends_name(reading: ParsedMessage, at: int) -> bool:
    return any(mark.start <= at < mark.end for mark in reading.all("place:after"))
