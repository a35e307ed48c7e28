"""What every programme keeps to. Each rule yields a problem for whatever breaks it."""

from collections.abc import Callable, Iterable, Iterator

from content.authoring.document import Document, Place, Problem
from content.catalog.files.loader import LibraryFiles
from content.catalog.programme import Focus, Pool, Programme
from content.catalog.progression import Move, Signal
from content.catalog.routine import Routine
from content.catalog.taxonomy import Moment
from content.coaching.dosage.strength import REAL_DAY, hard_sets

STRENGTH_SLOTS = 2  # rule R5 of the coaching rules: mix in strength, twice a week or more
MOMENTS = {
    Focus.BEFORE_RUN: Moment.BEFORE_RUN,
    Focus.AFTER_RUN: Moment.AFTER_RUN,
    Focus.MOBILITY: Moment.REST_DAY,
    Focus.STRENGTH: Moment.REST_DAY,
    Focus.DESK: Moment.DESK,
}


def strength_comes_twice_a_week(
    programme: Programme, document: Document, _: LibraryFiles
) -> Iterator[Problem]:
    slots = [slot.times or 0 for slot in programme.frame if slot.focus is Focus.STRENGTH]
    if sum(slots) < STRENGTH_SLOTS:
        fault = f"has {sum(slots)} strength slots a week, too few"
        mend = f"give strength {STRENGTH_SLOTS} times or more"
        yield document.problem(("frame",), fault, mend)


def the_first_week_fills_the_frame(
    programme: Programme, document: Document, _: LibraryFiles
) -> Iterator[Problem]:
    framed = {slot.focus for slot in programme.frame}
    for focus in sorted(framed - {pool.focus for pool in programme.weeks[0].pools}):
        mend = f"add a pool for {focus}"
        yield document.problem(("weeks", 0, "pools"), f"has nothing for {focus}", mend)
    for place, pool in _pools(programme):
        if pool.focus not in framed:
            mend = f"add a slot for {pool.focus}, or remove the pool"
            yield document.problem((*place, "focus"), f"{pool.focus} is not in the frame", mend)


def one_thing_changes_at_a_time(
    programme: Programme, document: Document, _: LibraryFiles
) -> Iterator[Problem]:
    for number, week in enumerate(programme.weeks[1:], start=1):
        if len(week.pools) > 1:
            fault = f"changes {len(week.pools)} things at once"
            yield document.problem(("weeks", number, "pools"), fault, "keep one for this week")


def routines_fit_their_focus(
    programme: Programme, document: Document, library_files: LibraryFiles
) -> Iterator[Problem]:
    for place, pool in _pools(programme):
        for index, routine_id in enumerate(pool.routines):
            routine = library_files.library.routines.get(routine_id)
            if routine and not _fits(routine, pool.focus, library_files):
                fault, mend = f"“{routine_id}” is not for {pool.focus}", "take another routine"
                yield document.problem((*place, "routines", index), fault, mend)


def nobody_is_left_without_kit(
    programme: Programme, document: Document, library_files: LibraryFiles
) -> Iterator[Problem]:
    for place, pool in _pools(programme):
        routines = [library_files.library.routines.get(routine_id) for routine_id in pool.routines]
        if all(routine and routine.kit for routine in routines):
            mend = "add a routine without kit"
            yield document.problem((*place, "routines"), "all of them need kit", mend)


def it_knows_when_to_ease_off(
    programme: Programme, document: Document, library_files: LibraryFiles
) -> Iterator[Problem]:
    rules = [
        library_files.library.rules[rule_id]
        for rule_id in programme.back_off
        if rule_id in library_files.library.rules
    ]
    if len(rules) < len(programme.back_off):
        return
    for signal in (Signal.SORENESS, Signal.WEEKS_MISSED):
        if all(rule.when is not signal for rule in rules):
            yield document.problem(("back_off",), f"has no rule for {signal}", "add one")
    if all(rule.then is not Move.REST_AND_ASK for rule in rules):
        mend = f"add a rule with then: {Move.REST_AND_ASK}"
        yield document.problem(("back_off",), "never sends anybody for help", mend)


PROGRAMME_RULES: tuple[Callable[[Programme, Document, LibraryFiles], Iterable[Problem]], ...] = (
    strength_comes_twice_a_week,
    the_first_week_fills_the_frame,
    one_thing_changes_at_a_time,
    routines_fit_their_focus,
    nobody_is_left_without_kit,
    it_knows_when_to_ease_off,
)


def _pools(programme: Programme) -> Iterator[tuple[Place, Pool]]:
    for number, week in enumerate(programme.weeks):
        for index, pool in enumerate(week.pools):
            yield ("weeks", number, "pools", index), pool


def _fits(routine: Routine, focus: Focus, library_files: LibraryFiles) -> bool:
    cards = library_files.library.cards
    sets = sum(hard_sets(cards[card]) for card in routine.cards if card in cards)
    trains = sets >= REAL_DAY or focus is not Focus.STRENGTH  # rule R5
    return MOMENTS[focus] in routine.moments and trains
