"""What the recogniser is told before it listens: the words that runners say here. Pure."""

from content.language.lexicon import Lexicon

WORDS = "hip flexors, glutes, hamstrings, quads, groin, stretch, done, undo, snooze, pause, next"
BODY = "pain, hurts, numb, swollen, tingling"


def prompts(_lexicon: Lexicon) -> tuple[str, ...]:
    return (WORDS,)
