"""All content as one value: what is taught, understood, asked and said."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path

from content.audio.spoken import Spoken
from content.authoring.cache import cached
from content.authoring.document import ContentError, File, library_folder
from content.catalog.card import Card
from content.catalog.files.reviewed import is_reviewed, reviewed_library
from content.catalog.library import Library, load
from content.catalog.questions import Question, load_questions
from content.catalog.references import Rationale, Source
from content.coaching.dosage import ceilings
from content.intents.moves.descriptions import told
from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.screening.after_flag import rest_after_flag
from content.screening.flags import doubts, referrals
from content.wording.messages import Wording


@dataclass(frozen=True)
class Content:
    """What Limber teaches, understands, asks and says; loaded once and shared by every chat."""

    library: Library
    lexicon: Lexicon
    questions: tuple[Question, ...]
    wording: Wording
    spoken: Spoken

    reviewed_only: bool = False

    @property
    def names(self) -> Mapping[str, tuple[str, ...]]:
        """Card id to everything that people call it; the very names that the lexicon knows."""
        return self.lexicon.cards

    @cached_property
    def texts(self) -> dict[str, frozenset[str]]:
        """Card id to the words that tell how it is done, to find a card that is described."""
        words = compiled(self.lexicon)
        return {card.id: told(words, _wording(card)) for card in self.library.cards.values()}

    def reasons(self, card: Card) -> list[Rationale]:
        return [self.library.whys[each] for each in card.why]

    def cited(self, card: Card) -> list[Source]:
        return [self.library.sources[each] for each in card.sources]

    def question(self, name: str) -> Question:
        """The question with that id; KeyError if there is none."""
        return {each.id: each for each in self.questions}[name]

    def unreviewed(self, today: date) -> int:
        """How many cards nobody has signed off, as they are on that day."""
        if self.reviewed_only:
            return 0
        return sum(not is_reviewed(card, today) for card in self.library.cards.values())


def reviewed_only(content: Content, today: date) -> Content:
    """The same content with reviewed cards alone, as of that day."""
    library = reviewed_library(content.library, today)
    lexicon = replace(content.lexicon, cards=library.names)
    return replace(content, library=library, lexicon=lexicon, reviewed_only=True)


def load_content(before: Wording | None = None, file: Path | None = None) -> Content:
    """All content, read and checked.

    `before` is the wording that it takes the place of, `file` where all of it is kept for the next
    start. Raises ContentError or LexiconError.
    """
    read = partial(read_content, before=before)
    found = cached(file, read) if file else read()
    rest_after_flag.read_anew()
    ceilings.read_anew()
    return found


def read_content(root: File | None = None, before: Wording | None = None) -> Content:
    """All content under that folder, by default the one installed with Limber, read and checked.

    `before` is the wording that it takes the place of. Raises ContentError or LexiconError.
    """
    from content.audio.spoken_files import read_spoken  # late: see authoring/cache.py
    from content.checks.tables.all_tables import table_problems
    from content.checks.tables.harmless import hiding_phrases
    from content.checks.tables.lexicon_files import read_lexicon
    from content.checks.wording import load_wording
    from content.intents.questions.topics import read_topics

    root = root or library_folder()
    files = read_lexicon(root)
    if broken := table_problems(root, files):
        raise ContentError(tuple(broken))
    library, questions = load(root), load_questions(root)
    lexicon = replace(files.lexicon, cards=library.names)
    if hidden := [*hiding_phrases(files, compiled(lexicon))]:
        raise ContentError(tuple(hidden))
    referrals(lexicon), doubts(lexicon)  # a rule that can't be read is told at the start
    if problems := read_topics(root)[1]:
        raise ContentError(tuple(problems))
    wording, spoken = load_wording(root, before), read_spoken(root)
    return Content(library, lexicon, questions, wording, spoken)


def _wording(card: Card) -> str:
    parts = (card.name, *card.aliases, card.summary, *card.setup, *card.steps, *card.kit.required)
    return " . ".join(parts)
