"""Which of several reminders words name."""

from collections.abc import Mapping

from content.intents.meaning import Meaning
from scheduler.calendar.recurrence import RecurrenceRule
from scheduler.reminders.slots import slot_at, slot_in_part, slot_numbered


def meant(rules: Mapping[str, RecurrenceRule], meaning: Meaning) -> str | None:
    """The one with that time, part of the day or number; None if there is no such one."""
    if meaning.at and meaning.guessed:
        return slot_at(rules, meaning.at) or slot_in_part(rules, meaning.at)
    return slot_at(rules, meaning.at) if meaning.at else slot_numbered(rules, meaning.slot)
