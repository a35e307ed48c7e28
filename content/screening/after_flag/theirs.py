"""What was told of somebody else, judged together with what is told of them later. Pure.

"He limps now" is a sign of the boy whose hip hurt yesterday, and never milder than that was.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from content.language.compiler import CompiledLexicon
from content.language.lexicon import Lexicon
from content.language.parsed_message import parse
from content.screening.screen import Flag, flagged
from content.screening.screened_message import ScreenedMessage
from content.screening.unexplained import unexplained
from content.screening.urgency import Urgency
from content.screening.whose.owned import another_bodys
from content.screening.whose.people import PRONOUNS
from content.screening.whose.person import meant_for, nobody_but_others, person, same_person

REMEMBERED = timedelta(days=14)
LONGEST = 400  # characters that are kept of one person, the latest


@dataclass(frozen=True, slots=True)
class Theirs:
    """A complaint of somebody else: whose, as it was told, and how soon it has to be seen.

    `who` is a mere "he" or "she" where nobody was named; `flag` is None where nothing was certain.
    """

    who: str
    words: str
    flag: Flag | None
    since: date

    def remembered(self, day: date) -> bool:
        return day < self.since + REMEMBERED


def told_of(text: str, flag: Flag | None, day: date, words: CompiledLexicon) -> Theirs | None:
    """That message as a complaint of somebody else; None if its sign is nobody else's."""
    reading = parse(text, words)
    message = ScreenedMessage(reading.tokens, words)
    who = _whose(message, _sign(message, flag))
    return None if who is None else Theirs(who, text[-LONGEST:], flag, day)


def add(before: Sequence[Theirs], new: Theirs, lexicon: Lexicon) -> tuple[Theirs, ...]:
    """With the new one; what was told of one person stays one story."""
    same = _same(before, new.who, lexicon)
    if same is None:
        return (*before, new)
    told = same.words if new.words in same.words else f"{same.words}. {new.words}"[-LONGEST:]
    both = Theirs(
        new.who if same.who in PRONOUNS else same.who, told, _graver(new.flag, same.flag), new.since
    )
    return (*(each for each in before if each is not same), both)


def worsened(
    message: ScreenedMessage, alone: Flag | None, text: str, before: Sequence[Theirs]
) -> Flag | None:
    """What a message tells of somebody with all that is known of them; None if nothing is new.

    `alone` is the flag of its own words.
    """
    if not before:
        return None
    sign = _sign(message, alone)
    who = _whose(message, sign)
    same = None if who is None else _same(before, who, message.lexicon)
    if same is None:
        return None
    story = parse(f"{same.words}. {text}", message.words)
    together = flagged(ScreenedMessage(story.tokens, story.words))
    worse = _graver(together, _graver(alone, same.flag))
    return worse if sign or _graver(same.flag, worse) is not same.flag else None


def wished_for(message: ScreenedMessage, before: Sequence[Theirs]) -> Flag | None:
    """The flag of the one for whom a move is wanted: "what stretch for her?"."""
    tokens, words = message.tokens, message.words
    if not before or not (nobody_but_others(tokens, words) or meant_for(tokens, words)):
        return None
    who = person(tokens, words)
    same = None if who is None else _same(before, who, message.lexicon)
    return same.flag if same else None


def stored(kept: Sequence[Theirs]) -> list[dict[str, Any]]:
    """As the runner's row keeps them."""
    return [_row(each) for each in kept]


def read(rows: Sequence[Mapping[str, Any]]) -> tuple[Theirs, ...]:
    return tuple(
        Theirs(
            row["who"],
            row["words"],
            Flag(row["flag"], Urgency(row["urgency"]), ()) if row["flag"] else None,
            date.fromisoformat(row["since"]),
        )
        for row in rows
    )


def _row(kept: Theirs) -> dict[str, Any]:
    flag = kept.flag
    return {
        "who": kept.who,
        "words": kept.words,
        "flag": flag.id if flag else None,
        "urgency": flag.urgency.value if flag else None,
        "since": kept.since.isoformat(),
    }


def _whose(message: ScreenedMessage, sign: Sequence[str]) -> str | None:
    """Who has that sign, if it is somebody else; without one, of whom alone it speaks."""
    tokens, words = message.tokens, message.words
    theirs = nobody_but_others(tokens, words) or (bool(sign) and another_bodys(sign, tokens, words))
    return person(tokens, words) if theirs else None


def _sign(message: ScreenedMessage, alone: Flag | None) -> tuple[str, ...]:
    if alone and alone.because:
        return alone.because
    doubt = unexplained(message)
    return doubt.because if doubt else ()


def _same(before: Sequence[Theirs], who: str, lexicon: Lexicon) -> Theirs | None:
    """The one who is meant: of that name, else the one who was spoken of last."""
    return next((each for each in reversed(before) if same_person(who, each.who, lexicon)), None)


def _graver(first: Flag | None, second: Flag | None) -> Flag | None:
    """The more urgent of both; of equals the first."""
    found = [each for each in (first, second) if each]
    return min(found, key=lambda each: list(Urgency).index(each.urgency), default=None)
