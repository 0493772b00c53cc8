"""``flask accounts``: authorities and people, from the server itself. The first administrator is made here."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click
from flask import current_app

from mla.domain.errors import NotAccepted
from mla.models import Authority, Person
from mla.queries import people
from mla.services import accounts
from mla.wording.accounts import CAUSES

from .database import DataGroup

commands = DataGroup("accounts", help="Authorities and their people.")

_EMAIL = click.argument("email")
_ROLES = click.option(
    "--role", "roles", multiple=True, type=click.Choice(accounts.OFFICES), help="A role; repeat it for several."
)


def said(command: Callable[..., None]) -> Callable[..., None]:
    """Print why an entry can't be kept, one sentence a line, and exit with 2."""

    @wraps(command)
    def run(**given: Any) -> None:
        try:
            command(**given)
        except NotAccepted as error:
            for name, cause in error.fields.items():
                click.echo(f"{name}: {CAUSES[cause]}", err=True)
            raise SystemExit(2) from None

    return run


@commands.command("authority")
@click.argument("iso3")
@click.argument("code")
@click.argument("name")
@click.option("--zone", default="UTC", show_default=True, help="IANA time zone, such as America/Sao_Paulo.")
@click.option("--ministry", default="")
@click.option("--address", default="", help="Postal address; lines separated by newlines.")
@click.option("--place", default="", help="Where its papers are signed.")
@click.option("--telephone", default="")
@click.option("--email", default="")
@said
def add_authority(iso3: str, code: str, **letterhead: str) -> None:
    """Add the central authority NAME of the State ISO3; CODE stands in its references."""
    made = accounts.add_authority(iso3, code, letterhead)
    click.echo(f"{made.iso3}/{made.code}: {made.name}")


@commands.command("invite")
@_EMAIL
@click.option("--name", required=True, help="The person's name.")
@click.option("--title", default="", help="Office as printed under a signature.")
@click.option("--authority", "designation", required=True, metavar="ISO3/CODE")
@_ROLES
@said
def invite(email: str, name: str, title: str, designation: str, roles: tuple[str, ...]) -> None:
    """Add a person and print the link at which they set their password."""
    person = accounts.invite(authority_named(designation).id, email, name, title, roles, None)
    _print_link(person)


@commands.command("link")
@_EMAIL
@said
def new_link(email: str) -> None:
    """Print a new link for the person's password; earlier links and present sign-ins end."""
    _print_link(_person(email))


@commands.command("roles")
@_EMAIL
@_ROLES
@said
def change_roles(email: str, roles: tuple[str, ...]) -> None:
    """Give the person these roles and no others."""
    person = _person(email)
    accounts.change(person.id, person.title, roles, None)
    click.echo(f"{person.email}: {_roles(person)}")


@commands.command("deactivate")
@_EMAIL
@said
def deactivate(email: str) -> None:
    """End the person's access at once."""
    accounts.deactivate(_person(email).id, None)


@commands.command("reactivate")
@_EMAIL
@said
def reactivate(email: str) -> None:
    """Give the person access again."""
    accounts.reactivate(_person(email).id, None)


@commands.command("demonstration")
def demonstration() -> None:
    """List the sign-ins of the demonstration, and their password."""
    if current_app.config["MODE"] != "demonstration":
        click.echo("Demonstration people can't sign in: this is production.", err=True)
        raise SystemExit(1)
    found = people.demonstration()
    for person in found:
        click.echo(f"  {person.email:<42} {person.authority.iso3}  {_roles(person)}")
    if found:
        click.echo(f"  password of each: {accounts.DEMONSTRATION_PASSWORD}")


def _print_link(person: Person) -> None:
    click.echo(accounts.link(person.id, None))
    click.echo(f"It works once, for {accounts.LINK_LIFE.days} days. Hand it to {person.name} yourself.", err=True)


def _roles(person: Person) -> str:
    held = {office.name for office in person.roles}
    return ", ".join(name for name in accounts.OFFICES if name in held)


def authority_named(designation: str) -> Authority:
    """The authority written as ISO3/CODE; exit code 2 where there is none."""
    found = people.authority(designation)
    if found is None:
        raise click.BadParameter(f"no authority is written '{designation}': write it as ISO3/CODE.")
    return found


def _person(email: str) -> Person:
    found = people.by_email(email)
    if found is None:
        raise click.BadParameter(f"nobody has an account with the address '{email}'.")
    return found
