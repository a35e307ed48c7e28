"""What a recogniser made of one voice message."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Transcript:
    """Hypotheses, best first, with the mean log-probability of the best one.

    `no_speech` is the probability that nobody spoke; `seconds` is the length of the message.
    """

    texts: tuple[str, ...]
    score: float
    no_speech: float
    seconds: float
