"""How far a run really was, or on which day: "yesterday's run was 9, not 10". Pure."""

from collections.abc import Iterator, Mapping
from datetime import date

from content.intents.about_runner.distances import FARTHEST, KM, MILES, figure, in_km
from content.intents.deciding.certainty import asked
from content.intents.meaning import Intent, Meaning
from content.language.content_words import content_words, covered, phrases
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.remarks import remarks
from content.language.spans import Span
from content.language.when.dates import past_day, weekdays

UNITS = ("k", "km", "kilometre", "mile", "miler", "m")
CONTRAST = ("not", "than", "of", "from")  # "not 8", "rather than 8", "instead of 8", "from 8"
STATED = ("was", "is", "were", "as", "to")
LONGEST = 16  # words
CORRECTS = ("mends:opener", "mends:says")
RUN = "elsewhere:run"


def corrected_run(
    reading: ParsedMessage, runs: Mapping[date, float | None], just: date | None, today: date
) -> Meaning | None:
    """A run that was told otherwise; a question where words are left over.

    `runs` are those that are known, in kilometres by day, and `just` the day of the one that the
    last message told. A distance without a unit is kilometres.
    """
    named = reading.all(RUN)
    if reading.size > LONGEST or any(map(reading.inquires, set(reading.clauses))):
        return None
    if reading.has("remind:word", "run:others", "grammar:other", "when:tomorrow"):
        return None
    told = _distances(reading)
    if not (told and (_stated(reading, named) or just) and _corrects(reading, named)):
        return _other_day(reading, just, today)
    days = past_day(reading, today)
    day = days[0] if days else just or (today if named else None)
    if day is None or day not in runs:
        return None
    at, amount, unit = told[0]
    said = reading.said(Mark(at, at + 1, ""))
    meaning = Meaning(
        Intent.RUN_TOLD, amount=amount, topic=unit, day=day, since=day, mends=True, because=said
    )
    return _if_clear(reading, meaning)


def _other_day(reading: ParsedMessage, just: date | None, today: date) -> Meaning | None:
    """ "That run was yesterday", "no, that was on monday": the run of just now, and no distance."""
    days = past_day(reading, today)
    moved = just is not None and days and days[0] != just
    told = any(token.is_number for token in reading.tokens) or reading.lengths
    if just is None or not moved or told or not reading.has("mends:opener", "mends:mends"):
        return None
    meaning = _if_clear(reading, Meaning(Intent.RUN_TOLD, day=days[0], since=just, mends=True))
    return meaning if reading.has(RUN) or _says_only_when(reading, meaning) else None


def _says_only_when(reading: ParsedMessage, meaning: Meaning) -> bool:
    """No word of a run, and none of anything else: "i mean tuesday", and not "make it tuesday"."""
    denied = any(_contrasted(reading, day.start) for day in weekdays(reading))
    other = denied or reading.has("remind:change") or not reading.has("mends:mends")
    return meaning.intent is Intent.RUN_TOLD and not other


def _if_clear(reading: ParsedMessage, meaning: Meaning) -> Meaning:
    left = content_words(reading) - _explained(reading) - remarks(reading)
    return asked(meaning, phrases(reading, left)) if left else meaning


def _explained(reading: ParsedMessage) -> frozenset[int]:
    words = {at for at, token in enumerate(reading.tokens) if token.text in UNITS}
    numbers = {at for at, token in enumerate(reading.tokens) if token.is_number}
    spelt = {at for at in range(len(reading.tokens)) if reading.number(at) is not None}
    spans = reading.all(RUN, "run", "when", "log:slip", "log:did", "grammar:not")
    spans += [mark for mark in reading.all_marks if mark.concept.startswith("mends:")]
    days: list[Span] = [*weekdays(reading), *reading.written_dates]
    return covered([*spans, *days]) | words | numbers | spelt


def _distances(reading: ParsedMessage) -> list[tuple[int, float, str | None]]:
    """The place of each distance that it was, in kilometres, with its unit if one is told."""
    found = list(_numbers(reading))
    return [each for each in found if not _contrasted(reading, each[0])] if found else []


def _numbers(reading: ParsedMessage) -> Iterator[tuple[int, float, str | None]]:
    spans: list[Span] = [*reading.lengths, *reading.written_dates]
    taken = covered(spans)
    for at in (n for n in range(len(reading.tokens)) if n not in taken):
        told = figure(reading, at)
        if told and (km := in_km(told, unit := _unit(reading, at))) <= FARTHEST:
            yield at, km, unit


def _unit(reading: ParsedMessage, at: int) -> str | None:
    """Behind it; of "8 miles, no, km" the last one, but not of "8 miles, not km"."""
    if reading.word(at + 1) not in UNITS:
        return None
    told = [spot for spot, token in enumerate(reading.tokens) if token.text in UNITS and spot > at]
    kept = [spot for spot in told if reading.word(spot - 1) not in CONTRAST]
    return MILES if reading.word((kept or told)[-1]).startswith("mile") else KM


def _contrasted(reading: ParsedMessage, at: int) -> bool:
    return reading.word(at - 1) in CONTRAST


def _stated(reading: ParsedMessage, named: list[Mark]) -> bool:
    """Is a run said to have been so long: "the run was 6.2", "I ran 9, not 8"?"""
    return bool(named) and not reading.has("run:will", "grammar:future")


def _corrects(reading: ParsedMessage, named: list[Mark]) -> bool:
    """Does it put something right, and not tell of another run?"""
    places = [at for at, _, _ in _numbers(reading)]
    contrast = any(_contrasted(reading, at) for at in places)
    was = bool(named) and any(reading.word(at - 1) in STATED for at in places)
    return contrast or was or any(mark.concept in CORRECTS for mark in reading.all_marks)
