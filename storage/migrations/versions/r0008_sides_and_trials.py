"""Seconds on each side in the log, and a range-of-motion test that is under way."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("entries") as table:
        table.add_column(sa.Column("sides", sa.JSON(), nullable=True))
    with op.batch_alter_table("runners") as table:
        table.add_column(sa.Column("trial", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("runners") as table:
        table.drop_column("trial")
    with op.batch_alter_table("entries") as table:
        table.drop_column("sides")
