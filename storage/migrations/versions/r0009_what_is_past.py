"""What is past is found by its time, so that forgetting it each hour reads nothing else."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

PAST = {"inbox": "handled_at", "outbox": "sent_at"}


def upgrade() -> None:
    for table, column in PAST.items():
        where = sa.text(f"{column} IS NOT NULL")
        op.create_index(
            f"ix_{table}_past", table, [column], sqlite_where=where, postgresql_where=where
        )


def downgrade() -> None:
    for table in PAST:
        op.drop_index(f"ix_{table}_past", table)
