"""What one clause tells about a session. The words are data; what turns them round is grammar.

"I did it" logs, while "did I?", "not yet", "I'll have it done tonight" and "my sister did it"
log nothing.
"""

from content.intents.meaning import Intent
from content.language.content_words import content_words, covered
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark
from content.language.spans import Span
from content.language.when.dates import every_such, weekdays

OBJECTS = ("log:it", "log:session", "meta:session", "own", "card", "area", "kind", "every", "when")
PARTS = ("log", "meta:session", "card", "nth", "own", "side", "when", "kind", "mends", "every")
BESIDE = ("and", "but", "then", "of")  # "and all of it today"
NEAR = 6  # words after "did" in which its object stands
SHORT = 5  # words of a message that is nothing but "half of it" or "oops"
BRIEF = 8  # words of one whose clause is nothing but "two of the three"
NAMING = ("a", "an", "my", "the", "our", "their", "his", "her", "some")
OUR_WORDS = ("rest", "lot", "other", "others", "thing", "whole", "deed", "job", "bit")
ASIDE = 2  # words of such a clause beside those


def said(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """What a clause tells about a session, and the words that do; the first rule that fits."""
    rules = (
        *(_undone, _state, _missed, _instead, _partly),
        *(_done, _whole, _written, _own_past, _planned),
    )
    return next((found for rule in rules if (found := rule(reading, clause))), None)


def _instead(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """Less than what was planned: "10 minutes instead of 20"."""
    for mark in reading.inside(clause, "log:instead"):
        before = [each for each in reading.lengths if each.end <= mark.start]
        wishes = reading.has("remind:word", "wish:show", "area", "every")
        if before and reading.number(mark.end) is not None and not wishes:
            return Intent.PARTIAL, mark
    return None


def _undone(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """Taken back: "scratch that"; a mere "oops" only beside a word about logging, or alone."""
    for mark in reading.inside(clause, "log:undo"):
        if not reading.negated(mark):
            return Intent.UNDO, mark
    slips = reading.inside(clause, "log:slip")
    beside = reading.has(
        "log:done", "log:did", "log:missed", "log:write", "log:tap", "follow:again"
    )
    named = reading.lengths and not reading.has("mends:none")  # "oops, 10 minutes" says what it was
    if slips and not named and (beside or reading.size <= SHORT - 2):
        return Intent.UNDO, slips[0]
    return None


def _state(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    states = reading.inside(clause, "log:state")
    counted = reading.has("meta:progress")  # "how many have I done?" asks for more
    return (Intent.STATUS, states[0]) if states and not counted else None


def _missed(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    if reading.asks(clause) or _others(reading, clause):
        return None
    for mark in reading.inside(clause, "log:missed"):
        wishes = reading.inside(clause, "area", "card", "kit", "every", "wish:show", "remind:word")
        never = _every_week(reading, mark) or _later_than(reading, clause, mark)
        never = never or _to_come(reading, mark) or _something_else(reading, clause, mark)
        never = never or _short_of_time(reading, mark)
        if not wishes and not never and not _told_late(reading, clause, mark):
            return Intent.MISSED, mark
    return None


def _short_of_time(reading: ParsedMessage, mark: Mark) -> bool:
    """Why a wish is for so little: "no time, 3 minutes for hips"."""
    wished = reading.has("area", "card") and bool(reading.lengths)
    return wished and reading.said(mark)[0].startswith(("no time", "too "))


def _told_late(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Done, where only the telling was forgotten: "did it, forgot to say"."""
    doing = [m for m in reading.inside(clause, "log:did", "log:done") if m.start < mark.start]
    return reading.word(mark.end) == "to" and any(not reading.negated(each) for each in doing)


def _every_week(reading: ParsedMessage, mark: Mark) -> bool:
    """Every such day to come, and no log of one: "skip sundays"."""
    every = any(every_such(reading, day) for day in weekdays(reading))
    return reading.word(mark.start) == "skip" and every


def _to_come(reading: ParsedMessage, mark: Mark) -> bool:
    """One day to come, and no log of one: "skip the 20th"."""
    dated = any(each.start >= mark.end for each in reading.written_dates)
    ahead = any(day.how in ("next", "this", "coming") for day in weekdays(reading))
    soon = reading.has("when:tomorrow", "when:this-weekend")
    return reading.tokens[mark.start].raw == "skip" and (dated or ahead or soon)


def _later_than(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Nothing that happened: "would have skipped", "if I skip"."""
    return any(other.end <= mark.start for other in reading.inside(clause, "grammar:if"))


def _partly(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """Partly done: "half of it", in a long message only beside a word of doing in the clause."""
    if reading.asks(clause) or _others(reading, clause):
        return None
    marks = [m for m in reading.inside(clause, "log:part", "log:cut") if not in_time(reading, m)]
    for mark in marks:
        if _ahead(reading, clause, mark) or reading.negated(mark) or _to_spend(reading, mark):
            continue
        doing = reading.inside(clause, "log:done", "log:did", "log:worked", "log:cut")
        doing = doing or reading.inside(clause - 1, "log:write")  # "… and today as half"
        doing = doing or _behind(reading, clause)
        if doing and any(reading.negated(each) or _ahead(reading, clause, each) for each in doing):
            continue
        if doing or _alone(reading, clause, mark):
            return Intent.PARTIAL, mark
    return None


def _behind(reading: ParsedMessage, clause: int) -> list[Mark]:
    """A day behind where nothing else is told: "half of it yesterday", not "half price"."""
    days = reading.inside(clause, "when:yesterday", "when:before-yesterday")
    return days if _all_told(reading, clause) else []


def _all_told(reading: ParsedMessage, clause: int) -> bool:
    """Does every word that says something speak of a session, of its parts or of a day?"""
    told = reading.inside(clause, *PARTS)
    said = {at for at in content_words(reading) if reading.clauses[at] == clause}
    lengths = [each for each in reading.lengths if each.start in said]
    return said <= covered([*told, *lengths])


def _alone(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Is it all that is said? A card may follow that was left out."""
    if not left_out(reading, mark) and not _all_told(reading, clause):
        return False
    wished = reading.has("feel", "area", "wish:show", "remind:word", "kit", "meta:check-in")
    described = reading.inside(clause, "moment", "side", "follow")
    if wished or described or (reading.has("card") and not left_out(reading, mark)):
        return False
    if reading.size <= SHORT or (left_out(reading, mark) and reading.size <= BRIEF):
        return True
    inside = [
        token.text
        for token, number in zip(reading.tokens, reading.clauses, strict=True)
        if number == clause and token.text[0].isalnum()
    ]
    return reading.size <= BRIEF and len(inside) <= mark.end - mark.start + ASIDE


def left_out(reading: ParsedMessage, mark: Mark) -> bool:
    """Is what follows the part that was left out: "all but the lunges"?"""
    return (
        mark.concept == "log:part"
        and reading.word(mark.end - 1) in (reading.tables["clock"]["except"])
    )


def _to_spend(reading: ParsedMessage, mark: Mark) -> bool:
    """What there is to use, and nothing done: "only got ten minutes for hips"."""
    wished = reading.has("area", "spot", "wish:show", "resize")
    starts = [each.start for each in reading.lengths] if wished else []
    starts += [each.start for each in reading.all("kit")]
    return any(0 <= start - mark.end <= 1 for start in starts)


def in_time(reading: ParsedMessage, mark: Mark) -> bool:
    """Is it part of a time, a length or a date: "half" of "half eight"?"""
    spans: list[Span] = [*reading.lengths, *reading.clocks, *reading.written_dates]
    return any(each.start < mark.end and mark.start < each.end for each in spans)


def _done(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    if _others(reading, clause):
        return None
    for mark in reading.inside(clause, "log:done", "log:did", "log:worked"):
        if _not_ours(reading, clause, mark) or not _has_object(reading, clause, mark):
            continue
        if any(cause.end == mark.start for cause in reading.inside(clause, "grammar:cause")):
            continue  # "sitting killed my hips": the chair did it
        if reading.asks(clause):
            return None
        if (
            reading.negated(mark)
            or reading.word(mark.end) == "not"
            or _ahead(reading, clause, mark)
        ):
            return Intent.LATER, mark
        return Intent.DONE, mark
    return None


def _not_ours(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Was it a run, a complaint or a thing that was done, and no session?"""
    elsewhere = _elsewhere(reading, clause, mark) or _complains(reading, mark)
    return elsewhere or _something_else(reading, clause, mark)


def _something_else(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Is what was finished or skipped nothing of ours: "my shoe is finished", "skip the chat"?"""
    inside = (*OBJECTS, "log:part", "log:done", "log:did", "side", "nth")
    ours = covered(reading.inside(clause, *inside)) | covered(reading.lengths)
    behind = mark.end if reading.word(mark.end) in NAMING else None
    if behind is not None:
        return _is_noun(reading, behind + 1, clause) and not ours & set(range(behind, behind + 3))
    named = range(mark.start - 2, max(mark.start - 5, -1), -1)
    begins = next((at for at in named if reading.word(at) in NAMING), None)
    stated = reading.word(mark.start - 1) in ("is", "are", "was", "were")
    thing = mark.start - 2
    return stated and begins is not None and thing not in ours and _is_noun(reading, thing, clause)


def _is_noun(reading: ParsedMessage, at: int, clause: int) -> bool:
    """Does a word stand there that may name a thing?"""
    here = at < len(reading.tokens) and reading.clauses[at] == clause
    return here and reading.word(at).isalpha() and reading.word(at) not in OUR_WORDS


def _whole(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """All of it on one day, after a clause that told of another: "half yesterday, all today".

    Nothing else may be said there: "busy all day today" and "want all today" are no logs.
    """
    marks = reading.inside(clause, "mends:whole")
    told = reading.inside(clause - 1, "log:did", "log:done", "log:part")
    days = reading.inside(clause, "when:today", "when:yesterday")
    if not (marks and told and days) or reading.asks(clause) or reading.asks(clause - 1):
        return None
    inside = {at for at, number in enumerate(reading.clauses) if number == clause}
    rest = {reading.word(at) for at in inside - covered([*marks, *days])}
    return (
        None
        if any(word.isalpha() and word not in BESIDE for word in rest)
        else (Intent.DONE, marks[0])
    )


def _complains(reading: ParsedMessage, mark: Mark) -> bool:
    """Is it about how a body or a day feels: "got a right pain in the arse today"?"""
    told = reading.all_marks if mark.loose else ()
    return any(
        each.concept.partition(":")[0] in ("feel", "body") or each.concept == "log:idiom"
        for each in told
        if each.start < mark.end and mark.start < each.end
    )


def _ahead(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Is this still to come, or only imagined?"""
    return any(
        other.start < mark.start for other in reading.inside(clause, "grammar:future", "grammar:if")
    )


def _others(reading: ParsedMessage, clause: int) -> bool:
    """Is somebody else the one who did it?"""
    return bool(reading.inside(clause, "grammar:other"))


def _elsewhere(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Was it a run, or the dishes, rather than the session: "8 miles done", "did the dishes"?"""
    others = [mark for mark in reading.inside(clause, "elsewhere") if not _adjunct(reading, mark)]
    after = next((other for other in others if other.start >= mark.end), None)
    if after and not _ours(reading, clause, mark.end, after.start):
        return True
    before = next((other for other in reversed(others) if other.end <= mark.start), None)
    return before is not None and mark.start - before.end <= 1


def _adjunct(reading: ParsedMessage, mark: Mark) -> bool:
    """Only when it was done: "before breakfast", "over lunch"."""
    before = {reading.word(mark.start - back) for back in (1, 2, 3)}
    return not before.isdisjoint(reading.tables["grammar"]["when-words"])


def _ours(reading: ParsedMessage, clause: int, start: int, end: int) -> bool:
    """Does a word for the session stand between?"""
    return any(start <= mark.start < end for mark in reading.inside(clause, *OBJECTS))


def _has_object(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Done: "did" needs something that was done, "finished" and a tick stand by themselves."""
    if mark.concept == "log:done":
        return True
    near = [
        m for m in reading.inside(clause, *OBJECTS, "log:part") if 0 <= m.start - mark.end <= NEAR
    ]
    timed = any(0 <= each.start - mark.end <= NEAR for each in reading.lengths)
    rest = [reading.word(at) for at in range(mark.end, len(reading.tokens))]
    ends = not any(word[:1].isalnum() for word in rest) or reading.clauses[mark.end] != clause
    return bool(near) or timed or ends


def _written(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """Told to be written down: "log 20 minutes", "mark it as done"."""
    marks = reading.inside(clause, "log:write")
    if not marks or reading.asks(clause) or reading.has("remind:word"):
        return None
    objects = reading.inside(clause, *OBJECTS, "log:done") or reading.lengths
    if not objects:
        return None
    put_off = _ahead(reading, clause, marks[0]) and not reading.polite(clause)
    if put_off or reading.negated(marks[0]) or reading.inside(clause, "grammar:later"):
        return Intent.LATER, marks[0]
    return Intent.DONE, marks[0]


def _own_past(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """A length of something of their own, on a day behind: "20 minutes of yoga yesterday"."""
    marks = reading.inside(clause, "own")
    past = reading.inside(clause, "when:yesterday", "when:before-yesterday")
    timed = any(reading.clauses[each.start] == clause for each in reading.lengths)
    if not marks or not past or not timed or reading.asks(clause) or reading.has("wish:show"):
        return None
    return Intent.DONE, marks[0]


def _planned(reading: ParsedMessage, clause: int) -> tuple[Intent, Mark] | None:
    """Nothing happened so far: "I'll do it tonight", "not yet"."""
    if reading.asks(clause) or reading.has("remind:word", "area", "card", "kind", "wish:show"):
        return None
    plans = reading.inside(clause, "grammar:will-do")
    return (Intent.LATER, plans[0]) if plans else None
