"""Occurrences are handed over and told later; the outbox is read in the order of turns."""

from datetime import date

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

WAITING = sa.text("state = 'waiting'")


def upgrade() -> None:
    with op.batch_alter_table("reminders") as table:
        table.add_column(sa.Column("served", sa.Date(), nullable=True))
        table.add_column(sa.Column("handed", sa.DateTime(timezone=True), nullable=True))
    _fill_rules()
    op.create_index(
        "ix_outbox_turn",
        "outbox",
        ["priority", "due_at", "id"],
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )
    op.add_column("budget", sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "house",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_house")),
    )


def _fill_rules() -> None:
    """A daily reminder now carries its rule, which so far stood in the runner's answers."""
    reminders = sa.table(
        "reminders",
        sa.column("id", sa.BigInteger),
        sa.column("runner_id", sa.BigInteger),
        sa.column("slot", sa.Text),
        sa.column("served", sa.Date),
        sa.column("data", sa.JSON),
    )
    runners = sa.table(
        "runners",
        sa.column("id", sa.BigInteger),
        sa.column("zone", sa.Text),
        sa.column("answers", sa.JSON),
    )
    connection = op.get_bind()
    found = connection.execute(
        sa.select(reminders.c.id, reminders.c.data, runners.c.zone, runners.c.answers)
        .join_from(reminders, runners, reminders.c.runner_id == runners.c.id)
        .where(reminders.c.slot == "daily")
    ).all()
    for row, data, zone, answers in found:
        at = answers.get("remind_at")
        rule = {
            "at": at,
            "days": answers.get("remind_days") or list(range(7)),
            "zone": zone,
            "until": None,
        }
        served = data.get("served")
        connection.execute(
            sa.update(reminders)
            .where(reminders.c.id == row)
            .values(
                data=rule if at and zone else {},
                served=date.fromisoformat(served) if served else None,
            )
        )


def downgrade() -> None:
    op.drop_table("house")
    with op.batch_alter_table("budget") as table:
        table.drop_column("paused_until")
    op.drop_index("ix_outbox_turn", "outbox")
    with op.batch_alter_table("reminders") as table:
        table.drop_column("handed")
        table.drop_column("served")
