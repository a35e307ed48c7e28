"""What failed is counted and found without reading everything else."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _index("ix_inbox_failed", "inbox", ["update_id"], "failed IS NOT NULL")
    _index("ix_outbox_lost", "outbox", ["state", "id"], "state IN ('dead', 'missed')")


def downgrade() -> None:
    op.drop_index("ix_outbox_lost", "outbox")
    op.drop_index("ix_inbox_failed", "inbox")


def _index(name: str, table: str, columns: list[str], where: str) -> None:
    only = sa.text(where)
    op.create_index(name, table, columns, sqlite_where=only, postgresql_where=only)
