"""The forms of the steps of extradition and provisional arrest give what the guards read, and lose nothing typed."""

import datetime as dt
import re

import pytest
from flask import Flask
from flask_babel import Babel
from wtforms import FieldList, HiddenField, StringField

from mla.domain.extradition import grounds
from mla.domain.extradition.pursuit import Pursuit
from mla.domain.findings import closing
from mla.domain.kinds import extradition, provisional
from mla.web.forms.arrival import form_of
from mla.web.forms.base import DayField, WholeNumberField
from mla.web.forms.step_base import Told
from mla.web.forms.steps import FORMS
from tests.domain.extradition_cases import but, facts, fitting
from tests.extradition_answers import OFFENCES, answers, typed

EXTRADITION = extradition.KIND
TABLES = (EXTRADITION, provisional.KIND)
TODAY = dt.date(2026, 3, 12)
#: Each step that has answers of its own, with its kind.
ROWS = [(kind, step) for kind in TABLES for step in kind.steps if answers(step.name) is not None]
IDS = [step.name for _, step in ROWS]
CONDITIONS = [{"label": "C1", "text": "She is returned."}, {"label": "C2", "text": "No life sentence."}]


@pytest.fixture
def send():
    """``send(kind, step, typed)``: the step's form as a browser sent it."""
    app = Flask(__name__)
    app.config.update(SECRET_KEY="for tests", WTF_CSRF_ENABLED=False)
    Babel(app)

    def sent(kind, name, data=(), **sections):
        known = Told(TODAY, "Tirana", "", content(kind, **sections), pursuit=Pursuit(offer={"conditions": CONDITIONS}))
        with app.test_request_context(method="POST", data=dict(data)):
            form = FORMS[name]()
            form.prepare(known)
            form.validate()
            return form

    with app.app_context(), app.test_request_context():
        yield sent


def content(kind, **sections):
    """A request on the offences of the answers."""
    whole = but(kind, **sections)
    named = zip(whole["offences"], OFFENCES, strict=True)
    return whole | {"offences": [offence | {"label": label, "name": name} for offence, (label, name) in named]}


def closed(kind, step, data):
    """What keeps the step closed with these answers, by the rules that read them."""
    known = facts(kind, **fitting(kind, step.name) | {"data": data})
    return closing(found for rule in step.guards for found in rule.check(known))


def fields(form):
    """Every field that a person sees, those of groups among them."""
    for field in form:
        if isinstance(field, FieldList):
            yield from (inner for entry in field.entries for inner in entry.form)
        elif not isinstance(field, HiddenField):
            yield field


@pytest.mark.parametrize(("kind", "step"), ROWS, ids=IDS)
def test_the_form_gives_what_was_typed(send, kind, step):
    form = send(kind, step.form, typed(answers(step.name)))
    assert form.given() == answers(step.name)
    assert not form.errors


@pytest.mark.parametrize(("kind", "step"), ROWS, ids=IDS)
def test_what_it_gives_opens_the_step(kind, step):
    assert not [found.code for found in closed(kind, step, answers(step.name))]


# Whatever a rule finds missing is mended at a control of the form, and no form asks what its step has no use for.
@pytest.mark.parametrize(("kind", "step"), ROWS, ids=IDS)
def test_each_reason_leads_to_a_control(send, kind, step):
    form = send(kind, step.form)
    reasons = [found for found in closed(kind, step, form.given()) if (found.where or "").startswith("step.")]
    assert reasons or step.name in ("lapse_assurance", "agree_surrender")
    for found in reasons:
        assert form.control_of(found), found.code


@pytest.mark.parametrize(("kind", "step"), ROWS, ids=IDS)
def test_nothing_that_was_typed_is_lost_on_a_page_that_shows_it_again(send, kind, step):
    form = send(kind, step.form, typed(answers(step.name)))
    shown = [row["value"] for row in form.typed()]
    for field in fields(form):
        if isinstance(field, StringField) and field.data:
            assert field.data in shown, field.name


@pytest.mark.parametrize(("kind", "step"), ROWS, ids=IDS)
def test_bad_input_is_named_with_the_remedy_and_kept(send, kind, step):
    for asked in fields(send(kind, step.form)):
        if isinstance(asked, (DayField, WholeNumberField)):
            form = send(kind, step.form, typed(answers(step.name)) | {asked.name: "soon"})
            assert f"“{asked.label.text}” must be" in form[asked.name].errors[0]
            assert form[asked.name].raw_data == ["soon"]
        elif isinstance(asked, StringField):
            form = send(kind, step.form, typed(answers(step.name)) | {asked.name: "x" * 20_001})
            assert any(str(asked.label.text) in error.message for error in form.shape_errors), asked.name


# What only a forged form gives is refused by the rule that reads it.
@pytest.mark.parametrize(
    ("name", "field", "code"),
    [
        ("begin_judicial_phase", "assessments-0-punishable", "step.assessments.missing"),
        ("seek_assurance", "assurance", "step.assurance.missing"),
        ("open_consultation", "grounds", "surrender.ground.fiscal"),
        ("refuse_extradition", "ground", "surrender.ground.fiscal"),
        ("decide_enforcement", "enforced", "step.enforced.missing"),
        ("grant", "decisions-0-decision", "step.decisions.undecided"),
        ("postpone_surrender", "obstacle", "step.obstacle.missing"),
        ("answer_speciality_consent", "consent", "step.consent.missing"),
        ("end_arrest", "cause", "step.cause.missing"),
    ],
)
def test_a_forged_answer_is_refused_by_its_rule(send, name, field, code):
    kind, step = next(row for row in ROWS if row[1].name == name)
    form = send(kind, step.form, typed(answers(name)) | {field: "fiscal"})
    assert not form.errors
    assert code in [found.code for found in closed(kind, step, form.given())]


# Art. 16(15): the fiscal nature of an offence is offered nowhere; 16(10): nationality has its own step.
def test_the_grounds_that_are_offered(send):
    offered = [value for value, _ in send(EXTRADITION, "refuse_extradition").ground.choices]
    assert offered == list(grounds.PERMITTED)
    intended = [value for value, _ in send(EXTRADITION, "consult_on_extradition").grounds.choices]
    assert intended == [*offered, "nationality"]


# What came on paper is recorded as it is: also a ground that may carry nothing, and the act's own form is asked.
def test_a_record_from_paper_asks_what_the_act_itself_asks(send):
    refused = form_of("refuse_extradition", "refuse_extradition")
    refused.prepare(Told(TODAY, "Tirana", "", content(EXTRADITION)))
    assert [value for value, _ in refused.ground.choices] == [*grounds.PERMITTED, *grounds.NEVER]
    assert isinstance(form_of("offer_conditions", "grant_on_conditions"), FORMS["grant_on_conditions"])
    assert "files" not in form_of("hand_over", "hand_over")
    assert isinstance(form_of("transmit_amendment", "transmit"), FORMS["submit"])


# One group for each offence, with its name; a condition left empty is none.
def test_groups_are_those_of_the_request(send):
    sent = {"conditions-0-text": "", "conditions-1-text": "She is returned.", "decisions-7-decision": "x"}
    form = send(EXTRADITION, "grant_on_conditions", sent)
    assert [form.legend("decisions", n) for n in (0, 1)] == ["O1: Money laundering", "O2: Forgery"]
    assert len(form.decisions.entries) == 2
    (condition,) = form.given()["conditions"]
    assert (condition["label"], condition["text"], condition["returns"]) == ("C1", "She is returned.", False)
    form.grow("conditions")
    assert form.legend("conditions", 2) == "C3"


# Each reason of a group leads to the control in that group that mends it.
@pytest.mark.parametrize(
    ("name", "changes", "control"),
    [
        ("begin_judicial_phase", {"assessments-1-law": ""}, "assessments-1-law"),
        ("grant", {"decisions-1-reasons": ""}, "decisions-1-reasons"),
        ("offer_conditions", {"conditions-0-lasting": "y"}, "conditions-0-lasting"),
        ("offer_conditions", {"conditions-1-text": ""}, "conditions-1-text"),
    ],
)
def test_a_reason_leads_to_its_control_in_the_group(send, name, changes, control):
    kind, step = next(row for row in ROWS if row[1].name == name)
    form = send(kind, step.form, typed(answers(name)) | changes)
    (reason,) = closed(kind, step, form.given())
    assert form.control_of(reason) == control


# No hint on a request for a person cites Article 18; where another basis carries it, none cites the Convention.
@pytest.mark.parametrize("kind", TABLES, ids=[kind.name for kind in TABLES])
def test_hints_cite_what_carries_the_request(send, kind):
    cited = {"UNTOC": 0, "RECIPROCITY": 0}
    for basis in cited:
        for name in {step.form for step in kind.steps if step.form}:
            hints = " ".join(str(field.description) for field in fields(send(kind, name, regime__basis=basis)))
            assert not re.search(r"Art(icle|s?\.) 18", hints), name
            cited[basis] += hints.count("Art. ")
    assert cited["UNTOC"] > 0
    assert cited["RECIPROCITY"] == 0
