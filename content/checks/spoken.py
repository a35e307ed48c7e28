"""What is said aloud: a pronunciation for a word that nobody says is none."""

from collections.abc import Iterator
from dataclasses import replace

from content.audio.script import SpokenMove, script
from content.audio.spoken import WORD, Spoken
from content.audio.spoken_files import FOLDER, PRONUNCIATION, read_spoken, spoken_problems
from content.authoring.document import File, Problem
from content.authoring.yaml_reader import read_document
from content.catalog.files.loader import LibraryFiles


def unsaid_words(root: File, library_files: LibraryFiles) -> Iterator[Problem]:
    """Words with a pronunciation that are in no line."""
    if not (root / FOLDER).is_dir() or spoken_problems(root):
        return
    said = _said(replace(read_spoken(root), said_as={}), library_files)
    document, _ = read_document(root.joinpath(*PRONUNCIATION.split("/")), PRONUNCIATION)
    for word in document.data or {}:
        if word not in said:
            mend = "write it as the cards have it, or remove the line"
            yield document.problem((word,), f"“{word}” is never said", mend)


def _said(spoken: Spoken, library_files: LibraryFiles) -> set[str]:
    moves = [SpokenMove(card) for card in library_files.library.cards.values()]
    lines = script(moves, spoken).lines if moves else ()
    words = {found[0] for line in lines for found in WORD.finditer(line)}
    return words | {word.lower() for word in words}
