"""What is asked about the things on the screen: a card, a session, progress. Pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from content.intents.meaning import Intent, Meaning
from content.intents.moves import exercise_requests, names
from content.language.body_areas import areas
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark

SHORT = 9  # words of a message that is nothing but such a question
BRIEF = 6
FEW = 4
A_DAY, A_WEEK = timedelta(days=1), timedelta(weeks=1)
ELSEWHERE = ("remind:word", "log:done", "log:missed", "topic", "meta:check-in")
ON_WHAT = ("bed", "shoes", "kit")
ONLY_SHOWN = ("picture", "nothing", "lacking")  # asked of what is on the screen, not by name
FEWEST, FIVE = 10, 5  # minutes that are said as a bare number
LONGER = {"resize:shorter": -1, "resize:longer": 1}


def proposed(reading: ParsedMessage, shown: str | None, today: date) -> Iterator[Meaning]:
    """Every such question that may be meant."""
    if reading.has(*ELSEWHERE) or reading.size > SHORT:
        return
    for each in (_about(reading, shown), _resized(reading), _nth(reading), _day(reading, today)):
        if each:
            yield each


def _about(reading: ParsedMessage, shown: str | None) -> Meaning | None:
    """A question about how a card is done, of the one that is named or else the one shown."""
    named = names.card(reading)
    card = named or shown
    marks = [mark for mark in reading.all("about") if _asked(reading, mark, named)]
    if not marks and card and _one_side(reading):
        because = reading.said(*reading.all("side"))
        return Meaning(Intent.ABOUT, card=card, topic="sides", because=because)
    if not marks or not card or (areas(reading) and reading.has("feel:tight", "wish")):
        return None
    longest = max(marks, key=lambda mark: (mark.end - mark.start, -mark.start))
    aspect = longest.concept.partition(":")[2]
    if aspect == "lacking":
        return Meaning(Intent.ASK, card=card, no_kit=True, because=reading.said(longest))
    because = reading.said(*marks)
    return Meaning(Intent.ABOUT, card=card, topic=aspect, slot=_step(reading), because=because)


def _one_side(reading: ParsedMessage) -> bool:
    """Is a side all that is asked about: "left only?" """
    return (
        reading.size <= FEW and reading.has("side") and any(map(reading.asks, set(reading.clauses)))
    )


def _asked(reading: ParsedMessage, mark: Mark, named: str | None) -> bool:
    """Who names a card gets it with its picture; what it is done on is asked, else it describes."""
    aspect = mark.concept.partition(":")[2]
    if aspect in ON_WHAT:
        return any(map(reading.asks, set(reading.clauses))) or (not named and reading.size <= BRIEF)
    return not (named and aspect in ONLY_SHOWN)


def _step(reading: ParsedMessage) -> int | None:
    """The number of the step that is asked about."""
    numbers = (reading.number(at) for at in range(len(reading.tokens)))
    return next((each for each in numbers if each is not None), _ordinal(reading))


def _ordinal(reading: ParsedMessage) -> int | None:
    mark = next(iter(reading.all("nth")), None)
    return int(mark.concept.partition(":")[2]) if mark else None


def _resized(reading: ParsedMessage) -> Meaning | None:
    """The session or the card, shorter or longer: "make it shorter", "15 minutes instead"."""
    marks = [mark for mark in reading.all("resize") if not reading.negated(mark)]
    if not marks or areas(reading) or reading.has("lasting:always", "every", "moment", "kind"):
        return None
    minutes = exercise_requests.minutes(reading) or _bare_minutes(reading)
    longer = next((LONGER[mark.concept] for mark in marks if mark.concept in LONGER), None)
    if (longer is None and minutes is None) or reading.has("remind:fewer"):
        return None
    return Meaning(Intent.RESIZE, longer=longer, minutes=minutes, because=reading.said(*marks))


def _bare_minutes(reading: ParsedMessage) -> int | None:
    """A number that is hardly an hour of the day: "can we do 15 instead"."""
    if reading.size > BRIEF or reading.lengths or not reading.has("resize:instead"):
        return None
    numbers = (reading.number(at) for at in range(len(reading.tokens)))
    return next((each for each in numbers if each and each >= FEWEST and each % FIVE == 0), None)


def _nth(reading: ParsedMessage) -> Meaning | None:
    """One of several on the screen: to see it, to swap it, or to leave it out."""
    slot = _ordinal(reading)
    if slot is None or areas(reading) or names.card(reading) or reading.has("every", "when"):
        return None
    because = reading.said(*reading.all("nth"))
    if reading.has("meta:hide"):
        return Meaning(Intent.ANOTHER, slot=slot, on=False, because=because)
    if reading.has("follow:another"):
        return Meaning(Intent.ANOTHER, slot=slot, because=because)
    return Meaning(Intent.PICK, slot=slot, because=because) if reading.size <= BRIEF else None


def _day(reading: ParsedMessage, today: date) -> Meaning | None:
    """The session of tomorrow or yesterday; the progress of last week."""
    mark = next(iter(reading.all("other-day")), None)
    if mark is None or areas(reading) or reading.has("elsewhere:run", "log:did"):
        return None
    if reading.size > BRIEF or reading.clocks:
        return None
    because, name = reading.said(mark), mark.concept.partition(":")[2]
    if name == "last-week":
        return Meaning(Intent.PROGRESS, day=today - A_WEEK, because=because)
    day = today + A_DAY if name == "tomorrow" else today - A_DAY
    return Meaning(Intent.SESSION, day=day, because=because)
