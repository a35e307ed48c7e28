"""What the session shall follow: "when the kettle's on", "after brushing my teeth"."""

from content.intents.answers.answer import Aside, Found, Known
from content.intents.answers.said import Said, name_of, places
from content.language.phrases import Mark

NONE = "none"
BEFORE = ("before",)
NEAR = 3  # words from "before" to the habit


def cue(said: Said, _known: Known) -> Found | None:
    """The first of the habits that are named, of those that the session may follow."""
    habits = sorted(said.values, key=lambda mark: mark.start)
    if not habits:
        return None
    used = frozenset(places(habits))
    meant = [mark for mark in habits if not said.denied(mark) and not _ahead_of(said, mark)]
    if not meant:
        return Found(Aside.WHICH, used)
    value = name_of(meant[0])
    return Found(None if value == NONE else value, used)


def _ahead_of(said: Said, mark: Mark) -> bool:
    """Shall it come before the habit, which then reminds nobody: "before my run, not after"?"""
    if said.reading.word(mark.start) in BEFORE:  # "before bed" stands for a habit
        return False
    words = [said.reading.word(at) for at in range(max(0, mark.start - NEAR), mark.start)]
    return not set(words).isdisjoint(BEFORE)
