"""Hours of sitting on a normal day: "8-10", "nine to six", "6ish plus two driving", "a lot"."""

from content.catalog.profile import Sitting
from content.intents.answers.answer import Found, Known
from content.intents.answers.said import Said, name_of, places
from content.language.parsed_message import ParsedMessage

LITTLE, MUCH, LONGEST = 4, 7, 18  # hours of sitting; a day has no more of them
HOUR = 60  # minutes
WORK_WEEK, WORK_DAYS = 60, 5
LATEST_END, EARLIEST_START, HALF_A_DAY = 9, 6, 12  # o'clock
# "under four" is less than four hours, "over seven" more than seven.
LESS, MORE = frozenset({"under", "less", "below", "fewer"}), frozenset({"over", "more", "above"})
DISTANCES = ("k", "km", "mile", "kilometre")
HALF, AND_A_HALF = 0.5, ("and", "a", "half")
TOLD_AS_TIME = ("half", "quarter", "past", "o'clock", "am", "pm")
UNTIL = ("to", "until", "-", "through")


def sitting(said: Said, _known: Known) -> Found | None:
    """Hours where they are told, else what a phrase stands for."""
    numbers = _hours(said.reading)
    if numbers and _mere_minutes(said):
        return None
    if numbers:
        hours = _working_day(said.reading) or max(numbers.values())
        said_words = {token.text for token in said.reading.tokens}
        if "week" in said_words and "day" not in said_words and hours <= WORK_WEEK:
            hours /= WORK_DAYS
        if hours > LONGEST:
            return None
        return Found(_range(hours + _more_or_less(said.reading)), frozenset(numbers))
    phrase = said.value()
    return Found(name_of(phrase), frozenset(places([phrase]))) if phrase else None


def _mere_minutes(said: Said) -> bool:
    """Nothing but some minutes, which hardly anybody sits: "10 min" may be a length to train."""
    minutes = [each for each in said.reading.lengths if each.unit == "minute"]
    spots = frozenset(at for each in minutes for at in range(each.start, each.end))
    alone = len(spots) == len(said.reading.tokens)
    return alone and sum(each.minutes for each in minutes) < HOUR


def _hours(reading: ParsedMessage) -> dict[int, float]:
    """The place of each number that tells hours. Minutes are parts of hours."""
    counted = {
        at: each.minutes / 60
        for each in reading.lengths
        if each.unit in ("hour", "minute")
        for at in range(each.start, each.end)
    }
    lengths = {at for each in reading.lengths for at in range(each.start, each.end)}
    lengths |= _time_of_day(reading)
    bare = {
        at: number
        for at, token in enumerate(reading.tokens)
        if at not in lengths and (token.text != "one" or reading.size == 1)
        if (number := _number(reading, at)) is not None
        if not counted or number <= LONGEST
    }
    halves = {
        at + len(AND_A_HALF): number for at, number in bare.items() if _and_a_half(reading, at)
    }
    return counted | bare | halves


def _time_of_day(reading: ParsedMessage) -> set[int]:
    """Where one time of day is told, which is no number of hours: "around ten in the morning"."""
    clocks = [each for each in reading.clocks if not each.named]
    if len(clocks) != 1 or reading.lengths:
        return set()
    (clock,) = clocks
    told = [reading.word(at) for at in range(clock.start, clock.end)]
    sure = not clock.guessed or not set(told).isdisjoint(TOLD_AS_TIME)
    return {*range(clock.start, clock.end)} if sure else set()


def _and_a_half(reading: ParsedMessage, at: int) -> bool:
    return tuple(map(reading.word, range(at + 1, at + 1 + len(AND_A_HALF)))) == AND_A_HALF


def _number(reading: ParsedMessage, at: int) -> float | None:
    """A number in words or digits, also "7.5"."""
    if reading.word(at + 1) in DISTANCES or reading.word(at) == "oh":
        return None
    whole = reading.number(at)
    if whole is not None:
        return whole + HALF * _and_a_half(reading, at)
    text = reading.tokens[at].text.replace(",", ".")
    return float(text) if text.replace(".", "", 1).isdecimal() and len(text) < LITTLE + 1 else None


def _working_day(reading: ParsedMessage) -> float | None:
    """From when to when, as hours: "nine to six" are nine."""
    for at in range(1, len(reading.tokens) - 1):
        start, end = _number(reading, at - 1), _number(reading, at + 1)
        if start is None or end is None or reading.word(at) not in UNTIL:
            continue
        if EARLIEST_START <= start <= HALF_A_DAY and end <= LATEST_END and end < start:
            return end + HALF_A_DAY - start
    return None


def _more_or_less(reading: ParsedMessage) -> int:
    said = {token.raw.casefold() for token in reading.tokens}
    return bool(said & MORE) - bool(said & LESS)


def _range(hours: float) -> str:
    if hours < LITTLE:
        return Sitting.UNDER_4.value
    return (Sitting.FROM_4_TO_7 if hours <= MUCH else Sitting.OVER_7).value
