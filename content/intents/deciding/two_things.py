"""A message that wants two things in clauses of their own: "in Oslo now, remind me at 8". Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from content.intents.deciding.costs import Cost, cost
from content.intents.deciding.proposals import proposals
from content.intents.deciding.reading import Reading
from content.intents.deciding.weighing import heaviest
from content.intents.meaning import Intent, Meaning
from content.language.content_words import content_words, covered
from content.language.parsed_message import ParsedMessage

MOST = 4  # clauses of a message that is taken apart
PART = 0.5  # of what a half says, to count for one
TIMED = (Intent.REMIND, Intent.REMIND_DAYS, Intent.SNOOZE)  # a mere time may be a run's
REPLACED = {Intent.REMIND, Intent.REMIND_OFF}  # one goes and another comes: one wish
OF_REMINDERS = {
    *TIMED,
    Intent.QUIET,
    Intent.HUSH,
    Intent.PAUSE,
    Intent.RESUME,
    Intent.INTERVAL,
    Intent.NAG,
    Intent.MOVED,  # "in Oslo now, keep 7am"
}
REMINDING = ("remind:word", "remind:change", "remind:snooze", "barrier:wrong-time")
ASKED = {
    Intent.PROGRESS,
    Intent.HISTORY,
    Intent.REMIND_WHEN,
    Intent.SESSION,
    Intent.PROGRAM,
    Intent.STATUS,
}
# Without a word of these sections there is nothing to change and no question to be doubled.
LASTING = (
    "remind:word",
    "remind:change",
    "remind:snooze",
    "remind:pause",
    "remind:resume",
    "remind:resume-alone",
    "remind:hush",
    "remind:quiet-hours",
    "remind:off",
    "break",
    "place",
    "streak",
    "lasting",
    "having",
    "meta:hide",
    "meta:unhide",
    "meta:progress",
    "meta:session",
    "meta:program",
    "topic",
    "run",
)
# Parts and moves belong to a wish for one, whatever else the same words may be.
WISHED = ("area", "spot", "card")
FAINT = (
    Intent.THANKS,
    Intent.GREETING,
    Intent.HELP,
    Intent.OFF_TOPIC,
    Intent.BAD_TIME,
    Intent.RESIZE,
)
MERE_TONE = "swearing"  # a topic that asks nothing beside a wish
PUT_OFF = {Intent.SNOOZE, Intent.HUSH, Intent.BACK}


@dataclass(frozen=True, slots=True)
class Half:
    """Some clauses of a message, and the heaviest reading of them."""

    parsed: ParsedMessage
    reading: Reading

    @property
    def meaning(self) -> Meaning:
        return self.reading.meanings[0]

    @property
    def counts(self) -> bool:
        """Is it a wish of its own, and not a remark beside the other?"""
        intent = self.meaning.intent
        if intent in FAINT:
            return False
        if intent is Intent.REMIND_DAYS and not self.parsed.has("remind:word"):
            return False
        return self.reading.share(self.parsed) >= (PART if cost(intent) <= Cost.NOTE else 1)

    @property
    def bare_time(self) -> bool:
        """A time and no word of reminding: it may be when somebody runs."""
        return self.meaning.intent in TIMED and not self.parsed.has(*REMINDING)

    @property
    def explained(self) -> int:
        """How many words it accounts for: parts, moves and questions only if it is about them."""
        others = () if self.is_wish else WISHED
        others = others if self.meaning.intent is Intent.TOPIC else (*others, "topic")
        explained = content_words(self.parsed) & self.reading.explains
        return len(explained - covered(self.parsed.all(*others)))

    @property
    def is_wish(self) -> bool:
        """Does it name what shall be moved?"""
        return bool(self.meaning.areas or self.meaning.card or self.meaning.kind)


def two_things(
    parsed: ParsedMessage, whole: Reading | None, now: datetime, shown: str | None
) -> tuple[Meaning, ...]:
    """Both, in the order of the message; nothing where `whole` explains as much by itself."""
    if not 1 < len(set(parsed.clauses)) <= MOST or not parsed.has(*LASTING):
        return ()
    alone = Half(parsed, whole).explained if whole else 0
    if whole and whole.meanings[0].moment:
        return ()  # a run that a move is wished for is no other thing
    asks = whole is not None and (whole.meanings[0].intent in ASKED or _ran_too(parsed, whole))
    if alone == len(content_words(parsed)) and whole and not asks:
        return ()
    pairs = [pair for pair in _cuts(parsed, now, shown) if _apart(*pair)]
    best = max(pairs, key=lambda pair: pair[0].explained + pair[1].explained, default=None)
    if best is None or best[0].explained + best[1].explained < alone + (not asks):
        return ()
    return tuple(half.meaning for half in best if half.meaning.topic != MERE_TONE)


def _ran_too(parsed: ParsedMessage, whole: Reading) -> bool:
    """Is a run told beside a reminder, which speaks of runs as well: "ran 5k, remind me at 6"?"""
    return whole.meanings[0].intent in TIMED and parsed.has("run:did") and _runs(parsed)


def _runs(parsed: ParsedMessage) -> bool:
    return any(mark.concept == "elsewhere:run" for mark in parsed.all_marks)


def _cuts(parsed: ParsedMessage, now: datetime, shown: str | None) -> Iterator[tuple[Half, Half]]:
    """The message cut in two after each of its clauses."""
    clauses = sorted(set(parsed.clauses))
    for cut in range(1, len(clauses)):
        first = _half(parsed.without(clauses[cut:]), now, shown)
        second = _half(parsed.without(clauses[:cut]), now, shown)
        if first and second:
            yield first, second


def _half(parsed: ParsedMessage, now: datetime, shown: str | None) -> Half | None:
    reading = heaviest(parsed, proposals(parsed, now, shown))
    return Half(parsed, reading) if reading else None


def _apart(first: Half, second: Half) -> bool:
    """Two wishes, one of which changes something or names a part; or two questions in full."""
    intents = {first.meaning.intent, second.meaning.intent}
    dear = bool(intents & PUT_OFF) or max(map(cost, intents)) > Cost.LOG
    asked = intents <= ASKED and all(
        half.reading.share(half.parsed) == 1 for half in (first, second)
    )
    wish = Intent.ASK in intents and all(
        half.is_wish or half.reading.share(half.parsed) == 1 for half in (first, second)
    )
    bare = first.bare_time or second.bare_time
    if (bare and not (intents <= OF_REMINDERS and intents - set(TIMED))) or intents >= REPLACED:
        return False
    return first.counts and second.counts and len(intents) > 1 and (dear or asked or wish)
