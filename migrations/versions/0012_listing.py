"""the list of requests: filled by ``flask init`` or ``flask listing rebuild``"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0012_listing"
down_revision = "0011_sought"
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(astext_type=sa.Text()), "postgresql")
INDEXES = {"ix_listing_latest": ["authority_id", "opened_at", "request_id"],
           "ix_listing_state": ["authority_id", "state", "opened_at", "request_id"]}  # fmt: skip

WORD = sa.String(length=60).with_variant(sa.String(length=60, collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "listing",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("authority_id", sa.Uuid(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=40), nullable=False),
        sa.Column(
            "table_version",
            sa.Integer(),
            nullable=False,
            comment="the version of the kind's table of steps that the row knows",
        ),
        sa.Column("outgoing", sa.Boolean(), nullable=False, comment="whether the authority asks, or is asked"),
        sa.Column("other_id", sa.Uuid(), nullable=False),
        sa.Column(
            "title", sa.String(length=200), nullable=False, comment="one's own working title; empty for the other side"
        ),
        sa.Column("ours", sa.String(length=120), nullable=False, comment="one's own reference, or empty"),
        sa.Column("theirs", sa.String(length=120), nullable=False, comment="the reference of the other side, or empty"),
        sa.Column("awaited_of", sa.String(length=10), nullable=False, comment="the side whose turn it is, or empty"),
        sa.Column(
            "awaited", sa.Text(), nullable=False, comment="the steps that are waited for, by name, spaces between them"
        ),
        sa.Column("clocks", JSON, nullable=False, comment="what is due: code, article, holder, day, values"),
        sa.Column("holds_from", sa.Date(), nullable=False),
        sa.Column("changes_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["authority_id"], ["authority.id"], name=op.f("fk_listing_authority_id_authority")),
        sa.ForeignKeyConstraint(["other_id"], ["authority.id"], name=op.f("fk_listing_other_id_authority")),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=op.f("fk_listing_request_id_request")),
        sa.PrimaryKeyConstraint("request_id", "authority_id", name=op.f("pk_listing")),
    )
    for index, columns in INDEXES.items():
        op.create_index(index, "listing", columns)
    op.create_table(
        "listing_word",
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("authority_id", sa.Uuid(), nullable=False),
        sa.Column("word", WORD, nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id", "authority_id"],
            ["listing.request_id", "listing.authority_id"],
            name=op.f("fk_listing_word_request_id_listing"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("request_id", "authority_id", "word", name=op.f("pk_listing_word")),
    )
    op.create_index("ix_listing_word_word", "listing_word", ["authority_id", "word", "request_id"])
    op.create_index("ix_request_matter_id", "request", ["matter_id"])


def downgrade() -> None:
    op.drop_index("ix_request_matter_id", table_name="request")
    op.drop_table("listing_word")
    op.drop_table("listing")
