"""Everything that is wrong with the content, for its authors and for the build."""

from collections.abc import Iterator

from content.authoring.document import File, Problem, library_folder
from content.catalog.cross_references import ties
from content.catalog.loader import PROGRAMMES, ROUTINES, Shelf, read
from content.catalog.questions import QUESTIONS, read_questions
from content.checks.cards import CARD_RULES
from content.checks.claims import promises
from content.checks.coverage import gaps
from content.checks.library import LIBRARY_RULES
from content.checks.messages import message_problems
from content.checks.pictures import picture_problems
from content.checks.programmes import PROGRAMME_RULES
from content.checks.readability import readable
from content.checks.routines import ROUTINE_RULES
from content.checks.short_words import word_problems


def check(root: File | None = None) -> list[Problem]:
    """All problems under that folder, by file and line; by default of the installed content."""
    root = root or library_folder()
    shelf = read(root)
    rules = (*ties(shelf), *_rules(shelf), *promises(root, shelf), *gaps(root, shelf))
    pictures = picture_problems(root, shelf)
    questions = read_questions(root)[1] if (root / QUESTIONS).is_file() else ()
    words = (*readable(shelf), *message_problems(root), *word_problems(root, shelf))
    return sorted({*shelf.problems, *rules, *pictures, *questions, *words})


def _rules(shelf: Shelf) -> Iterator[Problem]:
    for card in shelf.cards.values():
        for card_rule in CARD_RULES:
            yield from card_rule(card, shelf.page(card.id), shelf)
    for routine in shelf.routines.values():
        for routine_rule in ROUTINE_RULES:
            yield from routine_rule(routine, shelf.page(routine.id, ROUTINES), shelf)
    for programme in shelf.programmes.values():
        for programme_rule in PROGRAMME_RULES:
            yield from programme_rule(programme, shelf.page(programme.id, PROGRAMMES), shelf)
    for library_rule in LIBRARY_RULES:
        yield from library_rule(shelf)
