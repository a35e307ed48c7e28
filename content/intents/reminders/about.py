"""What is asked or told about the reminders: no such time, when, why, fewer, quiet, again."""

from content.intents.meaning import Intent, Meaning
from content.intents.reminders import desk_breaks
from content.intents.reminders.reminder_message import ReminderMessage
from content.language.phrases import Mark
from content.language.when.dates import no_such_day

BOUNDS = ("after", "before", "between", "from")  # behind which an hour is told


def bad_time(plan: ReminderMessage) -> Meaning | None:
    bad = [clock for clock in plan.reading.clocks if clock.at is None]
    clear = plan.named or plan.has("change") or plan.short
    if not bad or plan.content or not clear:
        return None
    return plan.mean(Intent.BAD_TIME, [Mark(bad[0].start, bad[0].end, "")])


def bad_day(plan: ReminderMessage) -> Meaning | None:
    """A date that no calendar has: "31 february"."""
    gone = no_such_day(plan.reading, plan.today)
    if gone is None or plan.content or not (plan.named or plan.clocks or plan.has("until")):
        return None
    return plan.mean(Intent.CANNOT, [Mark(gone.start, gone.end, "")], topic="no-such-day")


def recap(plan: ReminderMessage) -> Meaning | None:
    """The look back on Sunday, wanted or not."""
    marks = plan.reading.all("remind:recap")
    ended = plan.has("off", "off-alone", "only") or plan.reading.has("grammar:not")
    if not marks or not (ended or plan.has("resume")):
        return None
    return plan.mean(Intent.RECAP, marks[:1], on=plan.has("resume") and not plan.has("off-alone"))


def asked(plan: ReminderMessage) -> Meaning | None:
    """A question about the reminder ("when do you remind me?"); a time in it makes it a wish."""
    asked = plan.reading.all("remind:query")
    wanted = plan.clocks and not any(mark.start == 0 for mark in asked)
    ended = any(mark.start < asked[0].start for mark in plan.reading.all("remind:off") if asked)
    asked = asked or plan.reading.all("remind:query-alone")
    named = plan.named or plan.has("query-alone")
    if not asked or not named or wanted or ended or plan.brief or plan.content:
        return None
    return plan.mean(Intent.REMIND_WHEN, asked[:1])


def is_query(plan: ReminderMessage) -> bool:
    """ "Is my reminder still at 7?" changes none."""
    return asked(plan) is not None


def fewer(plan: ReminderMessage) -> Meaning | None:
    marks = plan.reading.all("remind:fewer")
    return plan.mean(Intent.FEWER, marks) if marks else None


def quiet(plan: ReminderMessage) -> Meaning | None:
    """Quiet hours, where they begin or end alone, or none: "quiet hours from 21 to 7", "nothing
    before 8".
    """
    marks = plan.reading.all("remind:quiet-hours")
    if not marks:
        return None
    hours, mark = desk_breaks.span(plan), marks[0]
    bound = plan.reading.word(mark.end - 1)
    alone = plan.reading.times.hour(mark.end) if bound in BOUNDS else None
    told = next((each.at for each in (*plan.clocks, alone) if each and not hours), None)
    if bound in BOUNDS and not (told or hours):
        return None  # "don't remind me before my run"
    ended = plan.has("off", "only") and not (told or hours)
    said = [Mark(mark.start, alone.end if alone else mark.end, "")]
    at, end = (None, told) if bound == "before" else (told, None)
    return plan.mean(Intent.QUIET, said, hours=hours, at=at, end=end, on=not ended)


def nag(plan: ReminderMessage) -> Meaning | None:
    """Asking again until it is done ("keep reminding me"), or once only."""
    once = plan.reading.all("remind:once-only")
    until = plan.reading.all("remind:until-done")
    if once and not plan.clocks:
        return plan.mean(Intent.NAG, once, on=False)
    again = (plan.named or plan.has("repeats")) and not _ended(plan)
    return plan.mean(Intent.NAG, until) if until and again else None


def _ended(plan: ReminderMessage) -> bool:
    """Is it a wish for fewer: "stop them until …", unlike "don't stop until …"?"""
    marks = plan.reading.all("remind:off", "remind:pause", "remind:hush")
    return any(
        "not" not in map(plan.reading.word, range(mark.start - 1, mark.end)) for mark in marks
    )


def why_sent(plan: ReminderMessage) -> Meaning | None:
    marks = plan.reading.all("remind:why-sent")
    return plan.mean(Intent.WHY_SENT, marks[:1]) if marks and not plan.content else None
