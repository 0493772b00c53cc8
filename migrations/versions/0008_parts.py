"""a request that is part of another: a provisional arrest belongs to an extradition"""

import sqlalchemy as sa
from alembic import op

revision = "0008_parts"
down_revision = "0007"
branch_labels = None
depends_on = None

KEY = "fk_request_part_of_id_request"
INDEX = "ix_request_part_of_id"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        # a table to which others refer can't be rebuilt there; a column with its reference can be added
        op.execute(f"ALTER TABLE request ADD COLUMN part_of_id CHAR(32) CONSTRAINT {KEY} REFERENCES request (id)")
    else:
        said = "the extradition to which a provisional arrest belongs"
        op.add_column("request", sa.Column("part_of_id", sa.Uuid(), nullable=True, comment=said))
        op.create_foreign_key(KEY, "request", "request", ["part_of_id"], ["id"])
    op.create_index(INDEX, "request", ["part_of_id"], unique=False)


def downgrade() -> None:
    op.drop_index(INDEX, table_name="request")
    op.drop_column("request", "part_of_id")
