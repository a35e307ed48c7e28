"""A programme on paper: one HTML file that prints as A4 pages, for a club or a physio."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from content.catalog.card import Card
from content.catalog.library import Library
from content.catalog.programme import Programme, Slot
from content.catalog.routine import Routine
from content.checks.reports.inline import inline
from content.wording.messages import Wording

OURS = "Put together by us"


@dataclass(frozen=True, slots=True)
class PrintedWeek:
    """A week as a row: for each slot of the frame the names of the sessions to choose from."""

    number: int
    says: str
    sessions: list[tuple[Slot, list[str]]]


def handout(
    programme: Programme,
    library: Library,
    wording: Wording,
    drawings: Mapping[str, str],
    day: date,
) -> str:
    """The page, which loads nothing from elsewhere. `drawings` are SVG by card id."""
    routines = list(_routines(programme, library))
    ids = dict.fromkeys(card_id for routine in routines for card_id in routine.cards)
    cards = [library.cards[card_id] for card_id in ids]
    return wording.environment.get_template("handout.html.j2").render(
        programme=programme,
        weeks=list(_weeks(programme, library)),
        routines=routines,
        cards=cards,
        names=lambda card: [wording.words["conditions"][each] for each in card.not_for],
        library=library,
        pictures={card_id: inline(each) for card_id, each in drawings.items()},
        words=wording.words,
        sources=_cited((programme, *routines, *cards), library),
        day=f"{day.day} {day:%B %Y}",
        reviewed=sum(card.reviewed_by is not None for card in cards),
    )


def _weeks(programme: Programme, library: Library) -> Iterator[PrintedWeek]:
    for number, week in enumerate(programme.weeks, 1):
        sessions = [
            (slot, [library.routines[each].name for each in programme.pool(number, slot.focus)])
            for slot in programme.frame
        ]
        yield PrintedWeek(number, week.says, sessions)


def _routines(programme: Programme, library: Library) -> Iterator[Routine]:
    """Each session once, in the order in which the weeks bring it."""
    pools = (pool for week in programme.weeks for pool in week.pools)
    ids = dict.fromkeys(routine_id for pool in pools for routine_id in pool.routines)
    yield from (library.routines[routine_id] for routine_id in ids)


def _cited(items: Iterable[Programme | Routine | Card], library: Library) -> list[str]:
    ids = dict.fromkeys(source for item in items for source in item.sources)
    return [*dict.fromkeys(library.sources[i].cite if i in library.sources else OURS for i in ids)]
