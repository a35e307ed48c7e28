"""What a recogniser made of one voice message."""

from dataclasses import dataclass

# The gates with which the notes of tests/measuring/spoken.py were measured. What is said scores
# better than -1.4, even in noise as loud as the voice; what is imagined in music, mostly below -2.
MOST_NO_SPEECH, SCORE_OF_SILENCE, LEAST_OF_SPEECH = 0.5, -1.3, -2.0


@dataclass(frozen=True, slots=True)
class Transcript:
    """Hypotheses, best first, with the mean log-probability of the best one.

    `no_speech` is the probability that nobody spoke; `seconds` is the length of the message.
    """

    texts: tuple[str, ...]
    score: float
    no_speech: float
    seconds: float


def silent(score: float, no_speech: float) -> bool:
    """Did nobody speak? What is heard in silence and in noise are the words that were expected."""
    imagined = no_speech >= MOST_NO_SPEECH and score < SCORE_OF_SILENCE
    return imagined or score < LEAST_OF_SPEECH
