"""Everything that keeps the bot from working: what start, hot reload and check all look for."""

from collections.abc import Iterator, Mapping

from content.audio.spoken_files import FOLDER, spoken_problems
from content.authoring.document import Document, File, Problem
from content.authoring.yaml_reader import read_document
from content.checks.safety.rest_rules import rest_problems
from content.checks.safety.reviews import REVIEWS, read_reviews
from content.checks.safety.state_rules import state_problems
from content.checks.tables.files import unread_files
from content.checks.tables.flags import flag_problems
from content.checks.tables.lexicon_files import LexiconFiles
from content.checks.tables.names import shared_words
from content.checks.tables.words import opener_problems, word_problems

WORDS, OPENERS = "messages/words.yaml", "messages/openers.yaml"


def table_problems(root: File, lexicon_files: LexiconFiles) -> list[Problem]:
    """What is wrong with the tables under that folder; what is not there is passed over."""
    problems = [*unread_files(root), *lexicon_files.problems]
    if (root / REVIEWS).is_file():
        problems += read_reviews(root)[1]
    words, problems_of_words = _short_words(root)
    problems += problems_of_words
    if (root / FOLDER).is_dir():
        problems += spoken_problems(root)
    if not lexicon_files.problems:
        problems += rest_problems(root, lexicon_files.documents)
        problems += state_problems(root, lexicon_files.documents)
    if lexicon_files.documents and not lexicon_files.problems:
        problems += _meanings(lexicon_files.documents, words)
    return sorted({*problems})


def _short_words(root: File) -> tuple[Document, list[Problem]]:
    if not (root / "messages").is_dir():
        return Document(WORDS, {}, {}), []
    openers, problems = _read(root, OPENERS)
    words, faults = _read(root, WORDS)
    problems = problems or [*opener_problems(openers)]
    return words, problems + (faults or [*word_problems(words)])


def _meanings(documents: Mapping[str, Document], words: Document) -> Iterator[Problem]:
    """What is wrong with tables that are whole."""
    yield from shared_words(documents["areas"])
    advice = words.data.get("flags", {}) if isinstance(words.data, dict) else {}
    yield from flag_problems(documents, advice)


def _read(root: File, name: str) -> tuple[Document, list[Problem]]:
    return read_document(root.joinpath(*name.split("/")), name)
