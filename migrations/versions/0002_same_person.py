"""keys by which the same person is found in another request"""

import sqlalchemy as sa
from alembic import op

from mla.domain import identity

revision = "0002_same_person"
down_revision = "0001"
branch_labels = None
depends_on = None

KEYS = {"name_key": "of the folded names", "script_key": "of the folded original script"}


def upgrade() -> None:
    for key, comment in KEYS.items():
        column = sa.Column(key, sa.String(length=64), nullable=False, server_default="", comment=comment)
        op.add_column("concerned_person", column)
        op.create_index(op.f(f"ix_concerned_person_{key}"), "concerned_person", [key])
    _fill()


def _fill() -> None:
    """Give the persons that are there their keys."""
    names = ("id", "family_name", "given_names", "original_script")
    table = sa.table("concerned_person", *(sa.column(name) for name in (*names, *KEYS)))
    connection = op.get_bind()
    for person in connection.execute(sa.select(*(table.c[name] for name in names))).all():
        keys = {
            "name_key": identity.name_key(person.family_name, person.given_names),
            "script_key": identity.script_key(person.original_script),
        }
        connection.execute(table.update().where(table.c.id == person.id).values(keys))


def downgrade() -> None:
    for key in KEYS:
        op.drop_index(op.f(f"ix_concerned_person_{key}"), table_name="concerned_person")
        op.drop_column("concerned_person", key)
