"""What a message means: words, the time and the card last shown in; meanings out. Pure."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from content.catalog.taxonomy import Area, Condition, Kind
from content.intents import body_check
from content.intents.deciding.by_opinion import by_opinion
from content.intents.deciding.certainty import asked, or_shown, settled
from content.intents.deciding.costs import Cost, cost
from content.intents.deciding.proposals import proposals
from content.intents.deciding.weighing import changes, shows
from content.intents.hearing import Heard, danger, flag_with, hear, read
from content.intents.meaning import Intent, Meaning
from content.intents.moves import exercise_requests, names
from content.intents.moves.descriptions import Texts, described
from content.intents.told_first import told_first
from content.language.compiler import CompiledLexicon, compiled
from content.language.lexicon import Lexicon, load_lexicon
from content.language.parsed_message import SHORT, ParsedMessage
from content.language.when.dates import weekdays
from content.screening.after_flag.theirs import Theirs, wished_for, worsened

__all__ = ["Lexicon", "load_lexicon", "surely", "understand"]
NO_TEXTS: Texts = {}
MOVES = (Intent.ASK, Intent.SESSION, Intent.TALK)
TOLD = (Intent.DONE, Intent.PARTIAL)


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
    states: Collection[Condition] = (),
    others: Sequence[Theirs] = (),
) -> tuple[Meaning, ...]:
    """One or more meanings of a message, in the order in which they should be served.

    `now` is the runner's own time (a naive one is refused with ValueError), `cards` maps card
    ids to names and aliases, `shown` is the card last shown, `recent` those before it, and `texts`
    the words of each card. `well` says that the runner was asked, and nothing is wrong. `states`
    are known to last in the runner's body, and may make a red flag of what is told; `others` is
    what was told of others before. A red flag comes alone, and before anything else is read.
    """
    if now.tzinfo is None:
        raise ValueError("now has no time zone. Mend: pass the runner's own aware time.")
    words = compiled(lexicon, cards)
    heard = hear(text, words)
    flag = flag_with(heard, states)
    if worse := worsened(heard.message, flag, text, others):
        return (replace(danger(worse, heard.reading), of_other=True),)
    if flag:
        return (danger(flag, heard.reading),)
    found = _described(heard, texts, recent) or told_first(heard, now, shown)
    theirs = wished_for(heard.message, others) if found[0].intent in MOVES else None
    if theirs:
        return (replace(danger(theirs, heard.reading), of_other=True),)
    if not well:
        found = body_check.asked_first(heard.message, found, heard.reading)
    found = by_opinion(found, heard.reading, shown)
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
    reading = read(text, words)
    short = len(text) <= SHORT
    sure = _often_settled(reading, tuple(found), words) if short else settled(reading, found)
    if all(each.intent is not Intent.SURE for each in sure):
        return sure
    harmless = shows(reading, proposals(reading, now, shown))
    return tuple(_carded(or_shown(each, harmless), cards, lexicon) for each in sure)


def _instead(
    text: str, now: datetime, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]
) -> tuple[Meaning, ...]:
    """What can be done of a wish that no reminder can meet, as a question."""
    reading = read(text, compiled(lexicon, cards))
    offered = changes(reading, proposals(reading, now, None))
    return (asked(offered),) if offered else ()


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
