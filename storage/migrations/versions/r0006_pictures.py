"""Pictures that Telegram keeps for a bot."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "pictures",
        sa.Column("bot_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("file_id", sa.Text(), nullable=False),
        sa.Column("unique_id", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("bot_id", "name", "kind", name=op.f("pk_pictures")),
    )
    op.create_index("ix_pictures_unique", "pictures", ["unique_id"])


def downgrade() -> None:
    op.drop_index("ix_pictures_unique", "pictures")
    op.drop_table("pictures")
