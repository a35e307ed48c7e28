"""Complaints: what a runner told that somebody has to see first, each with its own way out. Pure.

A complaint rests areas until it is gone, where its flag allows that word, or until a clinician has
seen it. What was seen and cleared comes back gradually for two weeks. A second complaint never
touches the first: neither telling it nor answering it frees what the first rests (rule R1).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from content.catalog.taxonomy import Area
from content.screening.after_flag.rest_after_flag import (
    Return,
    ask_again,
    ends_by_itself,
    rested_areas,
    rests_quick,
    way_back,
)
from content.screening.urgency import Urgency

A_DAY = timedelta(days=1)
MOST_UNANSWERED = 3  # questions in a row, then the runner is left in peace
QUOTED = 200  # characters of what was told, where it is said back
GRADED = timedelta(days=14)  # after a clearance


class Answer(StrEnum):
    """How it is now."""

    STILL = "still"
    GONE = "gone"


class Allowed(StrEnum):
    """What the clinician who saw it allowed."""

    EVERYTHING = "everything"
    GENTLE = "gentle"  # easy moves, no running yet
    NOTHING = "nothing"  # not yet


@dataclass(frozen=True, slots=True)
class Complaint:
    """A red flag as it was told, and what became of it.

    `areas` rest while it is open. `ask_on` is the day of the next question, `asked` how often it
    was answered with "still there". Once seen, `cleared` is the day and `allowed` what was said;
    `until` is the day that a clinician named, on which it is asked again what is allowed.
    """

    id: str
    flag: str
    urgency: Urgency
    areas: tuple[Area, ...]
    words: str
    since: date
    ask_on: date
    asked: int = 0
    cleared: date | None = None
    allowed: Allowed | None = None
    until: date | None = None

    @property
    def quote(self) -> str:
        """The runner's words, short enough to be said back above what there is to do."""
        short = self.words[:QUOTED].rpartition(" ")[0] or self.words[:QUOTED]
        return self.words if len(self.words) <= QUOTED else f"{short}…"

    @property
    def open(self) -> bool:
        return self.cleared is None

    @property
    def rests_all(self) -> bool:
        return len(self.areas) == len(Area)

    @property
    def rests_quick(self) -> bool:
        """Do runs, drills and jumps rest, whatever they work?"""
        return self.rests_all or rests_quick(self.flag)

    @property
    def way_back(self) -> Return:
        """Which steps lead back to running."""
        return way_back(self.flag)

    @property
    def emergency(self) -> bool:
        """Has it to be seen at once, and has no clinician cleared it or named a day yet?"""
        return self.open and self.urgency is Urgency.NOW and self.until is None

    @property
    def awaited(self) -> bool:
        """Is it to be asked about: open, or up to a day without running?"""
        return self.open or (self.allowed is Allowed.GENTLE and self.until is not None)

    @property
    def may_end(self) -> bool:
        """Does the runner's own word end it, or has somebody to see it?"""
        return ends_by_itself(self.flag, self.urgency)

    def graded(self, day: date) -> bool:
        """Does it come back gradually on that day?"""
        if self.cleared is None:
            return False
        return self.allowed is Allowed.GENTLE or day < self.cleared + GRADED


def told(
    name: str, flag: str, urgency: Urgency, named: Sequence[Area], *, words: str, day: date
) -> Complaint:
    """A red flag as a complaint called `name`."""
    areas = rested_areas(flag, urgency, tuple(named))
    return Complaint(name, flag, urgency, areas, words, day, ask_on=day + A_DAY)


def add(complaints: Sequence[Complaint], new: Complaint) -> tuple[Complaint, ...]:
    """With the new one. The same story told again is one complaint, and keeps the graver half."""
    same = next((each for each in complaints if _same_story(each, new)), None)
    if same is None:
        return (*complaints, new)
    both = replace(
        same,
        areas=tuple(dict.fromkeys((*same.areas, *new.areas))),
        urgency=gravest_urgency(same.urgency, new.urgency),
        words=new.words,
        ask_on=min(same.ask_on, new.ask_on),
        asked=0,
        until=None,
    )
    return tuple(both if each is same else each for each in complaints)


def told_as(complaints: Sequence[Complaint], new: Complaint) -> Complaint:
    """The one among them that a new one was added to, or the new one itself."""
    return next((each for each in complaints if _same_story(each, new)), new)


def _same_story(old: Complaint, new: Complaint) -> bool:
    """The same flag about the same place; another place is another complaint."""
    nested = set(old.areas) <= set(new.areas) or set(new.areas) <= set(old.areas)
    return old.open and old.flag == new.flag and nested


def gravest_urgency(*urgencies: Urgency) -> Urgency:
    return min(urgencies, key=list(Urgency).index)


def answer(
    complaints: Sequence[Complaint], name: str, said: Answer, day: date
) -> tuple[Complaint, ...]:
    """After the answer to one complaint; the others stay as they are."""
    return tuple(
        after
        for each in complaints
        if (after := _answered(each, said, day) if each.id == name and each.open else each)
    )


def _answered(complaint: Complaint, said: Answer, day: date) -> Complaint | None:
    """None once it is over. What has to be seen rests on, even if it eased.

    What keeps quick moves shut comes back gradually: a muscle that gave a little is not whole yet.
    """
    if said is Answer.GONE and complaint.may_end:
        return _seen(complaint, Allowed.EVERYTHING, day) if rests_quick(complaint.flag) else None
    asked = complaint.asked + 1
    return replace(complaint, asked=asked, ask_on=day + ask_again(asked) * A_DAY)


def clear(
    complaints: Sequence[Complaint], name: str, allowed: Allowed, day: date
) -> tuple[Complaint, ...]:
    """After somebody qualified has seen it: two graded weeks, or it rests on."""
    return tuple(_seen(each, allowed, day) if each.id == name else each for each in complaints)


def _seen(complaint: Complaint, allowed: Allowed, day: date) -> Complaint:
    named = complaint.until if complaint.until and complaint.until > day else None
    if allowed is Allowed.NOTHING:
        return replace(complaint, asked=0, until=named, ask_on=named or day + 7 * A_DAY)
    until = named if allowed is Allowed.GENTLE else None
    return replace(
        complaint, cleared=day, allowed=allowed, until=until, ask_on=until or day + GRADED
    )


def rest_until(complaints: Sequence[Complaint], name: str, until: date) -> tuple[Complaint, ...]:
    """A clinician wants it to rest until that day; then it is asked what is allowed."""
    return tuple(
        replace(each, until=until, ask_on=until, asked=0) if each.id == name else each
        for each in complaints
    )


def reopen(complaints: Sequence[Complaint], name: str, day: date) -> tuple[Complaint, ...]:
    """It hurts again after the clearance: it rests until it was seen once more."""
    return tuple(
        replace(each, cleared=None, allowed=None, until=None, asked=0, ask_on=day + A_DAY)
        if each.id == name
        else each
        for each in complaints
    )
