"""What an unclear message may stand for: two or three clear ones to choose from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from content.intents.meaning import Intent, Meaning
from content.intents.second_opinion import FAIRLY_SURE, opinion
from content.language.content_words import content_words
from content.language.languages import UNNAMED, sounds_foreign
from content.language.parsed_message import ParsedMessage

MOST = 3
TOLD = "told"  # the topic of what asks for nothing
LEAST_TOLD = 3  # words that say something; fewer may be a wish in words that we don't know
LIKELY = 0.08  # from here on the second opinion words a button
BARE = 2  # words of a message that is nothing but a number


def unclear(reading: ParsedMessage, guess: Meaning | None = None) -> Meaning:
    """A message that was not understood, with what it may stand for; `guess` is one of these."""
    said = reading.said(*reading.all("body")[:1])
    found, likely = _readings(reading, guess)
    language = UNNAMED if sounds_foreign(reading) else None
    topic = TOLD if _only_tells(reading) else None
    heard = Meaning(Intent.UNKNOWN, topic=topic, language=language, because=said)
    return replace(heard, readings=found, guessed=likely)


def _only_tells(reading: ParsedMessage) -> bool:
    """Some words that ask for nothing: "kids are home, nursery shut, madness here"."""
    asked = reading.has("wish", "grammar:polite") or any(map(reading.inquires, reading.clauses))
    return len(content_words(reading)) >= LEAST_TOLD and not asked


def _readings(reading: ParsedMessage, guess: Meaning | None) -> tuple[tuple[str, ...], bool]:
    """Clear messages that this one may stand for, the likeliest first, and whether that one is it.

    What single words hint at counts where there is nothing better. Empty if it says nothing.
    """
    table = reading.tables["readings"]
    numbers = tuple(_numbers(reading, table["numbers"]))
    shares = {label: share for label, share in opinion(reading.text) if share >= LIKELY}
    labels = [*shares, *_labels(guess)]
    worded = [say for label in labels for say in _says(label, table)]
    hints = [say for each in table["hints"] if reading.has(*each["when"]) for say in each["say"]]
    best, share = next(iter(shares.items()), (Intent.UNKNOWN.value, 0.0))
    likely = share >= FAIRLY_SURE and bool(_says(best, table)) and not numbers
    found = worded if likely else [*numbers, *(worded or hints)]
    return tuple(dict.fromkeys(found))[:MOST], likely


def _labels(guess: Meaning | None) -> Iterator[str]:
    """How the second opinion calls it: "ask:quads", "topic:price", "done"."""
    if guess is None:
        return
    if details := guess.areas or ((guess.topic,) if guess.topic else ()):
        yield from (f"{guess.intent}:{each}" for each in details)
    else:
        yield guess.intent.value


def _says(label: str, table: Mapping[str, Any]) -> Sequence[str]:
    """How a label is said: "ask:quads" by its area, others by their topic or intent."""
    intent, _, detail = label.partition(":")
    of = {Intent.ASK: "areas", Intent.TOPIC: "topics"}.get(Intent(intent)) if detail else None
    said: Sequence[str] = table[of or "opinions"].get(detail if of else intent, ())
    return said


def _numbers(reading: ParsedMessage, table: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """What a message, or a clause of it, that is nothing but a number may mean."""
    number = reading.number(0) if reading.size <= BARE else number_alone(reading)
    for each in table if number is not None else ():
        if each["from"] <= number <= each["to"]:
            yield each["say"].format(n=number)


def number_alone(reading: ParsedMessage) -> int | None:
    """The one number of a message, where its clause says nothing else: "ok 8 then, you win"."""
    told = [at for at in range(len(reading.tokens)) if reading.number(at) is not None]
    if len(told) != 1:
        return None
    said = {at for at in content_words(reading) if reading.clauses[at] == reading.clauses[told[0]]}
    return reading.number(told[0]) if said <= {told[0]} else None
