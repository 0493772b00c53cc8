"""What every command says when the database can't be used: one sentence, and exit code 2."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from flask.cli import AppGroup
from sqlalchemy.exc import DatabaseError, IntegrityError, InterfaceError

from mla.domain.errors import Busy

#: What the two engines say of a table or a column that isn't there.
_LACKING = ("no such table", "no such column", "does not exist")


@contextmanager
def usable() -> Iterator[None]:
    """Say in one sentence why the database can't be used, and exit with 2, so that 1 keeps its own meaning."""
    try:
        yield
    except IntegrityError:
        raise  # the database answered: it refused a row
    except (DatabaseError, InterfaceError) as error:
        _stop(_cause(error))
    except Busy:
        _stop("The database is busy: another process holds it. Try again.")


class DataGroup(AppGroup):
    """Commands that read or write the database."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, as ``usable`` does."""
        with usable():
            return super().invoke(ctx)


def _cause(error: DatabaseError | InterfaceError) -> str:
    said = " ".join(str(error.orig).split())
    unmade = any(words in said for words in _LACKING) and not said.startswith("connection")
    if unmade:
        return f"The database is not ready ({said}). Run: flask --app wsgi init"
    return f"The database can't be used: {said}"


def _stop(sentence: str) -> None:
    click.echo(sentence, err=True)
    raise SystemExit(2) from None
