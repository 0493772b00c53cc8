"""How Alembic reaches the database: through the application, in one transaction on both engines."""

from typing import Any

import sqlalchemy as sa
from alembic import context
from flask import current_app

from mla.extensions import db
from mla.models.types import UtcDateTime


def as_plain_type(kind: str, value: Any, _autogen_context: Any) -> Any:
    """Write our own column types as the plain ones they are, so that a migration outlives the code."""
    if kind == "type" and isinstance(value, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


def not_empty(_context: Any, _revision: Any, directives: list[Any]) -> None:
    """Write no migration when nothing changed."""
    options = getattr(context.config, "cmd_opts", None)
    if getattr(options, "autogenerate", False) and directives[0].upgrade_ops.is_empty():
        directives[:] = []


def run(connection: sa.Connection) -> None:
    """Run the migrations that the command asks for."""
    context.configure(
        connection=connection,
        target_metadata=db.metadata,
        render_item=as_plain_type,
        process_revision_directives=not_empty,
        transactional_ddl=True,
        **current_app.extensions["migrate"].configure_args,
    )
    with context.begin_transaction():
        context.run_migrations()


with db.engine.connect() as connection:
    run(connection)
