"""The half of the day that was spoken of just before a bare time: "evenings", "half past seven".

Pure: words and a half in, a half or meanings out.
"""

from dataclasses import replace
from datetime import time

from content.intents.meaning import Intent, Meaning
from content.language.parsed_message import ParsedMessage
from content.language.when.clock import NOON

AM, PM = "am", "pm"
BRIEF = 5  # words of a message that is nothing but an hour: "nine then"
LETTERS = 2  # more than these: "a" and "p" are no half by themselves


def spoken_of(reading: ParsedMessage) -> str | None:
    """The half that a message speaks of and gives no exact time in; the last of several."""
    halves = reading.tables["clock"]["halves"]
    told = [(at, halves.get(each.text)) for at, each in enumerate(reading.tokens)]
    found: list[tuple[int, str]] = [
        (at, half) for at, half in told if half and len(reading.word(at)) > LETTERS
    ]
    found += [(each.start, each.half) for each in reading.times.occasions]
    if not found or any(not each.named for each in reading.clocks):
        return None
    return max(found)[1]


def in_that_half(meaning: Meaning, reading: ParsedMessage, half: str) -> Meaning:
    """The reminder in the evening, where the evening was spoken of and the hour says nothing."""
    if half != PM or spoken_of(reading) or reading.size > BRIEF or reading.has("remind:word"):
        return meaning
    if meaning.intent is Intent.UNKNOWN:
        return _bare_hour(reading) or meaning
    said = meaning.intent is Intent.REMIND and meaning.at is not None
    if not said or meaning.at is None or meaning.at.hour >= NOON or _says_which(reading):
        return meaning
    return replace(meaning, at=_in_the_evening(meaning.at), guessed=True)


def _bare_hour(reading: ParsedMessage) -> Meaning | None:
    told = [(at, reading.number(at)) for at in range(len(reading.tokens))]
    hours = [(at, number) for at, number in told if number is not None]
    if len(hours) != 1 or not 0 < (hours[0][1] or 0) <= NOON:
        return None
    at, number = hours[0]
    hour = _in_the_evening(time((number or 0) % NOON))
    return Meaning(Intent.REMIND, at=hour, guessed=True, because=(reading.tokens[at].raw,))


def _in_the_evening(at: time) -> time:
    return at.replace(hour=at.hour % NOON + NOON)


def _says_which(reading: ParsedMessage) -> bool:
    """Is it written as the 24 hours are, or with "am": "07:30", "7 am"?"""
    halves = reading.tables["clock"]["halves"]
    written = any(each.raw.startswith("0") and each.is_number for each in reading.tokens)
    return written or any(each.text in halves and each.text != "a" for each in reading.tokens)
