"""The red-flag screen: what must be seen by a professional before any exercise (rule R1).

A sign counts unless it is denied ("no numbness"), part of a harmless phrase ("my headphones
died") or over ("years ago, fine now"). In doubt it counts: a miss is worse than ten false alarms.
All of a message is screened, however long; sentences whose words can't raise a flag are passed
over unread.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from content.catalog.taxonomy import Condition as State
from content.language.compiler import compiled
from content.language.lexicon import Lexicon, load_lexicon
from content.language.parsed_message import ParsedMessage, parse
from content.screening.flags import ASKED, CURIOUS, Condition, Conditions, Group, kept, referrals
from content.screening.screened_message import ScreenedMessage
from content.screening.sentence import Sentence
from content.screening.urgency import Urgency

SHORT = (
    60  # words up to which a message is one story; in a longer one, neighbours are read together
)
NEAR = 9  # words between what belongs together, such as a part and its pain
# A lasting state that is looked after, or a mere question, is asked about at most.
SETTLED = frozenset({"settled", ASKED, CURIOUS})
MILD = frozenset({"mild", "sometimes"})  # so is what is slight, or comes and goes …
EARNEST = frozenset(  # … unless there is more to it
    {"worse", "sudden", "weeks", "night", "constant", "every-run", "radiate", "limp", "down-leg"}
    | {"weak-leg", "foot-drop", "wrong:strain"}
    | {f"how:{name}" for name in ("worse", "months", "night-pain")}
)
UNSETTLED = frozenset({"how:back-again", "how:had-cancer"})  # it has come back, or may after years
MOST = 6  # times that a thing is told in a sentence, which are looked at


@dataclass(frozen=True, slots=True)
class Flag:
    """A red flag: which, how soon to be seen, and the words that raised it."""

    id: str
    urgency: Urgency
    because: tuple[str, ...]


def screen(text: str, lexicon: Lexicon | None = None, states: Iterable[State] = ()) -> Flag | None:
    """The gravest red flag in a message, or None. `states` last in the body that it is told of."""
    reading = parse(text, compiled(lexicon or own_lexicon()))
    return flagged(ScreenedMessage(reading.tokens, reading.words), states)


@lru_cache(maxsize=1)
def own_lexicon() -> Lexicon:
    """The lexicon that comes with Limber."""
    return load_lexicon()


def screened(reading: ParsedMessage) -> Flag | None:
    """The gravest red flag in a message that has been read, or None."""
    return flagged(ScreenedMessage(reading.tokens, reading.words))


def flagged(message: ScreenedMessage, states: Iterable[State] = ()) -> Flag | None:
    """The gravest red flag in a message whose sentences are at hand, or None.

    `states` last in the runner's body and need not be told again.
    """
    return gravest(message, referrals(message.lexicon), known=kept(states))


def gravest(
    message: ScreenedMessage,
    conditions: Conditions,
    enough: int = 0,
    *,
    softly: bool = True,
    known: frozenset[str] = frozenset(),
) -> Flag | None:
    """What the first of those conditions that is met raises; one of a rank below `enough` will do
    even if it is not the very first. `softly`: what is told as slight or settled can wait.
    `known` is met without words.
    """
    flag, rank = None, sys.maxsize
    told = {number: conditions.told(names | known) for number, names in message.hints.items()}
    for numbers in _stories(message):
        hinted = [told[number] for number in numbers if number in told]
        for condition in conditions.raised(hinted, rank) if hinted else ():
            story = [message.sentence(each) for each in numbers]
            if because := _met(condition, story, known, softly=softly):
                rank, flag = condition.rank, Flag(condition.flag, condition.urgency, because)
                break
        if rank < enough:
            break
    return flag


def _stories(message: ScreenedMessage) -> Iterable[range]:
    """Numbers of sentences to be judged together: a short message as a whole, else pairs.

    Where the same is said again, once will do.
    """
    if len(message.tokens) <= SHORT:
        return [range(message.size)]
    starts = {max(0, number - back) for number in message.hints for back in (0, 1)}
    pairs = [range(start, min(start + 2, message.size)) for start in sorted(starts, reverse=True)]
    told = {tuple(message.alike[number] for number in pair): pair for pair in pairs}
    return sorted(told.values(), key=lambda pair: pair.start)


def _met(
    condition: Condition, story: Sequence[Sentence], known: frozenset[str], *, softly: bool
) -> tuple[str, ...]:
    """The words for each choice, from sentences that nothing excuses; empty if one is missing.

    A choice that is known needs no words.
    """
    if any(not condition.unless.isdisjoint(each.found) for each in story):
        return ()
    unless = condition.unless | (_soft(story) if softly else frozenset({ASKED}))
    if condition.urgency is Urgency.NOW:
        unless = condition.unless
    counting = [each for each in story if unless.isdisjoint(each.calm)]
    said: list[str] = []
    for group in condition.groups:
        if len(group) == 1 and not known.isdisjoint(group[0]):
            continue
        words = next((words for each in counting if (words := together(each, group))), ())
        if not words:
            return ()
        said += words
    return tuple(said)


def _soft(story: Sequence[Sentence]) -> frozenset[str]:
    """Words that keep what is not urgent from being more than a question."""
    if any(not UNSETTLED.isdisjoint(each.found) for each in story):
        return frozenset()
    earnest = any(not EARNEST.isdisjoint(each.found) for each in story)
    return SETTLED if earnest else SETTLED | MILD


def together(sentence: Sentence, group: Group) -> tuple[str, ...]:
    """The words for the choices of a group that stand close together in a sentence."""
    options = [
        [mark for name in choice for mark in sentence.found.get(name, ())] for choice in group
    ]
    if not all(options):
        return ()
    for marks in product(*(each[:MOST] for each in options)):
        if max(mark.start for mark in marks) - min(mark.end for mark in marks) <= NEAR:
            return tuple(sentence.said(mark) for mark in marks)
    return ()
