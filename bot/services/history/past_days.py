"""What was done in days that are over, added up."""

from collections.abc import Iterator
from datetime import date, timedelta

from bot.dispatch.conversation import Conversation
from bot.values.past_days import PastDays
from content.coaching.session.runs import Run
from scheduler.log.entries import ACTIVE, Status, states
from storage.queries.diary import NoteKind

FEW = 7  # days that are told one by one
DAY = timedelta(days=1)


def past_days(chat: Conversation, first: date | None, last: date) -> PastDays:
    """What is logged of those days."""
    since = first or date.min
    logged = [
        entry
        for day, entry in sorted(states(chat.work.session_log.entries(chat.runner.id)).items())
        if since <= day <= last
    ]
    active = [each for each in logged if each.status in ACTIVE]
    short = first is not None and (last - first).days < FEW
    days = {each.day for each in logged}
    all_days = (last - n * DAY for n in reversed(range((last - since).days + 1))) if short else ()
    return PastDays(
        first=first,
        last=last,
        done=sum(each.status is Status.DONE for each in active),
        half=sum(each.status is Status.PARTIAL for each in active),
        minutes=sum(each.minutes or 0 for each in active),
        ran=tuple(_runs(chat, since, last)),
        each=tuple(logged) if short else (),
        empty=tuple(each for each in all_days if each not in days and each < chat.day),
    )


def _runs(chat: Conversation, since: date, last: date) -> Iterator[Run]:
    """Runs that were done on those days."""
    for note in chat.work.diary.notes(chat.runner.id, since):
        if note.kind == NoteKind.RUN and note.day <= last and note.data["done"]:
            yield Run(note.day, None, note.data.get("km"), note.data["kind"], done=True)
