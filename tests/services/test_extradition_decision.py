"""From the examination to the decision, through the services (X5 to X10, X15, X16): assurances, consultation, grant."""

import datetime as dt
import json

import pytest

from mla.documents.render import html
from mla.domain.errors import StepClosed, WrongPerson
from mla.domain.extradition import grounds
from mla.extensions import db
from mla.services import casework, record
from tests import extraditions as x
from tests import factories as f

PHASE = ("begin_judicial_phase", "judicial_phase")
ASSURANCE = ("assurance", "requesting", "standing")
LATER = dt.datetime(2100, 1, 2, 12, tzinfo=dt.UTC)


@pytest.fixture
def case(app):
    """A request under examination."""
    return x.examined(x.draft(*f.houses("BRA", "CHE")))


@pytest.fixture
def judged(case):
    """A request in the judicial phase."""
    return x.go(case, "begin_judicial_phase")


# X5: whether each offence is punishable in both States is assessed; that one is not, is said and decided later (16(1)).
def test_dual_criminality_is_assessed_offence_by_offence(case):
    assert x.closed(case, "begin_judicial_phase", assessments=[]) == {"step.assessments.missing"}
    rows = [{"label": "O1", "punishable": "yes", "law": "Criminal Code, article 305"}, {"label": "O2", "law": "x"}]
    assert x.closed(case, "begin_judicial_phase", assessments=rows) == {"step.assessments.missing"}
    rows[1]["punishable"] = "no"
    f.take(case, "begin_judicial_phase", {"assessments": rows})
    body = record.bodies(case.request)[-1]
    assert {(b["code"], b["weight"]) for b in body["findings"]} >= {
        ("surrender.dual.yes", "holds"), ("surrender.dual.no", "warns")}  # fmt: skip
    both = [{"label": label, "decision": "granted", "reasons": ""} for label in ("O1", "O2")]
    f.take(case, "grant", {"decisions": both})
    told = record.bodies(case.request)[-1]["findings"]
    assert [b["values"] for b in told if b["code"] == "surrender.dual.granted"] == [{"label": "O2"}]


# What bound both States at receipt counts for the decision; that a bond ended since only warns (rule 3).
def test_a_denunciation_after_receipt_only_warns(case):
    f.denounce("BRA", dt.date(2026, 3, 12))
    case.now = dt.datetime(2027, 4, 1, 9, tzinfo=dt.UTC)
    f.take(case, "begin_judicial_phase")
    told = record.bodies(case.request)[-1]["findings"]
    assert {b["code"] for b in told if b["weight"] == "warns" and b["values"].get("state") == "BRA"} == {"party.ended"}


# Who examined the request does not decide on it.
def test_who_examines_does_not_decide(case):
    reviewer = case.requested["reviewer"]
    reviewer.roles = [*reviewer.roles, *case.requested["decider"].roles]
    db.session.commit()
    for step in ("begin_judicial_phase", "refuse_extradition", "refuse_for_nationality"):
        with pytest.raises(StepClosed, match="decider_examined"):
            casework.perform(case.request.id, step, reviewer.id, case.now, "examination", f.answers(case, step))


# X6, X7: a concern is met by an assurance that binds for good, from either place, back to which the request returns.
@pytest.mark.parametrize("phase", [(), (PHASE,)])
def test_an_assurance_is_given(case, phase):
    x.walk(case, *phase)
    left = case.request.state
    x.walk(case, ("seek_assurance", "assurance_sought"), ("give_assurance", left))
    assert x.owed(case) == [ASSURANCE]


def test_an_assurance_is_declined(judged):
    x.walk(judged, ("seek_assurance", "assurance_sought"), ("decline_assurance", "judicial_phase"))
    assert x.owed(judged) == []


# X7: without an answer the request returns once the day for it has passed, not before.
def test_an_assurance_is_never_answered(judged):
    x.go(judged, "seek_assurance")
    assert x.closed(judged, "lapse_assurance") == {"surrender.reply_awaited"}
    judged.now = LATER
    x.walk(judged, ("lapse_assurance", "judicial_phase"))


ASSURING = [
    ("seek_assurance", {"concern": ""}, "step.concern.unsaid"),
    ("seek_assurance", {"assurance": "mercy"}, "step.assurance.missing"),
    ("seek_assurance", {"reply_on": ""}, "step.reply_on.none"),
    ("give_assurance", {"undertaking": ""}, "step.undertaking.unsaid"),
    ("give_assurance", {"binding_authority": ""}, "step.binding_authority.unsaid"),
    ("give_assurance", {"expires_on": "2026-01-01"}, "step.day.past"),
]


def test_what_an_assurance_needs(case):
    x.tried_on_the_way(case, ASSURING)
    assert case.request.state == "examination"


# X8 to X10: consulted, answered; the new information persuades, or it does not (16(16)).
@pytest.mark.parametrize("phase", [(), (PHASE,)])
def test_a_consultation_persuades(case, phase):
    x.walk(case, *phase)
    left = case.request.state
    x.walk(case, ("open_consultation", "consultation"), ("answer_consultation", "consultation"),
           ("end_consultation", left))  # fmt: skip


def test_a_consultation_does_not_persuade(judged):
    x.walk(judged, ("open_consultation", "consultation"), ("answer_consultation", "consultation"))
    f.take(judged, "refuse_extradition", {"not_appropriate": "", "consultation_outcome": "It runs out in May."})
    assert judged.request.state == "refused"
    x.walk(judged, ("close_refused", "closed"))


# X10: a ground that the article or the law of the requested State permits, and reasons; never the fiscal side alone.
REFUSALS = [
    ({"ground": "fiscal"}, "surrender.ground.fiscal"),
    ({"ground": "bank_secrecy"}, "surrender.ground.missing"),
    ({"ground": "nationality"}, "surrender.ground.by_its_own_step"),
    ({"provision": ""}, "step.provision.missing"),
    ({"reasons": ""}, "step.reasons.missing"),
    ({"not_appropriate": ""}, "consultation.none"),
]


def test_what_a_refusal_needs(case):
    for given, code in REFUSALS:
        assert x.closed(case, "refuse_extradition", **given) == {code}
    f.take(case, "open_consultation")
    for why_not in ("", "The term ran out beyond doubt."):
        assert x.closed(case, "refuse_extradition", not_appropriate=why_not) == {"consultation.reply_awaited"}
    x.go(case, "answer_consultation")
    other = {"ground": "discrimination", "not_appropriate": ""}
    assert x.closed(case, "refuse_extradition", **other) == {"consultation.other_ground"}


# 16(10): a condition by which a national is refused is confirmed to be another one than nationality.
def test_a_national_is_not_refused_by_a_condition_in_other_words(case):
    assert case.request.draft["sought"]["national"] == "yes"
    assert x.closed(case, "refuse_extradition", not_nationality=False) == {"step.not_nationality.missing"}
    done = f.take(case, "refuse_extradition")
    assert "does not rest on the nationality" in html(json.loads(done.documents[0].snapshot))


@pytest.mark.parametrize("ground", ["outside_scope", "dual_criminality", "no_basis", "discrimination"])
def test_grounds_of_the_article(judged, ground):
    f.take(judged, "refuse_extradition", {"ground": ground, "provision": ""})
    found = {b["code"]: b["article"] for b in record.bodies(judged.request)[-1]["findings"]}
    assert found[f"surrender.ground.{ground}"] == grounds.PERMITTED[ground]
    x.walk(judged, ("close_refused", "closed"))


# X15: offence by offence, a refusal with its reason, at least one granted, and the person treated fairly (16(13)).
GRANTS = [
    ({"decisions": []}, {"step.decisions.undecided", "step.decisions.none_granted"}),
    ({"decisions": [{"label": "O1", "decision": "granted"}, {"label": "O2", "decision": "refused"}]},
     {"step.decisions.no_reason"}),
    ({"rights": ""}, {"step.rights.missing"}),
]  # fmt: skip


@pytest.mark.parametrize("step", ["grant", "offer_conditions"])
def test_what_a_grant_needs(judged, step):
    for given, codes in GRANTS:
        assert x.closed(judged, step, **given) == codes


def test_granted(judged):
    x.walk(judged, ("grant", "granted"))
    assert x.owed(judged) == []


# X16: conditions are accepted as a whole or not at all; then each binds (16(7), 16(11)).
def test_granted_on_conditions(judged):
    assert x.closed(judged, "offer_conditions", conditions=[]) == {"step.conditions.none"}
    both = [{"label": "C1", "text": "She is returned.", "returns": True, "lasting": True}]
    assert x.closed(judged, "offer_conditions", conditions=both) == {"step.conditions.return_ends"}
    x.walk(judged, ("offer_conditions", "conditions_offered"))
    assert x.closed(judged, "accept_conditions", accepted=["C1"]) == {"step.accepted.condition"}
    assert x.owed(judged) == []
    x.walk(judged, ("accept_conditions", "granted_conditional"))
    assert x.owed(judged) == [("return_of_person", "requesting", "open"), ("condition", "requesting", "standing")]


def test_conditions_are_declined(judged):
    x.walk(judged, ("offer_conditions", "conditions_offered"), ("decline_conditions", "judicial_phase"),
           ("refuse_extradition", "refused"), ("close_refused", "closed"))  # fmt: skip
    assert x.owed(judged) == []


def test_conditions_are_never_answered(judged):
    x.go(judged, "offer_conditions")
    assert x.closed(judged, "lapse_offer") == {"surrender.reply_awaited"}
    judged.now = LATER
    x.walk(judged, ("lapse_offer", "judicial_phase"))


# The signatory of the requesting State binds it: nobody else of that State does.
def test_who_binds_the_requesting_state(judged):
    x.go(judged, "offer_conditions")
    with pytest.raises(WrongPerson):
        casework.perform(judged.request.id, "accept_conditions", judged.requesting["reviewer"].id, judged.now,
                         "conditions_offered", f.answers(judged, "accept_conditions"))  # fmt: skip
