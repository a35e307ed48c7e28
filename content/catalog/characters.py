"""Made-up runners to try the rules on: twelve weeks of each can be told by `content simulate`."""

from collections.abc import Mapping
from dataclasses import field
from typing import Annotated, TypeVar

from content.authoring.document import ContentError, File, library_folder
from content.authoring.model import Model, Within
from content.authoring.validation import parse
from content.authoring.yaml_reader import read_document
from content.catalog.profile import Profile, Sitting
from content.catalog.taxonomy import Area, Condition, Kit

FOLDER = "characters"

T = TypeVar("T")
Weekday = Annotated[int, Within(ge=0, le=6)]
WeekNumber = Annotated[int, Within(ge=1, le=52)]


class LongRuns(Model):
    day: Weekday
    weeks: tuple[WeekNumber, ...]


class Race(Model):
    week: WeekNumber
    day: Weekday


class Character(Model):
    """A made-up runner.

    `comes` are the weekdays (Monday 0) on which all of the session is done, except in
    `weeks_off`; reminders come on the same days unless there are `remind_days`. `sore` says from
    which week on what leaves how much soreness on the next morning, `zones` from which week on
    the runner is where. `conditions` last: whoever has one was seen, and may move.
    """

    name: str
    sitting: Sitting
    spots: tuple[Area, ...]
    run_days: tuple[Weekday, ...]
    run_at: Annotated[str, Within(pattern=r"^\d\d:\d\d$")]
    kit: tuple[Kit, ...]
    remind_at: Annotated[str, Within(pattern=r"^\d\d:\d\d$")]
    comes: tuple[Weekday, ...]
    zones: Mapping[WeekNumber, str]
    remind_days: tuple[Weekday, ...] = ()
    weeks_off: tuple[WeekNumber, ...] = ()
    no_kneeling: bool = False
    conditions: tuple[Condition, ...] = ()
    sore: Mapping[WeekNumber, Mapping[str, int]] = field(default_factory=dict)
    long_runs: LongRuns | None = None
    races: tuple[Race, ...] = ()

    @property
    def profile(self) -> Profile:
        kit, days = frozenset(self.kit), frozenset(self.run_days)
        return Profile(self.sitting, self.spots, kit, days)

    def soreness(self, week: int) -> Mapping[str, int]:
        """What leaves how much soreness in that week."""
        return _since(self.sore, week) or {}

    def zone(self, week: int) -> str:
        """Where the runner is in that week."""
        return _since(self.zones, week) or "UTC"


def _since(told: Mapping[int, T], week: int) -> T | None:
    """What holds in that week: the entry of the latest week up to it."""
    known = [number for number in told if number <= week]
    return told[max(known)] if known else None


def characters() -> Mapping[str, Character]:
    """Everybody by id, the file name. Raises ContentError."""
    folder = library_folder() / FOLDER
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".yaml"))
    return {name.removesuffix(".yaml"): _read(folder / name) for name in names}


def _read(file: File) -> Character:
    document, problems = read_document(file, f"{FOLDER}/{file.name}")
    character, faults = parse(Character, document, document.data)
    if character is None or problems:
        raise ContentError(tuple(problems or faults))
    return character
