"""``flask accounts``: the first administrator is made on the server; scripts rely on output and exit codes."""

import pytest

from mla.queries import people
from mla.services import accounts

AUTHORITY = ("authority", "BRA", "DRCI", "Department", "--zone", "America/Sao_Paulo", "--place", "Brasília")
INVITE = ("invite", "ana@example.org", "--name", "Ana", "--authority", "BRA/DRCI", "--role", "administrator")


@pytest.fixture
def run(app, states):
    def call(*arguments):
        return app.test_cli_runner().invoke(args=["accounts", *arguments])

    return call


@pytest.fixture
def house(run):
    assert run(*AUTHORITY).stdout == "BRA/DRCI: Department\n"
    return people.authority("BRA/DRCI")


def test_an_authority_is_added_with_its_letterhead(house):
    assert (house.zone, house.place, house.demonstration) == ("America/Sao_Paulo", "Brasília", False)


def test_what_can_not_be_kept_is_said_and_exits_with_2(run, house):
    again = run(*AUTHORITY)
    assert again.exit_code == 2
    assert "code: This State has an authority of that code" in again.stderr


def test_an_invitation_prints_one_link_that_opens_the_password_page(run, house, client):
    done = run(*INVITE)
    assert done.exit_code == 0
    [link] = done.stdout.split()
    page = client.get(link.removeprefix("http://127.0.0.1:8000"))
    assert page.status_code == 200
    assert "Set your password" in page.text


@pytest.mark.parametrize(
    "arguments",
    [
        ("invite", "x@example.org", "--name", "X", "--authority", "BRA/NONE"),
        ("invite", "x@example.org", "--name", "X", "--authority", "BRA/DRCI", "--role", "king"),
        ("invite", "nobody", "--name", "X", "--authority", "BRA/DRCI"),
        ("link", "nobody@example.org"),
        ("roles", "ana@example.org", "--role", "drafter"),  # she is the last administrator
        ("deactivate", "ana@example.org"),
    ],
)
def test_bad_input_exits_with_2(run, house, arguments):
    run(*INVITE)
    assert run(*arguments).exit_code == 2


def test_roles_are_replaced_and_people_deactivated(run, house):
    run(*INVITE)
    run("invite", "d@example.org", "--name", "D", "--authority", "BRA/DRCI")
    shown = run("roles", "d@example.org", "--role", "register_keeper", "--role", "drafter")
    assert shown.stdout == "d@example.org: drafter, register_keeper\n"
    assert run("deactivate", "d@example.org").exit_code == 0
    assert not people.by_email("d@example.org").active
    assert run("reactivate", "d@example.org").exit_code == 0
    assert people.by_email("d@example.org").active


def test_the_sign_ins_of_a_demonstration_are_listed(run, house, app):
    accounts.add_demonstration_person(house, "drafter@brazil.example", "Demo", "", ["drafter"])
    shown = run("demonstration")
    assert "drafter@brazil.example" in shown.stdout
    assert accounts.DEMONSTRATION_PASSWORD in shown.stdout
    app.config["MODE"] = "production"
    assert run("demonstration").exit_code == 1
