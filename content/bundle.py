"""Everything that a coach goes by, as one value."""

from dataclasses import dataclass, replace

from content.authoring.document import File, library_folder
from content.catalog.library import ContentError, Library, load
from content.catalog.questions import Question, load_questions
from content.language.compiler import compiled
from content.language.lexicon import Lexicon, load_lexicon
from content.wording.messages import Wording


@dataclass(frozen=True)
class Curriculum:
    """What Limber teaches, understands, asks and says."""

    library: Library
    lexicon: Lexicon
    questions: tuple[Question, ...]
    wording: Wording


def read_curriculum(root: File | None = None, before: Wording | None = None) -> Curriculum:
    """All content under that folder, by default the one installed with Limber, read and checked.

    `before` is the wording that it takes the place of. Raises ContentError or LexiconError.
    """
    from content.checks.wording import load_wording
    from content.intents.topics import read_topics  # late: see content/authoring/cache.py

    root = root or library_folder()
    library, questions = load(root), load_questions(root)
    lexicon = replace(load_lexicon(root / "lexicon"), cards=tuple(library.names.items()))
    compiled(lexicon)
    if problems := read_topics(root)[1]:
        raise ContentError(tuple(problems))
    return Curriculum(library, lexicon, questions, load_wording(root, before))
