"""What a message wants of the reminders: set, moved, on other days, told, ended or put off.

Each rule looks at the words of one sentence or of the whole message and answers with a Meaning
or None; which answer counts is weighed against what else the message may mean.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from content.intents.meaning import Meaning
from content.intents.reminders import (
    about,
    desk_breaks,
    limits,
    pauses,
    series,
    set_time,
    snoozes,
    weekdays,
)
from content.intents.reminders.reminder_message import ReminderMessage
from content.language.parsed_message import ParsedMessage
from content.language.when.dates import weekdays as named_weekdays

OURS = ("remind", "break", "told", "every", "when")

Rule = Callable[[ReminderMessage], Meaning | None]


def proposed(reading: ParsedMessage, now: datetime) -> Iterator[Meaning]:
    """All that a message may want of the reminders; nothing that names no time or deed of them."""
    if not (reading.has(*OURS) or reading.lengths or reading.clocks or named_weekdays(reading)):
        return
    plan = ReminderMessage(reading, now)
    if plan.has("recall") and not plan.clocks:
        return
    answers = (rule(plan) for rule in RULES)
    yield from (answer for answer in answers if answer)


RULES: tuple[Rule, ...] = (
    about.bad_time,
    about.bad_day,
    about.recap,
    limits.cannot,
    about.nag,
    about.why_sent,
    about.quiet,
    desk_breaks.interval,
    desk_breaks.walked,
    desk_breaks.meeting,
    about.fewer,
    about.asked,
    pauses.resume,
    pauses.hush,
    series.by_run,
    series.on_run_days,
    series.moved_session,
    series.apart,
    series.weekly,
    series.skipped,
    series.silent,
    series.in_turn,
    weekdays.once_or_always,
    weekdays.excluded_days,
    set_time.ends,
    pauses.pause,
    pauses.off,
    snoozes.snooze,
    set_time.shift,
    set_time.at,
    set_time.punctual,
    weekdays.days,
    set_time.no_time_yet,
)
