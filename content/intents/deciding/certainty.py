"""What is done at once, and what is asked first: the dearer a deed, the surer one must be.

A change is made if every word that says something is accounted for; else the words that are not
are named, and the deed is offered on a button. A log bears small remarks beside it, but nothing
that turns it round: "not", "if", "my sister", a question, a joke.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from content.intents.deciding.costs import Cost, cost
from content.intents.deciding.explained import filled, quoted, read_as
from content.intents.deciding.limited import limited
from content.intents.deciding.reading import Reading
from content.intents.log.partly import in_time, is_contrast, left_out
from content.intents.meaning import Intent, Meaning
from content.intents.second_opinion import disbelieves
from content.language.content_words import content_words, covered, phrases
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.remarks import remarks

TURNED = ("grammar:not", "grammar:other", "grammar:except", "grammar:sarcasm")
LEFT_OUT = ("grammar:except", "told:except")
MINE = tuple(each for each in TURNED if each != "grammar:other")  # "take it off, it was my wife"
WHY = ("elsewhere", "break:busy", "place", "moment:desk")  # where somebody is instead
TOLD = (Intent.DONE, Intent.PARTIAL)
ASKED = (Intent.PROGRESS, Intent.HISTORY, Intent.STATUS, Intent.STREAK)
JOINTS = ("but", "and")  # before what was left out
BRIEF = 5  # words of a log that nothing need be said about
LEAST = 0.2  # of what its clause says, for a log
MOSTLY = 0.6  # where a move is wished for as well
RUN = 0.6  # for a run, of which people speak in passing


def settled(parsed: ParsedMessage, found: Sequence[Meaning]) -> tuple[Meaning, ...]:
    """These meanings, those that are not sure enough each as a question.

    A log gives way to another meaning that knows its own clause better.
    """
    readings = [read_as(parsed, each) for each in found]
    left = content_words(parsed) - frozenset().union(*(each.explains for each in readings))
    if all(cost(each.intent) < Cost.END for each in found):
        left -= remarks(parsed)
    kept = [each for each in readings if not _outweighed(parsed, each, readings)]
    return tuple(_settled(parsed, each, kept, left) for each in kept)


def _settled(
    parsed: ParsedMessage, reading: Reading, all_: Sequence[Reading], left: frozenset[int]
) -> Meaning:
    (meaning,) = reading.meanings
    dear = Cost.CHANGE if _moves_a_run(meaning) else cost(meaning.intent)
    if dear <= Cost.NOTE:
        return meaning
    others = [each for each in all_ if each is not reading]
    mine = _mine(parsed, left, reading, others)
    if dear is Cost.LOG:
        if partial := _only_partly(parsed, meaning, others):
            return partial
        unsure = (
            _turned(parsed, meaning, left)
            or _of_one(parsed, meaning)
            or _beside(parsed, reading, others)
            or _disbelieved(parsed, meaning, _asked_beside(others))
        )
    else:
        mine = mine - _reasons(parsed, mine) if _is_a_day_off(meaning) else mine
        unsure = bool(mine)
    if not unsure:
        return meaning
    if says_no_time(meaning):
        words = next(iter(phrases(parsed, mine)))
        return Meaning(Intent.CANNOT, topic="occasion", named=words, because=meaning.because)
    less = limited(parsed, meaning, mine)
    if less and cost(less.intent) <= Cost.NOTE:
        return less
    return asked(less or meaning, phrases(parsed, mine))


def says_no_time(meaning: Meaning) -> bool:
    """A wish to be reminded and no more: "remind me when the baby sleeps" has nothing to say yes
    to.
    """
    return meaning.intent is Intent.REMIND and not filled(meaning) - {"intent", "because"}


def _is_a_day_off(meaning: Meaning) -> bool:
    """One day to come, which a tap takes back."""
    last = meaning.day - timedelta(days=1) if meaning.day else None
    return meaning.intent is Intent.PAUSE and meaning.since is not None and meaning.since == last


def _reasons(parsed: ParsedMessage, left: frozenset[int]) -> frozenset[int]:
    """Words for a day off that mean nothing else here: a dentist, a scan, a meeting."""
    known = [mark for mark in parsed.all_marks if not mark.concept.startswith(WHY)]
    return left - covered(known)


def _moves_a_run(meaning: Meaning) -> bool:
    """A run on another day takes one from the day that it had: no mere log."""
    return meaning.intent is Intent.RUN_TOLD and bool(meaning.skips)


def _only_partly(
    parsed: ParsedMessage, meaning: Meaning, others: Sequence[Reading]
) -> Meaning | None:
    """Which it was, where words in another clause leave some of it out: "done, except the left".

    A part in a second log is that one's own: "all yesterday, half today".
    """
    told = any(each.meanings[0].intent in TOLD for each in others)
    if meaning.intent is not Intent.DONE or meaning.day or told:
        return None
    clauses = _clauses(parsed, meaning)
    skipped = [mark for mark in parsed.all("log:missed") if left_out(parsed, mark)]
    marks = [*parsed.all("log:part", *LEFT_OUT), *skipped]
    parts = [mark for mark in marks if _is_left_out(parsed, mark, clauses)]
    return asked_which(replace(meaning, intent=Intent.PARTIAL), meaning) if parts else None


def _is_left_out(parsed: ParsedMessage, mark: Mark, told: set[int]) -> bool:
    """In a clause of the log, or at the beginning of another: not "no pain, except on stairs"."""
    if in_time(parsed, mark) or is_contrast(parsed, mark):
        return False
    clause = parsed.clauses[mark.start]
    begins = parsed.clauses.index(clause)
    begins += parsed.word(begins) in JOINTS
    return clause in told or content_words(parsed).isdisjoint(range(begins, mark.start))


def _asked_beside(others: Sequence[Reading]) -> bool:
    """Is the log asked about as well: "did yesterday's, how many is that"?"""
    return any(each.meanings[0].intent in ASKED for each in others)


def _disbelieved(parsed: ParsedMessage, meaning: Meaning, asked: bool) -> bool:
    """Does a log that takes more than a few words sound like anything but one?

    Where it is `asked` about as well, only the clauses count that told it.
    """
    if meaning.intent not in TOLD:
        return False
    clauses = _clauses(parsed, meaning) if asked else set(parsed.clauses)
    words = [
        token.raw or token.text
        for token, clause in zip(parsed.tokens, parsed.clauses, strict=True)
        if clause in clauses
    ]
    return len(words) > BRIEF and disbelieves(" ".join(words), TOLD)


def _mine(
    parsed: ParsedMessage, left: frozenset[int], reading: Reading, others: Sequence[Reading]
) -> frozenset[int]:
    """What is left of the message but for the clauses that only other meanings account for."""
    taken = {parsed.clauses[at] for each in others for at in each.explains}
    taken -= {parsed.clauses[at] for at in reading.explains}
    return frozenset(at for at in left if parsed.clauses[at] not in taken)


def asked(meaning: Meaning, left: Sequence[str] = ()) -> Meaning:
    """Whether that is meant, with the words that were not understood."""
    return Meaning(Intent.SURE, offers=(meaning,), left=tuple(left), because=meaning.because)


def asked_which(*meanings: Meaning) -> Meaning:
    """Which of several deeds is meant by the same words."""
    return Meaning(Intent.SURE, offers=meanings, because=meanings[0].because)


def or_shown(meaning: Meaning, harmless: Meaning | None) -> Meaning:
    """A question about a log offers what the words may ask to be shown instead."""
    if meaning.intent is not Intent.SURE or harmless is None:
        return meaning
    if cost(meaning.offers[0].intent) is not Cost.LOG:
        return meaning
    return replace(meaning, offers=(*meaning.offers, harmless))


def _turned(parsed: ParsedMessage, meaning: Meaning, left: frozenset[int]) -> bool:
    """Do the words beside a log turn it round: denied, imagined, somebody else's, a joke?"""
    if parsed.has("grammar:sarcasm") or _taken_back(parsed):
        return True
    doubts = parsed.tables["explains"]["doubts"]
    turning = MINE if meaning.intent is Intent.UNDO else TURNED
    turned = covered(parsed.all(*turning)) | {
        at for at, token in enumerate(parsed.tokens) if token.text in doubts
    }
    clauses = _clauses(parsed, meaning)
    kept_up = {mark.start - 1 for mark in parsed.all("log:missed")}  # "didn't skip"
    return any(parsed.clauses[at] in clauses for at in (left & turned) - kept_up)


def _of_one(parsed: ParsedMessage, meaning: Meaning) -> bool:
    """Is one of several things to be undone, which no undo can name: "undo B", "undo 2"?"""
    if meaning.intent is not Intent.UNDO:
        return False
    ends = {each.end for each in quoted(parsed, meaning.because)}
    last = len(parsed.tokens) - 1
    alone = parsed.tokens[last].raw
    return last in ends and (len(alone) == 1 and alone.isalnum())


def _taken_back(parsed: ParsedMessage) -> bool:
    """A "not" at the very end: "did it all, not"."""
    said = [token.text for token in parsed.tokens if token.text[0].isalnum()]
    return len(said) > 1 and said[-1] == "not"


def _outweighed(parsed: ParsedMessage, reading: Reading, all_: Sequence[Reading]) -> bool:
    """Is this a log in a clause that another meaning, which only shows something, knows better?"""
    if cost(reading.meanings[0].intent) is not Cost.LOG:
        return False
    said = _told(parsed, reading)
    rivals = [each for each in all_ if cost(each.meanings[0].intent) <= Cost.NOTE]
    return any(len(said & each.explains) > len(said & reading.explains) for each in rivals)


def _beside(parsed: ParsedMessage, reading: Reading, others: Sequence[Reading]) -> bool:
    """Does the clause that told it speak of something else for the most part?

    Beside a wish it may be the reason: "did 200 squats at work, a stretch please".
    """
    wished = any(each.meanings[0].intent is Intent.ASK for each in others)
    ran = reading.meanings[0].intent is Intent.RUN_TOLD
    least = RUN if ran else MOSTLY if wished else LEAST
    said = _told(parsed, reading)
    return len(said & reading.explains) < least * len(said)


def _told(parsed: ParsedMessage, reading: Reading) -> frozenset[int]:
    """The content words of the clauses that told it."""
    clauses = _clauses(parsed, reading.meanings[0])
    return frozenset(at for at in content_words(parsed) if parsed.clauses[at] in clauses)


def _clauses(parsed: ParsedMessage, meaning: Meaning) -> set[int]:
    """The clauses in which the words stand that decided."""
    return {parsed.clauses[at] for at in covered(quoted(parsed, meaning.because))}
