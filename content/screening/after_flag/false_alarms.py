"""A referral that was not meant: what becomes of it once both questions are answered. Pure.

Nothing is freed but the complaint that was answered for, and that only after it was asked about
again in its own words. An emergency stands until it was seen: no tap is an examination. Only
where nothing but the name of one was told may it have been a figure of speech. What is somebody
else's rests nothing.
"""

import re
from collections.abc import Sequence
from enum import StrEnum

from content.language.compiler import compiled
from content.language.lexicon import Lexicon
from content.language.parsed_message import parse
from content.language.tokens import fold
from content.screening.after_flag.complaints import Complaint
from content.screening.remarks import UNSAID
from content.screening.screen import flagged
from content.screening.screened_message import ScreenedMessage
from content.screening.unexplained import unexplained
from content.screening.urgency import Urgency


class Meant(StrEnum):
    """What the words were, if not a complaint of the runner."""

    OTHER = "other"  # somebody else's
    OVER = "over"  # long over
    SAYING = "saying"  # a way of speaking, or another meaning
    TRUE = "true"  # it was right after all
    FIGURE = "figure"  # a joke or a figure of speech, where nothing but a name was told


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
    return meant in (Meant.OTHER, Meant.FIGURE) or complaint.urgency is not Urgency.NOW


def may_be_a_figure(complaint: Complaint, lexicon: Lexicon) -> bool:
    """Is a condition named ("I nearly had a stroke when I saw the bill") and no symptom told?"""
    if not complaint.flag or complaint.flag in UNSAID:
        return False
    names = sorted(lexicon.tables["flags"]["words"]["told-of"], key=len, reverse=True)
    left, named = re.subn(rf"\b(?:{'|'.join(names)})\b", " ", fold(complaint.words))
    reading = parse(left, compiled(lexicon))
    message = ScreenedMessage(reading.tokens, reading.words)
    return bool(named) and flagged(message) is None and unexplained(message) is None
