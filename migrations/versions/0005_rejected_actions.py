"""wrong actions of the depositary are rejected with a reason, and may be entered anew"""

import sqlalchemy as sa
from alembic import op

from mla.models import append_only

revision = "0005"
down_revision = "0004_on_paper"
branch_labels = None
depends_on = None

KEY = "uq_depositary_action_instrument_iso3_kind_happened_on"
ACTION = ["instrument", "iso3", "kind", "happened_on"]


def upgrade() -> None:
    kept = _set_aside()
    with op.batch_alter_table("depositary_action") as table:
        comment = "0: published, or entered before there were rejections"
        table.add_column(sa.Column("attempt", sa.Integer(), nullable=False, server_default="0", comment=comment))
        table.drop_constraint(KEY, type_="unique")
        table.create_unique_constraint(f"{KEY}_attempt", [*ACTION, "attempt"])
    _put_back(kept)
    _create("rejection", "rejected", sa.Column("reason", sa.Text(), nullable=False))
    append_only.protect(op.get_bind(), ("depositary_action", "confirmation", "rejection"))


def downgrade() -> None:
    op.drop_table("rejection")
    kept = _set_aside()
    with op.batch_alter_table("depositary_action") as table:
        table.drop_constraint(f"{KEY}_attempt", type_="unique")
        table.drop_column("attempt")
        table.create_unique_constraint(KEY, ACTION)
    _put_back(kept)
    append_only.protect(op.get_bind(), ("depositary_action", "confirmation"))


def _create(name: str, done: str, *more: sa.Column) -> sa.Table:
    """A table of what a second person did with an action."""
    return op.create_table(
        name,
        sa.Column("action_id", sa.Uuid(), nullable=False),
        *more,
        sa.Column(f"{done}_by", sa.Uuid(), nullable=False),
        sa.Column(f"{done}_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["depositary_action.id"], name=op.f(f"fk_{name}_action_id_depositary_action")
        ),
        sa.ForeignKeyConstraint([f"{done}_by"], ["person.id"], name=op.f(f"fk_{name}_{done}_by_person")),
        sa.PrimaryKeyConstraint("action_id", name=op.f(f"pk_{name}")),
    )


def _set_aside() -> list[dict] | None:
    """On SQLite, which rebuilds the table, nothing may refer to it meanwhile: the confirmations are put back after."""
    if op.get_bind().dialect.name != "sqlite":
        return None
    table = sa.table("confirmation", *(sa.column(name) for name in ("action_id", "confirmed_by", "confirmed_at")))
    kept = [dict(row) for row in op.get_bind().execute(sa.select(table)).mappings()]
    op.drop_table("confirmation")
    return kept


def _put_back(kept: list[dict] | None) -> None:
    if kept is None:
        return
    _create("confirmation", "confirmed")
    plain = sa.table("confirmation", *(sa.column(name) for name in ("action_id", "confirmed_by", "confirmed_at")))
    if kept:
        op.get_bind().execute(plain.insert(), kept)
