"""What a message means: words, the time and the card last shown in; meanings out. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property, partial

from content.catalog.taxonomy import Area, Kind
from content.intents import body_check
from content.intents.deciding.certainty import asked, or_shown, settled
from content.intents.deciding.costs import Cost, cost
from content.intents.deciding.proposals import proposals
from content.intents.deciding.reading import Reading
from content.intents.deciding.suggestions import readings
from content.intents.deciding.two_things import two_things
from content.intents.deciding.weighing import changes, heaviest, shows
from content.intents.log import sessions
from content.intents.log.days_off import away
from content.intents.meaning import Intent, Meaning
from content.intents.moves import exercise_requests, names
from content.intents.moves.descriptions import Texts, described
from content.language.body_areas import areas
from content.language.compiler import CompiledLexicon, compiled
from content.language.corrected import corrected
from content.language.languages import UNNAMED, sounds_foreign, spoken
from content.language.lexicon import Lexicon, load_lexicon
from content.language.parsed_message import SHORT, ParsedMessage, parse, shortened
from content.language.when.dates import weekdays
from content.screening.screen import Flag, flagged
from content.screening.screened_message import ScreenedMessage
from content.screening.urgency import Urgency
from content.screening.whose import another_bodys, somebody_elses

__all__ = ["Lexicon", "load_lexicon", "surely", "understand"]

NO_TEXTS: Texts = {}
BRIEF = 6  # words
DAY_ENDS_AT = timedelta(hours=4)  # for logging, a night belongs to the day before
QUESTIONS = (Intent.TOPIC, Intent.RESIZE, Intent.ABOUT, Intent.BUG)
HALF = 0.5  # of what a message says
TOLD = (Intent.DONE, Intent.PARTIAL)
NOTHING_DONE = (Intent.LATER, Intent.MISSED)
FAINT = (
    Intent.UNKNOWN,
    Intent.THANKS,
    Intent.GREETING,
    Intent.LATER,
    Intent.HELP,
    Intent.RESIZE,
)


def understand(
    text: str,
    *,
    now: datetime,
    lexicon: Lexicon,
    cards: Mapping[str, tuple[str, ...]],
    shown: str | None = None,
    recent: Sequence[str] = (),
    texts: Texts = NO_TEXTS,
    well: bool = False,
) -> tuple[Meaning, ...]:
    """One or more meanings of a message, in the order in which they should be served.

    `now` is the runner's own time (a naive one is refused with ValueError), `cards` maps card
    ids to names and aliases, `shown` is the card last shown, `recent` those before it, and `texts`
    the words of each card. `well` says that the runner was asked, and nothing is wrong. A red
    flag comes alone, and before anything else is read.
    """
    if now.tzinfo is None:
        raise ValueError("now has no time zone. Mend: pass the runner's own aware time.")
    words = compiled(lexicon, cards)
    heard = often(text, words) if len(text) <= SHORT else _hear(text, words)
    if heard.flag:
        return (danger(heard.flag, heard.reading),)
    found = _described(heard, texts, recent) or _meanings(heard, now, shown)
    if not well:
        found = body_check.asked_first(heard.message, found, heard.reading)
    if heard.language:
        found = tuple(replace(each, language=heard.language) for each in found)
    return tuple(_carded(each, cards, lexicon) for each in found)


def surely(
    text: str,
    found: Sequence[Meaning],
    *,
    now: datetime,
    lexicon: Lexicon,
    cards: Mapping[str, tuple[str, ...]],
    shown: str | None = None,
) -> tuple[Meaning, ...]:
    """What was understood of that text, as far as it is sure enough; the rest as questions."""
    if all(cost(each.intent) <= Cost.NOTE for each in found):
        limited = any(each.intent is Intent.CANNOT for each in found)
        return (*found, *_instead(text, now, lexicon, cards)) if limited else tuple(found)
    words = compiled(lexicon, cards)
    short = len(text) <= SHORT
    reading = often(text, words).reading if short else corrected(shortened(parse(text, words)))
    sure = _often_settled(reading, tuple(found), words) if short else settled(reading, found)
    if all(each.intent is not Intent.SURE for each in sure):
        return sure
    harmless = shows(reading, proposals(reading, now, shown))
    return tuple(_carded(or_shown(each, harmless), cards, lexicon) for each in sure)


def _instead(
    text: str, now: datetime, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]
) -> tuple[Meaning, ...]:
    """What can be done of a wish that no reminder can meet, as a question."""
    reading = corrected(shortened(parse(text, compiled(lexicon, cards))))
    offered = changes(reading, proposals(reading, now, None))
    return (asked(offered),) if offered else ()


def danger(flag: Flag, reading: ParsedMessage) -> Meaning:
    """A red flag with the areas that are named, and nothing else: no number is read for it."""
    return Meaning(
        Intent.DANGER,
        areas=areas(reading),
        flag=flag.id,
        urgency=flag.urgency,
        of_other=somebody_elses(flag.id, flag.because, reading.tokens, reading.words),
        because=flag.because,
    )


@dataclass(frozen=True, eq=False)
class Heard:
    """What a message says whenever it is said: its words, the red flag in them, the language."""

    full: ParsedMessage
    screened: ScreenedMessage
    flag: Flag | None

    @cached_property
    def reading(self) -> ParsedMessage:
        return corrected(shortened(self.full))

    @cached_property
    def message(self) -> ScreenedMessage:
        """What doubts are looked for in: no more of a page than its beginning and its end."""
        short = shortened(self.full)
        whole = short is self.full
        return self.screened if whole else ScreenedMessage(short.tokens, short.words)

    @cached_property
    def language(self) -> str | None:
        return spoken(self.reading)

    @cached_property
    def told(self) -> Sequence[sessions.Entry]:
        return sessions.told(self.reading)


def _hear(text: str, words: CompiledLexicon) -> Heard:
    reading = parse(text, words)
    message = ScreenedMessage(reading.tokens, words)
    flag = flagged(message)
    mild = flag is not None and flag.urgency is Urgency.VISIT
    if flag and mild and another_bodys(flag.because, reading.tokens, words):
        flag = None  # what can wait for a visit, and is not the runner's, is no news for a coach
    return Heard(reading, message, flag)


def often(text: str, words: CompiledLexicon) -> Heard:
    """The same, remembered: "done", "did half" and "snooze 20" come again and again."""
    heard: Heard = words.often("heard", partial(_hear, words=words))(text)
    return heard


def _often_settled(
    reading: ParsedMessage, found: tuple[Meaning, ...], words: CompiledLexicon
) -> tuple[Meaning, ...]:
    """What is sure of it, remembered likewise: it hangs on the words and on what they mean."""
    sure: tuple[Meaning, ...] = words.often("settled", _settled)((reading, found))
    return sure


def _settled(heard: tuple[ParsedMessage, tuple[Meaning, ...]]) -> tuple[Meaning, ...]:
    return settled(*heard)


def _described(heard: Heard, texts: Texts, recent: Sequence[str]) -> tuple[Meaning, ...]:
    """An ask for the card whose words these are: "the one against the wall"."""
    reading = heard.reading
    if any(each.intent in TOLD for each in heard.told):
        return ()
    dated = reading.has("log:did", "log:done") and (weekdays(reading) or reading.written_dates)
    if names.card(reading) or reading.has("remind:word") or dated:
        return ()
    card = described(reading, texts, recent)
    if card is None:
        return ()
    return (replace(exercise_requests.ask(reading), card=card, areas=(), level=None),)


def _meanings(heard: Heard, now: datetime, shown: str | None) -> tuple[Meaning, ...]:
    """What was told about sessions first, then what else the message wants."""
    today = runner_day(now)
    reading, entries = heard.reading, heard.told
    if (days := away(reading, now)) and all(map(_nothing_done, entries)):
        return days
    if not entries or _put_off(reading, entries):
        whole = heaviest(reading, proposals(reading, now, shown))
        return two_things(reading, whole, now, shown) or _only(reading, whole)
    if asked := _asked_instead(reading, entries, now, shown):
        return (asked,)
    told = {entry.clause for entry in entries}
    rest = reading.without(told)
    if rest.size and (days := away(rest, now)):
        return (
            *sessions.meanings(reading.without(set(reading.clauses) - told), entries, today),
            *days,
        )
    other = _other(rest, now, shown) if rest.size else None
    if other is None or not _counts(other, rest, entries):
        return sessions.meanings(reading, entries, today)
    if all(entry.intent is Intent.LATER for entry in entries):
        return (_other(reading, now, shown),)
    mine = reading.without(set(reading.clauses) - told)
    return (*sessions.meanings(mine, entries, today), other)


def _nothing_done(entry: sessions.Entry) -> bool:
    """Missed, put off, or only words of writing down: "mark Thursday as a rest day"."""
    return entry.intent in NOTHING_DONE or entry.mark.concept == "log:write"


def _put_off(reading: ParsedMessage, entries: Sequence[sessions.Entry]) -> bool:
    """A wish to be asked again then, and no plan: "in a bit, 15 mins"."""
    later = all(entry.intent is Intent.LATER for entry in entries)
    return later and bool(reading.lengths) and reading.size <= BRIEF


def _asked_instead(
    reading: ParsedMessage, entries: Sequence[sessions.Entry], now: datetime, shown: str | None
) -> Meaning | None:
    """A question that accounts for most of it, and no plan: "what happens if I stop?" """
    if any(entry.intent not in (Intent.LATER, Intent.STATUS) for entry in entries):
        return None
    whole = heaviest(reading, proposals(reading, now, shown))
    if whole is None or whole.share(reading) < HALF:
        return None
    return whole.meanings[0] if whole.meanings[0].intent in QUESTIONS else None


def _counts(other: Meaning, rest: ParsedMessage, entries: Sequence[sessions.Entry]) -> bool:
    """Is this a second request, or just more words about the session that was told?"""
    if other.intent in FAINT or other.intent in (Intent.SESSION, Intent.MOVED, Intent.OFF_TOPIC):
        asked = other.intent is Intent.SESSION and not rest.has("when:yesterday")
        return asked and not rest.lengths and rest.size > 1
    if other.intent is Intent.ANOTHER and rest.has("log:missed", "log:cut"):
        return False  # "skipped the other two"
    if other.intent is Intent.ASK:
        return rest.has("wish", "feel", "meta:session") or any(
            rest.asks(clause) for clause in set(rest.clauses)
        )
    if other.intent in (Intent.PAUSE, Intent.REMIND, Intent.REMIND_DAYS, Intent.SNOOZE):
        return rest.has("remind:word", "remind:snooze", "remind:pause") or other.at is not None
    return entries[0].intent is not Intent.UNDO or other.intent is not Intent.DELETE


def _other(reading: ParsedMessage, now: datetime, shown: str | None) -> Meaning:
    """The one thing that a message without a log wants."""
    return _only(reading, heaviest(reading, proposals(reading, now, shown)))[0]


def _only(reading: ParsedMessage, whole: Reading | None) -> tuple[Meaning, ...]:
    return whole.meanings if whole else (_unclear(reading),)


def _unclear(reading: ParsedMessage) -> Meaning:
    said = reading.said(*reading.all("body")[:1])
    found, likely = readings(reading)
    language = UNNAMED if sounds_foreign(reading) else None
    return Meaning(Intent.UNKNOWN, because=said, readings=found, guessed=likely, language=language)


def _carded(meaning: Meaning, cards: Mapping[str, tuple[str, ...]], lexicon: Lexicon) -> Meaning:
    """An exercise that we have no card for is `named`, with its areas and kind to look by."""
    if meaning.card is None or meaning.card in cards or meaning.card not in lexicon.exercises:
        return meaning
    known = lexicon.exercises[meaning.card]
    return replace(
        meaning,
        card=near if (near := known.get("near")) in cards else None,
        named=known["name"],
        areas=meaning.areas or tuple(Area(area) for area in known["areas"]),
        kind=meaning.kind or Kind(known["kind"]),
    )


def runner_day(now: datetime) -> date:
    """The day that a log at this moment belongs to."""
    return (now - DAY_ENDS_AT).date()
