"""The forms of the steps on assets give what the guards read, say what is wrong, and lose nothing typed."""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

import pytest
from wtforms import StringField

from mla.domain.assets.content import ENFORCE
from mla.domain.assets.grounds import DENIALS, NOT_COVERED
from mla.domain.assets.orders import CAUSES, OBSTACLES
from mla.domain.assets.several import Elsewhere
from mla.domain.findings import closing
from mla.domain.kinds.assets import KIND
from mla.domain.refusal import INTENDED
from mla.web.forms.arrival import form_of
from mla.web.forms.base import DayField
from mla.web.forms.money import AmountField, CurrencyCodeField, CurrencyField, currencies
from mla.web.forms.step_base import Told
from mla.web.forms.steps import FORMS
from tests import assets as a
from tests import factories
from tests.asset_forms import answers, typed
from tests.domain.assets_cases import RECOVERY, complete, entry, facts, fitting, frozen

from .test_extradition_steps import fields

TODAY = dt.date(2026, 3, 12)
#: Each step that has answers of its own.
STEPS = [step for step in KIND.steps if answers(step.name) is not None]
IDS = [step.name for step in STEPS]
LINKED = [("AST-2026-2", "AST-2026-2: Draft")]
#: Steps that ask nothing which a rule waits for.
ASKS_NOTHING = {"continue_freeze", "end_freeze", "decline_sharing"}


@pytest.fixture
def engine(engine_of):
    """One engine is enough for forms: they read names of States alone."""
    return engine_of("sqlite")


@pytest.fixture
def send(app):
    """``send(step, typed)``: the step's form as a browser sent it."""
    factories.load_register()

    def sent(name, data=(), **known):
        known = {"recovery": recovery(name), "requested": "USA", "linked": LINKED, "content": content(name)} | known
        with app.test_request_context(method="POST", data=dict(data)):
            form = FORMS[KIND.step(name).form]()
            form.prepare(Told(TODAY, "Brasília", "", **known))
            form.validate()
            return form

    return sent


def content(step):
    return fitting(step)["content"]


def recovery(step):
    return fitting(step)["recovery"]


def closed(step, data):
    """What keeps the step closed with these answers, by the rules that read them."""
    known = replace(facts(**fitting(step.name)), data=data)
    return closing(found for rule in step.guards for found in rule.check(known))


@pytest.mark.parametrize("step", STEPS, ids=IDS)
def test_the_form_gives_what_was_typed(send, step):
    form = send(step.name, typed(step.name))
    assert form.given() == answers(step.name)
    assert not form.errors


@pytest.mark.parametrize("step", STEPS, ids=IDS)
def test_what_it_gives_opens_the_step(step):
    assert not [found.code for found in closed(step, answers(step.name))]


# Whatever a rule finds missing is mended at a control of the form, and an empty form never passes unseen.
@pytest.mark.parametrize("step", STEPS, ids=IDS)
def test_each_reason_leads_to_a_control(send, step):
    form = send(step.name)
    reasons = [found for found in closed(step, form.given()) if (found.where or "").startswith("step.")]
    assert bool(reasons) is (step.name not in ASKS_NOTHING)
    for found in reasons:
        assert form.control_of(found), found.code


@pytest.mark.parametrize("step", STEPS, ids=IDS)
def test_nothing_that_was_typed_is_lost_on_a_page_that_shows_it_again(send, step):
    form = send(step.name, typed(step.name))
    shown = [row["value"] for row in form.typed()]
    for field in fields(form):
        if isinstance(field, StringField) and field.data:
            assert field.data in shown, field.name


@pytest.mark.parametrize("step", STEPS, ids=IDS)
def test_bad_input_is_named_with_the_remedy_and_kept(send, step):
    for asked in fields(send(step.name)):
        if isinstance(asked, DayField):
            form = send(step.name, typed(step.name) | {asked.name: "soon"})
            assert any(f"“{asked.label.text}” must be" in error.message for error in form.shape_errors), asked.name
        elif isinstance(asked, StringField):
            form = send(step.name, typed(step.name) | {asked.name: "x" * 20_001})
            assert any(str(asked.label.text) in error.message for error in form.shape_errors), asked.name
        if isinstance(asked, (CurrencyField, CurrencyCodeField)):
            form = send(step.name, typed(step.name) | {asked.name: "XXX"})
            assert any(str(asked.label.text) in error.message for error in form.shape_errors), asked.name


SUMS = [
    ("report_tracing", "new-0-value"),
    ("report_freeze", "assets-0-amount"),
    ("report_confiscation", "assets-0-amount"),
    ("report_realisation", "assets-0-amount"),
    ("report_realisation", "assets-0-costs"),
    ("report_realisation", "assets-0-interest"),
    ("dispose", "lines-0-amount"),
    ("dispose", "lines-1-amount"),
]
BAD = {
    "58,400,000": "assets.amount.unreadable",
    "-1": "assets.amount.unreadable",
    "a lot": "assets.amount.unreadable",
    "1.001": "assets.amount.finer",
}


# A sum that can't be read, or is finer than a cent, is named at the control that holds it, and stays as it was typed.
@pytest.mark.parametrize("said", BAD)
@pytest.mark.parametrize(("name", "control"), SUMS)
def test_a_bad_sum_is_named_where_it_stands(send, name, control, said):
    form = send(name, typed(name) | {control: said})
    assert not form.errors
    found = {one.code: one for one in closed(KIND.step(name), form.given())}
    assert form.control_of(found[BAD[said]]) == control
    assert {field.name: field.data for field in fields(form)}[control] == said


@pytest.mark.parametrize(
    ("name", "changes", "code", "control"),
    [
        ("report_freeze", {"assets-0-currency": ""}, "assets.currency.unknown", "assets-0-currency"),
        ("report_recovery", {"amount": "a lot"}, "assets.sum.unreadable", "amount"),
        ("report_recovery", {"currency": ""}, "assets.sum.currency", "currency"),
        ("report_confiscation", {"order_amount": "a lot"}, "assets.sum.unreadable", "order_amount"),
        ("report_confiscation", {"order_currency": ""}, "assets.sum.currency", "order_currency"),
        ("report_confiscation", {"assets-0-amount": "58400000.01"}, "assets.order.exceeded", "assets-0-amount"),
        ("report_confiscation", {"assets-0-currency": "CHF"}, "assets.order.no_rate", "rates-0-rate"),
        ("report_confiscation", {"assets-0-extent": ""}, "recovery.assets.extent", "assets-0-extent-0"),
        ("dispose", {"lines-1-amount": "30000000.00"}, "assets.disposal.asset_exceeded", "lines-0-amount"),
        ("dispose", {"lines-1-amount": ""}, "assets.disposal.no_amount", "lines-0-amount"),
        ("dispose", {"lines-1-to": ""}, "recovery.lines.to", "lines-1-to"),
        ("dispose", {"lines-1-beneficiary": ""}, "recovery.lines.beneficiary", "lines-1-beneficiary"),
        ("dispose", {"lines-0-label": "V9"}, "assets.label.unknown", "lines-0-label"),
        ("record_claims", {"claims-0-right": ""}, "recovery.claims.right", "claims-0-right"),
        ("record_claims", {"claims-0-assets": []}, "recovery.claims.assets", "claims-0-assets-0"),
        ("notify_other_states", {"states-0-state": ""}, "recovery.states.state", "states-0-state"),
        ("submit_freeze", {"submitted_on": "2099-01-01"}, "step.day.future", "submitted_on"),
        ("begin_court_phase", {"submitted_on": "2099-01-01"}, "step.day.future", "submitted_on"),
        ("decide_claims", {"decided_on": "2099-01-01"}, "step.day.future", "decided_on"),
        ("dispose", {"paid_on": "2099-01-01"}, "step.day.future", "paid_on"),
        ("open_disposal", {"reply_on": "2020-01-01"}, "step.day.past", "reply_on"),
    ],
)
def test_a_reason_leads_to_its_control_in_the_group(send, name, changes, code, control):
    step = KIND.step(name)
    form = send(name, typed(name) | changes, content=complete(ENFORCE))
    known = replace(facts(**fitting(name) | {"content": complete(ENFORCE)}), data=form.given())
    found = {one.code: one for rule in step.guards for one in closing(rule.check(known))}
    assert form.control_of(found[code]) == control


# An amount beside an asset that is not ticked is asked about: it is neither lost nor taken for a freeze.
def test_an_amount_of_an_asset_that_is_not_ticked(send):
    form = send("report_freeze", typed("report_freeze") | {"assets-0-frozen": ""})
    assert "Tick that the asset is frozen" in form.shape_errors[0].message
    assert form.shape_errors[0].control == "assets-0-frozen"


# What only a forged form gives is refused by the rule that reads it.
@pytest.mark.parametrize(
    ("name", "field", "value", "code"),
    [
        ("report_tracing", "obstacle", "bank_secrecy", "refusal.never.bank_secrecy"),
        ("report_denial", "ground", "bank_secrecy", "refusal.never.bank_secrecy"),
        ("report_denial", "ground", "fiscal", "refusal.never.fiscal"),
        ("lift_freeze", "cause", "fiscal", "recovery.cause.missing"),
        ("consider_return", "outcome", "fiscal", "recovery.return.outcome"),
        ("propose_sharing", "agreement", "fiscal", "recovery.sharing.agreement"),
        ("decide_claims", "decisions-0-outcome", "fiscal", "recovery.decisions.outcome"),
        ("extend_freeze", "assets", ["V9"], "assets.freeze.none"),
    ],
)
def test_a_forged_answer_is_refused_by_its_rule(send, name, field, value, code):
    form = send(name, typed(name) | {field: value})
    assert not form.errors
    assert code in [found.code for found in closed(KIND.step(name), form.given())]


# Bank secrecy is offered nowhere (Arts. 12(6), 18(8)), nor the fiscal nature of the offence (Art. 18(22)).
def test_what_is_offered(send):
    assert [value for value, _ in send("report_tracing").obstacle.choices] == list(OBSTACLES)
    assert [value for value, _ in send("report_denial").ground.choices] == list(DENIALS)
    assert [value for value, _ in send("lift_freeze").cause.choices] == list(CAUSES)
    intended = [value for value, _ in send("open_consultation").grounds.choices]
    assert intended == [NOT_COVERED, *(ground for ground in INTENDED if ground != "outside_scope")]


# The requested State is none of the others, and only a request that is linked with this one follows it.
def test_what_is_not_offered(send):
    assert "USA" not in [value for value, _ in send("report_recovery").state.choices]
    assert send("report_recovery", typed("report_recovery") | {"state": "USA"}).errors
    assert send("close_followed", typed("close_followed") | {"followed_by": "AST-1999-1"}).errors
    assert "None is linked" in send("close_followed", linked=()).followed_by.description


# What a step needs to be seen stands beside its questions.
def test_what_stands_beside(send):
    assert "12 September 2026" in send("ask_extension").until_on.description
    held = send("extend_freeze").assets.choices
    assert held == [("V1", "V1: account 7 at the bank in Miami. Frozen until 12 September 2026.")]
    lapsed = replace(RECOVERY, entries=(frozen("V1", lapses_on="2026-03-11"), frozen("T1"), frozen("T2"),
                                        entry("lift_freeze", assets=["T2"])))  # fmt: skip
    offered = {step: [label for label, _ in send(step, recovery=lapsed).assets.choices] for step in
               ("extend_freeze", "lift_freeze")}  # fmt: skip
    assert offered == {"extend_freeze": ["V1", "T1"], "lift_freeze": ["T1"]}
    form = send("report_freeze")
    assert (form.legend("assets", 0), form.beside("assets", 0)) == (
        "V1: account 7 at the bank in Miami", "Frozen until 12 September 2026.",
    )  # fmt: skip
    (_, (label, said)) = send("dispose").lines.entries[0].form.label.choices
    assert (label, said.endswith("Left: USD 58,400,000.00.")) == ("V1", True)
    assert send("accept_sharing").capacity.description.startswith("Proposed: one half each")
    assert send("decide_claims").legend("decisions", 0) == "K1: A bank, V1, mortgage of 2019"


# One's own requests to other States are named where they are told of, with what they show (A16).
def test_what_other_states_show(send):
    shown = (Elsewhere("CHE", "AST-2", {"CHF": Decimal("1000.00")}), Elsewhere("FRA", "AST-3", {}))
    form = send("notify_other_states", typed("notify_other_states"), elsewhere=shown)
    assert "Switzerland (AST-2), France (AST-3)" in form.beside("states", 0)
    assert form.beside("states", 1) == send("notify_other_states").beside("states", 0) == ""
    assert send("report_recovery", elsewhere=shown).state.description == (
        "Your requests show, in all: Switzerland: CHF 1,000.00.")  # fmt: skip
    assert not send("report_recovery", elsewhere=shown[1:]).state.description


def test_a_freeze_without_a_day_and_nothing_frozen(send):
    endless = replace(RECOVERY, entries=(frozen("V1", lapses_on=""),))
    assert send("report_freeze", recovery=endless).beside("assets", 0) == (
        "Frozen, without a day on which the freeze lapses."
    )
    nothing = replace(RECOVERY, entries=(), proposal={})
    assert send("report_freeze", recovery=nothing).beside("assets", 0) == ""
    assert not send("ask_extension", recovery=nothing).until_on.description
    assert send("decline_sharing", recovery=nothing).explanation.description == ""


# Nothing is left of an asset that went as a whole; none of which no amount is known says anything.
def test_what_is_left(send):
    gone = entry("dispose", lines=[{"label": "V1", "to": "retained", "amount": "58400000.00", "currency": "USD"}])
    spent = replace(RECOVERY, entries=(*recovery("dispose").entries, gone))
    assert send("dispose", recovery=spent).lines.entries[0].form.label.choices[1][1].endswith("Left: 0.")
    unknown = replace(RECOVERY, entries=(entry("report_confiscation", assets=[{"label": "V1", "extent": "whole"}]),))
    assert "Left" not in send("dispose", recovery=unknown).lines.entries[0].form.label.choices[1][1]


# A list goes on where the case has come to, and what is added offers what the case has.
def test_labels_go_on(send):
    before = entry("record_claims", claims=[{"label": "K1"}, {"label": "K2"}])
    form = send("record_claims", typed("record_claims"), recovery=replace(RECOVERY, entries=(before,)))
    assert form.given()["claims"][0]["label"] == "K3"
    form.grow("claims")
    assert form.legend("claims", 1) == "Claim K4"
    assert [value for value, _ in form.claims.entries[1].form.assets.choices] == ["V1"]
    assert send("report_tracing").legend("new", 0) == "Found besides: T1"


# What is confiscated as a whole is not confiscated again, and what is not confiscated is not disposed of.
def test_which_assets_a_form_is_about(send):
    two = complete() | {"property": [*complete()["property"], complete()["property"][0] | {"label": "V2"}]}
    taken = recovery("dispose")
    assert send("report_confiscation", content=two, recovery=taken).labels == ("V2",)
    assert send("report_realisation", content=two, recovery=taken).labels == ("V1",)
    assert send("report_realisation", content=two, recovery=replace(taken, entries=())).labels == ("V1", "V2")


# A rate is given once for its currency, and stands with each asset in it; a currency may be typed in small letters.
def test_the_rate_of_a_currency(send):
    rate = {"rates-0-currency": "chf", "rates-0-rate": "1.1", "rates-0-rate_on": "2026-03-01",
            "rates-0-rate_source": "Bank"}  # fmt: skip
    form = send("report_confiscation", typed("report_confiscation") | {"assets-0-currency": "chf"} | rate)
    assert not form.errors
    (row,) = form.given()["assets"]
    assert (row["currency"], row["rate"], row["rate_on"], row["rate_source"]) == ("CHF", "1.1", "2026-03-01", "Bank")
    assert form.legend("rates", 0) == "Rate 1"
    without = send("report_confiscation", typed("report_confiscation") | rate | {"rates-0-currency": ""})
    assert [(e.control, e.message[:17]) for e in without.shape_errors] == [("rates-0-rate", "Give the currency")]
    assert form.currencies[0] == ("USD", "USD – US Dollar")


# The currencies of the case come first, one that is tender no more among them; then those of today.
def test_currencies():
    found = [code for code, _ in currencies(["DEM", "CHF", "DEM", "nonsense"])]
    assert found[:3] == ["", "DEM", "CHF"]
    assert found.count("CHF") == 1
    assert ("USD", "USD – US Dollar") in currencies()


def test_the_currencies_of_the_order_come_first(send):
    marks = complete(ENFORCE)
    marks["measure"]["order_currency"] = "DEM"
    form = send("report_recovery", content=marks)
    assert [code for code, _ in form.currency.choices][:3] == ["", "DEM", "USD"]
    assert isinstance(form.amount, AmountField)


# What came on paper is recorded as the paper has it: nothing needs to be on record before.
def test_a_record_from_paper_asks_what_the_act_itself_asks(app):
    factories.load_register()
    with app.test_request_context(method="POST", data={"followed_by": "B-12"}):
        form = form_of("close_followed", "close_followed")
        form.prepare(Told(TODAY, "Brasília", "", complete()))
        assert form.validate()
        assert form.given()["followed_by"] == "B-12"
        for name in ("report_denial", "report_tracing"):
            form = form_of(name, name)
            form.prepare(Told(TODAY, "Brasília", "", complete()))
            asked = form.ground if name == "report_denial" else form.obstacle
            assert "bank_secrecy" in [value for value, _ in asked.choices]
            assert "leave it" in asked.description


# Where no property is known, the form says what to do first instead of asking nothing.
def test_no_property_is_known(app, sign_in):
    case = a.arrived(a.draft(*factories.houses(), assets=[]), "submit_freeze")
    page = sign_in(case.requested["executor"]).get(f"/requests/{case.request.id}/steps/report_freeze")
    assert "The case lists no property: have it traced first" in page.text


# Hundreds of assets are frozen and confiscated by one order each: the form takes them all.
def test_hundreds_of_assets_in_one_form(app, sign_in):
    case = a.arrived(a.draft(*factories.houses(), ENFORCE, assets=[a.ASSET] * 300), "submit_freeze")
    each = {"extent": "whole", "frozen": "y", "amount": "10.00", "currency": "USD"}
    rows = {f"assets-{n}-{name}": said for n in range(300) for name, said in each.items()}
    data = {"seen": case.request.state} | rows
    at = f"/requests/{case.request.id}/steps/report_freeze"
    page = sign_in(case.requested["executor"]).post(at, data=data, content_type="multipart/form-data")
    assert page.status_code == 422
    assert page.text.count('value="10.00"') == 300
    assert len(page.text) < 1_000_000
