"""What there is, counted, and where everything in the articles went: a page for authors."""

from collections import Counter
from collections.abc import Iterator, Mapping

from content.authoring.document import File, library_folder
from content.catalog.library import Library
from content.checks.reports.coverage import Coverage, CoverageRow, coverage


def table(library: Library, root: File | None = None) -> str:
    """Both tables as Markdown. Raises ContentError if the second cannot be read."""
    found = coverage(root or library_folder())
    return "\n".join([*_counts(library), "", *_facts(found, library)])


def counts(library: Library) -> Mapping[str, Counter[str]]:
    """How many cards there are of each kind, area, moment, position, level and status."""
    cards = library.cards.values()
    return {
        "kind": Counter(str(card.kind) for card in cards),
        "area": Counter(str(area) for card in cards for area in card.areas),
        "moment": Counter(str(moment) for card in cards for moment in card.moments),
        "position": Counter(str(card.position) for card in cards),
        "level": Counter(str(card.level) for card in cards),
        "status": Counter(card.status for card in cards),
    }


def _counts(library: Library) -> Iterator[str]:
    yield f"{len(library.cards)} cards, {len(library.routines)} routines, " + (
        f"{len(library.programmes)} programmes"
    )
    yield ""
    yield from ("| cards by | how many |", "| --- | --- |")
    for name, counted in counts(library).items():
        yield f"| {name} | {', '.join(f'{each} {n}' for each, n in counted.most_common())} |"


def _facts(found: Coverage, library: Library) -> Iterator[str]:
    rows = [*found.exercises.items(), *found.routines.items()]
    left_out = sum(bool(row.left_out) for _, row in rows)
    yield f"{len(rows)} facts: {len(rows) - left_out} are in, {left_out} left out, all explained"
    yield ""
    yield from ("| fact | where it went | status | why |", "| --- | --- | --- | --- |")
    for fact_id, row in rows:
        leads = ", ".join(row.targets) or "–"
        why = row.left_out or row.note or ""
        yield f"| {fact_id} | {leads} | {_status(row, library)} | {why} |"


def _status(row: CoverageRow, library: Library) -> str:
    """How well founded the how-to is, or what else the fact became."""
    if row.left_out:
        return "left out"
    cards = [library.cards[each] for each in row.cards]
    stated = sorted({card.status for card in cards})
    reviewed = cards and all(card.reviewed_by for card in cards)
    others = ["routine"] * bool(row.routines) + ["programme"] * bool(row.programmes)
    return ", ".join([*stated, *others]) + (", reviewed" if reviewed else "")
