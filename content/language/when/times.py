"""Times of day in words: "6:20 am", "20 to 9 pm", "half seven", "six thirty-ish", "1930".

An hour that may be morning or evening gets the likely half of the day for a reminder, and says
that it was guessed. A time that no clock shows has `at` None.
"""

from collections.abc import Mapping, Sequence
from datetime import time
from functools import cached_property
from typing import Any

from content.language.tokens import Token
from content.language.when.clock import NOON, Clock
from content.language.when.day_half import DayHalf

HOURS, MINUTES = 24, 60
FIRST_LIKELY_MORNING = 5  # nobody stretches at 4: a bare 1 to 4 is an afternoon
LIST = (",", "and", "&", "/", "+", "or", "then", "also", "at")  # between the hours of a list
BRIEF = 6  # words of a message that is hardly more than a time


class Times(DayHalf):
    """Finds times of day in the tokens of one message."""

    def __init__(self, tokens: Sequence[Token], table: Mapping[str, Any]) -> None:
        super().__init__(tokens, table)
        self._begin = {*table["numbers"], *table["tens"], *table["fractions"]}

    def find(self, lengths: Sequence[tuple[int, int]] = ()) -> list[Clock]:
        """All times, leaving out what `lengths` (token spans) already are."""
        found: list[Clock] = []
        lasting = {at for start, end in lengths for at in range(start, end)}
        at = 0
        while at < len(self.words):
            may_be = self.tokens[at].is_number or self.words[at] in self._begin
            free = may_be and at not in lasting
            clock = self._at(at) or self._listed(found, at) if free else None
            if clock:
                found.append(clock)
            at = clock.end if clock else at + 1
        return found or self._named()

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
            counted = self.word(after) in self.table["units"]["minute"]
            if word == "one" and not counted:
                return None  # "the 7 am one to 8 pm"
            after += counted
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
        """No time before the hour: "from 7 to 8", "quiet hours 22 to 6", "3 to 10 december"."""
        last = self.word(end - 1)
        late = last.isdecimal() and int(last) > NOON  # nobody calls 17:50 "10 to 18"
        return late or self._begins_span(start) or self.word(end) in self.table["months"]

    def _begins_span(self, start: int) -> bool:
        """Two hours follow: "between 10-18", "quiet hours 22-6"."""
        return self.word(start - 1) in ("from", "between", *self.table["units"]["hour"])

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
        spans = self.word(end) == "-" and self._begins_span(at)
        minute = self._minutes_after(end) if hour <= HOURS and not spans else None
        if minute:
            return self._clock(at, minute[1], hour, minute[0], exact=False)
        more = self._and_a_part(end) if hour <= NOON else None
        if more and (self.word(at - 1) in self.table["before-time"] or self._half(more[1])):
            return self._clock(at, more[1], hour, more[0], exact=False)
        if self._asked_for(at, end):
            return self._clock(at, end, hour, 0, exact=hour > NOON)
        return None

    def _minutes_after(self, at: int) -> tuple[int, int] | None:
        """Minutes said right after the hour: "thirty", "oh five", "- fifteen"."""
        start = at + (self.word(at) in ("-", *self.table["units"]["hour"]))
        zero = self.word(start) == "oh"
        number = self.number(start + zero)
        if number is None or not (5 if zero else 10) <= number[0] + (10 if zero else 0) < MINUTES:
            return None
        return None if self._is_unit(number[1]) else number

    def _and_a_part(self, at: int) -> tuple[int, int] | None:
        """A part of an hour after it: "and half", "and a quarter"."""
        named = at + 1 + (self.word(at + 1) == "a")
        minutes = self.table["fractions"].get(self.word(named))
        if self.word(at) != "and" or minutes is None or self._is_measured(named + 1):
            return None
        return minutes, named + 1

    def _asked_for(self, start: int, end: int) -> bool:
        """Do the words around say that this number is a time?"""
        after, before = self.word(end), self.word(start - 1)
        if after in self.table["oclock"] or self._half(end) or self.word(end + 1) == "ish":
            return True
        if self._is_measured(end):
            return False
        if self._agreed_to(start, end):
            return True
        return before in self.table["before-time"] and not self._counted(end)

    def _agreed_to(self, start: int, end: int) -> bool:
        """ "Make that nine", "eight would be lovely", "7 tomorrow"."""
        made = [self.word(start - 2), self.word(start - 1)] == ["make", "that"]
        behind = [self.word(end + n) for n in range(3)]
        liked = behind[0] == "would" and behind[1] in ("suit", "work", "do")
        liked = liked or (behind[:2] == ["would", "be"] and behind[2] in self.table["welcome"])
        alone = start == 0 and behind[0] == "tomorrow" and len(self.words) == end + 1
        return (made or liked or alone) and not self._counted(end)

    def _stands_alone(self, at: int) -> bool:
        """ "6.20 instead", "1830 please": digits that only a time can be, or that are asked for."""
        if self._asked_for(at, at + 1):
            return True
        calm = self.word(at + 1) in ("", ".", ",", *self.table["calm"])
        digits = self.word(at).replace(".", "")
        if int(digits[:-2]) >= HOURS or int(digits[-2:]) >= MINUTES:
            return False
        return calm and self._is_brief and not self._is_measured(at + 1)

    @cached_property
    def _is_brief(self) -> bool:
        return sum(word[0].isalnum() for word in self.words) <= BRIEF

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
