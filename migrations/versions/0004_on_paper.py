"""authorities that are reached on paper, and the reference that they give a request"""

import sqlalchemy as sa
from alembic import op

revision = "0004_on_paper"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    said = "not on this system: its acts are recorded"
    paper = sa.Column("on_paper", sa.Boolean(), nullable=False, server_default=sa.false(), comment=said)
    op.add_column("authority", paper)
    said = "in which one writes to it, where known"
    languages = sa.Column("languages", sa.String(length=200), nullable=False, server_default="", comment=said)
    op.add_column("authority", languages)
    said = "that an authority on paper gave it: it need not be unlike all others"
    op.add_column("request", sa.Column("counterpart_reference", sa.String(length=120), nullable=True, comment=said))


def downgrade() -> None:
    op.drop_column("request", "counterpart_reference")
    op.drop_column("authority", "languages")
    op.drop_column("authority", "on_paper")
