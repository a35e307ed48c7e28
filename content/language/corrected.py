"""A correction within one message: of "at 6. no wait, 7" only the 7 is meant. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from content.language.parsed_message import ParsedMessage
from content.language.spans import Span
from content.language.tokens import Token
from content.language.when.dates import day_groups

OPENER = "mends:opener"
TOLD = ("log:done", "log:did", "log:worked")
MERIDIEM = ("am", "pm")
LONGEST = 40  # words; a page is no slip of the tongue, and reading it again and again is dear
FITS = {
    "number": ("clock", "length", "number", "distance", "date"),
    "clock": ("clock", "number", "named"),
    "named": ("named", "clock"),
    "length": ("length", "number"),
    "distance": ("distance", "number"),
    "date": ("date", "day"),
    "day": ("day", "date"),
    "area": ("area",),
    "card": ("card", "area"),
    "amount": ("amount",),
}
MARKS = {
    "area": ("area", "spot"),
    "card": ("card",),
    "amount": ("log:part", "log:missed", "log:done", "mends:whole"),
    "day": ("when:today", "when:tomorrow", "when:after-tomorrow"),
    "distance": ("elsewhere:run",),
}
TURNED_BY_NO = ("number", "amount", "distance", "date")  # "no sundays" leaves out, "no 12" corrects
DISTANCES = ("k", "km", "kilometre", "mile", "miler")
JOINTS = ("and", "or", "plus", "&", ",", "at", "on", "the", "it", "as", "for")
ORDINAL = ("st", "nd", "rd", "th", "of")


@dataclass(frozen=True, slots=True)
class Turn:
    """Where what was said is taken back, in tokens `start` to `end`, and whether by a "no".

    A `bare` no turns round no day: "snooze 30, no 45", unlike "at 7, no Mondays".
    """

    start: int
    end: int
    denies: bool
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    kind: str
    start: int
    end: int


def corrected(reading: ParsedMessage) -> ParsedMessage:
    """The message with its last correction made; the same where nothing is corrected."""
    if len(reading.tokens) > LONGEST:
        return reading
    for turn in [*_turns(reading)][-1:]:
        first = _part(reading, reading.tokens[: turn.start])
        rest = _part(reading, reading.tokens[turn.end :])
        found = _other_value(corrected(first), rest, bare=turn.bare)
        denied = turn.denies and not turn.bare
        if found or (denied and (found := _dropped(rest) or _denied(first, rest))):
            return found
    return reading


def _turns(reading: ParsedMessage) -> Iterator[Turn]:
    """Runs of words such as "no wait" or "sorry, I meant" after something was said."""
    table = reading.tables["corrections"]
    openers = {m.start: m.end for m in reversed(reading.all_marks) if m.concept == OPENER}
    end = 0
    for start in sorted(openers):
        if start < max(end, 1):
            continue
        words, end = _run(reading, openers, start)
        opens = reading.tokens[start - 1].ends or len(words) > 1
        denies = not set(words).isdisjoint(table["denials"])
        sign = _is_sign(reading, end - 1)
        told = reading.word(end) == "i" or any(m.start == end for m in reading.all("mends:keeps"))
        alone = len(words) == 1 and denies and not sign and not told
        if opens and set(words) & set(table["turns"]):
            yield Turn(start, end, denies, alone)


def _run(reading: ParsedMessage, openers: dict[int, int], start: int) -> tuple[list[str], int]:
    """The openers from there on, with the signs between them."""
    words: list[str] = []
    at = start
    while at in openers or (words and _is_sign(reading, at)):
        last = openers.get(at, at + 1)
        if at in openers:
            words.append(" ".join(token.text for token in reading.tokens[at:last]))
        at = last
    return words, at


def _is_sign(reading: ParsedMessage, at: int) -> bool:
    word = reading.word(at)
    return bool(word) and not word[0].isalnum()


def _other_value(first: ParsedMessage, rest: ParsedMessage, *, bare: bool) -> ParsedMessage | None:
    """What was said first with the new value in the place of the old one."""
    ends = (at for at, token in enumerate(rest.tokens) if token.ends)
    close = next(ends, len(rest.tokens))
    new = _part(rest, rest.tokens[:close])
    values = [*_values(new)]
    if not values or not _nothing_else(new, values):
        return None
    if bare and any(each.kind not in TURNED_BY_NO for each in values):
        return None
    fitting = {kind for each in values for kind in FITS[each.kind]}
    old = [each for each in _values(first) if each.kind in fitting]
    if not old:
        return None
    old = [each for each in old if each.kind == old[-1].kind]
    return _part(first, (*_replaced(first, old, new), *rest.tokens[close:]))


def _replaced(first: ParsedMessage, old: list[Value], new: ParsedMessage) -> Sequence[Token]:
    whole = range(old[0].start, old[-1].end)
    gone = {at for each in old for at in range(each.start, each.end)}
    if all(first.word(at) in JOINTS for at in {*whole} - gone):  # "tuesday and friday"
        gone = {*whole}
    tokens = [token for at, token in enumerate(first.tokens) if at not in gone]
    place = sum(at not in gone for at in range(old[0].start))
    return [*tokens[:place], *new.tokens, *_unit(first, old[-1], new), *tokens[place:]]


def _unit(first: ParsedMessage, old: Value, new: ParsedMessage) -> list[Token]:
    """What goes on without being said again: the half of the day, "minutes", "km", the month."""
    last = first.tokens[old.end - 1]
    months = first.tables["clock"]["months"]
    if old.kind == "date":
        named = [token for token in first.tokens[old.start : old.end] if token.text in months]
        return [] if any(token.text in months for token in new.tokens) else named
    if any(token.text in (*MERIDIEM, *DISTANCES) for token in new.tokens):
        return []
    goes_on = last.text in (*MERIDIEM, *DISTANCES) or (old.kind == "length" and not new.lengths)
    return [last] if goes_on else []


def _values(reading: ParsedMessage) -> Iterator[Value]:
    """The times, lengths, days, places and amounts of a message, and bare numbers, in order."""
    found = [Value("length", each.start, each.end) for each in reading.lengths]
    found += [Value("named" if c.named else "clock", c.start, c.end) for c in reading.clocks]
    found += [Value("date", each.start, each.end) for each in reading.written_dates]
    found += [Value("day", each.start, each.end) for each in day_groups(reading)]
    taken = {at for each in found for at in range(each.start, each.end)}
    found += [each for each in _counted(reading) if each.start not in taken]
    taken |= {at for each in found for at in range(each.start, each.end)}
    found += [each for each in _marked(reading) if taken.isdisjoint(range(each.start, each.end))]
    return iter(sorted(found, key=lambda each: each.start))


def _counted(reading: ParsedMessage) -> Iterator[Value]:
    """Distances and bare numbers."""
    for at in range(len(reading.tokens)):
        if reading.number(at) is not None:
            far = reading.word(at + 1) in DISTANCES
            yield Value("distance" if far else "number", at, at + 1 + far)


def _marked(reading: ParsedMessage) -> Iterator[Value]:
    """What the lexicon knows a word for, the longest first: "half" is none in "half marathon"."""
    marks = [(mark, kind) for kind, names in MARKS.items() for mark in reading.all(*names)]
    taken = set[int]()
    for mark, kind in sorted(marks, key=lambda each: each[0].start - each[0].end):
        run = kind != "distance" or any(m.start in _at(mark) for m in reading.all("run:kind"))
        if run and not mark.loose and taken.isdisjoint(_at(mark)):
            taken |= {*_at(mark)}
            yield Value(kind, mark.start, mark.end)


def _nothing_else(new: ParsedMessage, values: list[Value]) -> bool:
    known = {at for each in values for at in range(each.start, each.end)}
    fillers = [*new.tables["spelling"]["fillers"], *JOINTS]
    after = {at for each in values for at in (each.end, each.end + 1) if new.word(at) in ORDINAL}
    return all(
        at in known or at in after or token.text in fillers for at, token in enumerate(new.tokens)
    )


def _dropped(rest: ParsedMessage) -> ParsedMessage | None:
    """Nothing of it, where no more is said than that it shall stay: "no, keep it"."""
    fillers = rest.tables["spelling"]["fillers"]
    known = {at for mark in rest.all_marks if mark.concept == "mends:keeps" for at in _at(mark)}
    left = [at for at, token in enumerate(rest.tokens) if token.text[0].isalnum()]
    if not known or any(at not in known and rest.word(at) not in fillers for at in left):
        return None
    return _part(rest, rest.words.spelling.tokens(rest.tables["corrections"]["dropped"]))


def _at(mark: Span) -> range:
    return range(mark.start, mark.end)


def _denied(first: ParsedMessage, rest: ParsedMessage) -> ParsedMessage | None:
    """What was told of a session and is not true: "done. no, I skipped it"."""
    if not first.has(*TOLD):
        return None
    if rest.has("log:missed"):
        return rest
    if not rest.has("mends:none"):
        return None
    return _part(rest, rest.words.spelling.tokens(rest.tables["corrections"]["denied"]))


def _part(reading: ParsedMessage, tokens: Sequence[Token]) -> ParsedMessage:
    while tokens and tokens[-1].ends and tokens[-1].text not in "?)":
        tokens = tokens[:-1]
    kept = tuple(tokens)
    return ParsedMessage(" ".join(token.raw for token in kept), kept, reading.words)
