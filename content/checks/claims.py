"""What Limber never promises: nothing that a runner reads may say it."""

import re
from collections.abc import Iterator
from functools import lru_cache

from content.authoring.document import File, Problem
from content.authoring.yaml_reader import texts
from content.catalog.files.loader import CLAIMS, SOURCES, LibraryFiles

SENTENCE_END = re.compile(r"(?<=[.?!…])\s")
DENIAL = re.compile(r"\b(not|never|no|nor|cannot|\w+n['’]t)\b", re.IGNORECASE)


def promises(root: File, library_files: LibraryFiles, only: str = "") -> Iterator[Problem]:
    """Every claim under that folder, in what a runner may read; only in some files if told."""
    for name, page in library_files.documents.items():
        if name not in (CLAIMS, SOURCES) and name.startswith(only):
            for place, text in texts(page.data):
                for fault, mend in claims_in(text, library_files):
                    yield page.problem(place, fault, mend)
    templates = (each for each in _templates(root, "") if each[0].startswith(only))
    for name, file in templates:
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for fault, mend in claims_in(line, library_files):
                yield Problem(name, number, "", fault, mend)


def claims_in(text: str, library_files: LibraryFiles) -> Iterator[tuple[str, str]]:
    """What a text promises. A sentence that denies it ("does not cure") promises nothing."""
    claims = [each for each in library_files.claims if _pattern(each.pattern).search(text)]
    for sentence in SENTENCE_END.split(text) if claims else ():
        for claim in claims:
            found = _pattern(claim.pattern).search(sentence)
            if found and not DENIAL.search(sentence[: found.start()]):
                yield f"“{found[0]}” promises {claim.claim}", claim.mend


@lru_cache(1 << 6)
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written, re.IGNORECASE)


def _templates(folder: File, path: str) -> Iterator[tuple[str, File]]:
    for file in folder.iterdir():
        if file.is_dir():
            yield from _templates(file, f"{path}{file.name}/")
        elif file.name.endswith(".j2"):
            yield path + file.name, file
