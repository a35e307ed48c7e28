"""What the short words and the openers keep to."""

from collections.abc import Iterator

from content.authoring.document import File, Page, Problem
from content.authoring.yaml_reader import read_page, texts
from content.catalog.loader import Shelf
from content.checks.claims import claims_in
from content.checks.readability import MEND, hard
from content.checks.reading_level import sentences
from content.intents.topics import read_topics
from content.wording.messages import MESSAGES

WORDS, OPENERS = f"{MESSAGES}/words.yaml", f"{MESSAGES}/openers.yaml"
ENOUGH = 15  # one a day, and none again for fourteen days


def word_problems(root: File, shelf: Shelf) -> Iterator[Problem]:
    """Everything that is wrong with words.yaml and openers.yaml under that folder."""
    if not (root / MESSAGES).is_dir():
        return
    for name in (WORDS, OPENERS):
        page, problems = read_page(root.joinpath(*name.split("/")), name)
        yield from problems or _wording(page, shelf)
        if name == OPENERS and isinstance(page.data, dict):
            yield from _openers(page)
    if (root / "lexicon").is_dir():
        page, problems = read_topics(root)
        yield from problems or _wording(page, shelf)


def _wording(page: Page, shelf: Shelf) -> Iterator[Problem]:
    """Claims, shouting, and what is hard to read."""
    for place, text in texts(page.data):
        for fault, mend in claims_in(text, shelf):
            yield page.problem(place, fault, mend)
        if "!" in text:
            yield page.problem(place, "shouts", "end it with a full stop")
        for _, fault in hard(sentences(text)):
            yield page.problem(place, fault, MEND)


def _openers(page: Page) -> Iterator[Problem]:
    """Too few openers of a kind, and the same one twice."""
    for kind, lines in page.data.items():
        if not isinstance(lines, list):
            yield page.problem((kind,), "should be a list", "begin each line with “- ”")
            continue
        if len(lines) < ENOUGH:
            fault = f"has {len(lines)} openers, so one comes back within a fortnight"
            yield page.problem((kind,), fault, f"write {ENOUGH} or more")
        for index, line in enumerate(lines):
            if line in lines[:index]:
                yield page.problem((kind, index), "is there twice", "keep one")
