"""What was done: a session or a part of one, and nothing else."""

from content.language.content_words import covered
from content.language.parsed_message import ParsedMessage
from content.language.phrases import Mark

OBJECTS = ("log:it", "log:session", "meta:session", "own", "card", "area", "kind", "every", "when")
NAMING = ("a", "an", "my", "the", "our", "their", "his", "her", "some")
AMOUNTS = ("enough", "plenty", "nothing")  # "done enough sitting"
OUR_WORDS = ("rest", "lot", "other", "others", "thing", "whole", "deed", "job", "bit")


def something_else(reading: ParsedMessage, clause: int, mark: Mark) -> bool:
    """Is what was finished or skipped nothing of ours: "my shoe is finished", "skip the chat"?"""
    inside = (*OBJECTS, "log:part", "log:done", "log:did", "side", "nth")
    ours = covered(reading.inside(clause, *inside)) | covered(reading.lengths)
    behind = mark.end if reading.word(mark.end) in (*NAMING, *AMOUNTS) else None
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
