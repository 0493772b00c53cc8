"""property of a matter; what is handed over with an extradited person is called articles"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0009_property"
down_revision = "0008_parts"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(astext_type=sa.Text()), "postgresql")
REQUEST = sa.table("request", sa.column("id", sa.Uuid()), sa.column("kind", sa.String()), sa.column("draft", JSON))


def upgrade() -> None:
    op.create_table(
        "asset",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("matter_id", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False, comment="account, real_estate, vehicle, …"),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("location", sa.String(length=300), nullable=False),
        sa.Column("country", sa.String(length=3), nullable=False, comment="where it lies, ISO 3166-1 alpha-3"),
        sa.Column("holder", sa.String(length=200), nullable=False),
        sa.Column("owner", sa.String(length=200), nullable=False),
        sa.Column("value", sa.String(length=40), nullable=False, comment="decimal text, in the currency"),
        sa.Column("currency", sa.String(length=3), nullable=False, comment="ISO 4217"),
        sa.Column("valued_on", sa.Date(), nullable=True),
        sa.Column("theory", sa.String(length=20), nullable=False, comment="why it can be confiscated: proceeds, …"),
        sa.Column("persons", JSON, nullable=False, comment="ids of persons of the matter"),
        sa.Column("offences", JSON, nullable=False, comment="ids of offences of the matter"),
        sa.ForeignKeyConstraint(["matter_id"], ["matter.id"], name=op.f("fk_asset_matter_id_matter")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asset")),
    )
    op.create_index(op.f("ix_asset_matter_id"), "asset", ["matter_id"], unique=False)
    _rename("property", "articles")


def downgrade() -> None:
    _rename("articles", "property")
    op.drop_index(op.f("ix_asset_matter_id"), table_name="asset")
    op.drop_table("asset")


def _rename(old: str, new: str) -> None:
    """Rename a section in the drafts of extraditions; frozen versions stay as they are."""
    connection = op.get_bind()
    held = connection.execute(sa.select(REQUEST.c.id, REQUEST.c.draft).where(REQUEST.c.kind == "extradition"))
    for key, draft in held.all():
        if old in draft:
            renamed = {new if name == old else name: value for name, value in draft.items()}
            connection.execute(sa.update(REQUEST).where(REQUEST.c.id == key).values(draft=renamed))
