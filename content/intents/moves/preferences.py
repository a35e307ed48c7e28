"""Wishes that last, said in one sentence: no kneeling, kit bought or gone, shorter on weekdays."""

from dataclasses import replace

from content.catalog.taxonomy import Kind
from content.intents.deciding.certainty import asked
from content.intents.meaning import Intent, Meaning
from content.intents.moves import exercise_requests, names
from content.language.body_areas import areas
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.spans import Span
from content.language.when.dates import chosen, every_such, weekdays
from content.language.when.weekly_times import weekly_lengths
from content.wording.formats import OPPOSITE, Format

SHORT = 14  # words of a sentence that is nothing but such a wish
OTHER = ("remind:word", "remind:earlier", "remind:later", "elsewhere:run", "log:did", "log:done")
MATTERS = ("moment", "wish:show", "feel", "spot", "meta:session", "remind:word", "follow")


def preference(reading: ParsedMessage, shown: str | None) -> Meaning | None:
    """A wish for all sessions to come; about the card on the screen it is a follow-up."""
    if reading.size > SHORT or any(map(reading.asks, set(reading.clauses))):
        return None
    return _kneeling(reading, shown) or _kit(reading)


def streaks(reading: ParsedMessage) -> Meaning | None:
    """Whether weeks in a row are told: "stop the streak pressure"."""
    off, on = reading.all("streak:off"), reading.all("streak:on")
    if not (off or on) or reading.size > SHORT or any(map(reading.asks, set(reading.clauses))):
        return None
    return Meaning(Intent.STREAK, on=not off, because=reading.said((off or on)[0]))


def written(reading: ParsedMessage) -> Meaning | None:
    """How times, distances or days shall be written: "use the 12 hour clock"."""
    marks = reading.all("format")
    if not marks or reading.size > SHORT or any(map(reading.asks, set(reading.clauses))):
        return None
    wanted = Format(marks[0].concept.partition(":")[2])
    topic = OPPOSITE[wanted].value if reading.negated(marks[0]) else wanted.value
    return Meaning(Intent.FORMAT, topic=topic, because=reading.said(*marks))


def length(reading: ParsedMessage) -> Meaning | None:
    """Shorter or longer sessions on some days: "max 10 minutes at weekends"; asked where a mere
    length and day may be a log.
    """
    days, minutes = chosen(reading), exercise_requests.minutes(reading)
    first, *others = weekly_lengths(reading) or [None]
    marks = reading.all("lasting:length", "lasting:longer")
    lasts = days or reading.has("lasting:always")
    if not lasts or not (marks or (minutes and days)) or areas(reading) or reading.clocks:
        return None
    if reading.size > SHORT or reading.has(*OTHER) or any(map(reading.asks, set(reading.clauses))):
        return None
    if first is None and len({each.minutes for each in reading.lengths}) > 1:
        return None  # of two lengths, none is for all the days
    longer = None if not marks else (1 if marks[0].concept == "lasting:longer" else -1)
    wish = Meaning(
        Intent.PREFER,
        longer=longer,
        minutes=first.minutes if first else minutes,
        days=first.days if first else days,
        lengths=tuple((each.minutes, each.days) for each in others if each),
        because=reading.said(*marks[:1], *reading.all("every")),
    )
    clear = marks or reading.has("every", "lasting:always", "log:session")
    clear = clear or any(every_such(reading, day) for day in weekdays(reading))
    if clear:
        return wish
    spans: list[Span] = [*weekdays(reading), *reading.lengths]
    ends = min(each.start for each in spans), max(each.end for each in spans)
    return replace(asked(wish), because=reading.said(Mark(*ends, "")))


def _kneeling(reading: ParsedMessage, shown: str | None) -> Meaning | None:
    marks = reading.all("position:no-kneeling")
    if not marks or areas(reading) or names.card(reading) or reading.has(*MATTERS[:2]):
        return None
    if shown and not reading.has("lasting:always"):
        return None
    return Meaning(Intent.PREFER, no_kneeling=True, because=reading.said(marks[0]))


def _kit(reading: ParsedMessage) -> Meaning | None:
    """Kit that came or went for good: "I bought a roller", "my band snapped"."""
    if not reading.has("kit"):
        return None
    wish = exercise_requests.ask(reading, Intent.PREFER)
    told = wish.has if reading.has("having:got", "having:only") else frozenset()
    gone = wish.lacks if reading.has("having", "grammar:not") else frozenset()
    other = (
        areas(reading)
        or names.card(reading)
        or exercise_requests.kind(reading) not in (None, Kind.RELEASE)
        or exercise_requests.minutes(reading)  # "I have a band and ten minutes" is for now
    )
    if not (told or gone) or other or reading.has(*MATTERS):
        return None
    return replace(wish, has=told, lacks=gone, because=reading.said(*reading.all("kit")[:1]))
