"""accounts concerned in a matter"""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006_obligation"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "concerned_account",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "number",
            sa.String(length=60),
            nullable=False,
            comment="as it is written: an IBAN or the number of the bank",
        ),
        sa.Column("bank", sa.String(length=200), nullable=False),
        sa.Column("holder", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("number_key", sa.String(length=64), nullable=False, comment="of the number in one form"),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_concerned_account_matter_id_matter")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_concerned_account")),
    )
    op.create_index(op.f("ix_concerned_account_matter_id"), "concerned_account", ["matter_id"], unique=False)
    op.create_index(op.f("ix_concerned_account_number_key"), "concerned_account", ["number_key"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_concerned_account_number_key"), table_name="concerned_account")
    op.drop_index(op.f("ix_concerned_account_matter_id"), table_name="concerned_account")
    op.drop_table("concerned_account")
