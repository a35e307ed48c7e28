"""Times of day in words: "6:20 am", "20 to 9 pm", "half seven", "six thirty-ish", "1930".

An hour that may be morning or evening gets the likely half of the day for a reminder, and says
that it was guessed. A time that no clock shows has `at` None.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any

from content.language.amounts import whole
from content.language.tokens import Token

HOURS, MINUTES, NOON = 24, 60, 12
FIRST_LIKELY_MORNING = 5  # nobody stretches at 4: a bare 1 to 4 is an afternoon
LIST = (",", "and", "&", "/", "+", "or", "then", "also", "at")  # between the hours of a list
BRIEF = 6  # words of a message that is hardly more than a time
NEAR = 4  # tokens between an hour and the "evening" that belongs to it


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in tokens `start` to `end`; `at` is None when there is no such time."""

    start: int
    end: int
    at: time | None
    guessed: bool = False
    named: bool = False  # "in the evening", "after work"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something done at a time of day, in tokens `start` to `end`, and in which half of it."""

    start: int
    end: int
    half: str


def later_today(clock: Clock, now: datetime) -> tuple[time, date]:
    """When it is next that time: "until 6" said at ten in the morning ends this evening.

    Raises ValueError for a time that no clock shows.
    """
    at = clock.at
    if at is None:
        raise ValueError("no clock shows this time")
    if clock.guessed and at <= now.time() and at.hour < NOON:
        at = at.replace(hour=at.hour + NOON)
    return at, now.date() + timedelta(days=at <= now.time())


class Times:
    """Finds times of day in the tokens of one message."""

    def __init__(self, tokens: Sequence[Token], table: Mapping[str, Any]) -> None:
        self.tokens = tokens
        self.table = table
        self.words = [token.text for token in tokens]
        self._begin = {*table["numbers"], *table["tens"], *table["fractions"]}

    def find(self, lengths: Sequence[tuple[int, int]] = ()) -> list[Clock]:
        """All times, leaving out what `lengths` (token spans) already are."""
        found: list[Clock] = []
        at = 0
        while at < len(self.words):
            may_be = self.tokens[at].is_number or self.words[at] in self._begin
            taken = may_be and any(start <= at < end for start, end in lengths)
            clock = self._at(at) or self._listed(found, at) if may_be and not taken else None
            if clock:
                found.append(clock)
            at = clock.end if clock else at + 1
        return found or self._named()

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def number(self, at: int) -> tuple[int, int] | None:
        """A whole number in digits or words from here, and where it ends."""
        word = self.word(at)
        if word.isdecimal():
            return whole(word), at + 1
        if word in self.table["tens"]:
            after = at + 2 if self.word(at + 1) == "-" else at + 1
            unit = self.table["numbers"].get(self.word(after), 0)
            tens = self.table["tens"][word]
            return (tens + unit, after + 1) if 0 < unit < 10 else (tens, at + 1)  # noqa: PLR2004
        value = self.table["numbers"].get(word)
        return None if value is None else (value, at + 1)

    def hour(self, at: int) -> Clock | None:
        """A time of day from here; where hours are spoken of, a bare number is one too."""
        number = self.number(at)
        return self._at(at) or (
            self._clock(at, number[1], number[0], 0, exact=number[0] > NOON) if number else None
        )

    def _at(self, at: int) -> Clock | None:
        if self.word(at - 1) in ("+", "-") and self.word(at - 2) in ("utc", "gmt"):
            return None  # a time zone
        return self._offset(at) or self._written(at) or self._spoken(at)

    def _listed(self, found: Sequence[Clock], at: int) -> Clock | None:
        """A further hour of a list: "at 7, 13 and 19"."""
        before = self.words[found[-1].end : at] if found else []
        number = self.number(at)
        joined = bool(before) and all(word in LIST for word in before)
        if not joined or number is None or not 0 < number[0] <= HOURS:
            return None
        if self._is_counted_or_measured(number[1]) or self.word(number[1]) in self.table["ordinal"]:
            return None
        return self._clock(at, number[1], number[0], 0, exact=number[0] > NOON)

    def _offset(self, at: int) -> Clock | None:
        """Parts of an hour: "quarter past six", "20 to 9", "half seven"."""
        word = self.word(at)
        minutes, after = self.table["fractions"].get(word), at + 1
        if minutes is None:
            number = self.number(at)
            if number is None or not 0 < number[0] < MINUTES:
                return None
            minutes, after = number
            after += self.word(after) in self.table["units"]["minute"]
        joint = self.word(after)
        hour = self.number(after + 1)
        if joint in self.table["past"] and hour and hour[0] <= HOURS:
            return self._clock(at, hour[1], hour[0], minutes, exact=False)
        if (
            joint in self.table["to"]
            and hour
            and hour[0] <= HOURS
            and not self._is_span(at, hour[1])
        ):
            return self._clock(
                at, hour[1], (hour[0] - 1) % HOURS or NOON, MINUTES - minutes, exact=False
            )
        if word == "half" and (hour := self.number(after)) and hour[0] <= NOON:
            return self._clock(at, hour[1], hour[0], minutes, exact=False)
        return None

    def _is_span(self, start: int, end: int) -> bool:
        """No time before the hour: "from 7 to 8", "3 to 10 december"."""
        return self.word(start - 1) in ("from", "between") or self.word(end) in self.table["months"]

    def _written(self, at: int) -> Clock | None:
        """Digits on a clock: "6:20", "8.15", "18h30", "0630"."""
        word = self.word(at)
        for sign in (":", "."):
            hour, _, minute = word.partition(sign)
            if hour.isdecimal() and len(minute) == 2 and minute.isdecimal():  # noqa: PLR2004
                if sign == "." and not self._stands_alone(at):
                    return None
                return self._clock(
                    at, at + 1, int(hour), int(minute), exact=hour[0] == "0" or sign == ":"
                )
        if word.isdecimal() and self.word(at + 1) == "h" and (number := self.number(at + 2)):
            return self._clock(at, number[1], int(word), number[0], exact=True)
        if len(word) == 4 and word.isdecimal() and (word[0] == "0" or self._stands_alone(at)):  # noqa: PLR2004
            return self._clock(at, at + 1, int(word[:2]), int(word[2:]), exact=True)
        return None

    def _spoken(self, at: int) -> Clock | None:
        """An hour with its half of the day: "7 am", "six thirty", "9 o'clock"."""
        number = self.number(at)
        if number is None or self.word(at) == "oh":
            return None
        hour, end = number
        minute = self._minutes_after(end) if hour <= HOURS else None
        if minute:
            return self._clock(at, minute[1], hour, minute[0], exact=False)
        if self._asked_for(at, end):
            return self._clock(at, end, hour, 0, exact=hour > NOON)
        return None

    def _minutes_after(self, at: int) -> tuple[int, int] | None:
        """Minutes said right after the hour: "thirty", "oh five", "- fifteen"."""
        start = at + (self.word(at) == "-")
        zero = self.word(start) == "oh"
        number = self.number(start + zero)
        if number is None or not (5 if zero else 10) <= number[0] + (10 if zero else 0) < MINUTES:
            return None
        return None if self._is_unit(number[1]) else number

    def _is_unit(self, at: int) -> bool:
        return any(self.word(at) in names for names in self.table["units"].values())

    def _asked_for(self, start: int, end: int) -> bool:
        """Do the words around say that this number is a time?"""
        after, before = self.word(end), self.word(start - 1)
        if after in self.table["oclock"] or self._half(end) or self.word(end + 1) == "ish":
            return True
        if self._is_measured(end):
            return False
        return before in self.table["before-time"] and not self._counted(end)

    def _is_measured(self, end: int) -> bool:
        """Does a unit or a sign behind the number say that it is no hour?"""
        return self._is_unit(end) or self.word(end) in self.table["measures"]

    def _is_counted_or_measured(self, end: int) -> bool:
        return self._is_measured(end) or self._counted(end)

    def _stands_alone(self, at: int) -> bool:
        """ "6.20 instead", "1830 please": digits that only a time can be, or that are asked for."""
        if self._asked_for(at, at + 1):
            return True
        others = [word for word in self.words if word[0].isalnum()]
        calm = self.word(at + 1) in ("", ".", ",", *self.table["calm"])
        digits = self.word(at).replace(".", "")
        if int(digits[:-2]) >= HOURS or int(digits[-2:]) >= MINUTES:
            return False
        return calm and len(others) <= BRIEF and not self._is_measured(at + 1)

    def _counted(self, at: int) -> bool:
        """Is something other than a time counted here: "for 3 sessions"?"""
        word = self.word(at)
        plural = bool(word) and self.tokens[at].raw.endswith("s") and word[0].isalpha()
        return plural and word not in self.table["weekdays"] and word not in self.table["calm"]

    def _half(self, at: int) -> str | None:
        """am or pm, when it directly follows: "pm", "in the evening", "tonight"."""
        word = self.word(at)
        if word in ("am", "pm", "a", "p") and (
            word in ("am", "pm") or not self.word(at + 1).isalpha()
        ):
            return str(self.table["halves"][word])
        steps = at
        while self.word(steps) in (
            "in",
            "the",
            "at",
            "this",
            "every",
            "each",
            "de",
            "la",
            "du",
            "da",
            "am",
            "-",
        ):
            steps += 1
        return self.table["halves"].get(self.word(steps)) if len(self.word(steps)) > 2 else None  # noqa: PLR2004

    def _half_nearby(self, start: int, end: int) -> str | None:
        direct = self._half(end) or self._half(end + 1)
        if direct:
            return direct
        for at in range(max(0, start - NEAR), min(len(self.words), end + NEAR)):
            word = self.words[at]
            if len(word) > 2 and word in self.table["halves"]:  # noqa: PLR2004
                return str(self.table["halves"][word])
        return self._occasion

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """What is done then, where that tells the half of the day: "when I get home"."""
        told = [
            Occasion(at, at + len(phrase), half)
            for half, phrases in self.table["occasions"].items()
            for phrase in map(str.split, phrases)
            for at in range(len(self.words))
            if self.words[at : at + len(phrase)] == phrase
        ]
        return tuple(told)

    @property
    def _occasion(self) -> str | None:
        halves = {each.half for each in self.occasions}
        return halves.pop() if len(halves) == 1 else None

    def _clock(self, start: int, end: int, hour: int, minute: int, *, exact: bool) -> Clock:
        """The time, with its half of the day said, likely or clear."""
        half = self._half_nearby(start, end)
        end = self._swallow(end)
        if hour == HOURS and minute == 0:
            hour = 0
        if hour >= HOURS or minute >= MINUTES:
            return Clock(start, end, None)
        if half and hour <= NOON:
            return Clock(start, end, time(hour % NOON + NOON * (half == "pm"), minute))
        if exact and (hour == 0 or hour >= FIRST_LIKELY_MORNING or self.words[start][0] == "0"):
            return Clock(start, end, time(hour, minute))
        likely = hour + NOON if 0 < hour < FIRST_LIKELY_MORNING else hour
        return Clock(start, end, time(likely, minute), guessed=0 < hour <= NOON)

    def _swallow(self, end: int) -> int:
        """Past "am", "pm", "o'clock", "-ish"."""
        while self.word(end) in ("am", "pm", "ish", "-", *self.table["oclock"]):
            end += 1
        return end

    def _named(self) -> list[Clock]:
        """Times that a word only hints at: "noon", "after lunch", "in the evening"."""
        for at, word in enumerate(self.words):
            if word in self.table["named"] and (
                at == 0 or word != "work" or self.words[at - 1] == "after"
            ):
                exact = word in self.table["exact"]
                return [
                    Clock(
                        at,
                        at + 1,
                        time.fromisoformat(self.table["named"][word]),
                        not exact,
                        not exact,
                    )
                ]
        return []
