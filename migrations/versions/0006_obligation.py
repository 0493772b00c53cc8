"""who owes what, across cases: filled by ``flask ledger rebuild``"""

import sqlalchemy as sa
from alembic import op

revision = "0006_obligation"
down_revision = "0005"
branch_labels = None
depends_on = None

HOLDER, OWED_TO = (("holder_id", "ix_obligation_holder"), ("owed_to_id", "ix_obligation_owed_to"))


def upgrade() -> None:
    op.create_table(
        "obligation",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False, comment="the number in its label"),
        sa.Column("sort", sa.String(length=40), nullable=False),
        sa.Column("article", sa.String(length=40), nullable=False),
        sa.Column("holder_id", sa.Uuid(), nullable=False, comment="whose State owes it"),
        sa.Column("owed_to_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column(
            "orders_on", sa.Date(), nullable=False, comment="due_on, or the last day there is: the order of lists"
        ),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("scheduled", sa.Boolean(), nullable=False, comment="the closing of the case set its day"),
        sa.Column("arose", sa.Integer(), nullable=False, comment="the history entry by which it arose"),
        sa.Column("arose_on", sa.String(length=10), nullable=False, comment="ISO text"),
        sa.Column("ended", sa.Integer(), nullable=True, comment="the history entry by which it ended"),
        sa.ForeignKeyConstraint(["holder_id"], ["authority.id"], name=op.f("fk_obligation_holder_id_authority")),
        sa.ForeignKeyConstraint(["owed_to_id"], ["authority.id"], name=op.f("fk_obligation_owed_to_id_authority")),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=op.f("fk_obligation_request_id_request")),
        sa.PrimaryKeyConstraint("request_id", "position", name=op.f("pk_obligation")),
    )
    for column, index in (HOLDER, OWED_TO):
        op.create_index(index, "obligation", [column, "status", "orders_on", "request_id", "position"])


def downgrade() -> None:
    op.drop_table("obligation")
