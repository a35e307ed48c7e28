"""Indexes over part of a table.

They are apart from the tables because naming a dialect imports it, and a start needs no more than
the one that it speaks.
"""

from sqlalchemy import Column, Index, text

from storage.database.tables import inbox, metadata, outbox

__all__ = ["metadata"]  # with these indexes


def _where(condition: str, name: str, *columns: Column[object]) -> None:
    where = text(condition)
    Index(name, *columns, sqlite_where=where, postgresql_where=where)


_where("handled_at IS NULL", "ix_inbox_open", inbox.c.chat_id, inbox.c.update_id)
_where("failed IS NOT NULL", "ix_inbox_failed", inbox.c.update_id)
_where("handled_at IS NOT NULL", "ix_inbox_past", inbox.c.handled_at)
_where("state = 'waiting'", "ix_outbox_waiting", outbox.c.chat_id, outbox.c.id)
_where("state = 'waiting'", "ix_outbox_turn", outbox.c.priority, outbox.c.due_at, outbox.c.id)
_where("state IN ('dead', 'missed', 'unsure')", "ix_outbox_lost", outbox.c.state, outbox.c.id)
_where("sent_at IS NOT NULL", "ix_outbox_past", outbox.c.sent_at)
