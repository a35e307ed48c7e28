"""Everything that keeps the bot from working: what start, hot reload and check all look for."""

from collections.abc import Iterator, Mapping

from content.authoring.document import Document, File, Problem
from content.authoring.yaml_reader import read_document
from content.checks.safety.rest_rules import rest_problems
from content.checks.safety.reviews import REVIEWS, read_reviews
from content.checks.tables.files import unread_files
from content.checks.tables.flags import flag_problems
from content.checks.tables.harmless import LOOKED_AT, hiding_phrases
from content.checks.tables.lexicon_files import lexicon_documents
from content.checks.tables.names import shared_words
from content.checks.tables.words import opener_problems, word_problems
from content.language.lexicon import lexicon_of

WORDS, OPENERS = "messages/words.yaml", "messages/openers.yaml"


def table_problems(root: File) -> list[Problem]:
    """What is wrong with the tables under that folder; what is not there is passed over."""
    problems = [*unread_files(root)]
    if (root / REVIEWS).is_file():
        problems += read_reviews(root)[1]
    words, problems_of_words = _short_words(root)
    problems += problems_of_words
    if (root / "lexicon").is_dir():
        documents, faults = lexicon_documents(root)
        problems += faults or _meanings(root, documents, words)
    return sorted({*problems})


def _short_words(root: File) -> tuple[Document, list[Problem]]:
    if not (root / "messages").is_dir():
        return Document(WORDS, {}, {}), []
    openers, problems = _read(root, OPENERS)
    words, faults = _read(root, WORDS)
    problems = problems or [*opener_problems(openers)]
    return words, problems + (faults or [*word_problems(words)])


def _meanings(root: File, documents: Mapping[str, Document], words: Document) -> Iterator[Problem]:
    """What is wrong with tables that are whole."""
    yield from rest_problems(root)
    yield from shared_words(documents["areas"])
    advice = words.data.get("flags", {}) if isinstance(words.data, dict) else {}
    faults = [*flag_problems(documents, advice)]
    yield from faults
    if not faults:
        lexicon = lexicon_of({name: document.data for name, document in documents.items()})
        looked_at = documents.get("looked-at", Document(LOOKED_AT, None, {}))
        yield from hiding_phrases(documents["flags"], looked_at, lexicon)


def _read(root: File, name: str) -> tuple[Document, list[Problem]]:
    return read_document(root.joinpath(*name.split("/")), name)
