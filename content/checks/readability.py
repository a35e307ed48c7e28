"""Can a sleepy runner read it? Texts above grade 8, and single sentences far above it."""

from collections.abc import Iterator, Sequence

from content.authoring.document import Problem
from content.authoring.yaml_reader import texts
from content.catalog.files.loader import LibraryFiles
from content.checks.reading_level import grade, sentences

WHOLE, SENTENCE = 8.0, 12.0  # grades; that of a single sentence is rough
FEW_WORDS = 8  # of which a grade says nothing
MEND = "make two sentences of it, or use shorter words"

# The fields that runners read.
READ = {"summary", "side_is", "setup", "steps", "cues", "feel", "not_feel", "stop", "cautions"}
READ |= {"because", "for_whom", "says", "text"}


def readable(library_files: LibraryFiles) -> Iterator[Problem]:
    """What is hard to read in cards, routines, programmes and facts, file by file."""
    for page in library_files.documents.values():
        places = {
            sentence: place
            for place, text in texts(page.data)
            if READ.intersection(map(str, place))
            for sentence in sentences(text)
        }
        for sentence, fault in hard(list(places)):
            yield page.problem(places[sentence], fault, MEND)


def hard(text: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The sentences of a text that have to be mended, each with what is wrong."""
    long = [each for each in text if len(each.split()) >= FEW_WORDS]
    graded = sorted(((grade([each]), each) for each in long), reverse=True)
    above = [(level, each) for level, each in graded if level > SENTENCE]
    if not above and grade(text) > WHOLE:
        above = graded[:1]
    for level, each in above:
        yield each, f"“{each}” asks for {level:.0f} years of school"
