"""Which exercises a message names, and which it does not want. Names are read as whole spans."""

from collections.abc import Iterator
from functools import lru_cache

from content.language.body_areas import away
from content.language.parsed_message import ONE_MESSAGE, ParsedMessage
from content.language.phrases import Mark
from content.language.spelt_names import misspelt

DOING = ("when", "while", "during", "doing")
WISHED = (
    "would",
    "i",
    "something",
    "exercise",
    "stretch",
    "move",
    "",
)  # "would like", "things like"
FELT = ("feel", "feels", "felt", "is", "was")


@lru_cache(maxsize=ONE_MESSAGE)
def card(reading: ParsedMessage) -> str | None:
    """The exercise that is named; of several the longest name, and not one that is unwanted."""
    every = reading.all("card")
    marks = [mark for mark in every if not _only_mentioned(reading, mark)]
    longest = max(marks, key=lambda mark: mark.end - mark.start, default=None)
    if longest is None and not every:
        return misspelt(reading)
    return _id(longest) if longest else None


@lru_cache(maxsize=ONE_MESSAGE)
def unwanted(reading: ParsedMessage) -> frozenset[str]:
    """The exercises that shall not come: "no lunges" means every lunge, "anything but pigeon" one.

    Here also a plain name counts, such as "quad stretch", which elsewhere only describes.
    """
    named = [mark for mark in reading.all_marks if mark.concept.startswith("card:")]
    return frozenset(
        each for mark in named if refused(reading, mark) for each in _of_that_name(reading, mark)
    )


def refused(reading: ParsedMessage, mark: Mark) -> bool:
    """Is it not wanted: "no bridges", "anything but pigeon", "sick of clamshells"?"""
    before = [m for m in reading.all_marks if m.concept in ("unwanted:before", "grammar:not")]
    after = [m for m in reading.all_marks if m.concept == "unwanted:after"]
    return any(_leads(reading, each, mark) for each in before) or any(
        0 <= each.start - mark.end <= 1 for each in after
    )


def _leads(reading: ParsedMessage, but: Mark, mark: Mark) -> bool:
    """Does nothing stand between the two but small words?"""
    fillers = reading.tables["spelling"]["fillers"]
    between = reading.tokens[but.end : mark.start]
    return but.end <= mark.start and all(token.text in fillers for token in between)


def _of_that_name(reading: ParsedMessage, mark: Mark) -> Iterator[str]:
    """The exercise itself, and all whose id has the words that were said."""
    said = {token.text for token in reading.tokens[mark.start : mark.end]}
    yield _id(mark)
    yield from (each for each in reading.words.lexicon.exercises if said <= set(each.split("-")))


def _only_mentioned(reading: ParsedMessage, mark: Mark) -> bool:
    """Is it unwanted, a good morning and no move, or there beside what is meant?"""
    elsewhere = any(away(each, mark) for each in reading.all("area", "spot"))
    beside = elsewhere and (_blamed(reading, mark) or _likened(reading, mark))
    return refused(reading, mark) or beside or _greets(reading, mark)


def _greets(reading: ParsedMessage, mark: Mark) -> bool:
    """Does "good morning" open the message, and go on to no "good mornings"?"""
    greetings = reading.all("meta:greeting")
    greeted = any(each.start == mark.start and mark.end <= each.end for each in greetings)
    plural = reading.tokens[mark.end - 1].raw.endswith("s")
    opens = mark.start == 0 or reading.tokens[mark.start - 1].ends
    return greeted and opens and not plural


def _blamed(reading: ParsedMessage, mark: Mark) -> bool:
    """Is it what brings it on: "glutes on fire after squats", "ankles are stiff when I squat"?"""
    cause = any(each.end == mark.start for each in reading.all("grammar:cause"))
    doing = reading.word(mark.start - 1) == "i" or reading.word(mark.start - 1) in DOING
    return cause or doing


def _likened(reading: ParsedMessage, mark: Mark) -> bool:
    """Is it a picture or a plain word: "quads like planks", "my stride feels short"?"""
    near = [at for at in range(max(mark.start - 2, 0), mark.start) if reading.word(at) == "like"]
    likened = any(reading.word(at - 1) not in WISHED for at in near)
    felt = mark.end - mark.start == 1 and reading.word(mark.end) in FELT
    return likened or felt


def _id(mark: Mark) -> str:
    return mark.concept.partition(":")[2]
