"""Typed answers to the questions of the first chat: "about nine hours", "hips and quads".

A message is taken as an answer only when all of it reads as one: "hips and quads" tells tight
spots, "stretch for tight hip flexors" asks for something, and "done" is another matter.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from content.catalog.profile import Sitting
from content.intents import exercise_requests
from content.language.body_areas import areas
from content.language.compiler import CompiledLexicon, compiled
from content.language.dates import WEEK, chosen
from content.language.lexicon import Lexicon
from content.language.parsed_message import ParsedMessage, parse
from content.language.phrases import Phrases
from content.language.tokens import fold
from content.screening.screen import own_lexicon, screened

SKIP: Final = object()  # the runner would rather not answer, or does not know
LITTLE, MUCH, LONGEST = 4, 7, 18  # hours of sitting; a day has no more of them
MOST_WORDS = 14
OTHER_MATTERS = (
    "wish:show",
    "follow",
    "meta:delete",
    "meta:export",
    "remind:off-alone",
    "log:undo",
    "log:missed",
)

_DOTTED = re.compile(r"\b(\d{1,2})[. ]([0-5]\d)\b")

Answer = Any
Reader = Callable[[ParsedMessage], Answer | None]


def parse_answer(
    question: str, text: str, now: datetime, lexicon: Lexicon | None = None
) -> Answer | None:
    """What the question's buttons would have given for this message, or None if it is no answer.

    `question` is sitting, spots, run_days, run_at, kit, remind_at, remind_days, cue or conditions;
    any other gives None. `now` is the runner's aware time. SKIP stands for "skip" and "no idea".
    """
    if now.tzinfo is None:
        raise ValueError("now has no time zone. Mend: pass the runner's own aware time.")
    words = compiled(lexicon or own_lexicon())
    reading = parse(text, words)
    if not 0 < reading.size <= MOST_WORDS or screened(reading):
        return SKIP if text.strip() in ("?", "-") else None
    table = words.lexicon.tables["answers"]
    if _is_one_of(reading, table["skip"]):
        return SKIP
    reader = READERS.get(question)
    if reader is None or not _is_answer(reading, question, table):
        return None
    return reader(reading)


def told(text: str, now: datetime, lexicon: Lexicon | None = None) -> tuple[str, Answer] | None:
    """A question answered out of turn, "I run Tuesdays and Saturdays": which, and the answer.

    Raises ValueError without a time zone, as `parse_answer` does.
    """
    reading = parse(text, compiled(lexicon or own_lexicon()))
    for question, phrases in reading.tables["answers"]["telling"].items():
        if _find(reading, {question: phrases}):
            value = parse_answer(question, text, now, lexicon)
            if value is not None and value is not SKIP:
                return question, value
    return None


def _is_one_of(reading: ParsedMessage, phrases: Sequence[str]) -> bool:
    said = " ".join(token.text for token in reading.tokens if token.text not in ".!,")
    return any(said == " ".join(_canonical(reading.words, phrase)) for phrase in phrases)


def _canonical(words: CompiledLexicon, phrase: str) -> tuple[str, ...]:
    known: dict[str, tuple[str, ...]] = words.remembered.setdefault("canonical", {})
    if phrase not in known:
        known[phrase] = tuple(token.text for token in words.spelling.tokens(fold(phrase)))
    return known[phrase]


def _is_answer(reading: ParsedMessage, question: str, table: Mapping[str, Any]) -> bool:
    """Is nothing left of the message but answer words and small words?"""
    if "?" in reading.text or reading.has(*OTHER_MATTERS):
        return False
    words = table["small"] + (table["reminding"] if question.startswith("remind") else [])
    small = {word for phrase in words for word in _canonical(reading.words, phrase)}
    known = set(_covered(reading, question, table))
    telling = _find(reading, {question: table["telling"].get(question, ())})
    small |= {reading.word(at) for start, end, _ in telling for at in range(start, end)}
    left = [
        token.text
        for at, token in enumerate(reading.tokens)
        if at not in known and token.text not in small and token.text[0].isalnum()
    ]
    return bool(known) and not left


def _covered(reading: ParsedMessage, question: str, table: Mapping[str, Any]) -> Iterator[int]:
    """The places of words that can be part of this answer."""
    spans = [(mark.start, mark.end) for mark in reading.all(*MARKS.get(question, ()))]
    if question == "spots" and _is_one_of(reading, table["all-spots"]):
        yield from range(len(reading.tokens))
    if question in TIMED:
        spans += [(each.start, each.end) for each in reading.clocks]
        spans += [(each.start, each.end) for each in reading.lengths]
    spans += [(start, end) for start, end, _ in _said(reading, question)]
    clock = reading.tables["clock"]
    for start, end in spans:
        yield from range(start, end)
    yield from (
        at for at, token in enumerate(reading.tokens) if _counts(token.text, question, clock)
    )


def _counts(word: str, question: str, clock: Mapping[str, Any]) -> bool:
    """Is a word by itself part of the answer: a weekday, a number?"""
    if question.endswith("days"):
        return word in clock["weekdays"] or word in clock["except"] or word in clock["through"]
    return question in TIMED and (word[0].isdecimal() or word in clock["numbers"])


TIMED = ("sitting", "run_at", "remind_at")
MARKS: Mapping[str, tuple[str, ...]] = {
    "spots": ("area", "spot", "loc", "feel"),
    "kit": ("kit", "kitless"),
    "run_days": ("every", "when"),
    "remind_days": ("every", "when"),
}


def _said(reading: ParsedMessage, question: str) -> list[tuple[int, int, str]]:
    """The question's own words in the message: where, and which value they stand for."""
    return _find(reading, reading.tables["answers"].get(question, {}))


def _find(
    reading: ParsedMessage, values: Mapping[Any, Sequence[str]]
) -> list[tuple[int, int, str]]:
    """Where phrases stand in the message, and which value each stands for."""
    phrases = Phrases(reading.tables["spelling"]["fillers"])
    for value, said in values.items():
        for phrase in said:
            phrases.add(str(value), [[word] for word in _canonical(reading.words, phrase)])
    return [(mark.start, mark.end, mark.concept) for mark in phrases.find(reading.tokens)]


def _value(reading: ParsedMessage, question: str) -> str | None:
    """The value with the longest words in the message."""
    found = _said(reading, question)
    return max(found, key=lambda each: each[1] - each[0])[2] if found else None


# "under four" is less than four hours, "over seven" more than seven.
LESS, MORE = frozenset({"under", "less", "below", "fewer"}), frozenset({"over", "more", "above"})


def _sitting(reading: ParsedMessage) -> str | None:
    hours = [each.amount for each in reading.lengths if each.unit == "hour"]
    numbers = [
        number for at in range(len(reading.tokens)) if (number := reading.number(at)) is not None
    ]
    known = hours or [float(number) for number in numbers]
    if not known:
        return _value(reading, "sitting")
    most = max(known)
    if most > LONGEST:
        return None
    said = {token.raw.casefold() for token in reading.tokens}
    most += bool(said & MORE) - bool(said & LESS)
    if most < LITTLE:
        return Sitting.UNDER_4.value
    return (Sitting.FROM_4_TO_7 if most <= MUCH else Sitting.OVER_7).value


def _spots(reading: ParsedMessage) -> list[str] | None:
    if _is_one_of(reading, reading.tables["answers"]["all-spots"]):
        return list(reading.tables["areas"]["phrases"]["area"])
    if reading.has("kind", "moment", "kit"):
        return None
    return [area.value for area in areas(reading)] or None


def _run_days(reading: ParsedMessage) -> list[int] | None:
    """Weekdays; an empty list for somebody who does not run."""
    none = not chosen(reading) and _value(reading, "run_days") == "none"
    return [] if none else _remind_days(reading)


def _remind_days(reading: ParsedMessage) -> list[int] | None:
    every = _value(reading, "remind_days") == "all"
    return sorted(chosen(reading) or (WEEK if every else ())) or None


def _run_at(reading: ParsedMessage) -> str | None:
    return _clock(reading) or _value(reading, "run_at")


def _remind_at(reading: ParsedMessage) -> str | None:
    return _clock(reading) or _value(reading, "remind_at")


def _clock(reading: ParsedMessage) -> str | None:
    """A time of day; a bare number is an hour here, since a time was asked for."""
    times = [clock.at for clock in reading.clocks if clock.at and not clock.named]
    if times:
        return f"{times[0]:%H:%M}"
    if (dotted := _DOTTED.search(reading.text)) and int(dotted[1]) < 24:  # noqa: PLR2004
        return f"{int(dotted[1]):02}:{dotted[2]}"
    if any(clock.at is None for clock in reading.clocks):
        return None
    hour = reading.number(0) if reading.size == 1 else None
    if hour is None or not 0 < hour < 24:  # noqa: PLR2004
        return None
    return f"{hour + 12 if hour < LITTLE + 1 else hour:02}:00"


def _kit(reading: ParsedMessage) -> list[str] | None:
    has, _ = exercise_requests.kit(reading)
    if has:
        return sorted(kit.value for kit in has)
    nothing = reading.has("kitless") or _value(reading, "kit") == "nothing"
    return ["nothing"] if nothing else None


def _conditions(reading: ParsedMessage) -> str | None:
    """Only that there is none; what there is, is told as at any other time."""
    return _value(reading, "conditions")


def _cue(reading: ParsedMessage) -> str | None:
    return _value(reading, "cue")


READERS: Mapping[str, Reader] = {
    "sitting": _sitting,
    "spots": _spots,
    "run_days": _run_days,
    "run_at": _run_at,
    "kit": _kit,
    "remind_at": _remind_at,
    "remind_days": _remind_days,
    "cue": _cue,
    "conditions": _conditions,
}
