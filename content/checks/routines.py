"""What every routine keeps to. Each rule yields a problem for whatever breaks it."""

from collections.abc import Callable, Iterable, Iterator

from content.authoring.document import Document, Problem
from content.catalog.card import Card
from content.catalog.files.loader import LibraryFiles
from content.catalog.routine import Routine, whole_minutes
from content.catalog.taxonomy import Kind, Moment
from content.checks.cards import MOVING


def every_card_fits_the_moment(
    routine: Routine, document: Document, library_files: LibraryFiles
) -> Iterator[Problem]:
    for index, card_id in enumerate(routine.cards):
        card, place = library_files.library.cards.get(card_id), ("cards", index)
        if card is None:
            continue
        if Moment.BEFORE_RUN in routine.moments and card.kind not in MOVING:
            fault = f"“{card_id}” is a {card.kind} card in a routine for before a run"
            yield document.problem(place, fault, "take a dynamic or a drill card")
        elif missing := [moment for moment in routine.moments if moment not in card.moments]:
            fault = f"“{card_id}” is not for {missing[0]}"
            yield document.problem(place, fault, "take another card, or change the moments")


def no_card_comes_twice(routine: Routine, document: Document, _: LibraryFiles) -> Iterator[Problem]:
    for index, card_id in enumerate(routine.cards):
        if card_id in routine.cards[:index]:
            yield document.problem(("cards", index), f"“{card_id}” comes twice", "keep one")


def kinds_follow_each_other(
    routine: Routine, document: Document, library_files: LibraryFiles
) -> Iterator[Problem]:
    if Moment.BEFORE_RUN in routine.moments:
        return
    cards = _cards(routine, library_files)
    in_order = sorted(cards, key=lambda card: list(Kind).index(card.kind))
    if routine.own_order and cards == in_order:
        yield document.problem(
            ("own_order",), "is given, but the order is the usual one", "remove it"
        )
    elif not routine.own_order and cards != in_order:
        order = ", ".join(card.id for card in in_order)
        mend = f"write {order}, or tell why not in own_order"
        yield document.problem(("cards",), f"are not in the order {_order()}", mend)


def minutes_are_those_of_the_cards(
    routine: Routine, document: Document, library_files: LibraryFiles
) -> Iterator[Problem]:
    cards = _cards(routine, library_files)
    if len(cards) < len(routine.cards):
        return  # a card that cannot be read yet takes time as well
    if routine.minutes != (taken := whole_minutes(cards)):
        yield document.problem(("minutes",), f"the cards take {taken}", f"write minutes: {taken}")


def kit_is_that_of_the_cards(
    routine: Routine, document: Document, library_files: LibraryFiles
) -> Iterator[Problem]:
    cards = _cards(routine, library_files)
    if len(cards) < len(routine.cards):
        return
    needed = sorted({kit for card in cards for kit in card.kit.required})
    if sorted(routine.kit) != needed:
        fault = f"the cards need {', '.join(needed) or 'no kit'}"
        mend = f"write kit: [{', '.join(needed)}]" if needed else "remove the kit"
        yield document.problem(("kit",), fault, mend)


ROUTINE_RULES: tuple[Callable[[Routine, Document, LibraryFiles], Iterable[Problem]], ...] = (
    every_card_fits_the_moment,
    no_card_comes_twice,
    kinds_follow_each_other,
    minutes_are_those_of_the_cards,
    kit_is_that_of_the_cards,
)


def _cards(routine: Routine, library_files: LibraryFiles) -> list[Card]:
    """The cards of the routine that can be read."""
    cards = library_files.library.cards
    return [cards[card_id] for card_id in routine.cards if card_id in cards]


def _order() -> str:
    return ", ".join(Kind)
