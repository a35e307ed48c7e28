"""What a message means: the one value that typed words, commands and buttons all come down to."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from content.catalog.taxonomy import Area, Kind, Kit, Moment, Position, Side
from content.screening.urgency import Urgency


class Intent(StrEnum):
    ASK = "ask"  # an exercise, by area, name or wish
    SESSION = "session"  # today's session
    DONE = "done"
    PARTIAL = "partial"
    EXCUSED = "excused"  # ill, travelling or resting: the day does not count
    BACK = "back"  # "I'm back", "healthy again"
    FIX = "fix"  # "fix my log"
    MISSED = "missed"
    UNDO = "undo"
    UNDONE = "undone"  # "what did you take back?": nothing to take back
    STATUS = "status"  # "was that logged?": nothing to log
    REMIND = "remind"  # set or move the reminder
    REMIND_DAYS = "remind-days"
    REMIND_OFF = "remind-off"
    REMIND_WHEN = "remind-when"
    SNOOZE = "snooze"
    INTERVAL = "interval"  # breaks from sitting: "every 50 minutes"
    WALKED = "walked"  # "just walked": the next break can wait
    MEETING = "meeting"  # "meeting till 15:00": nothing until then
    QUIET = "quiet"  # "quiet hours from 21 to 7"
    NAG = "nag"  # "keep reminding me until it's done", or once only
    WHY_SENT = "why-sent"  # "why did I get this?"
    HUSH = "hush"  # "mute for 2 hours"
    RECAP = "recap"  # "no weekly summary"
    CANNOT = "cannot"  # what reminders can't do: "not on bank holidays"
    FEWER = "fewer"  # "fewer messages"
    PAUSE = "pause"
    RESUME = "resume"
    MOVED = "moved"  # "I'm in Toronto now"
    RUN_TOLD = "run-told"
    CHECK_IN = "check-in"  # "soreness 4 out of 10"
    PROGRESS = "progress"
    HISTORY = "history"  # "how many minutes in november?"
    PROGRAM = "program"
    PHYSIO = "physio"  # "a sheet for my physio"
    TALK = "talk"  # "talk me through it", "read it to me"
    TEST = "test"  # the range-of-motion test
    SETTINGS = "settings"
    EXPORT = "export"
    IMPORT = "import"  # "import my old log": how a file comes in
    NEWS = "news"  # "send me announcements", "no more news"
    CALENDAR = "calendar"  # "add it to my calendar": the plan as a file
    DELETE = "delete"
    START = "start"
    HELP = "help"
    WHO = "who"
    THANKS = "thanks"
    STAYS = "stays"  # "stop it. no, leave it": nothing is done
    GREETING = "greeting"
    WHY = "why"
    HOW_LONG = "how-long"
    HOW_OFTEN = "how-often"
    WHEN_TO = "when-to"  # "before or after my run?"
    BUG = "bug"  # something does not work
    NAME = "name"  # "call me Bob"
    TOPIC = "topic"  # a general question: "does stretching prevent injury?"
    BETTER = "better"  # "pain is gone"
    EASIER = "easier"
    HARDER = "harder"
    ANOTHER = "another"
    OTHER_SIDE = "other-side"
    ABOUT = "about"  # how the card on the screen is done: "which side first?", "my foot slips"
    PICK = "pick"  # one of several on the screen: "the second one"
    RESIZE = "resize"  # the session on the screen, shorter or longer
    HIDE = "hide"  # "never show me pigeon again"
    UNHIDE = "unhide"
    STREAK = "streak"  # "stop the streak pressure": weeks in a row are told or not
    FORMAT = "format"  # "use the 12 hour clock": how times, distances and days are written
    PREFER = "prefer"  # a wish that lasts: "no kneeling", "I bought a roller"
    DANGER = "danger"  # a red flag: see a professional, no exercise
    CHECK_BODY = "check-body"  # may be more than stiffness: asked about before any exercise
    BAD_TIME = "bad-time"  # "25:00"
    LATER = "later"  # "I'll do it tonight": nothing to log
    OFF_TOPIC = "off-topic"
    SURE = "sure"  # is that meant? Nothing is done without a tap
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Meaning:
    """An intent with its slots. Empty or None means that the message did not say.

    `at` and `day` are in the runner's own time zone; `minutes` is a length in minutes; `days` holds
    weekdays, Monday = 0. `card` is the id of a card, `named` an exercise that we know of but have
    no card for. `day` is the day of a log or a one-time reminder, and for a pause the first day on
    which reminders come again, with `since` for a first day that is to come; of a question about
    the past these are its first and last day, and of what was logged for a wrong day `since` is
    that one. `also` holds further times of a day. For a snooze and a meeting `at` and `day` are
    when they end. `until` is the last day of a reminder, `hours` are the first and last time of
    breaks from sitting, and of quiet hours, whose end alone is `end`. `shift` moves the reminder by
    minutes, earlier if negative. `slot` counts reminders from 1 (0: one more). `exact` is True for
    "at 7 sharp", False for "around 7". `also_on` are further days of what comes once. `others` are
    further series, each a time and its days, and `lengths` further lengths with theirs. A series
    comes every `weeks` weeks, not on the dates `skips`, and without a sound if `silent`; `run` sets
    it so many minutes after the start of a run (before it if negative), `run_days` on the days with
    a run, or on all others. With `fewer_days` the message only left days out: of those that stand,
    the ones in `days` are kept. `on` is False where something shall end: breaks, or nagging.
    `longer` is 1 for longer sessions, -1 for shorter ones. `guessed` says that `at` or `day` took
    the likely one of two readings, or that the first of `readings` is fairly likely.
    `reason` is why days are off: ill, travel or rest. `mends` says that a log corrects what
    stands, also to less, that a reminder changes on its `days` and stays on the others, or that
    what was changed last may be meant; `cards` are all cards that a
    log names.
    `amount` is a soreness (0 to 10 is the scale; it may be off it), or the kilometres of a run.
    `topic` names a general question of lexicon/topics.yaml, the figure that is asked for, a format,
    or what cannot be done, which is `named` as it was called.
    An exercise of the runner's own ("20 min yoga") is `named` in a log, and so are the words of
    each run in a list. `language` is the one
    that was written (es, de …; xx where we can't tell), None for English. `readings` are
    clear messages that an unclear one may stand for. `offers` are what may be meant where one is
    not sure enough to do it, and `left` the words that were not understood. `because` quotes the
    words that decided, for tests and `/why`.
    """

    intent: Intent
    areas: tuple[Area, ...] = ()
    card: str | None = None
    named: str | None = None
    side: Side | None = None
    worse: Side | None = None  # the side that is told to be the worse of the two
    moment: Moment | None = None
    kind: Kind | None = None
    level: int | None = None  # -1 easier, +1 harder, than usual
    has: frozenset[Kit] = frozenset()
    lacks: frozenset[Kit] = frozenset()
    no_kit: bool = False
    no_kneeling: bool = False
    positions: frozenset[Position] = frozenset()  # in which it may be done; empty: in any
    without: frozenset[str] = frozenset()  # exercises that shall not come
    minutes: int | None = None
    shift: int | None = None
    at: time | None = None
    also: tuple[time, ...] = ()
    also_on: tuple[date, ...] = ()
    others: tuple[tuple[time, frozenset[int]], ...] = ()
    lengths: tuple[tuple[int, frozenset[int]], ...] = ()
    weeks: int | None = None
    skips: tuple[date, ...] = ()
    silent: bool | None = None
    run: int | None = None
    run_days: bool | None = None
    guessed: bool = False
    day: date | None = None
    days: frozenset[int] = frozenset()
    more_days: frozenset[int] = frozenset()
    fewer_days: bool = False
    since: date | None = None
    until: date | None = None
    hours: tuple[time, time] | None = None
    end: time | None = None
    slot: int | None = None
    was: time | None = None
    exact: bool | None = None
    on: bool = True
    longer: int | None = None
    place: str | None = None
    topic: str | None = None
    reason: str | None = None
    mends: bool = False
    adds: bool = False  # minutes on top of those of the day: "did another 10"
    cards: tuple[str, ...] = ()
    amount: float | None = None
    language: str | None = None
    urgency: Urgency | None = None
    flag: str | None = None
    of_other: bool = False  # the flag is told of somebody else
    supposed: bool = False  # it is asked what to do if it came
    readings: tuple[str, ...] = ()
    offers: tuple["Meaning", ...] = ()
    left: tuple[str, ...] = ()
    because: tuple[str, ...] = ()
