"""Wording that can be relied on: read from a folder, and refused if a message could not be said."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from string import Formatter

from content.authoring.document import ContentError, Document, File, Place, Problem, library_folder
from content.authoring.yaml_reader import read_document, texts
from content.checks.messages import broken_messages
from content.checks.short_words import OPENERS, WORDS
from content.wording.messages import Wording, read_wording
from content.wording.templates import templates


def load_wording(root: File | None = None, before: Wording | None = None) -> Wording:
    """The wording under that folder, by default the one that is installed with Limber.

    Raises ContentError with every message that could not be said, and every short word that
    there was `before` and now is not. What makes wording good rather than whole is for `check`.
    """
    root, compiled = root or library_folder(), dict[str, bytes]()
    messages = templates(root, compiled)
    if problems := [*broken_messages(messages), *_broken_words(root, before)]:
        raise ContentError(tuple(sorted(problems)))
    return replace(read_wording(root), compiled=compiled)


def _broken_words(root: File, before: Wording | None) -> Iterator[Problem]:
    known = {WORDS: before.words, OPENERS: before.openers} if before else {}
    for name in (WORDS, OPENERS):
        document, problems = read_document(root.joinpath(*name.split("/")), name)
        yield from problems or _slips(document, dict(texts(known.get(name))))


def _slips(document: Document, known: Mapping[Place, str]) -> Iterator[Problem]:
    """Short words that are gone, and blanks that nobody would fill in."""
    here = dict(texts(document.data))
    for place in known.keys() - here.keys():
        if not isinstance(place[-1], int):  # a list may become shorter
            yield document.problem(place, "is missing", "put it back, Limber says it")
    for place, text in here.items():
        try:
            new = _blanks(text) - _blanks(known.get(place, text))
        except ValueError as error:
            yield document.problem(place, f"is not finished ({error})", "close every { with a }")
            continue
        for blank in sorted(new):
            fault = f"has a blank that is never filled in: {{{blank}}}"
            yield document.problem(place, fault, "use those that stood there")


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
