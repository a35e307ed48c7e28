"""What reminders cannot do, said by name, so that nothing else is done in its place."""

from content.intents.meaning import Intent, Meaning
from content.intents.reminders.desk_breaks import several
from content.intents.reminders.reminder_message import ReminderMessage
from content.language.phrases import Mark
from content.language.when.left_out import not_dates


def cannot(plan: ReminderMessage) -> Meaning | None:
    """The first thing in the message that no reminder can do."""
    found = (rule(plan) for rule in (_week, _monthly, _excepted, _place, _times, _minute, _gap))
    return next((each for each in found if each), None)


def _week(plan: ReminderMessage) -> Meaning | None:
    """The day that a week starts on, and how many days make a full one."""
    for name in ("week-start", "goal"):
        if marks := plan.reading.all(f"remind:{name}"):
            return _limit(plan, name, marks)
    return None


def _monthly(plan: ReminderMessage) -> Meaning | None:
    marks = plan.reading.all("told:monthly")
    wanted = plan.named or plan.clocks
    return _limit(plan, "month", marks) if marks and wanted else None


def _excepted(plan: ReminderMessage) -> Meaning | None:
    """What is left out and is no day, such as bank holidays."""
    mark = not_dates(plan.reading)
    wanted = plan.named or plan.clocks or plan.reading.has("every")
    about = plan.reading.has("area", "card", "spot", "kind")
    return _limit(plan, "exception", [mark]) if mark and wanted and not about else None


def _place(plan: ReminderMessage) -> Meaning | None:
    """A place in the stead of a time: "remind me when I get home"."""
    marks = plan.reading.all("remind:arriving")
    exact = [each for each in plan.clocks if not each.named]
    return _limit(plan, "place", marks) if marks and plan.named and not exact else None


def _times(plan: ReminderMessage) -> Meaning | None:
    """Several times a day, and none of them said."""
    marks = plan.reading.all("remind:times-a-day")
    return _limit(plan, "which-times", marks) if marks and plan.named and not plan.clocks else None


def _minute(plan: ReminderMessage) -> Meaning | None:
    """Breaks at one minute of each hour."""
    marks = plan.reading.all("break:minute")
    return _limit(plan, "minute", marks) if marks else None


def _gap(plan: ReminderMessage) -> Meaning | None:
    """Breaks within two spans of hours."""
    marks = plan.reading.all("break:word")
    every = any(each.lead in ("every", "each") for each in plan.reading.lengths)
    wanted = (marks or every) and several(plan)
    return _limit(plan, "gap", marks) if wanted else None


def _limit(plan: ReminderMessage, topic: str, marks: list[Mark]) -> Meaning:
    """The whole message is answered by it, whatever else it says."""
    said = plan.reading.said(*marks[:1])
    return plan.mean(Intent.CANNOT, _words(plan), topic=topic, named=next(iter(said), None))


def _words(plan: ReminderMessage) -> list[Mark]:
    return [Mark(at, at + 1, "") for at, token in enumerate(plan.reading.tokens) if token.raw]
