"""How messages sound to a runner these days: as always, plain after a red flag, or not at all."""

from bot.dispatch.conversation import Conversation
from content.screening.tone import PLAIN_FOR, Told, is_plain, is_silent
from content.wording.messages import Wording
from storage.queries.diary import NoteKind


def wording(chat: Conversation) -> Wording:
    """The wording with openers that fit the days."""
    return chat.wording.plain if plain(chat) else chat.wording


def plain(chat: Conversation) -> bool:
    """Shall nothing cheer?"""
    return is_plain(chat.day, _flags(chat))


def silent(chat: Conversation) -> bool:
    """Shall nothing come that was not asked for?"""
    return is_silent(chat.day, _flags(chat))


def _flags(chat: Conversation) -> list[Told]:
    notes = chat.work.diary.notes(chat.runner.id, chat.day - PLAIN_FOR)
    return [(each.day, each.key) for each in notes if each.kind == NoteKind.SYMPTOM]
