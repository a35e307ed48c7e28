"""The mobility tests of a runner: the one that is under way, and those that are done."""

from datetime import date, time

from bot.dispatch.conversation import Conversation
from bot.services.safety import complaints
from content.catalog.taxonomy import Side
from content.coaching.mobility_test.attempt import MobilityTest
from content.coaching.mobility_test.hip_extension import Measured, is_due
from storage.queries.diary import NoteKind


def under_way(chat: Conversation) -> MobilityTest | None:
    """The test that was begun today."""
    kept = chat.runner.trial
    return MobilityTest.read(kept) if kept and kept["day"] == chat.day.isoformat() else None


def earlier(chat: Conversation) -> dict[Side, list[Measured]]:
    """The tests of days before today, by side. Older ones gave degrees by other marks, which are
    not comparable.
    """
    found: dict[Side, list[Measured]] = {side: [] for side in Side}
    for note in chat.work.diary.notes(chat.runner.id):
        if note.kind == NoteKind.TEST and note.day < chat.day and "index" in note.data:
            at = time.fromisoformat(note.data["at"])
            was = Measured(note.day, at, note.data["index"], note.data["spread"])
            found[Side(note.key)].append(was)
    return found


def last_day(chat: Conversation) -> date | None:
    """Of the newest test, today's included."""
    notes = chat.work.diary.notes(chat.runner.id)
    return max((note.day for note in notes if note.kind == NoteKind.TEST), default=None)


def due(chat: Conversation) -> bool:
    """Shall a look back offer one?"""
    resting = bool(complaints.areas_at_rest(chat)) or under_way(chat) is not None
    since = chat.runner.created_at.date()
    return not resting and is_due(last_day(chat), since, chat.day)
