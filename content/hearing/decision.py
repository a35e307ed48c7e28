"""May what was heard be acted on? A flag in any hypothesis comes first (rule R1). Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from content.hearing.transcript import Transcript
from content.intents.deciding.costs import Cost, cost
from content.intents.meaning import Intent, Meaning

# The gates with which the notes of tests/measuring/spoken.py were measured.
LEAST_SCORE = -0.7
SCORE_OF_SILENCE = -1.3
FEW, LEAST_SCORE_OF_FEW = 3, -1.4
MOST_NO_SPEECH = 0.5
CHOICES = 2
UNCLEAR = (Intent.UNKNOWN, Intent.OFF_TOPIC)

Reader = Callable[[str], tuple[Meaning, ...]]
Worries = Callable[[str], bool]


class Verdict(StrEnum):
    NOT_HEARD = "not-heard"
    UNDERSTOOD = "understood"
    TAP = "tap"  # it would change data, and the hypotheses do not agree
    SAFETY = "safety"  # the safety question comes first
    FLAG = "flag"  # the best hypothesis is a red flag: a referral, as for typed words


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict, and the hypothesis that it is about: the best one.

    `choices` are what may have been said instead, with that; `sure` says that two agree.
    """

    verdict: Verdict
    text: str = ""
    choices: tuple[str, ...] = ()
    sure: bool = False


def decided(heard: Transcript, read: Reader, worries: Worries, *, awaited: bool) -> Decision:
    """What is to be done with it.

    `read` understands a text as if it had been typed, and `worries` finds a word of pain or the
    like in one. `awaited`: the words may answer an open question, which keeps what they say.
    """
    texts = list(dict.fromkeys(filter(None, heard.texts)))
    if not texts or _silent(heard):
        return Decision(Verdict.NOT_HEARD)
    best = read(texts[0])
    agreed = _agreed(best, heard.texts[:2], read, awaited=awaited)
    if any(each.intent is Intent.DANGER for each in best):
        return Decision(Verdict.FLAG, texts[0])
    if any(worries(each) or _grave(read(each)) for each in texts):
        return Decision(Verdict.SAFETY, texts[0], sure=agreed)
    if not _clear(heard):
        return Decision(Verdict.NOT_HEARD)
    changes = awaited or any(cost(each.intent) > Cost.NOTE for each in best)
    if changes and not agreed:
        return Decision(Verdict.TAP, texts[0], tuple(texts[:CHOICES]))
    return Decision(Verdict.UNDERSTOOD, texts[0], sure=agreed)


def _silent(heard: Transcript) -> bool:
    """Did nobody speak? What is heard in silence and in noise are the words that were expected."""
    return heard.no_speech >= MOST_NO_SPEECH and heard.score < SCORE_OF_SILENCE


def _clear(heard: Transcript) -> bool:
    """Was it speech, and said clearly? Of one word or three, what is left out weighs too much."""
    short = len(heard.texts[0].split()) <= FEW and _same(heard.texts[:CHOICES])
    least = LEAST_SCORE_OF_FEW if short else LEAST_SCORE
    return heard.score > least and heard.no_speech < MOST_NO_SPEECH


def _same(texts: Sequence[str]) -> bool:
    return len(texts) == CHOICES and len({each.casefold() for each in texts}) == 1


def _grave(found: Sequence[Meaning]) -> bool:
    return any(each.intent in (Intent.DANGER, Intent.CHECK_BODY) for each in found)


def _agreed(best: Sequence[Meaning], texts: Sequence[str], read: Reader, *, awaited: bool) -> bool:
    """Do the first two come down to the same? An answer, or what nobody understands, by its words.

    They are the best of a wide search and of a narrow one.
    """
    if _same(texts):
        return True
    if len(texts) < CHOICES or awaited or any(each.intent in UNCLEAR for each in best):
        return False
    return deeds(best) == deeds(read(texts[1]))


def deeds(found: Sequence[Meaning]) -> list[Meaning]:
    """What would be done, with its day and hour; whichever words it was told in."""
    return [replace(each, because=(), left=(), guessed=False) for each in found]
