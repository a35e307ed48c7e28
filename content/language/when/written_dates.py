"""Dates as they are written: "14.12.", "2026-11-25", "12/13", "the 12th", "december 3rd"."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from content.language.tokens import Token

DAYS, MONTHS, HOURS = 31, 12, 24
ORDINAL = ("st", "nd", "rd", "th", "of")
SHORT_YEAR, CENTURY = 2, 2000
YEAR = 4  # digits
DISTANCES = ("k", "km", "kilometre", "mile")
JOINTS = ("-", "to", "and", "or", "until", "till", "through", "bis")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in tokens `start` to `end`, as far as it was written.

    `slashed` says that day and month may be the other way round, as in "12/11". It need not exist:
    whoever asks for its day learns that.
    """

    start: int
    end: int
    day: int
    month: int | None = None
    year: int | None = None
    slashed: bool = False


class WrittenDates:
    """Finds dates in the tokens of one message."""

    def __init__(self, tokens: Sequence[Token], table: Mapping[str, Any]) -> None:
        self.tokens = tokens
        self.table = table
        self._joined = False  # whether "to" and the like tie what is looked at to the last date
        self.words = [token.text for token in tokens]
        self.months: Mapping[str, int] = table["months"]

    def find(self) -> list[WrittenDate]:
        found: list[WrittenDate] = []
        for at, token in enumerate(self.tokens):
            if found and at < found[-1].end:
                continue
            self._joined = bool(found) and self._is_joint(found[-1].end, at)
            if written := self._at(at, token, found[-1].end if found else 0):
                found.append(written)
        return found

    def word(self, at: int) -> str:
        return self.words[at] if 0 <= at < len(self.words) else ""

    def _at(self, at: int, token: Token, free: int) -> WrittenDate | None:
        """A date from here; the word of a month before it is not one before `free`."""
        if token.is_number:
            return (
                self._year_first(at) or self._dotted(at) or self._slashed(at)
            ) or self._numbered(at, at + 1, self._whole(at), free)
        for end in (at + 2, at + 1):  # "new year", "christmas"
            feast = self.table["feasts"].get(" ".join(self.words[at:end]))
            if feast and end <= len(self.words):
                month, day = map(int, feast.split("-"))
                return WrittenDate(at, end, day, month)
        ordinal = self.table["ordinal-words"].get(token.text)
        return self._spelt(at, ordinal, free) if ordinal else None

    def _whole(self, at: int) -> int | None:
        word = self.word(at)
        return int(word) if word.isdecimal() and len(word) <= 2 else None  # noqa: PLR2004

    def _year_first(self, at: int) -> WrittenDate | None:
        """ "2026-11-25", also with dots or slashes."""
        parts = self.word(at).split(".")
        digits = all(part.isdecimal() for part in parts)
        if digits and len(parts) == 3 and len(parts[0]) == YEAR:  # noqa: PLR2004
            return WrittenDate(at, at + 1, int(parts[2]), int(parts[1]), int(parts[0]))
        sign = self.word(at + 1)
        year = self.word(at)
        if (
            not year.isdecimal()
            or len(year) != YEAR
            or sign not in ("-", "/")
            or self.word(at + 3) != sign
        ):
            return None
        month, day = self._whole(at + 2), self._whole(at + 4)
        if month is None or day is None:
            return None
        return WrittenDate(at, at + 5, day, month, int(year))

    def _dotted(self, at: int) -> WrittenDate | None:
        """ "14.12.", "14.12.2026"; "at 7.10" is a time."""
        parts = self.word(at).split(".")
        if not all(part.isdecimal() for part in parts) or not 2 <= len(parts) <= 3:  # noqa: PLR2004
            return None
        day, month = int(parts[0][:3]), int(parts[1][:3])
        if not 0 < day <= DAYS or not 0 < month <= MONTHS:
            return None
        if len(parts) == 3:  # noqa: PLR2004
            return WrittenDate(at, at + 1, day, month, _year(parts[2]))
        dot = self.word(at + 1) == "."
        if not (self._leads(at, dot=dot) or (day > HOURS and self._leads(at, dot=True))):
            return None
        return WrittenDate(at, at + 1 + dot, day, month)

    def _leads(self, at: int, *, dot: bool) -> bool:
        """Do the words before say that a date follows? With a full stop behind it, most do."""
        before = self.word(at - 1)
        if self._joined:
            return True
        if before in self.table["before-time"] and before not in self.table["before-date"]:
            return False
        leads: Sequence[str] = self.table["before-date"]
        followed = dot and bool(self.word(at + 2))
        return before == "on" or followed or (dot and before in leads)

    def _slashed(self, at: int) -> WrittenDate | None:
        """ "12/13", "3/12/2026"; "2/3 of it" is a share."""
        if self.word(at + 1) != "/":
            return None
        day, month = self._whole(at), self._whole(at + 2)
        if not day or not month or min(day, month) > MONTHS or max(day, month) > DAYS:
            return None
        dated = self.word(at + 3) == "/" and self.word(at + 4).isdecimal()
        end = at + 5 if dated else at + 3
        if not dated and not self._said_to_be(at, end):
            return None
        year = _year(self.word(at + 4)) if dated else None
        if month > MONTHS or day > MONTHS:
            return WrittenDate(at, end, max(day, month), min(day, month), year)
        return WrittenDate(at, end, day, month, year, slashed=True)

    def _said_to_be(self, at: int, end: int) -> bool:
        """Is this pair of numbers a date: by the word before it, as one of two, or by what it
        stands before, as in "14/11 12.4 km"?
        """
        if self.word(end) == "of":
            return False
        pair = self.word(end) in JOINTS and self.word(end + 2) == "/"
        far = self.word(end)[:1].isdigit() and self.word(end + 1) in DISTANCES
        return pair or far or self._told(at)

    def _is_joint(self, end: int, at: int) -> bool:
        between = [word for word in self.words[end:at] if word not in ("the", "on")]
        return len(between) == 1 and between[0] in JOINTS

    def _spelt(self, at: int, day: int, free: int) -> WrittenDate | None:
        """ "the first of december"; "the first one" is no date."""
        if self.word(at + 1) == "of" or self.word(at - 1) in self.months:
            found = self._numbered(at, at + 1, day, free)
            return found if found and found.month else None
        return None

    def _numbered(self, at: int, after: int, day: int | None, free: int) -> WrittenDate | None:
        """A number with its month ("14 march", "march 14th"), or with an ending ("the 14th")."""
        if day is None or not 0 < day <= DAYS:
            return None
        ordinal = False
        while self.word(after) in ORDINAL:
            after, ordinal = after + 1, True
        behind, before = self.word(after), self.word(at - 1) if at - 1 >= free else ""
        if behind in self.months and (behind != "may" or ordinal or self._told(at)):
            return self._with_year(at, after + 1, day, self.months[behind])
        if before in self.months and (before != "may" or ordinal or self._told(at - 1)):
            return self._with_year(at - 1, after, day, self.months[before])
        hour = self.word(at - 1) in ("at", "around") and not ordinal  # "at 7 until 20 december"
        if not hour and (shared := self._shared(after, ordinal=ordinal)):
            return WrittenDate(at, after, day, shared)
        if ordinal and self.word(at + 1) in ORDINAL and self.word(at + 1) != "of":
            return WrittenDate(at, after, day)
        return None

    def _told(self, at: int) -> bool:
        """Does "on" or the like stand before it? "May" is a verb as well."""
        leads: Sequence[str] = self.table["before-date"]
        return self._joined or self.word(at - 1) in leads

    def _with_year(self, start: int, end: int, day: int, month: int) -> WrittenDate:
        """With the year behind it, if one stands there."""
        year = self.word(end + (self.word(end) == ","))
        if len(year) == YEAR and year.isdecimal() and year.startswith("20"):
            return WrittenDate(start, end + 1 + (self.word(end) == ","), day, month, int(year))
        return WrittenDate(start, end, day, month)

    def _shared(self, at: int, *, ordinal: bool) -> int | None:
        """The month after a second number: "20 to 27 december", "the 24th and 25th of december"."""
        if self.word(at) not in JOINTS or (self.word(at) in ("and", "or") and not ordinal):
            return None
        steps = at + 1
        while self.word(steps) in ("the", "on"):
            steps += 1
        if not self.word(steps).isdecimal():
            return None
        steps += 1
        while self.word(steps) in ORDINAL:
            steps += 1
        return self.months.get(self.word(steps))


def _year(digits: str) -> int:
    """A year of two digits is one of this century; one that is none never comes."""
    year = int(digits[:YEAR] or 0)
    return year + CENTURY if len(digits) == SHORT_YEAR else year
