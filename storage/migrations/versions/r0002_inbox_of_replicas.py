"""Updates are leased to a replica and handled in order for each chat."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

OPEN = sa.text("handled_at IS NULL")


def upgrade() -> None:
    op.add_column("inbox", sa.Column("lease_until", sa.DateTime(timezone=True)))
    op.execute("UPDATE inbox SET lease_until = received_at, chat_id = coalesce(chat_id, 0)")
    with op.batch_alter_table("inbox") as batch_op:
        batch_op.alter_column("lease_until", nullable=False)
        batch_op.alter_column("chat_id", nullable=False)
    _index("chat_id", "update_id")


def downgrade() -> None:
    with op.batch_alter_table("inbox") as batch_op:
        batch_op.alter_column("chat_id", nullable=True)
        batch_op.drop_column("lease_until")
    _index("update_id")


def _index(*columns: str) -> None:
    op.drop_index("ix_inbox_open", "inbox")
    op.create_index(
        "ix_inbox_open", "inbox", list(columns), sqlite_where=OPEN, postgresql_where=OPEN
    )
