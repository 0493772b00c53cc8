"""whom a version asks to surrender: keys by which requests of several States for one person are found"""

import json

import sqlalchemy as sa
from alembic import op

from mla.domain import identity

revision = "0011_sought"
down_revision = "0009_property"
branch_labels = None
depends_on = None

KEYS = {"name_key": "of the folded names, without accents", "script_key": "of the folded original script"}
REQUEST = sa.table("request", sa.column("id", sa.Uuid()), sa.column("kind", sa.String()))
VERSION = sa.table("version", *map(sa.column, ("request_id", "number", "content")))


def upgrade() -> None:
    table = op.create_table(
        "sought",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(key, sa.String(length=64), nullable=False, comment=said) for key, said in KEYS.items()),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=op.f("fk_sought_request_id_request")),
        sa.PrimaryKeyConstraint("request_id", "version", name=op.f("pk_sought")),
    )
    for key in KEYS:
        op.create_index(op.f(f"ix_sought_{key}"), "sought", [key])
    _fill(table)


def _fill(table: sa.Table) -> None:
    """Give the versions that are there their keys."""
    connection = op.get_bind()
    asks = REQUEST.c.kind.in_(["extradition", "provisional_arrest"])
    found = sa.select(REQUEST.c.id, VERSION.c.number, VERSION.c.content)
    chosen = found.join_from(REQUEST, VERSION, VERSION.c.request_id == REQUEST.c.id).where(asks)
    for request_id, number, text in connection.execute(chosen).all():
        content = json.loads(text)
        for person in content["persons"]:
            if person["label"] == content["sought"]["person"]:
                name, script = identity.keys(person)
                row = {"request_id": request_id, "version": number, "name_key": name, "script_key": script}
                connection.execute(table.insert().values(row))


def downgrade() -> None:
    for key in KEYS:
        op.drop_index(op.f(f"ix_sought_{key}"), table_name="sought")
    op.drop_table("sought")
