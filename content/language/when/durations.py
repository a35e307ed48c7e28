"""Lengths of time in words: "ten mins", "quarter of an hour", "an hour and a half", "in 25"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from content.language.amounts import MOST_DAYS
from content.language.amounts import amount as written
from content.language.tokens import Token

TWO = 2  # digits of minutes
CLOCK = 4  # digits of a time of day
CLOCKED = ("to", "-", "till", "until", "through", ":", "am", "pm", "a", "p", "o'clock")
IN_MINUTES = {"second": 1 / 60, "minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43200}


@dataclass(frozen=True, slots=True)
class Length:
    """A length in tokens `start` to `end`. `lead` is the word before it: in, for, every, more."""

    start: int
    end: int
    amount: float
    unit: str
    lead: str = ""

    @property
    def minutes(self) -> int:
        """Whole minutes, at least one and at most ten years."""
        minutes = min(self.amount * IN_MINUTES[self.unit], MOST_DAYS * IN_MINUTES["day"])
        return max(1, -int(-minutes // 1))

    @property
    def days(self) -> int:
        days = self.amount * IN_MINUTES[self.unit] / IN_MINUTES["day"]
        return round(min(days, MOST_DAYS))


class Lengths:
    """Finds lengths of time in the tokens of one message."""

    def __init__(self, tokens: Sequence[Token], table: Mapping[str, Any]) -> None:
        self.words = [token.text for token in tokens]
        self.table = table
        self.units = {name: unit for unit, names in table["units"].items() for name in names}
        begin = ("numbers", "tens", "fractions", "amounts")
        self._begin = {"the", *(word for part in begin for word in table[part])}

    def find(self) -> list[Length]:
        found: list[Length] = []
        at = 0
        while at < len(self.words):
            word = self.words[at]
            length = self._at(at) if word[0].isdecimal() or word in self._begin else None
            if length:
                found.append(length)
            at = length.end if length else at + 1
        return found

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _at(self, at: int) -> Length | None:
        return self._share(at) or self._counted(at)

    def _share(self, at: int) -> Length | None:
        """Parts of an hour as a length: "half an hour", "three quarters of an hour"."""
        count = self.table["numbers"].get(self.word(at), 0) if self.word(at + 1) == "quarter" else 1
        first = at + (count > 1)
        share = self.table["fractions"].get(self.word(first))
        if share is None or not count:
            return None
        after = first + 1
        while self.word(after) in ("of", "a", "an", "the", "-"):
            after += 1
        unit = self.units.get(self.word(after))
        if unit not in ("hour", "day", "minute"):
            return None
        if unit == "minute":
            return Length(at, after + 1, share / 60, "minute", self._lead(at))
        return Length(at, after + 1, count * share / 60, unit, self._lead(at))

    def _counted(self, at: int) -> Length | None:
        amount, after = self._amount(at)
        if amount is None:
            return None
        while self.word(after) in (
            "-",
            "ish",
            "of",
            "more",
            "or",
            "so",
            "extra",
            "quick",
            "short",
            "little",
            "full",
            "good",
        ):
            after += 1
        unit = self.units.get(self.word(after))
        if unit is None or (self.word(after) == "h" and self.word(after + 1).isdecimal()):
            return None
        if unit == "hour" and self.word(at).isdecimal() and len(self.word(at)) == CLOCK:
            return None  # "1900 hrs"
        if self.word(after) == self.table["fortnight"]:
            amount *= 2
        if (
            unit == "hour"
            and self.word(at - 1) in self.table["before-time"]
            and self._minutes(after)
        ):
            return None  # "at 6 hour 30"
        half = self.words[after + 1 : after + 4] == ["and", "a", "half"]
        end = after + 4 if half else after + 1
        if unit == "hour" and not half and (extra := self._minutes(after)):
            amount, end = amount + extra[0] / 60, extra[1]
        more = "more" in (self.word(after - 1), self.word(end))
        lead = "more" if more else self._lead(at)
        return Length(at, end, amount + (0.5 if half else 0), unit, lead)

    def _minutes(self, after: int) -> tuple[int, int] | None:
        """Bare minutes behind the hours: "1 hour 30", which no unit follows."""
        digits, behind = self.word(after + 1), self.word(after + 2)
        if len(digits) != TWO or not digits.isdecimal() or behind in self.units:
            return None
        if behind in CLOCKED or behind.isdecimal():
            return None  # "every 2 hours 10 to 18"
        return (int(digits), after + 2) if int(digits) < IN_MINUTES["hour"] else None

    def _amount(self, at: int) -> tuple[float | None, int]:
        """A number in digits or words from here: "1.5", "twenty five", "a couple", "an"."""
        word = self.word(at)
        if (number := written(word)) is not None:
            return self._range(number, at + 1)
        if word in self.table["tens"]:
            after = at + 1 + (self.word(at + 1) == "-")
            unit = self.table["numbers"].get(self.word(after), 0)
            ones = 0 < unit < 10  # noqa: PLR2004
            return self.table["tens"][word] + unit * ones, after + 1 if ones else at + 1
        if word in self.table["numbers"]:
            return self._range(float(self.table["numbers"][word]), at + 1)
        if word in ("a", "an", "the") and self.word(at + 1) in self.table["amounts"]:
            return float(self.table["amounts"][self.word(at + 1)]), at + 2
        if word in self.table["amounts"]:
            return float(self.table["amounts"][word]), at + 1
        return None, at

    def _range(self, amount: float, after: int) -> tuple[float, int]:
        """The longer of a range ("5-10") and fractions as said ("1 1/2", "two and a half")."""
        if self.words[after : after + 3] == ["and", "a", "half"]:
            return amount + 0.5, after + 3
        other = self.word(after + 1)
        larger = written(other) if other.isdecimal() else None
        if self.word(after) in ("-", "or", "to") and larger is not None and larger > amount:
            return larger, after + 2
        return amount, after

    def _lead(self, at: int) -> str:
        far = self.word(at - 1) == "next"  # "for the next 90 minutes"
        before = [self.word(at - n) for n in range(1, 4 if far else 3)]
        if {"more", "another", "extra"} & set(before):
            return "more"
        leads = ("in", "for", "every", "each", "within", "after", "until", "per")
        return next((word for word in before if word in leads), "")
