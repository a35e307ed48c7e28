"""The table that says where everything in the five articles went."""

from collections.abc import Iterator, Mapping

from content.authoring.document import ContentError, Document, File, Place, Problem
from content.authoring.model import Model, Unfit
from content.authoring.validation import parse
from content.authoring.yaml_reader import read_document
from content.catalog.card import CardId, Text
from content.catalog.files.cross_references import called
from content.catalog.files.loader import CARDS, PROGRAMMES, ROUTINES, LibraryFiles

COVERAGE = "facts/coverage.yaml"


class CoverageRow(Model):
    """Where one exercise or routine of the articles went: into files of ours, or nowhere, and why.

    A row that leads to anything but a file of the same id tells why in `note`.
    """

    cards: tuple[CardId, ...] = ()
    routines: tuple[CardId, ...] = ()
    programmes: tuple[CardId, ...] = ()
    left_out: Text | None = None
    note: Text | None = None

    @property
    def targets(self) -> tuple[str, ...]:
        return self.cards + self.routines + self.programmes

    def __post_init__(self) -> None:
        if not self.targets and not self.left_out:
            mend = "name cards, routines or programmes, or tell why in left_out"
            raise Unfit("is not explained", mend)


class Coverage(Model):
    """Rows by the id that the facts use."""

    exercises: Mapping[str, CoverageRow]
    routines: Mapping[str, CoverageRow]


def coverage(root: File) -> Coverage:
    """The table under that folder. Raises ContentError."""
    _, table, problems = _read(root)
    if table is None:
        raise ContentError(tuple(problems))
    return table


def gaps(root: File, library_files: LibraryFiles) -> Iterator[Problem]:
    """Everything that is wrong with the table."""
    document, table, problems = _read(root)
    yield from problems
    if table:
        for section in ("exercises", "routines"):
            for fact_id, row in getattr(table, section).items():
                yield from _row(fact_id, row, (section, fact_id), document, library_files)


def _read(root: File) -> tuple[Document, Coverage | None, list[Problem]]:
    document, problems = read_document(root.joinpath(*COVERAGE.split("/")), COVERAGE)
    table, faults = parse(Coverage, document, document.data)
    return document, table, problems or faults


def _row(
    fact_id: str, row: CoverageRow, place: Place, document: Document, library_files: LibraryFiles
) -> Iterator[Problem]:
    problems = [
        problem
        for folder in (CARDS, ROUTINES, PROGRAMMES)
        for problem in called(
            getattr(row, folder), (*place, folder), document, folder, library_files
        )
    ]
    yield from problems
    told = row.note or row.left_out or row.targets == (fact_id,)
    if not problems and not told:
        yield document.problem(place, "leads elsewhere and does not tell why", "add a note")
