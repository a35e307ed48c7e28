"""A message that may have arrived is sent once more at most, however often we start anew."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

BEFORE, AFTER = "state IN ('dead', 'missed')", "state IN ('dead', 'missed', 'unsure')"


def upgrade() -> None:
    op.add_column(
        "outbox", sa.Column("unsure_sends", sa.Integer(), nullable=False, server_default="0")
    )
    _index_lost(AFTER)


def downgrade() -> None:
    op.execute("UPDATE outbox SET state = 'dead' WHERE state = 'unsure'")
    _index_lost(BEFORE)
    op.drop_column("outbox", "unsure_sends")


def _index_lost(condition: str) -> None:
    where = sa.text(condition)
    op.drop_index("ix_outbox_lost", "outbox")
    op.create_index(
        "ix_outbox_lost",
        "outbox",
        ["state", "id"],
        sqlite_where=where,
        postgresql_where=where,
    )
