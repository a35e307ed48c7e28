"""What runners tell of their days, the programme they follow, and areas that rest."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "diary",
        sa.Column("id", ID, nullable=False),
        sa.Column("runner_id", sa.BigInteger(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["runner_id"],
            ["runners.id"],
            name=op.f("fk_diary_runner_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diary")),
        sa.UniqueConstraint(
            "runner_id", "day", "kind", "key", name=op.f("uq_diary_runner_id_day_kind_key")
        ),
    )
    with op.batch_alter_table("runners") as table:
        table.add_column(sa.Column("course", sa.JSON(), nullable=True))
        table.add_column(sa.Column("locks", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("runners") as table:
        table.drop_column("locks")
        table.drop_column("course")
    op.drop_table("diary")
