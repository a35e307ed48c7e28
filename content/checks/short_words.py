"""What the short words and the openers keep to."""

from collections.abc import Iterator

from content.audio.spoken_files import LINES
from content.authoring.document import Document, File, Problem
from content.authoring.yaml_reader import read_document, texts
from content.catalog.files.loader import LibraryFiles
from content.checks.claims import claims_in
from content.checks.readability import MEND, hard
from content.checks.reading_level import sentences
from content.checks.spoken import unsaid_words
from content.intents.questions.topics import read_topics
from content.wording.messages import MESSAGES

WORDS, OPENERS = f"{MESSAGES}/words.yaml", f"{MESSAGES}/openers.yaml"
ENOUGH = 15  # one a day, and none again for fourteen days


def word_problems(root: File, library_files: LibraryFiles) -> Iterator[Problem]:
    """Everything that is wrong with words.yaml and openers.yaml under that folder."""
    if not (root / MESSAGES).is_dir():
        return
    for name in (WORDS, OPENERS):
        document, problems = read_document(root.joinpath(*name.split("/")), name)
        yield from problems or _wording(document, library_files)
        if name == OPENERS and isinstance(document.data, dict):
            yield from _openers(document)
    if (root / LINES).is_file():
        document, problems = read_document(root / LINES, LINES)
        yield from () if problems else _wording(document, library_files)
        yield from unsaid_words(root, library_files)
    if (root / "lexicon").is_dir():
        document, problems = read_topics(root)
        yield from problems or _wording(document, library_files)


def _wording(document: Document, library_files: LibraryFiles) -> Iterator[Problem]:
    """Claims, shouting, and what is hard to read."""
    for place, text in texts(document.data):
        for fault, mend in claims_in(text, library_files):
            yield document.problem(place, fault, mend)
        if "!" in text:
            yield document.problem(place, "shouts", "end it with a full stop")
        for _, fault in hard(sentences(text)):
            yield document.problem(place, fault, MEND)


def _openers(document: Document) -> Iterator[Problem]:
    """Too few openers of a kind, and the same one twice."""
    for kind, lines in document.data.items():
        if not isinstance(lines, list):
            yield document.problem((kind,), "should be a list", "begin each line with “- ”")
            continue
        if len(lines) < ENOUGH:
            fault = f"has {len(lines)} openers, so one comes back within a fortnight"
            yield document.problem((kind,), fault, f"write {ENOUGH} or more")
        for index, line in enumerate(lines):
            if line in lines[:index]:
                yield document.problem((kind, index), "is there twice", "keep one")
