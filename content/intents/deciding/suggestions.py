"""What an unclear message may stand for: two or three clear ones to choose from."""

from collections.abc import Iterator

from content.intents.second_opinion import opinion
from content.language.parsed_message import ParsedMessage

MOST = 3
LIKELY = 0.15  # from here on the second opinion words a button
BARE = 2  # words of a message that is nothing but a number


def readings(reading: ParsedMessage) -> tuple[str, ...]:
    """Clear messages that this one may stand for, the likeliest first; empty if it says nothing."""
    return tuple(dict.fromkeys(_likely(reading)))[:MOST]


def _likely(reading: ParsedMessage) -> Iterator[str]:
    table = reading.tables["readings"]
    opinions = {label: share for label, share in opinion(reading.text) if share > LIKELY}
    number = reading.number(0) if reading.size <= BARE else None
    for each in table["numbers"] if number is not None else ():
        if each["from"] <= number <= each["to"]:
            yield each["say"].format(n=number)
    for label in opinions:
        yield from table["opinions"].get(label, ())[:1]
    for each in table["hints"]:
        if reading.has(*each["when"]):
            yield from each["say"]
