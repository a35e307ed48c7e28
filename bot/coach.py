"""What the coach knows, loaded once and shared by every chat."""

from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from content.authoring.cache import kept
from content.bundle import read_curriculum
from content.catalog.card import Card
from content.catalog.library import Library, Source, Why
from content.catalog.questions import Question
from content.intents.descriptions import told
from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.wording.messages import Wording, say_with


@dataclass(frozen=True)
class Coach:
    library: Library
    lexicon: Lexicon
    questions: tuple[Question, ...]

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Card id to everything that people call it."""
        return self.library.names

    @cached_property
    def texts(self) -> dict[str, frozenset[str]]:
        """Card id to the words that tell how it is done, to find a card that is described."""
        words = compiled(self.lexicon)
        return {card.id: told(words, _wording(card)) for card in self.library.cards.values()}

    def reasons(self, card: Card) -> list[Why]:
        return [self.library.whys[each] for each in card.why]

    def cited(self, card: Card) -> list[Source]:
        return [self.library.sources[each] for each in card.sources]

    def question(self, name: str) -> Question:
        """The question with that id; KeyError if there is none."""
        return {each.id: each for each in self.questions}[name]


def hire(before: Wording | None = None, file: Path | None = None) -> Coach:
    """Load and check all content, and speak with its wording from now on.

    `before` is the wording that it takes the place of, `file` where all of it is kept for the next
    start. Raises ContentError or LexiconError.
    """
    read = partial(read_curriculum, before=before)
    taught = kept(file, read) if file else read()
    say_with(taught.wording)
    return Coach(taught.library, taught.lexicon, taught.questions)


def _wording(card: Card) -> str:
    parts = (card.name, *card.aliases, card.summary, *card.setup, *card.steps, *card.kit.required)
    return " . ".join(parts)
