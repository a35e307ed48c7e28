"""A referral that was not meant: what becomes of it once both questions are answered. Pure.

Nothing is freed but the complaint that was answered for, and that only after it was asked about
again in its own words. An emergency stands until it was seen: no tap is an
examination. What is somebody else's rests nothing.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import parse
from content.screening.after_flag.complaints import Complaint
from content.screening.remarks import UNSAID
from content.screening.urgency import Urgency
from content.screening.whose import OTHERS, PRONOUNS


class Meant(StrEnum):
    """What the words were, if not a complaint of the runner."""

    OTHER = "other"  # somebody else's
    OVER = "over"  # long over
    SAYING = "saying"  # a way of speaking, or another meaning
    TRUE = "true"  # it was right after all


def take_back(
    complaints: Sequence[Complaint], name: str, meant: str = Meant.SAYING
) -> tuple[Complaint, ...]:
    """Without that complaint, if a word takes it back; the others stay as they are."""
    return tuple(
        each
        for each in complaints
        if not (each.id == name and each.open and may_be_taken_back(each, meant))
    )


def may_be_taken_back(complaint: Complaint, meant: str) -> bool:
    """May it be a false alarm by the runner's word? Dark thoughts end by their own question."""
    if not complaint.flag or complaint.flag in UNSAID:
        return False
    return meant == Meant.OTHER or complaint.urgency is not Urgency.NOW


def of_somebody_else(text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]) -> bool:
    """Does a message put right whose it was: "that was about my husband"?"""
    reading = parse(text, compiled(lexicon, cards))
    if not reading.has("care:theirs"):
        return False
    marks = reading.words.warnings.find(reading.tokens)
    named = any(mark.concept in OTHERS for mark in marks)
    return named or any(token.text in PRONOUNS for token in reading.tokens)
