"""What Limber never promises: nothing that a runner reads may say it."""

import re
from collections.abc import Iterator

from content.authoring.document import File, Problem
from content.authoring.yaml_reader import texts
from content.catalog.loader import CLAIMS, SOURCES, LibraryFiles

SENTENCE_END = re.compile(r"(?<=[.?!…])\s")
DENIAL = re.compile(r"\b(not|never|no|nor|cannot|\w+n['’]t)\b", re.IGNORECASE)


def promises(root: File, library_files: LibraryFiles) -> Iterator[Problem]:
    """Every claim under that folder, in what a runner may read."""
    for name, page in library_files.documents.items():
        if name not in (CLAIMS, SOURCES):
            for place, text in texts(page.data):
                for fault, mend in claims_in(text, library_files):
                    yield page.problem(place, fault, mend)
    for name, file in _templates(root, ""):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for fault, mend in claims_in(line, library_files):
                yield Problem(name, number, "", fault, mend)


def claims_in(text: str, library_files: LibraryFiles) -> Iterator[tuple[str, str]]:
    """What a text promises. A sentence that denies it ("does not cure") promises nothing."""
    for sentence in SENTENCE_END.split(text):
        for claim in library_files.claims:
            found = re.search(claim.pattern, sentence, re.IGNORECASE)
            if found and not DENIAL.search(sentence[: found.start()]):
                yield f"“{found[0]}” promises {claim.claim}", claim.mend


def _templates(folder: File, path: str) -> Iterator[tuple[str, File]]:
    for file in folder.iterdir():
        if file.is_dir():
            yield from _templates(file, f"{path}{file.name}/")
        elif file.name.endswith(".j2"):
            yield path + file.name, file
