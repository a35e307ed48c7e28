"""A programme as its author wrote it: a frame for every week, and what each week holds."""

from enum import StrEnum
from typing import Annotated, Literal

from content.authoring.model import Model, Unfit, Within
from content.catalog.card import Alias, CardId, Text
from content.catalog.profile import Sitting


class Focus(StrEnum):
    """What a slot of the week is for."""

    BEFORE_RUN = "before-run"
    AFTER_RUN = "after-run"
    MOBILITY = "mobility"
    STRENGTH = "strength"
    DESK = "desk"


class Slot(Model):
    """A place in the week: so many `times` a week, or at `every` run or working day."""

    focus: Focus
    times: Annotated[int, Within(ge=1, le=5)] | None = None
    every: Literal["run", "workday"] | None = None

    def __post_init__(self) -> None:
        if (self.times is None) == (self.every is None):
            mend = "give either times (a week) or every (run, workday)"
            raise Unfit("does not say how often", mend)


class Pool(Model):
    """The routines to choose from for one focus, the favourite first."""

    focus: Focus
    routines: Annotated[tuple[CardId, ...], Within(min_length=1)]


class ProgrammeWeek(Model):
    """`says` is what the runner hears when the week begins. `pools` are those that change."""

    says: Text
    pools: tuple[Pool, ...] = ()


class Suits(Model):
    """Whom the programme is offered to, and why. Of several that suit, the lowest `turn` is first.

    Whatever is left out does not matter: hours of `sitting`, whether anything feels `tight`,
    whether the runner `runs` on fixed days, whether they were `away` for weeks, whether they move
    `steady`, without soreness, and `after` which programmes it may follow.
    """

    turn: Annotated[int, Within(ge=1, le=99)]
    because: Text
    sitting: tuple[Sitting, ...] = ()
    tight: bool | None = None
    runs: bool | None = None
    away: bool | None = None
    steady: bool | None = None
    after: tuple[CardId, ...] = ()


class Programme(Model):
    """A frame that stays and weeks that change one thing at a time.

    The first week gives a pool for every focus of the frame, each later one at most a single
    pool. `progress` and `back_off` are ids of the rules that end a week (see `progression`).
    `sources` are articles, or `ours` for what we put together. `id` comes from the file name.
    """

    id: CardId
    name: Annotated[str, Within(min_length=3, max_length=48)]
    aliases: tuple[Alias, ...] = ()
    summary: Text
    for_whom: Text
    suits: Suits
    frame: Annotated[tuple[Slot, ...], Within(min_length=2)]
    weeks: Annotated[tuple[ProgrammeWeek, ...], Within(min_length=4, max_length=6)]
    progress: Annotated[tuple[str, ...], Within(min_length=1)]
    back_off: Annotated[tuple[str, ...], Within(min_length=1)]
    why: Annotated[tuple[str, ...], Within(min_length=1)]
    sources: Annotated[tuple[str, ...], Within(min_length=1)]

    def pool(self, week: int, focus: Focus) -> tuple[str, ...]:
        """The routines for that focus in that week, counted from 1; empty if it has none."""
        for past in reversed(self.weeks[:week]):
            for pool in past.pools:
                if pool.focus is focus:
                    return pool.routines
        return ()
