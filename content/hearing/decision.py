"""May what was heard be acted on? A flag in any hypothesis comes first (rule R1). Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from content.hearing.transcript import MOST_NO_SPEECH, Transcript, silent
from content.intents.deciding.costs import Cost, cost
from content.intents.meaning import Intent, Meaning

# The gates with which the notes of tests/measuring/spoken.py were measured.
LEAST_SCORE = -0.7
FEW, LEAST_SCORE_OF_FEW = 3, -1.4
CHOICES = 2

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

    `choices` are what may have been said, that first; `sure` says that two searches agree.
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
    if not texts or silent(heard.score, heard.no_speech):
        return Decision(Verdict.NOT_HEARD)
    decision = Decision(_verdict(heard, texts, read, worries), texts[0], tuple(texts[:CHOICES]))
    decision = replace(decision, sure=_agreed(heard))
    changes = awaited or any(cost(each.intent) > Cost.NOTE for each in read(texts[0]))
    if decision.verdict is Verdict.UNDERSTOOD and changes and not decision.sure:
        return replace(decision, verdict=Verdict.TAP)
    return decision


def _verdict(heard: Transcript, texts: Sequence[str], read: Reader, worries: Worries) -> Verdict:
    """What the words are, whatever they would change."""
    if any(each.intent is Intent.DANGER for each in read(texts[0])):
        return Verdict.FLAG
    if any(worries(each) or _grave(read(each)) for each in texts):
        return Verdict.SAFETY
    return Verdict.UNDERSTOOD if _clear(heard) else Verdict.NOT_HEARD


def _clear(heard: Transcript) -> bool:
    """Was it speech, and said clearly? Of one word or three, what is left out weighs too much."""
    short = len(heard.texts[0].split()) <= FEW and _agreed(heard)
    least = LEAST_SCORE_OF_FEW if short else LEAST_SCORE
    return heard.score > least and heard.no_speech < MOST_NO_SPEECH


def _agreed(heard: Transcript) -> bool:
    """Did a wide search and a narrow one find the same words? They come first.

    Not only the same deed: what an answer keeps may hang on a word that no reading minds.
    """
    best = heard.texts[:CHOICES]
    return len(best) == CHOICES and len({_letters(each) for each in best}) == 1


def _letters(text: str) -> str:
    """The same for "foam roller" and "foamroller", which sound the same."""
    return text.casefold().replace(" ", "")


def _grave(found: Sequence[Meaning]) -> bool:
    return any(each.intent in (Intent.DANGER, Intent.CHECK_BODY) for each in found)
