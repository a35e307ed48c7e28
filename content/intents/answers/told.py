"""Answers out of turn: "I run Tuesdays and Saturdays now", and "no wait, Tuesday too"."""

from collections.abc import Sequence
from datetime import datetime

from content.intents.answers.answer import Answer, Known
from content.intents.answers.question_words import canonical
from content.intents.answers.read import NOTHING_KNOWN, read_answer
from content.intents.meaning import Intent, Meaning
from content.language.compiler import CompiledLexicon, compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import ParsedMessage, parse
from content.language.phrases import Mark, Phrases
from content.language.when.dates import day_groups, every_such, weekdays
from content.screening.screen import own_lexicon

MOST_CLAUSES = 4  # of a message that is taken apart
Places = tuple[tuple[str, tuple[str, ...]], ...]  # names, each with its phrases


def told(
    text: str,
    now: datetime,
    *,
    lexicon: Lexicon | None = None,
    known: Known = NOTHING_KNOWN,
    rival: Meaning | None = None,
) -> tuple[str, Answer] | None:
    """A question answered out of turn: which, and the answer. Raises ValueError for a naive now.

    Where the message also means something else, all of it has to be the answer.
    """
    words = compiled(lexicon or own_lexicon())
    reading = parse(text, words)
    if _passing(reading) or _wishes(reading):
        return None
    for question in _telling(reading):
        if question == "run_days" and _one_run(reading):
            continue
        found = read_answer(question, text, now, lexicon=lexicon, known=known, rival=rival)
        if not isinstance(found, Answer) or found.value is None:
            continue
        if not found.left or (rival and rival.intent is Intent.UNKNOWN):
            before = known.get(question) if _adds(reading) else None
            return question, _added(found, before)
    return None


def _added(found: Answer, before: object) -> Answer:
    """The days or things of before with what comes beside them."""
    if not isinstance(before, list) or not isinstance(found.value, list):
        return found
    new = [each for each in found.value if each not in before]
    return Answer([*before, *new], found.left)


def _adds(reading: ParsedMessage) -> bool:
    """Does it come beside what stood before: "I run on fridays as well now"?"""
    adds = reading.tables["answers"]["correcting"]["adds"]
    return any(mark.start and reading.word(mark.start) != "and" for mark in _marks(reading, adds))


def also_answered(
    question: str,
    text: str,
    now: datetime,
    first: Answer,
    *,
    lexicon: Lexicon | None = None,
    known: Known = NOTHING_KNOWN,
) -> Answer | None:
    """What the rest of a message that answers one question is to the next one, if it says it in
    words of its own: "mon, wed and sat, 7 am".
    """
    found = read_answer(question, text, now, lexicon=lexicon, known=known)
    if not isinstance(found, Answer) or found.value is None:
        return None
    apart = first.used and found.used and first.used.isdisjoint(found.used)
    return found if apart else None


def told_beside(
    text: str,
    now: datetime,
    *,
    lexicon: Lexicon | None = None,
    known: Known = NOTHING_KNOWN,
) -> tuple[str, Answer, str] | None:
    """The same in some clauses of a message, and the others: "I run fridays now, what's today?".

    Only what is told as lasting: "I run on friday, what should I do before?" changes nothing.
    """
    reading = parse(text, compiled(lexicon or own_lexicon()))
    clauses = sorted(set(reading.clauses))
    if not 1 < len(clauses) <= MOST_CLAUSES or not _lasts(reading):
        return None
    for cut in reversed(range(1, len(clauses))):
        halves = reading.without(clauses[cut:]), reading.without(clauses[:cut])
        for mine, rest in (halves, halves[::-1]):
            if not _lasting(mine):
                continue
            found = told(mine.text, now, lexicon=lexicon, known=known)
            if found and not found[1].left and not _goes_on(rest):
                return *found, rest.text
    return None


def _lasting(mine: ParsedMessage) -> bool:
    """Is it said that it is so from now on, and neither asked nor imagined?"""
    asked = any(map(mine.asks, set(mine.clauses))) or mine.has("grammar:if")
    return _lasts(mine) and not asked


def _lasts(reading: ParsedMessage) -> bool:
    """Is anything in it said to last?"""
    return bool(_marks(reading, reading.tables["answers"]["correcting"]["lasting"]))


def _wishes(reading: ParsedMessage) -> bool:
    """Is a time in it wished for: "I run friday, can you move the reminder to 8"?"""
    timed = {reading.clauses[each.start] for each in reading.clocks}
    asked = any(reading.asks(each) or reading.polite(each) for each in timed)
    return asked or reading.has("remind:word", "remind:change")


def _one_run(reading: ParsedMessage) -> bool:
    """Is it one run to come and no habit: "I run on friday, so skip it"?"""
    named = weekdays(reading)
    if len(named) != 1 or every_such(reading, named[0]):
        return False
    return not _lasts(reading)


def _passing(reading: ParsedMessage) -> bool:
    """Is some of it only for a day, a week, or once?"""
    return bool(_marks(reading, reading.tables["answers"]["correcting"]["passing"]))


def _goes_on(rest: ParsedMessage) -> bool:
    """Are these further days or times of the answer: "…, and thursdays"?"""
    return bool(rest.clocks or day_groups(rest)) and not rest.has(
        "remind:word", "log:did", "log:done"
    )


def corrected(
    question: str,
    text: str,
    now: datetime,
    *,
    lexicon: Lexicon | None = None,
    known: Known = NOTHING_KNOWN,
) -> Answer | None:
    """A correction of what was answered just before: "actually 8", "no wait, tuesday too".

    Only a message that begins as one, and of which nothing is left over.
    """
    words = compiled(lexicon or own_lexicon())
    reading = parse(text, words)
    table = words.lexicon.tables["answers"]["correcting"]
    rest = _after(reading, table["begins"])
    before = known.get(question)
    if rest is None:
        return None
    removed = _after(rest, table["removes"])
    found = read_answer(question, (removed or rest).text, now, lexicon=lexicon, known=known)
    if not isinstance(found, Answer) or found.left or question == "zone":
        return None
    if not isinstance(before, list) or not isinstance(found.value, list):
        return found
    if removed:
        return Answer([each for each in before if each not in found.value])
    return _added(found, before) if _marks(rest, table["adds"]) else found


def _after(reading: ParsedMessage, phrases: Sequence[str]) -> ParsedMessage | None:
    """The message after the phrases that it begins with; None if it begins with none."""
    at = 0
    for mark in _marks(reading, phrases):
        if mark.start <= at + (reading.word(at) in ",.!-"):
            at = max(at, mark.end)
    if not at:
        return None
    tokens = reading.tokens[at:]
    return ParsedMessage(" ".join(each.raw for each in tokens), tokens, reading.words)


def _telling(reading: ParsedMessage) -> list[str]:
    """The questions that a message begins to answer, in their order."""
    questions = reading.words.lexicon.tables["answers"]["questions"]
    places = tuple((name, tuple(own.get("telling", ()))) for name, own in questions.items())
    told = {mark.concept for mark in _compiled(reading.words, places).find(reading.tokens)}
    return [name for name in questions if name in told]


def _marks(reading: ParsedMessage, phrases: Sequence[str]) -> list[Mark]:
    return _compiled(reading.words, (("", tuple(phrases)),)).find(reading.tokens)


def _compiled(words: CompiledLexicon, places: Places) -> Phrases:
    """The phrases of some places of the lexicon; every message is held against them."""
    known: dict[Places, Phrases] = words.remembered.setdefault("told", {})
    if places not in known:
        known[places] = Phrases(words.lexicon.tables["spelling"]["fillers"])
        for name, phrases in places:
            for phrase in phrases:
                known[places].add(name, [[word] for word in _words(words, phrase)])
    return known[places]


def _words(words: CompiledLexicon, phrase: str) -> list[str]:
    return [text for word in phrase.split() for text in canonical(words, word)]
