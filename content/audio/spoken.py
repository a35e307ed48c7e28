"""What the coach says aloud, as authors wrote it in library/spoken/. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from content.catalog.taxonomy import Side

WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True)
class Spoken:
    """Lines by name, the numbers that repetitions are counted with, and how words are said."""

    lines: Mapping[str, str]
    counts: tuple[str, ...]
    said_as: Mapping[str, str]

    def line(self, name: str, /, **blanks: object) -> str:
        return self.aloud(self.lines[name].format(**blanks))

    def side(self, side: Side) -> str:
        return self.line(side.value)

    def aloud(self, text: str) -> str:
        """Written words as they are to be said."""
        return WORD.sub(lambda found: self._said(found[0]), text)

    def _said(self, word: str) -> str:
        """As it is listed: in capitals, which make another word of “it”, or in small letters."""
        return self.said_as.get(word) or self.said_as.get(word.lower(), word)
