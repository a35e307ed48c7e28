"""The own course of a runner, read from the diary."""

from collections.abc import Sequence
from datetime import date

from bot.dispatch.conversation import Conversation
from content.coaching.review.course import Item, Told, due, open_item
from storage.queries.diary import Note, NoteKind


def told(notes: Sequence[Note]) -> tuple[Told, ...]:
    """Each day with answers, in order."""
    by_day: dict[date, dict[Item, int]] = {}
    for note in notes:
        if note.kind == NoteKind.COURSE:
            by_day.setdefault(note.day, {})[Item(note.key)] = note.data["amount"]
    return tuple(Told(day, amounts) for day, amounts in by_day.items())


def of(chat: Conversation) -> tuple[Told, ...]:
    return told(chat.work.diary.notes(chat.runner.id))


def today(chat: Conversation) -> Told | None:
    """What was answered today."""
    return next((each for each in of(chat) if each.day == chat.day), None)


def asks(chat: Conversation) -> Item | None:
    """The question that a look back brings along, where that was agreed to."""
    return open_item(today(chat)) if chat.answers.course and due(of(chat), chat.day) else None


def offers(chat: Conversation) -> bool:
    """Was it never said whether the questions are wanted?"""
    return "course" not in chat.runner.answers


def note(chat: Conversation, item: Item, amount: int) -> None:
    chat.work.diary.write(
        chat.runner.id, Note(chat.day, NoteKind.COURSE, item, chat.now, {"amount": amount})
    )
