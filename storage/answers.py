"""A runner's answers and wishes: every key there is, and what is stored under it as a value."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from functools import cached_property
from typing import Any

from content.audio.pace import Pace
from content.catalog.profile import Profile, Sitting
from content.catalog.taxonomy import Area, Condition, Kit, Side
from content.wording.formats import Format

EVERY_DAY = list(range(7))
NONE, UNSAID = "none", "unsaid"  # nothing lasts; the runner would rather not say
CONDITIONS = {each.value: each for each in Condition}
NO_KIT = "nothing"  # stored in the place of kit: asked, and there is none


class AnswerKey(StrEnum):
    """Every key of the stored answers. The first ones are the ids of the questions."""

    ZONE = "zone"  # IANA name
    SITTING = "sitting"  # hours a day in a chair
    SPOTS = "spots"  # areas that are tight
    RUN_DAYS = "run_days"  # weekdays, Monday is 0
    RUN_AT = "run_at"  # "HH:MM", or "varies"
    KIT = "kit"  # what is at hand, or NO_KIT
    REMIND_AT = "remind_at"  # "HH:MM" of the first reminder
    REMIND_DAYS = "remind_days"  # weekdays of the first reminder
    CUE = "cue"  # what the session comes after
    CONDITIONS = "conditions"  # what lasts in the body, or NONE, or UNSAID

    NO_KNEELING = "no_kneeling"  # never a card on the knees
    HIDDEN = "hidden"  # ids of cards that are never shown
    FAVOURITES = "favourites"  # ids of cards that have a heart on the page
    PRESCRIBED = "prescribed"  # exercises that a physio gave, with their doses
    OWN = "own"  # ids of the cards of an own session
    MINUTES = "minutes"  # weekday to the length that is wanted
    WORSE_SIDE = "worse_side"  # the side that begins
    GENTLE_UNTIL = "gentle_until"  # the last day of gentle sessions
    BEFORE = "before"  # answers as they were before the last wish, to be put back
    DARK = "dark"  # the progress picture on black
    SOUND = "sound"  # the end of a hold is heard
    FORMATS = "formats"  # how times, distances and days are written, where not as usual
    PACE = "pace"  # how fast recordings are spoken
    COURSE = "course"  # the questions of the own course may be asked
    NEWS = "news"  # what is new may be told
    QUIET_STREAK = "quiet_streak"  # weeks in a row are not told

    QUIET = "quiet"  # from and to, "HH:MM", when nothing comes
    AWAY = "away"  # holidays: first day, and the day of coming back
    RECAP = "recap"  # the look back on Sunday is wanted
    WEEK_ASKED = "week_asked"  # the day of the last look back that is unanswered
    LOUDER = "louder"  # reminders as they were before they became fewer
    IGNORED = "ignored"  # days in a row with a reminder and nothing said, tapped or logged
    IGNORED_ON = "ignored_on"  # the last of them
    IGNORED_BREAKS = "ignored_breaks"  # the same of desk breaks
    PUT_OFF = "put_off"  # the last days on which the reminder was put off
    ASKED_RUN = "asked_run"  # the day on which “do you run soon?” was answered
    ASKED_TIME = "asked_time"  # the day when another time was offered
    ASKED_FADE = "asked_fade"  # the day when fewer reminders were offered


@dataclass(frozen=True)
class Answers:
    """The stored answers, read as values. What was skipped or never asked is None or empty.

    What a session is made from is asked for again and again, and worked out once.
    """

    stored: Mapping[str, Any]

    def get(self, key: AnswerKey) -> Any:
        """What is stored, as it is."""
        return self.stored.get(key)

    def changed(self, changes: Mapping[str, Any]) -> dict[str, Any]:
        """To be stored: these with changes. Raises ValueError for a key that is not listed."""
        return {**self.stored, **{AnswerKey(key).value: value for key, value in changes.items()}}

    def without(self, key: AnswerKey) -> dict[str, Any]:
        """To be stored: these with one forgotten."""
        return {name: value for name, value in self.stored.items() if name != key.value}

    @cached_property
    def profile(self) -> Profile:
        """What the coach decides with. An answer that was skipped counts as not known."""
        sitting = self.get(AnswerKey.SITTING)
        return Profile(
            sitting=Sitting(sitting) if sitting else None,
            spots=tuple(Area(each) for each in self.get(AnswerKey.SPOTS) or ()),
            kit=self.kit,
            run_days=frozenset(self.get(AnswerKey.RUN_DAYS) or ()),
            run_at=clock(self.get(AnswerKey.RUN_AT)),
        )

    @property
    def kit(self) -> frozenset[Kit] | None:
        """None if it was never said, empty if there is none."""
        kit = self.get(AnswerKey.KIT)
        return None if kit is None else frozenset(Kit(each) for each in kit if each != NO_KIT)

    @property
    def remind_at(self) -> time | None:
        return clock(self.get(AnswerKey.REMIND_AT))

    @property
    def remind_days(self) -> list[int]:
        return self.get(AnswerKey.REMIND_DAYS) or EVERY_DAY

    @property
    def cue(self) -> str | None:
        cue: str | None = self.get(AnswerKey.CUE)
        return cue

    @cached_property
    def conditions(self) -> frozenset[Condition]:
        """What lasts in the runner's body, and tissue that is sore, as far as it was told."""
        told = self.get(AnswerKey.CONDITIONS) or ()
        return frozenset(CONDITIONS[each] for each in told if each in CONDITIONS)

    @property
    def body_asked(self) -> bool:
        return bool(self.get(AnswerKey.CONDITIONS))

    @property
    def body_known(self) -> bool:
        """Did the runner say what lasts, or that nothing does?"""
        return self.body_asked and UNSAID not in self.get(AnswerKey.CONDITIONS)

    @property
    def no_kneeling(self) -> bool:
        return bool(self.get(AnswerKey.NO_KNEELING))

    @property
    def hidden(self) -> frozenset[str]:
        """Cards that the runner never wants to see."""
        return frozenset(self.get(AnswerKey.HIDDEN) or ())

    @property
    def favourites(self) -> frozenset[str]:
        """Cards with a heart on the page."""
        return frozenset(self.get(AnswerKey.FAVOURITES) or ())

    @property
    def prescribed(self) -> tuple[Mapping[str, Any], ...]:
        """What a physio gave (see content/intents/prescription.py), in the order of telling."""
        return tuple(self.get(AnswerKey.PRESCRIBED) or ())

    @property
    def own(self) -> tuple[str, ...]:
        """The cards that the runner kept together, in their order."""
        return tuple(self.get(AnswerKey.OWN) or ())

    @property
    def minutes(self) -> dict[int, int]:
        """The length that is wanted, by weekday."""
        return {int(day): length for day, length in (self.get(AnswerKey.MINUTES) or {}).items()}

    @property
    def worse_side(self) -> Side | None:
        side = self.get(AnswerKey.WORSE_SIDE)
        return Side(side) if side else None

    @property
    def gentle_until(self) -> date | None:
        return self.day(AnswerKey.GENTLE_UNTIL)

    @property
    def dark(self) -> bool:
        return bool(self.get(AnswerKey.DARK))

    @property
    def sound(self) -> bool:
        """Wanted, unless it was refused: hands and eyes are busy in a hold."""
        return bool(self.stored.get(AnswerKey.SOUND.value, True))

    @cached_property
    def formats(self) -> frozenset[Format]:
        """Empty where all is written as usual."""
        return frozenset(map(Format, self.get(AnswerKey.FORMATS) or ()))

    @property
    def pace(self) -> Pace:
        return Pace(self.get(AnswerKey.PACE) or Pace.NORMAL)

    @property
    def news(self) -> bool:
        """Unwanted, unless it was agreed to."""
        return bool(self.get(AnswerKey.NEWS))

    @property
    def course(self) -> bool:
        """Unwanted, unless it was agreed to."""
        return bool(self.get(AnswerKey.COURSE))

    @property
    def quiet_streak(self) -> bool:
        return bool(self.get(AnswerKey.QUIET_STREAK))

    @property
    def quiet(self) -> tuple[time, time] | None:
        """From when to when nothing comes."""
        hours = self.get(AnswerKey.QUIET)
        return (time.fromisoformat(hours[0]), time.fromisoformat(hours[1])) if hours else None

    @property
    def away(self) -> list[tuple[date, date]]:
        """Holidays: the first day, and the day of coming back."""
        kept = self.get(AnswerKey.AWAY) or ()
        spans = [kept] if kept and isinstance(kept[0], str) else kept  # one alone, as it once was
        return [(date.fromisoformat(begin), date.fromisoformat(end)) for begin, end in spans]

    @property
    def recap(self) -> bool:
        """Wanted, unless it was refused."""
        return bool(self.stored.get(AnswerKey.RECAP.value, True))

    @property
    def put_off(self) -> tuple[str, ...]:
        """The days, as written."""
        return tuple(self.get(AnswerKey.PUT_OFF) or ())

    def count(self, key: AnswerKey) -> int:
        """How many are counted under that key; 0 where nothing is."""
        return int(self.get(key) or 0)

    def day(self, key: AnswerKey) -> date | None:
        """The day that is kept under that key."""
        day = self.get(key)
        return date.fromisoformat(day) if day else None


def clock(value: str | None) -> time | None:
    """A stored "HH:MM"; None for no answer or "varies"."""
    return time.fromisoformat(value) if value and value[0].isdigit() else None
