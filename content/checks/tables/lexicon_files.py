"""The files of the lexicon, read and checked against what each has to hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from content.authoring.document import Document, File, Problem
from content.authoring.shapes import record
from content.authoring.yaml_reader import nearest, read_document, texts
from content.checks.tables.lexicon_shapes import GROUPS, MORE, NEEDED, PHRASES_ONLY
from content.language.lexicon import GROUP, Lexicon, lexicon_of

FOLDER = "lexicon"


@dataclass(frozen=True)
class LexiconFiles:
    """The files of a lexicon by their names without an ending, and what is wrong with them."""

    documents: Mapping[str, Document]
    problems: tuple[Problem, ...]

    @cached_property
    def lexicon(self) -> Lexicon:
        """What they make, if nothing is wrong with them."""
        return lexicon_of({name: document.data for name, document in self.documents.items()})


def read_lexicon(root: File) -> LexiconFiles:
    """The files of the lexicon under that folder; none where there is no such folder."""
    folder = root / FOLDER
    if not folder.is_dir():
        return LexiconFiles({}, ())
    names = {file.name.removesuffix(".yaml") for file in folder.iterdir() if _ours(file)}
    documents: dict[str, Document] = {}
    problems: list[Problem] = []
    for name in sorted(names | NEEDED.keys()):
        file = f"{FOLDER}/{name}.yaml"
        document, faults = read_document(folder / f"{name}.yaml", file)
        documents[name] = document
        problems += faults or _faults(name, document)
    return LexiconFiles(documents, tuple(problems))


def _ours(file: File) -> bool:
    return file.name.endswith(".yaml")


def _faults(name: str, document: Document) -> Iterator[Problem]:
    more = {**PHRASES_ONLY, **GROUPS, **MORE.get(name, {})}
    shape = record(NEEDED.get(name, {}), more)
    faults = list(shape(document, (), document.data))
    yield from faults or _unknown_groups(document)


def _unknown_groups(document: Document) -> Iterator[Problem]:
    """Phrases with a <group> that the file does not name."""
    groups = [*document.data.get("words", ())]
    for place, said in texts(document.data.get("phrases"), ("phrases",)):
        for found in GROUP.findall(said):
            if found[1:-1] not in groups:
                mend = nearest(found[1:-1], groups) if groups else "write it below “words:”"
                yield document.problem(place, f"names {found}, no group of this file", mend)
