"""What a message means: the one value that typed words, commands and buttons all come down to."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from content.terms import Area, Kind, Kit, Moment, Side


class Intent(StrEnum):
    ASK = "ask"  # an exercise, by area, name or wish
    SESSION = "session"  # today's session
    DONE = "done"
    PARTIAL = "partial"
    MISSED = "missed"
    UNDO = "undo"
    REMIND = "remind"  # set or move the reminder
    REMIND_DAYS = "remind-days"
    REMIND_OFF = "remind-off"
    REMIND_WHEN = "remind-when"
    SNOOZE = "snooze"
    PAUSE = "pause"
    RESUME = "resume"
    MOVED = "moved"  # "I'm in Toronto now"
    RUN_TOLD = "run-told"
    PROGRESS = "progress"
    PROGRAM = "program"
    SETTINGS = "settings"
    EXPORT = "export"
    DELETE = "delete"
    START = "start"
    HELP = "help"
    WHO = "who"
    THANKS = "thanks"
    GREETING = "greeting"
    WHY = "why"
    HOW_LONG = "how-long"
    EASIER = "easier"
    HARDER = "harder"
    ANOTHER = "another"
    DANGER = "danger"  # a red flag: see a professional, no exercise
    BAD_TIME = "bad-time"  # "25:00"
    LATER = "later"  # "I'll do it tonight": nothing to log
    OFF_TOPIC = "off-topic"
    UNKNOWN = "unknown"


class Urgency(StrEnum):
    NOW = "now"
    DAYS = "days"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class Meaning:
    """An intent with its slots. Empty or None means that the message did not say.

    `at` and `day` are in the runner's own time zone; `minutes` is a length in minutes; `days`
    holds weekdays, Monday = 0; `because` quotes the words that decided, for tests and `/why`.
    """

    intent: Intent
    areas: tuple[Area, ...] = ()
    card: str | None = None
    side: Side | None = None
    moment: Moment | None = None
    kind: Kind | None = None
    level: int | None = None  # -1 easier, +1 harder, than usual
    has: frozenset[Kit] = frozenset()
    lacks: frozenset[Kit] = frozenset()
    no_kit: bool = False
    minutes: int | None = None
    at: time | None = None
    day: date | None = None
    days: frozenset[int] = frozenset()
    place: str | None = None
    urgency: Urgency | None = None
    flag: str | None = None
    because: tuple[str, ...] = ()
