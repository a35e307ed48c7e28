"""What somebody wishes of an exercise: where, when, how long, with what, which kind, which side."""

from collections.abc import Iterator
from functools import lru_cache

from content.catalog.taxonomy import Kind, Kit, Moment, Side
from content.intents.meaning import Intent, Meaning
from content.intents.moves.names import card, unwanted
from content.intents.moves.positions import positions
from content.language.body_areas import areas, away
from content.language.parsed_message import ONE_MESSAGE, ParsedMessage
from content.language.phrases import Mark

BRIEF = 3  # words of a greeting that says no more
BESIDE = 2  # words between a roller and "broken"
CAUSE = 5  # words between "after" and the "desk" that it blames
LONGEST = 90  # minutes of a session; longer lengths tell of sitting or running
KINDS = ("release", "drill", "dynamic", "strengthen", "mobilize", "stretch")  # plainest last
MOMENTS = ("before-run", "after-run", "bed", "desk", "rest-day")


@lru_cache(maxsize=ONE_MESSAGE)
def ask(reading: ParsedMessage, intent: Intent = Intent.ASK) -> Meaning:
    """All wishes of a message as one meaning."""
    has, lacks = kit(reading)
    named = card(reading)
    return Meaning(
        intent,
        areas=areas(reading),
        card=named,
        without=unwanted(reading),
        side=side(reading),
        worse=worse(reading),
        moment=moment(reading),
        kind=kind(reading),
        level=level(reading),
        has=has,
        lacks=lacks,
        no_kit=reading.has("kitless"),
        no_kneeling=reading.has("position:no-kneeling"),
        positions=positions(reading),
        minutes=minutes(reading),
        because=reading.said(*reading.all("area", "spot", "card", "moment", "kind", "level")),
    )


def kind(reading: ParsedMessage) -> Kind | None:
    lost = [kit for kit in reading.all("kit") if _gone(reading, kit)]
    marks = [m for m in reading.all("kind") if not any(away(m, kit) == 0 for kit in lost)]
    names = {mark.concept.partition(":")[2] for mark in marks if not reading.negated(mark)}
    return next((Kind(name) for name in KINDS if name in names), None)


def moment(reading: ParsedMessage) -> Moment | None:
    """When or where it shall be done; a desk or bed that only caused it does not count."""
    said = reading.all("moment")
    clear = [m for m in said if not any(o.start < m.start < o.end for o in said)]
    marks = [m for m in clear if not reading.negated(m) and not _cause(reading, m)]
    names = {mark.concept.partition(":")[2] for mark in marks} | set(_around_a_run(reading))
    return next((Moment(name) for name in MOMENTS if name in names), None)


def _around_a_run(reading: ParsedMessage) -> Iterator[str]:
    """Whether a run is ahead ("race in half an hour") or behind ("hill session done")."""
    for run in reading.all("elsewhere:run"):
        clause = reading.clause_of(run)
        ahead = [each.start for each in reading.lengths if each.lead == "in"]
        ahead += [each.start for each in reading.clocks if not each.named]
        if any(reading.clauses[at] == clause and at >= run.end for at in ahead):
            yield "before-run"
        if any(not reading.negated(mark) for mark in reading.inside(clause, "log:done")):
            yield "after-run"


def _cause(reading: ParsedMessage, mark: Mark) -> bool:
    if mark.concept.partition(":")[2] not in ("desk", "bed"):
        return False
    clause = reading.clause_of(mark)
    causes = [m for m in reading.inside(clause, "grammar:cause") if m.start <= mark.end]
    return any(mark.start - cause.end <= CAUSE for cause in causes) and not reading.has(
        "grammar:here"
    )


def side(reading: ParsedMessage) -> Side | None:
    names = {mark.concept.partition(":")[2] for mark in reading.all("side")} - {"none"}
    return Side(names.pop()) if len(names) == 1 and names <= set(Side) else None


def worse(reading: ParsedMessage) -> Side | None:
    """The side that is worse, named before it or else after it: "my left hip is worse"."""
    told = [mark for mark in reading.all_marks if mark.concept == "lasting:worse"]
    sides = [m for m in reading.all_marks if m.concept in ("side:left", "side:right")]
    if not told or not sides or reading.negated(told[0]) or any(map(reading.asks, reading.clauses)):
        return None
    once = reading.word(told[0].end) in ("than", "when", "after", "since", "today", "lately")
    if once and "other" not in reading.text and len({mark.concept for mark in sides}) == 1:
        return None
    before = [mark for mark in sides if mark.end <= told[0].start]
    nearest = max(before or sides[:1], key=lambda mark: mark.start)
    return Side(nearest.concept.partition(":")[2])


def level(reading: ParsedMessage) -> int | None:
    """-1 for easier, 1 for harder; the last word on it counts."""
    marks = [mark for mark in reading.all("level") if not reading.negated(mark)]
    last = max(marks, key=lambda mark: mark.start, default=None)
    if last is None:
        return -1 if reading.has("card") and _too_much(reading) else None
    return -1 if last.concept == "level:easier" else 1


def _too_much(reading: ParsedMessage) -> bool:
    """Less of it, whatever a move is too much of: "pigeon is too savage"."""
    words = [token.text for token in reading.tokens]
    other = reading.tables["wishes"]["not-too"]
    pairs = zip(words, [*words[1:], ""], strict=True)
    return any(word == "too" and then.isalpha() and then not in other for word, then in pairs)


def minutes(reading: ParsedMessage) -> int | None:
    """How long there is; "running in ten minutes" and "sat for hours" say nothing of that."""
    for length in reading.lengths:
        short = length.unit in ("minute", "hour", "second") and length.minutes <= LONGEST
        if short and length.lead not in ("in", "every", "each", "after", "per"):
            return length.minutes
    return None


def kit(reading: ParsedMessage) -> tuple[frozenset[Kit], frozenset[Kit]]:
    """What the runner has and lacks at hand; "only a ball" means nothing else."""
    marks = reading.all("kit")
    lost = {Kit(name) for name in _lost(reading, marks)}
    has = frozenset(Kit(mark.concept.partition(":")[2]) for mark in marks) - lost
    if has and reading.has("having:only"):
        return has, frozenset(Kit) - has
    return has, frozenset(lost)


def _lost(reading: ParsedMessage, marks: list[Mark]) -> Iterator[str]:
    return (mark.concept.partition(":")[2] for mark in marks if _gone(reading, mark))


def _gone(reading: ParsedMessage, mark: Mark) -> bool:
    beside = reading.inside(reading.clause_of(mark), "having:lost")
    return reading.negated(mark) or any(away(other, mark) <= BESIDE for other in beside)


def wants_something(reading: ParsedMessage) -> bool:
    """Is there any wish for an exercise in the message?"""
    return bool(
        areas(reading)
        or card(reading)
        or unwanted(reading)
        or kind(reading)
        or (moment(reading) and _here_and_now(reading))
        or (reading.has("feel:stiff") and not reading.has("body"))
        or (reading.has("spot") and reading.has("feel:tight", "wish"))
        or (reading.has("kitless", "kit") and reading.has("wish"))
        or reading.has("wish:doable")
        or (reading.has("side") and reading.has("feel"))
    )


def _here_and_now(reading: ParsedMessage) -> bool:
    """Said to get something for it, without a wish in words: "about to head out, 4 min"."""
    asked = any(map(reading.asks, set(reading.clauses)))
    timed = minutes(reading) is not None and not reading.has("run:did", "remind:word")
    return asked or timed or reading.has("wish", "feel", "kitless", "meta:session")


def circumstances(reading: ParsedMessage) -> Meaning | None:
    """Only where and with what, and nothing else: "in a hotel room, no gear"."""
    told = reading.has("kitless", "having:only", "position", "moment:desk", "moment:bed")
    told = told or (reading.has("moment") and reading.size <= BRIEF)
    told = told or (reading.has("kit") and minutes(reading) is not None)
    return ask(reading) if told and not reading.has("remind:word", "body") else None
