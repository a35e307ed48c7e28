"""What every card keeps to. Each rule yields a problem for whatever breaks it."""

from collections.abc import Callable, Iterable, Iterator

from content.authoring.document import Document, Place, Problem
from content.catalog.card import Card
from content.catalog.files.cross_references import OURS
from content.catalog.files.loader import SOURCES, LibraryFiles
from content.catalog.taxonomy import Kind, Moment, Position, Sides
from content.wording.telegram_html import CAPTION_UNITS, units

MOVING = {Kind.DYNAMIC, Kind.DRILL}
KNEELING = {Position.HALF_KNEELING, Position.ALL_FOURS}
# Telegram takes 4096 UTF-16 units a message; the rest is for our own labels around a card.
CARD_UNITS = 3500
WHY_LABELS = 100  # what stands around the reasons


def links_keep_their_promise(
    card: Card, document: Document, library_files: LibraryFiles
) -> Iterator[Problem]:
    for field, target in card.links.named():
        if target == card.id:
            yield document.problem(("links", field), "is this card itself", "link another card")
    stand_in = library_files.library.cards.get(card.links.no_kneeling or "")
    if stand_in and stand_in.position in KNEELING:
        fault = f"“{stand_in.id}” is done kneeling"
        yield document.problem(
            ("links", "no_kneeling"), fault, "link a card that needs no kneeling"
        )
    stand_in = library_files.library.cards.get(card.links.no_kit or "")
    if stand_in and stand_in.kit.required:
        fault = f"“{stand_in.id}” needs kit"
        yield document.problem(("links", "no_kit"), fault, "link a card without required kit")


def says_which_side(card: Card, document: Document, _: LibraryFiles) -> Iterator[Problem]:
    if card.sides is Sides.EACH and not card.side_is:
        mend = "add a line that tells which leg or hip is the working one"
        yield document.problem(("side_is",), "is missing, and the sides take turns", mend)


def sides_get_the_same(card: Card, document: Document, _: LibraryFiles) -> Iterator[Problem]:
    if card.sides is Sides.ALTERNATE and (card.dose.reps or 0) % 2:
        mend = "count both sides together, so use an even number"
        yield document.problem(("dose", "reps"), "gives one side more than the other", mend)


def nothing_static_before_a_run(
    card: Card, document: Document, _: LibraryFiles
) -> Iterator[Problem]:
    if Moment.BEFORE_RUN not in card.moments:
        return
    place: Place = ("moments", card.moments.index(Moment.BEFORE_RUN))
    if card.kind not in MOVING:
        mend = "remove before-run, only dynamic and drill cards come before a run"
        yield document.problem(place, f"a {card.kind} card is offered before a run", mend)
    elif card.dose.hold_s:
        mend = "use move_s or reps, or remove before-run"
        yield document.problem(("dose", "hold_s"), "a hold is offered before a run", mend)


def says_where_it_comes_from(card: Card, document: Document, _: LibraryFiles) -> Iterator[Problem]:
    if card.status == "sourced" and not card.sources:
        mend = f"list the articles from {SOURCES}, or use status: standard"
        yield document.problem(("sources",), "is empty, but the status is sourced", mend)
    if OURS in card.sources:
        place = ("sources", card.sources.index(OURS))
        yield document.problem(place, "“ours” is no article", "list articles, or leave sources out")
    if card.dose.source not in (OURS, *card.sources):
        mend = "use ours, or list that article under sources"
        fault = f"“{card.dose.source}” is not among the sources of this card"
        yield document.problem(("dose", "source"), fault, mend)


def fits_a_message(card: Card, document: Document, _: LibraryFiles) -> Iterator[Problem]:
    lines = (card.name, card.summary, *card.setup, *card.steps, *card.cues, card.feel)
    lines += (card.not_feel, card.stop, *card.cautions)
    length = units("\n".join(lines))
    if length > CARD_UNITS:
        fault = f"the card has {length} characters, a Telegram message holds {CARD_UNITS}"
        yield document.problem((), fault, "shorten it, or make two cards of it")


def its_reasons_fit_below_its_picture(
    card: Card, document: Document, library_files: LibraryFiles
) -> Iterator[Problem]:
    whys, sources = library_files.library.whys, library_files.library.sources
    reasons = [whys[each].text for each in card.why if each in whys]
    cited = [sources[each].cite for each in card.sources if each in sources]
    said = (card.name, card.feel, card.not_feel, card.stop, *card.further, *reasons, *cited)
    length = units("\n".join(said)) + WHY_LABELS
    if length > CAPTION_UNITS:
        fault = f"asked “Why?”, the card says {length} characters, a picture has room for "
        mend = "shorten feel, not_feel and stop, or give fewer reasons"
        yield document.problem(("why",), fault + str(CAPTION_UNITS), mend)


CARD_RULES: tuple[Callable[[Card, Document, LibraryFiles], Iterable[Problem]], ...] = (
    links_keep_their_promise,
    says_which_side,
    sides_get_the_same,
    nothing_static_before_a_run,
    says_where_it_comes_from,
    fits_a_message,
    its_reasons_fit_below_its_picture,
)
