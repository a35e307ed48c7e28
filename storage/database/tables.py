"""The tables. Times are UTC; days are the runner's own local dates."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    DateTime,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.engine import Dialect

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
Json = JSON(none_as_null=True)
metadata = MetaData(naming_convention=NAMES)

# SQLite numbers rows by itself only where the key is exactly INTEGER.
Id = BigInteger().with_variant(Integer, "sqlite")


class Utc(TypeDecorator[datetime]):
    """An aware datetime, kept in UTC. SQLite forgets zones, so they are put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone; pass an aware datetime")
        if value.tzinfo is not UTC:
            value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        stored: datetime = value
        return stored.replace(tzinfo=UTC) if stored.tzinfo is None else stored.astimezone(UTC)


def _runner() -> Column[int]:
    return Column(
        "runner_id",
        BigInteger,
        ForeignKey("runners.id", ondelete="CASCADE"),
        nullable=False,
    )


runners = Table(
    "runners",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),  # the private chat's id
    Column("name", Text, nullable=False),
    Column("zone", Text),
    Column("answers", Json, nullable=False),
    Column("draft", Json),  # ticks of the open question that are not yet confirmed
    Column("editing", Text),  # the answer being changed from /settings
    Column("shown", Json),  # what was last shown: {"card": id}
    Column("paused_until", Date),
    Column("course", Json),  # the programme on its way, those finished, news not yet told
    Column("trial", Json),  # the home test that is under way: its tries so far
    Column("locks", Json),  # complaints; older rows: {area: {"since", "words", "urgency"}}
    Column("off_since", Utc),  # Telegram refuses this chat until the runner writes again
    Column("created_at", Utc, nullable=False),
)

reminders = Table(
    "reminders",
    metadata,
    Column("id", Id, primary_key=True),
    _runner(),
    Column("slot", Text, nullable=False),
    Column("next_due", Utc),
    Column("day", Date),  # the local date that the next occurrence is meant for
    Column("served", Date),  # the last date that was handed over or passed over
    Column("handed", Utc),  # the instant of an occurrence that is on its way and not told yet
    Column("data", Json, nullable=False),
    UniqueConstraint("runner_id", "slot"),
    Index("ix_reminders_due", "next_due"),
)

sessions = Table(
    "sessions",
    metadata,
    Column("runner_id", ForeignKey("runners.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("cards", Json, nullable=False),
    Column("minutes", Integer, nullable=False),
    Column("reasons", Json, nullable=False),
)

entries = Table(
    "entries",
    metadata,
    Column("id", Id, primary_key=True),
    _runner(),
    Column("day", Date, nullable=False),
    Column("status", Text, nullable=False),
    Column("minutes", Integer),
    Column("cards", Json, nullable=False),
    Column("note", Text),
    Column("source", Text, nullable=False),
    Column("sides", Json),  # seconds of work by card and side, where that is known
    Column("logged_at", Utc, nullable=False),
    Column("undone_at", Utc),
    Index("ix_entries_of", "runner_id", "day"),
)

diary = Table(
    "diary",
    metadata,
    Column("id", Id, primary_key=True),
    _runner(),
    Column("day", Date, nullable=False),
    Column("kind", Text, nullable=False),  # soreness, run, symptom, test, week
    Column("key", Text, nullable=False),  # which one of that kind and day
    Column("told_at", Utc, nullable=False),
    Column("data", Json, nullable=False),
    UniqueConstraint("runner_id", "day", "kind", "key"),
)

calendar_feeds = Table(
    "calendar_feeds",
    metadata,
    Column(
        "runner_id",
        BigInteger,
        ForeignKey("runners.id", ondelete="CASCADE"),
        primary_key=True,
        autoincrement=False,
    ),
    Column("secret_hash", Text, unique=True, nullable=False),
    Column("since", Utc, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, nullable=False),  # 0: of no chat
    Column("payload", Json),
    Column("received_at", Utc, nullable=False),
    Column("lease_until", Utc, nullable=False),  # until then it is left to the replica that took it
    Column("handled_at", Utc),
    Column("failed", Text),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", Id, primary_key=True),
    Column("chat_id", BigInteger),  # empty: needs no order, as for a toast
    Column("priority", Integer, nullable=False),
    Column("method", Text, nullable=False),
    Column("payload", Json, nullable=False),
    Column("label", Text),  # what kind of message this is, to find it again
    Column("key", Text, unique=True),  # what must be said once only
    Column("due_at", Utc, nullable=False),
    Column("expires_at", Utc),
    Column("lease_until", Utc),
    Column("holder", Text),  # which replica took it, while it is leased
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("unsure_sends", Integer, nullable=False, server_default="0"),  # that may have arrived
    # waiting, sent, dropped, missed (by us), dead (refused) or unsure (it may have arrived)
    Column("state", Text, nullable=False),
    Column("message_id", BigInteger),
    Column("sent_at", Utc),
    Column("error", Text),
    Index("ix_outbox_label", "chat_id", "label"),
)

budget = Table(
    "budget",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("free_at", Utc, nullable=False),  # when the next message may leave, for all replicas
    Column("paused_until", Utc),  # Telegram has asked for a pause
)

replicas = Table(
    "replicas",
    metadata,
    Column("instance", Text, primary_key=True),  # another one for each start
    Column("host", Text, nullable=False),
    Column("pid", Integer, nullable=False),
    Column("seen_at", Utc, nullable=False),
)

shared_settings = Table(
    "house",
    metadata,
    Column("key", Text, primary_key=True),  # what all replicas have to agree on, as "tzdata"
    Column("value", Text, nullable=False),
)

pictures = Table(
    "pictures",
    metadata,
    Column("bot_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, primary_key=True),  # what it shows: a card and a side
    Column("kind", Text, primary_key=True),  # still or loop
    Column("version", Text, nullable=False),  # of the drawing; another one is uploaded anew
    Column("file_id", Text, nullable=False),
    Column("unique_id", Text, nullable=False),
    Index("ix_pictures_unique", "unique_id"),
)

unanswered = Table(
    "unanswered",
    metadata,
    Column("id", Id, primary_key=True),
    Column("text", Text, nullable=False),  # no name, no number, no link to a runner
    Column("heard_at", Utc, nullable=False),
    Index("ix_unanswered_heard_at", "heard_at"),
)
