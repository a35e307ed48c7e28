"""One way of hearing a message: what it wants, and which of its words that explains."""

from dataclasses import dataclass

from content.intents.meaning import Meaning
from content.language.content_words import content_words, written
from content.language.parsed_message import ParsedMessage


@dataclass(frozen=True, slots=True)
class Reading:
    """Meanings in the order in which they are served, and the tokens they rest on."""

    meanings: tuple[Meaning, ...]
    explains: frozenset[int]

    def left(self, parsed: ParsedMessage) -> tuple[str, ...]:
        """The content words that this reading has no answer for, as they were written."""
        return written(parsed, content_words(parsed) - self.explains)

    def share(self, parsed: ParsedMessage) -> float:
        """How much of what the message says is explained: 1 is all of it."""
        said = content_words(parsed)
        return len(said & self.explains) / len(said) if said else 1.0
