"""The table of grounds of an extradition: every ground of Art. 16 with what it may carry, and where the case stands."""

from dataclasses import replace

import pytest
from flask import Flask
from flask_babel import Babel

from mla.domain.assets.recovery import Recovery
from mla.domain.extradition import grounds
from mla.web.requests import cockpit, third_parties
from tests.domain import assets_cases
from tests.domain.cases import consultation
from tests.domain.extradition_cases import but, facts
from tests.domain.property_cases import entry


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


def of_assets(step="refuse", held=None, **changes):
    """The table in a request about assets with that consultation."""
    known = assets_cases.facts(**changes)
    return cockpit.rows(replace(known, course=replace(known.course, consultation=held)), step)


# Art. 13(7) besides Art. 18 through Art. 13(3); bank secrecy is no ground, by Art. 12(6) too.
def test_the_grounds_of_a_request_about_assets():
    shown = of_assets()
    assert (shown[0].article, shown[0].consult, shown[0].reasons, shown[0].stands) == (
        "Art. 13(7)", "good practice", "owed", "Open now",
    )  # fmt: skip
    assert "not one that the Convention covers" in shown[0].ground
    assert [row.article for row in shown[1:6]] == [
        "Art. 18(9)", "Art. 18(21)(a)", "Art. 18(21)(b)", "Art. 18(21)(c)", "Art. 18(21)(d)",
    ]  # fmt: skip
    assert {row.stands for row in shown[2:7]} == {"Open a consultation first"}
    never = {row.ground: row.article for row in shown if row.tone == "red"}
    assert never["Bank secrecy"] == "Art. 12(6); 18(8)"
    assert len(never) == 2
    assert not [row for row in shown if "18(1)" in row.ground]


@pytest.mark.parametrize("step", ["refuse_not_covered", "report_denial", "postpone"])
def test_it_stands_where_assets_are_refused(step):
    assert of_assets(step)
    assert not of_assets("report_freeze")


TOLD = entry("notify_third_parties", persons=[{"name": "A bank"}], manner="by letter")
CLAIMED = entry("record_claims", claims=[assets_cases.CLAIM, assets_cases.CLAIM | {"label": "K2"}])
DECIDED = entry("decide_claims", decisions=[{"label": "K1", "outcome": "in_part", "reasons": "Half of it."}])


def test_third_parties_stand_where_property_is_touched():
    known = assets_cases.facts(recovery=Recovery(entries=(TOLD, CLAIMED, DECIDED)))
    shown = third_parties.before(known, "report_confiscation")
    assert [one.name for one in shown["notices"]] == ["A bank"]
    assert [(one["claim"].label, one["outcome"], one["tone"]) for one in shown["claims"]] == [
        ("K1", "Upheld in part", "amber"), ("K2", "", "red"),
    ]  # fmt: skip
    assert third_parties.before(known, "report_tracing") is None
    assert third_parties.before(facts(), "lift_freeze") is None
