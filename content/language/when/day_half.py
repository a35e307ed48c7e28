"""In which half of the day an hour is: said beside it, or told by what is done then."""

from dataclasses import dataclass
from functools import cached_property

from content.language.when.counted_words import CountedWords

NEAR = 4  # tokens between an hour and the "evening" that belongs to it


@dataclass(frozen=True, slots=True)
class Occasion:
    """Something done at a time of day, in tokens `start` to `end`, and in which half of it."""

    start: int
    end: int
    half: str


class DayHalf(CountedWords):
    """Finds "am", "pm" and the words for them in the tokens of one message."""

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
        near = range(max(0, start - NEAR), min(len(self.words), end + NEAR))
        for at in sorted(near, key=lambda at: max(start - at, at - end)):
            word = self.words[at]
            if len(word) > 2 and word in self.table["halves"]:  # noqa: PLR2004
                return str(self.table["halves"][word])
        return self._occasion

    @cached_property
    def occasions(self) -> tuple[Occasion, ...]:
        """What is done then, where that tells the half of the day: "when I get home"."""
        said = {*self.words}
        told = [
            Occasion(at, at + len(phrase), half)
            for half, phrases in self.table["occasions"].items()
            for phrase in map(str.split, phrases)
            if phrase[0] in said
            for at in range(len(self.words))
            if self.words[at : at + len(phrase)] == phrase
        ]
        return tuple(told)

    @property
    def _occasion(self) -> str | None:
        halves = {each.half for each in self.occasions}
        return halves.pop() if len(halves) == 1 else None
