"""One HTML page with everything that a runner may see, for authors to read through."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from content.authoring.document import library_folder
from content.catalog.card import Card
from content.catalog.library import Library
from content.catalog.programme import Programme
from content.catalog.routine import Routine
from content.checks.reports.inline import inline
from content.wording.messages import Wording
from content.wording.sample_values import usual_cases
from content.wording.templates import Template, templates

NO_KIT = "none"


@dataclass(frozen=True, slots=True)
class Shown:
    """A message: its template, and how it reads with the usual values and their neighbours."""

    template: Template
    texts: tuple[Markup, ...]


def gallery(library: Library, wording: Wording, drawings: Mapping[str, str]) -> str:
    """The page, which loads nothing from elsewhere. `drawings` are SVG by card id."""
    template = wording.environment.get_template("gallery.html.j2")
    return template.render(
        library=library,
        pictures={card_id: inline(each) for card_id, each in drawings.items()},
        words=wording.words,
        openers=wording.openers,
        messages=[_shown(each) for each in templates(library_folder())],
        facets=facets,
        cards_of=lambda item: list(_cards_of(item, library)),
    )


def facets(cards: Iterable[Card]) -> dict[str, str]:
    """What to filter by, as words: of one card, or of all cards of something."""
    found: dict[str, set[str]] = {"area": set(), "kind": set(), "moment": set(), "level": set()}
    kit: set[str] = set()
    for card in cards:
        found["area"].update(card.areas)
        found["kind"].add(card.kind)
        found["moment"].update(card.moments)
        found["level"].add(str(card.level))
        kit.update(card.kit.required)
    return {
        name: " ".join(sorted(each)) for name, each in {**found, "kit": kit or {NO_KIT}}.items()
    }


def _cards_of(item: Routine | Programme, library: Library) -> Iterator[Card]:
    """The cards of a routine in order, or those of all routines of a programme."""
    if isinstance(item, Routine):
        yield from (library.cards[each] for each in item.cards)
        return
    for pool in (pool for week in item.weeks for pool in week.pools):
        for routine_id in pool.routines:
            yield from _cards_of(library.routines[routine_id], library)


def _shown(template: Template) -> Shown:
    texts = (template.text(case) for case in usual_cases(template.doc.names))
    return Shown(template, tuple(map(Markup, dict.fromkeys(filter(None, texts)))))
