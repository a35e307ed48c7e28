"""One message, read for the question that is open. Pure.

What the answer explains is weighed against what the rest of the message speaks of: words of
another matter ("stretch for my hamstrings", "delete everything") outweigh an answer found in them.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from content.intents.answers.answer import Answer, Aside, Found, Known
from content.intents.answers.hearsay import own, taken_back
from content.intents.answers.question_words import question_words
from content.intents.answers.readers.clock_times import remind_at, run_at
from content.intents.answers.readers.conditions import conditions
from content.intents.answers.readers.cue import cue
from content.intents.answers.readers.days import remind_days, run_days
from content.intents.answers.readers.kit import kit
from content.intents.answers.readers.one_of import one_of
from content.intents.answers.readers.sitting import sitting
from content.intents.answers.readers.spots import spots
from content.intents.answers.readers.zone import Whereabouts, zone
from content.intents.answers.said import Said, name_of, places
from content.intents.answers.soreness import soreness
from content.intents.answers.weigh import UNCLEAR, is_deed, outweighed
from content.intents.answers.word_by_word import in_english
from content.intents.deciding.explained import read_as
from content.intents.meaning import Intent, Meaning
from content.language.compiler import CompiledLexicon, compiled
from content.language.content_words import covered
from content.language.corrected import corrected
from content.language.lexicon import Lexicon
from content.language.parsed_message import parse
from content.language.tokens import fold
from content.screening.screen import flagged, own_lexicon
from content.screening.screened_message import ScreenedMessage
from content.screening.unexplained import ILLNESS, VAGUE, unexplained

Reader = Callable[[Said, Known], Found | None]
READERS: Mapping[str, Reader] = {
    "sitting": sitting,
    "spots": spots,
    "run_days": run_days,
    "run_at": run_at,
    "kit": kit,
    "zone": zone,
    "remind_at": remind_at,
    "remind_days": remind_days,
    "cue": cue,
    "conditions": conditions,
    "sore_place": one_of,
    "run_soon": one_of,
    "how_much_done": one_of,
    "unlogged": one_of,
    "complaint": one_of,
    "allowed": one_of,
    "soreness": soreness,
}
MOST_WORDS = 40
ENOUGH = 1 / 4  # of what a message says, to be an answer
FEW = 3  # words that may be left beside any answer
ABOUT_IT = (Aside.WHY, Aside.LATER, Aside.BEST, Aside.MEANING)  # questions about the question
PLAIN = (Intent.MOVED, Intent.BACK)  # heard only where it is told in so many words
LOGS = (Intent.DONE, Intent.PARTIAL)
SKIPS = ("skip", "pass", "next", "no", "not", "never", "none")
SIGNS = ("?", "-")  # alone they say as much as "skip"
NOTHING_KNOWN: Mapping[str, Any] = {}


def read_answer(
    question: str,
    text: str,
    now: datetime,
    *,
    lexicon: Lexicon | None = None,
    known: Known = NOTHING_KNOWN,
    rival: Meaning | None = None,
) -> Answer | Aside | None:
    """What this message is to that question, or None if it is another matter.

    `now` is the runner's aware time, `known` what was answered before, by question, and `rival`
    what the message means where no question is open; without it nothing is weighed.
    """
    if now.tzinfo is None:
        raise ValueError("now has no time zone. Mend: pass the runner's own aware time.")
    words = compiled(lexicon or own_lexicon())
    found = _read(question, text, words, known, rival)
    if isinstance(found, Answer) and not found.left:
        return found
    english = in_english(text, words, names=question == "zone")
    abroad = _read(question, english, words, known, None) if english else None
    if isinstance(abroad, Answer) and _as_spelt(abroad, text):
        return replace(abroad, used=frozenset())
    return found


def _as_spelt(found: Answer, text: str) -> bool:
    """Is a place named as it is spelt? In another language no word is a slip for one."""
    if not isinstance(found.value, Whereabouts):
        return True
    return any(fold(place.name) in fold(text).split() for place in found.value.places)


def _read(
    question: str, text: str, words: CompiledLexicon, known: Known, rival: Meaning | None
) -> Answer | Aside | None:
    reading = parse(text, words)
    if not 0 < reading.size <= MOST_WORDS:
        return Aside.SKIP if text.strip() in SIGNS else None
    said = Said(corrected(reading), question_words(question, words))
    reader = READERS.get(question) or _none
    aside = _whole(said)
    if aside and not (reading.size == 1 and reader(said, known)):  # "back" is a place as well
        return aside
    if words.often("unwell", partial(_unwell, words=words))(text):
        return None
    mine = own(said)
    found = reader(mine, known)
    if found is None and mine is not said and reader(said, known):
        return Aside.LOST
    if found and taken_back(mine, found.used):
        return Aside.LOST
    said = mine if found else said
    read = _answer(said, found, rival) if found else _aside(said, rival)
    return read or (_lost(said, rival.intent) if rival else None)


def _none(_said: Said, _known: Known) -> None:
    """A question that no words answer."""


def _lost(said: Said, rival: Intent) -> Aside | None:
    """Not understood as an answer, and no other matter that is clear enough to act on."""
    if said.opens_as_question and rival in UNCLEAR:
        return Aside.MEANING
    if rival in UNCLEAR:
        return Aside.LOST
    if rival in PLAIN or (rival in LOGS and said.reading.size <= FEW):
        return None
    hinted = is_deed(rival) or (rival is Intent.ASK and said.words.question != "spots")
    return Aside.LOST if hinted and not said.other_matters(()) else None


def _unwell(text: str, words: CompiledLexicon) -> bool:
    """Does it have to be looked at, or asked about, before anything else?

    Asked by every question that the message may answer, and worked out once.
    """
    message = ScreenedMessage(parse(text, words).tokens, words)
    if flagged(message):
        return True
    doubt = unexplained(_politely(message))
    return doubt is not None and doubt.kind not in (VAGUE, ILLNESS)


def _politely(message: ScreenedMessage) -> ScreenedMessage:
    """Without words that only swear: "all bloody day" tells of no blood."""
    swears = message.words.lexicon.tables["answers"]["swears"]
    kept = [token for token in message.tokens if token.text not in swears]
    return ScreenedMessage(tuple(kept), message.words)


def _whole(said: Said) -> Aside | None:
    """The message is nothing but words that leave the question: "skip", "no idea, sorry"."""
    for mark in said.asides:
        alone = said.alone(mark) and not said.other_matters(range(mark.start, mark.end))
        if alone and not said.value():
            return Aside(name_of(mark))
    return None


def _answer(said: Said, found: Found, rival: Meaning | None) -> Answer | Aside | None:
    """The value, unless the message asks about the question or tells of another matter."""
    if asked := _asked_about(said, found):
        return asked
    if not found.used.isdisjoint(covered(said.reading.all("meta:thanks", "meta:gratitude"))):
        return None
    left = said.left(found.used)
    asks = said.asks_of(found.used) and (left or "?" in said.reading.text)
    if asks or _tells_else(said, found.used, rival):
        return None
    share = said.content(found.used) / max(1, said.content(found.used) + len(left))
    if len(left) > FEW and share < ENOUGH:
        return None
    if isinstance(found.value, Aside):
        return found.value
    return Answer(found.value, said.raw(left), found.used)


def _tells_else(said: Said, used: frozenset[int], rival: Meaning | None) -> bool:
    """Is it another matter by its own words, or by what most of them say?

    Words that the other reading makes nothing of tell of no other matter: "when you stand up".
    """
    others = said.other_matters(used)
    if rival:
        meant = read_as(said.reading, rival).explains
        others = [mark for mark in others if not meant.isdisjoint(places([mark]))]
    mentioned = [mark for mark in others if said.mentions(mark, used)]
    if len(others) > len(mentioned):
        return True
    return not mentioned and outweighed(said, used, rival)


def _skips(said: Said) -> bool:
    """Is it said in so many words: "skip, too personal", unlike "leave it as it was"?"""
    return any(said.reading.word(mark.start) in SKIPS for mark in said.asides)


def _asked_about(said: Said, found: Found) -> Aside | None:
    """A question about the question, with an answer in it: "is three enough?"."""
    if not (said.opens_as_question or "?" in said.reading.text):
        return None
    kinds = [mark for mark in said.asides if name_of(mark) in ABOUT_IT]
    if not kinds or said.other_matters(found.used.union(places(kinds))):
        return None
    return Aside(name_of(kinds[0]))


def _aside(said: Said, rival: Meaning | None) -> Aside | None:
    """Words about the question where no answer is found and no other matter is told."""
    if not said.asides:
        return None
    spots = frozenset(places(said.asides))
    if said.other_matters(spots) or outweighed(said, spots, rival):
        return None
    left = len(said.left(spots))
    names = {name_of(mark) for mark in said.asides}
    if Aside.SKIP in names and (left or len(names) > 1) and not _skips(said):
        return None
    return Aside(name_of(said.asides[0])) if left <= max(FEW, said.content(spots)) else None
