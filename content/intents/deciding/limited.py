"""Words that limit a wish and that the deed at hand does not use: done, it would be more than that.

"No reminders sat" is no wish for none at all, and "at nine just this week" none for good.
"""

from content.intents.deciding.costs import Cost, cost
from content.intents.meaning import Intent, Meaning
from content.language.content_words import covered, phrases
from content.language.parsed_message import ParsedMessage
from content.language.when.dates import weekdays

WEEKS = ("remind:this-week", "remind:next-week", "told:just-once")
UNTIL = ("until", "till")
ALWAYS_ASKED = (Intent.DELETE, Intent.MOVED, Intent.RESUME, Intent.NAME, Intent.UNHIDE)


def limited(parsed: ParsedMessage, meaning: Meaning, left: frozenset[int]) -> Meaning | None:
    """What does less than the deed: a break for an end "until …", else nothing but to say so."""
    if cost(meaning.intent) < Cost.CHANGE or meaning.intent in ALWAYS_ASKED:
        return None
    limits = _limits(parsed) & left
    if not limits:
        return None
    if meaning.intent is Intent.REMIND_OFF and limits & _until(parsed):
        return Meaning(Intent.PAUSE, because=meaning.because)
    words = _whole(parsed, limits)
    return Meaning(Intent.CANNOT, topic="only", named=words, because=meaning.because)


def _limits(parsed: ParsedMessage) -> frozenset[int]:
    """The places of weekdays, of "until" and of "just this week"."""
    return covered([*parsed.all(*WEEKS), *weekdays(parsed)]) | _until(parsed)


def _until(parsed: ParsedMessage) -> frozenset[int]:
    return frozenset(at for at, token in enumerate(parsed.tokens) if token.text in UNTIL)


def _whole(parsed: ParsedMessage, limits: frozenset[int]) -> str:
    """The first of them as it was said, with the words around it that belong to it."""
    marks = (mark for mark in parsed.all(*WEEKS) if limits & covered([mark]))
    longest = max(marks, key=lambda mark: mark.end - mark.start, default=None)
    return parsed.said(longest)[0] if longest else next(iter(phrases(parsed, limits)))
