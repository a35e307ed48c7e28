"""When the runners of a database want to hear from us."""

from datetime import datetime

from sqlalchemy import select

from storage.database.engine import open_engine
from storage.database.tables import reminders


def due_moments(url: str) -> list[datetime]:
    """When something is due there, each instant once, the first one first."""
    engine = open_engine(url)
    with engine.connect() as connection:
        due = select(reminders.c.next_due).where(reminders.c.next_due.is_not(None))
        found = list(connection.execute(due.distinct().order_by(reminders.c.next_due)).scalars())
    engine.dispose()
    return found
