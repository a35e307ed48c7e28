"""What a message tells about sessions: done, partly done, missed, taken back, or only planned."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from content.catalog.taxonomy import Side
from content.intents.log.clauses import said, vague
from content.intents.log.partly import left_out
from content.intents.meaning import Intent, Meaning
from content.intents.moves.spots import listing
from content.language.content_words import content_words, covered
from content.language.parsed_message import ParsedMessage, first
from content.language.phrases import Mark
from content.language.spans import Span
from content.language.when.dates import coming_day, every_such, past_day, weekdays

LONGEST = 240
PAST = frozenset({"did", "didn't", "skipped", "missed", "gave", "forgot", "had", "was"})
TELLING = frozenset({"did", "log", "logged", "managed", "another", "add", "only", "just"})
BEHIND = frozenset(
    {"today", "tonight", "yesterday", "on", "to", "this", "last", "and", "for", "more"}
)
FEWEST = 3  # minutes that are told as a bare number
EACH = frozenset({"sessions", "each", "every", "daily"})  # of all that are to come
JOINTS = ("and", ",", "&", "/", "plus")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing told about a session, and the clause that told it."""

    clause: int
    intent: Intent
    mark: Mark


def told(reading: ParsedMessage) -> list[Entry]:
    """Everything that the clauses of a message say about sessions."""
    clauses = sorted({reading.clause_of(mark) for mark in reading.marks})
    entries = [Entry(clause, *found) for clause in clauses if (found := said(reading, clause))]
    entries = [entry for entry in entries if not _adds_no_work(reading, entry)]
    denied = [entry for entry in entries if entry.intent in (Intent.LATER, Intent.MISSED)]
    if any(entry.mark.concept == "log:write" for entry in denied):
        return denied
    entries = [entry for entry in entries if not denied or entry.mark.concept != "log:write"]
    return list(_with_more_days(reading, clauses, entries))


def _with_more_days(
    reading: ParsedMessage, clauses: Sequence[int], entries: Sequence[Entry]
) -> Iterator[Entry]:
    """What goes on with the same on another day: "did 10 min on saturday, 12 on sunday"."""
    of, last = {entry.clause: entry for entry in entries}, None
    for clause in clauses:
        if clause in of:
            last = of[clause]
            yield last
        elif last and last.intent in ACTIVE and _only_length_and_day(reading, clause):
            yield replace(last, clause=clause)


def _only_length_and_day(reading: ParsedMessage, clause: int) -> bool:
    alone = reading.without(set(reading.clauses) - {clause})
    named: list[Span] = [day for day in weekdays(alone) if not every_such(alone, day)]
    days = [*named, *alone.written_dates, *alone.all("when:yesterday", "when:today")]
    return bool(days and alone.lengths) and content_words(alone) <= covered([*days, *alone.lengths])


def _adds_no_work(reading: ParsedMessage, entry: Entry) -> bool:
    """ "Add 12:30 on weekdays" wants a reminder, "add 5 minutes to my sessions" longer ones, "add
    calves" another tight spot.
    """
    timed = any(clock.at and not clock.named for clock in reading.clocks)
    lasts = reading.has("lasting:always") or any(t.raw in EACH for t in reading.tokens)
    written = entry.mark.concept == "log:write" and reading.word(entry.mark.start) == "add"
    return written and (timed or lasts or listing(reading) is not None)


def meanings(reading: ParsedMessage, entries: Sequence[Entry], today: date) -> tuple[Meaning, ...]:
    """The entries as one meaning for each day that they speak of."""
    if apart := _days_apart(reading, entries, today):
        return apart
    strongest = _strongest(entries)
    days = _days(reading, strongest, today)
    if not days and strongest.intent in DATED and reading.has("when:vague-past"):
        return (Meaning(Intent.FIX, because=reading.said(*reading.all("when:vague-past")[:1])),)
    if days and reading.has("mends:today") and _only_today(reading, entries):
        return _moved(reading, days, today)
    cards = [
        mark.concept.partition(":")[2] for mark in reading.all("card") if _worked(reading, mark)
    ]
    meaning = Meaning(
        strongest.intent,
        card=cards[0] if cards else None,
        cards=tuple(dict.fromkeys(cards)),
        mends=(bool(days) and _happened(reading, strongest)) or reading.has("mends:mends"),
        named=own(reading),
        side=_side(reading) if strongest.intent is Intent.PARTIAL else None,
        minutes=_minutes(reading),
        adds=_adds(reading),
        guessed=strongest.intent is Intent.UNDO and vague(reading, strongest.mark),
        because=reading.said(strongest.mark, *(e.mark for e in entries if e is not strongest)),
    )
    if strongest.intent is Intent.LATER:
        return (replace(meaning, day=coming_day(reading, today)),)
    return tuple(replace(meaning, day=day) for day in days) or (meaning,)


def _happened(reading: ParsedMessage, entry: Entry) -> bool:
    """ "No stretching on tuesday" may be a plan: only what is told as past takes a log back."""
    past = PAST.intersection(token.raw for token in reading.tokens)
    return entry.intent is not Intent.MISSED or bool(past) or reading.has("log:did")


def _days_apart(
    reading: ParsedMessage, entries: Sequence[Entry], today: date
) -> tuple[Meaning, ...]:
    """Each day with what was told of it: "log yesterday as done and today as half"."""
    alone = [reading.without(set(reading.clauses) - {entry.clause}) for entry in entries]
    if len({entry.intent for entry in entries}) == 1 and not any(each.lengths for each in alone):
        return ()
    days = [_day_named(each, today) for each in alone]
    if not all(days) or len(set(map(tuple, days))) < len(days) or len(days) == 1:
        return ()
    return tuple(
        Meaning(
            entry.intent,
            day=day,
            minutes=_minutes(part),
            adds=_adds(part),
            mends=True,
            because=reading.said(entry.mark),
        )
        for entry, part, named in zip(entries, alone, days, strict=True)
        for day in named
        if entry.intent in DATED
    )


def _day_named(reading: ParsedMessage, today: date) -> list[date]:
    """The days behind that are named, or today."""
    return past_day(reading, today) or [today] * reading.has("when:today")


def _worked(reading: ParsedMessage, card: Mark) -> bool:
    """Was that card done, and not the one that was left out: "all but the lunges"?"""
    parts = [mark for mark in reading.all("log:part", "log:missed") if mark.end <= card.start]
    return not any(left_out(reading, mark) for mark in parts)


def _days(reading: ParsedMessage, entry: Entry, today: date) -> list[date]:
    """The days that the log speaks of. One that is still to come is refused later on."""
    if entry.intent not in DATED:
        return []
    written = entry.intent is Intent.DONE and reading.has("log:write")
    if reading.has("told:in-advance") or (written and reading.has("when:tomorrow")):
        ahead = coming_day(reading, today)
        return [ahead] if ahead else []
    if _belated(reading):
        return [today]
    return [*past_day(reading, today), *[today] * _and_today(reading)]


def _belated(reading: ParsedMessage) -> bool:
    """The session of another day, done today: "did all of yesterday's today"."""
    named: list[Span] = [*reading.all("when:yesterday"), *weekdays(reading)]
    owned = any(reading.tokens[each.start].raw.endswith(("'s", "’s")) for each in named)
    now = [m for m in reading.all("when:today") if not reading.tokens[m.start].raw.endswith("s")]
    return owned and any(reading.word(m.start - 1) not in JOINTS for m in now)


def _and_today(reading: ParsedMessage) -> bool:
    """Both days: "yesterday and today", "yesterday, today"."""
    behind = reading.all("when:yesterday")
    return any(
        all(reading.word(at) in JOINTS for at in range(mark.end, today.start))
        for mark in behind
        for today in reading.all("when:today")
        if mark.end < today.start
    )


def _side(reading: ParsedMessage) -> Side | None:
    """The one side that was done: "left side only"."""
    named = {mark.concept.partition(":")[2] for mark in reading.all_marks if _names_side(mark)}
    return Side(named.pop()) if len(named) == 1 else None


def _names_side(mark: Mark) -> bool:
    section, _, name = mark.concept.partition(":")
    return section == "side" and name in set(Side)


def _only_today(reading: ParsedMessage, entries: Sequence[Entry]) -> bool:
    """Takes back nothing by itself, but does beside another day: "not today"."""
    missed = [each.mark for each in entries if each.intent is Intent.MISSED]
    return all("today" in reading.said(mark)[0] for mark in missed)


def _moved(reading: ParsedMessage, days: list[date], today: date) -> tuple[Meaning, ...]:
    """The log of today belongs to another day: "that was yesterday, not today"."""
    said = reading.said(*reading.all("mends:today")[:1])
    done = [Meaning(Intent.DONE, day=day, mends=True, because=said) for day in days]
    return (Meaning(Intent.UNDO, day=today, because=said), *done)


ACTIVE = (Intent.DONE, Intent.PARTIAL)
DATED = (Intent.DONE, Intent.PARTIAL, Intent.MISSED, Intent.UNDO)
_ORDER = (
    *(Intent.UNDONE, Intent.UNDO, Intent.STATUS, Intent.PARTIAL),
    *(Intent.DONE, Intent.MISSED, Intent.LATER),
)


def _strongest(entries: Sequence[Entry]) -> Entry:
    """What was done says more than that it shall be written down."""
    return min(entries, key=lambda e: (_ORDER.index(e.intent), e.mark.concept == "log:write"))


def own(reading: ParsedMessage) -> str | None:
    """A session of the runner's own, such as yoga."""
    mark = first(reading.all("own"))
    return mark.concept.partition(":")[2].replace("-", " ") if mark else None


def _adds(reading: ParsedMessage) -> bool:
    """Do the minutes come on top: "did another 10 minutes", "add 5 minutes"?"""
    written = (reading.word(mark.start) for mark in reading.all("log:write"))
    more = any(each.lead == "more" for each in reading.lengths) or "add" in written
    return more and _minutes(reading) is not None


def _minutes(reading: ParsedMessage) -> int | None:
    lengths = [each for each in reading.lengths if each.unit in ("minute", "hour")]
    told = next((each.minutes for each in lengths if each.minutes <= LONGEST), None)
    return told if told or reading.lengths else _bare_minutes(reading)


def _bare_minutes(reading: ParsedMessage) -> int | None:
    """A bare number where minutes are told: "did 10 on tuesday", unlike "did 10 squats"."""
    for at in range(1, len(reading.tokens)):
        number = reading.number(at)
        if number is None or not FEWEST <= number <= LONGEST:
            continue
        after = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else None
        ended = after is None or after.ends or after.text in BEHIND
        if reading.tokens[at - 1].raw in TELLING and ended:
            return number
    return None
