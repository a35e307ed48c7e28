"""A referral that was not meant: what becomes of it once both questions are answered. Pure.

Nothing is freed but the complaint that was answered for. An emergency comes down one step only: it
rests until the next day, when the runner's own word ends it. What is somebody else's rests nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import parse
from content.screening.after_flag.complaints import A_DAY, Complaint
from content.screening.remarks import UNSAID
from content.screening.urgency import Urgency
from content.screening.whose import OTHERS

PRONOUNS = frozenset({"him", "her", "them", "he", "she", "they", "his", "hers", "theirs"})


class Meant(StrEnum):
    """What the words were, if not a complaint of the runner."""

    OTHER = "other"  # somebody else's
    OVER = "over"  # long over
    SAYING = "saying"  # a way of speaking, or another meaning
    TRUE = "true"  # it was right after all


def step_down(
    complaints: Sequence[Complaint], name: str, day: date, meant: str = Meant.SAYING
) -> tuple[Complaint, ...]:
    """Without that complaint, or with it as a milder one; the others stay as they are."""
    return tuple(
        after
        for each in complaints
        if (after := _milder(each, day, meant) if each.id == name and each.open else each)
    )


def _milder(complaint: Complaint, day: date, meant: str) -> Complaint | None:
    stepped_down = not complaint.flag  # by a first tap; a second one frees nothing
    if stepped_down or complaint.flag in UNSAID:  # it ends by its own question
        return complaint
    if meant == Meant.OTHER or complaint.urgency is not Urgency.NOW:
        return None
    return replace(complaint, flag="", urgency=Urgency.VISIT, ask_on=day + A_DAY, asked=0)


def of_somebody_else(text: str, lexicon: Lexicon, cards: Mapping[str, tuple[str, ...]]) -> bool:
    """Does a message put right whose it was: "that was about my husband"?"""
    reading = parse(text, compiled(lexicon, cards))
    if not reading.has("care:theirs"):
        return False
    marks = reading.words.warnings.find(reading.tokens)
    named = any(mark.concept in OTHERS for mark in marks)
    return named or any(token.text in PRONOUNS for token in reading.tokens)
