"""Which barrier of the weekly check-in somebody's own words speak of. Pure."""

from collections.abc import Mapping

from content.catalog.barrier import Barrier
from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import ParsedMessage, parse
from content.language.phrases import Mark

WELL = "well"


def named(
    text: str,
    lexicon: Lexicon,
    cards: Mapping[str, tuple[str, ...]],
    barriers: Mapping[str, Barrier],
) -> str | None:
    """Which of these barriers somebody's own words speak of, the first of several; or `WELL`.

    None if the words fit no barrier, or if they ask for something.
    """
    reading = parse(text, compiled(lexicon, cards))
    if reading.has("wish:show") or any(map(reading.asks, set(reading.clauses))):
        return None
    marks = [m for m in reading.all("barrier") if m.concept[8:] in barriers]
    got_in_the_way = [m for m in marks if not _turned_round(reading, m)]
    if got_in_the_way:
        return got_in_the_way[0].concept[8:]
    fine = [m for m in reading.all(f"barrier:{WELL}") if not reading.negated(m)]
    return WELL if fine else None


def _turned_round(reading: ParsedMessage, mark: Mark) -> bool:
    """Turned round by "not" ("not too hard"), unless the phrase has its own "no": "no time"."""
    own = any(word in ("no", "not") for word in reading.said(mark)[0].split())
    return not own and (reading.negated(mark) or reading.word(mark.start - 1) == "not")
