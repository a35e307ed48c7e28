"""Numbers in the words of a message, in digits or spelt out, and what is counted or measured."""

from collections.abc import Mapping, Sequence
from typing import Any

from content.language.amounts import whole
from content.language.tokens import Token


class CountedWords:
    """The tokens of one message with the clock's table."""

    def __init__(self, tokens: Sequence[Token], table: Mapping[str, Any]) -> None:
        self.tokens = tokens
        self.table = table
        self.words = [token.text for token in tokens]

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

    def _is_unit(self, at: int) -> bool:
        return any(self.word(at) in names for names in self.table["units"].values())

    def _is_measured(self, end: int) -> bool:
        """Does a unit or a sign behind the number say that it is no hour?"""
        return self._is_unit(end) or self.word(end) in self.table["measures"]

    def _counted(self, at: int) -> bool:
        """Is something other than a time counted here: "for 3 sessions"?"""
        word = self.word(at)
        plural = bool(word) and self.tokens[at].raw.endswith("s") and word[0].isalpha()
        return plural and word not in self.table["weekdays"] and word not in self.table["calm"]

    def _is_counted_or_measured(self, end: int) -> bool:
        return self._is_measured(end) or self._counted(end)
