"""The table of grounds of an extradition: every ground of Art. 16 with what it may carry, and where the case stands."""

from dataclasses import replace

import pytest
from flask import Flask
from flask_babel import Babel

from mla.domain.extradition import grounds
from mla.web.requests import cockpit
from tests.domain.cases import consultation
from tests.domain.extradition_cases import but, facts


@pytest.fixture(autouse=True)
def context():
    app = Flask("cockpit")
    Babel(app)
    with app.app_context():
        yield


def rows(step="refuse_extradition", held=None, **changes):
    """The table in a case with that consultation."""
    known = facts(**changes)
    return cockpit.rows(replace(known, course=replace(known.course, consultation=held)), step)


def test_every_ground_of_the_article_stands_in_the_table():
    shown = rows()
    carrying, through = shown[: len(grounds.INTENDED)], shown[len(grounds.INTENDED) : -1]
    assert [row.article for row in carrying] == [
        "Art. 16(1)", "Art. 16(1)", "Art. 16(4); 16(5)", "Art. 16(14)", "Art. 16(7)", "Art. 16(10)",
    ]  # fmt: skip
    assert {row.consult for row in carrying} == {"where appropriate"}
    assert {row.reasons for row in carrying} == {"good practice"}
    assert [(row.article, row.use) for row in through] == [("Art. 16(7)", "nothing by itself")] * len(grounds.THROUGH)
    assert (shown[-1].use, shown[-1].stands, shown[-1].tone) == ("nothing, ever", "Closed for good", "red")


# Art. 16(16): a consultation comes first where appropriate; otherwise it is said why it was not.
@pytest.mark.parametrize(
    ("held", "stands"),
    [
        (None, {"Consult first, or say why that was not appropriate"}),
        (consultation(grounds=tuple(grounds.INTENDED)), {"Open now"}),
        (consultation(grounds=tuple(grounds.INTENDED), replies=()), {"Consultation open: the reply is awaited"}),
    ],
)
def test_where_the_case_stands_on_each_ground(held, stands):
    assert {row.stands for row in rows(held=held)[: len(grounds.INTENDED)]} == stands


def test_a_ground_that_was_not_put_is_pointed_out():
    shown = rows(held=consultation(grounds=("nationality",)))
    assert [row.stands for row in shown].count("Open now") == 1
    assert "consult on it, or say why" in shown[0].stands


# Where the Convention does not bind both States, nothing of it is cited.
def test_beside_the_convention_nothing_is_cited():
    reciprocity = {"content": but(regime__basis="RECIPROCITY"), "requested": "COG", "kept": ()}
    assert not [row.article for row in rows(**reciprocity) if "Art." in row.article]


@pytest.mark.parametrize("step", ["refuse_extradition", "refuse_for_nationality", "open_consultation"])
def test_it_stands_where_a_ground_is_decided_on(step):
    assert rows(step)
    assert not rows("grant")
