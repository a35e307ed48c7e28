"""May what was heard be acted on? A flag in any hypothesis comes first (rule R1). Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from content.hearing.transcript import Transcript
from content.intents.deciding.costs import Cost, cost
from content.intents.meaning import Intent, Meaning
from content.screening.urgency import Urgency

# The gates with which 780 synthetic notes were measured.
LEAST_SCORE = -0.7
MOST_NO_SPEECH = 0.5
GRAVE = (Urgency.NOW, Urgency.DAYS, Urgency.VISIT)

Reader = Callable[[str], tuple[Meaning, ...]]


class Verdict(StrEnum):
    NOT_HEARD = "not-heard"
    UNDERSTOOD = "understood"
    TAP = "tap"  # it would change data, and the hypotheses do not agree
    SAFETY = "safety"  # the safety question, or a referral


@dataclass(frozen=True, slots=True)
class Decision:
    """The verdict, and the hypothesis that it is about."""

    verdict: Verdict
    text: str = ""


def decided(heard: Transcript, read: Reader) -> Decision:
    """What is to be done with it; `read` understands a text as if it had been typed."""
    texts = [text for text in heard.texts if text.strip()]
    meanings = [read(text) for text in texts]
    if worrying := [
        (grave, text)
        for text, found in zip(texts, meanings, strict=True)
        if (grave := _gravity(found)) is not None
    ]:
        return Decision(Verdict.SAFETY, min(worrying, key=lambda each: each[0])[1])
    if not texts or heard.score <= LEAST_SCORE or heard.no_speech >= MOST_NO_SPEECH:
        return Decision(Verdict.NOT_HEARD)
    changes = any(cost(each.intent) > Cost.NOTE for found in meanings[:1] for each in found)
    agreed = len(meanings) > 1 and _deeds(meanings[0]) == _deeds(meanings[1])
    return Decision(Verdict.TAP if changes and not agreed else Verdict.UNDERSTOOD, texts[0])


def _gravity(found: Sequence[Meaning]) -> int | None:
    """The lower the graver; None if there is nothing to worry about."""
    grave = [
        GRAVE.index(each.urgency) if each.urgency else len(GRAVE)
        for each in found
        if each.intent in (Intent.DANGER, Intent.CHECK_BODY)
    ]
    return min(grave, default=None)


def _deeds(found: Sequence[Meaning]) -> list[Meaning]:
    """What would be done, with its day and hour; whichever words it was told in."""
    return [replace(each, because=(), left=(), guessed=False) for each in found]
