"""Everything that is wrong with the content, for its authors and for the build."""

from collections.abc import Iterator

from content.audio.spoken_files import FOLDER as SPOKEN
from content.authoring.document import File, Problem, library_folder
from content.catalog.files.cross_references import broken_references
from content.catalog.files.loader import CARDS, PROGRAMMES, ROUTINES, LibraryFiles, read
from content.catalog.questions import QUESTIONS, read_questions
from content.checks.cards import CARD_RULES
from content.checks.claims import promises
from content.checks.library import LIBRARY_RULES
from content.checks.messages import message_problems
from content.checks.pictures import picture_problems
from content.checks.programmes import PROGRAMME_RULES
from content.checks.readability import readable
from content.checks.reports.coverage import gaps
from content.checks.routines import ROUTINE_RULES
from content.checks.safety.conditions import RULES, condition_problems
from content.checks.short_words import OPENERS, WORDS, word_problems
from content.checks.tables.all_tables import table_problems
from content.checks.tables.harmless import hiding_phrases
from content.checks.tables.lexicon_files import FOLDER, LexiconFiles, read_lexicon
from content.checks.tables.names import aliases_given_twice, aliases_of_others
from content.checks.tables.questions import question_problems
from content.checks.tables.unneeded_lines import unneeded_lines
from content.intents.questions.topics import TOPICS
from content.language.compiler import compiled
from content.pictures.posture.poses import POSES
from content.wording.messages import MESSAGES

WORDING = (WORDS, OPENERS, TOPICS, SPOKEN)


def check(root: File | None = None, only: str = "") -> list[Problem]:
    """All problems under that folder, by file and line; by default of the installed content.

    With the path of a file or a folder in it, `only` those that are told there. What can't be told
    there is not looked for.
    """
    root = root or library_folder()
    found = sorted({*_found(root, read(root), only)})
    return [each for each in found if each.file.startswith(only)]


def _found(root: File, library_files: LibraryFiles, only: str) -> Iterator[Problem]:
    yield from library_files.problems
    yield from broken_references(library_files)
    yield from _rules(library_files)
    yield from promises(root, library_files, only)
    yield from gaps(root, library_files)
    yield from readable(library_files)
    if (root / QUESTIONS).is_file():
        yield from read_questions(root)[1]
        yield from question_problems(root)
    if _about(only, CARDS, RULES):
        yield from condition_problems(root, library_files)
    if _about(only, CARDS, POSES):
        yield from picture_problems(root, library_files)
    if _about(only, MESSAGES) and only not in WORDING:
        yield from message_problems(root)
    if _about(only, *WORDING):
        yield from word_problems(root, library_files)
    lexicon_files = read_lexicon(root)
    tables = table_problems(root, lexicon_files)
    yield from tables
    whole = not any(each.file.startswith(FOLDER) for each in tables)
    if whole and lexicon_files.documents and _about(only, FOLDER):
        yield from _lexicon(lexicon_files, library_files)
    if whole and lexicon_files.documents and _about(only, CARDS):
        yield from aliases_of_others(lexicon_files.documents["exercises"], library_files)


def _about(only: str, *places: str) -> bool:
    """May what is told in these files or folders be told there?"""
    return any(place.startswith(only) or only.startswith(place) for place in places)


def _lexicon(lexicon_files: LexiconFiles, library_files: LibraryFiles) -> Iterator[Problem]:
    """What whole tables hide, or say twice."""
    names = library_files.library.names
    words = compiled(lexicon_files.lexicon, names)
    yield from hiding_phrases(lexicon_files, words)
    yield from unneeded_lines(lexicon_files, words, names)


def _rules(library_files: LibraryFiles) -> Iterator[Problem]:
    for card in library_files.library.cards.values():
        for card_rule in CARD_RULES:
            yield from card_rule(card, library_files.document(card.id), library_files)
    for routine in library_files.library.routines.values():
        for routine_rule in ROUTINE_RULES:
            yield from routine_rule(
                routine, library_files.document(routine.id, ROUTINES), library_files
            )
    for programme in library_files.library.programmes.values():
        for programme_rule in PROGRAMME_RULES:
            yield from programme_rule(
                programme, library_files.document(programme.id, PROGRAMMES), library_files
            )
    yield from aliases_given_twice(library_files)
    for library_rule in LIBRARY_RULES:
        yield from library_rule(library_files)
