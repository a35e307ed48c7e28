"""What the coach knows, loaded once and shared by every chat."""

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from content.card import Card
from content.describe import told
from content.lexicon import Lexicon
from content.library import ContentError, Library, Source, Why, load
from content.messages import Wording, say_with
from content.questions import Question, load_questions
from content.topics import read_topics
from content.understand import load_lexicon
from content.vocabulary import compiled
from content.wording import load_wording


@dataclass(frozen=True)
class Coach:
    library: Library
    lexicon: Lexicon
    questions: tuple[Question, ...]

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Card id to everything that people call it."""
        return {card.id: (card.name, *card.aliases) for card in self.library.cards.values()}

    @cached_property
    def texts(self) -> dict[str, frozenset[str]]:
        """Card id to the words that tell how it is done, to find a card that is described."""
        words = compiled(self.lexicon, tuple(self.names.items()))
        return {card.id: told(words, _wording(card)) for card in self.library.cards.values()}

    def listen_up(self) -> None:
        """Get ready to understand, which takes half a second, before somebody waits for it."""
        assert self.texts  # noqa: S101 - to have them is the point

    def reasons(self, card: Card) -> list[Why]:
        return [self.library.whys[each] for each in card.why]

    def cited(self, card: Card) -> list[Source]:
        return [self.library.sources[each] for each in card.sources]

    def question(self, name: str) -> Question:
        """The question with that id; KeyError if there is none."""
        return {each.id: each for each in self.questions}[name]


def hire(before: Wording | None = None, kept: Path | None = None) -> Coach:
    """Load and check all content, and speak with its wording from now on.

    `before` is the wording that it takes the place of, `kept` a folder where compiled templates
    wait for the next start. Raises ContentError or LexiconError.
    """
    coach = Coach(load(), load_lexicon(), load_questions())
    if problems := read_topics(files("content"))[1]:
        raise ContentError(tuple(problems))
    wording = load_wording(before=before, kept=kept)
    say_with(wording)
    return coach


def _wording(card: Card) -> str:
    parts = (card.name, *card.aliases, card.summary, *card.setup, *card.steps, *card.kit.required)
    return " . ".join(parts)
