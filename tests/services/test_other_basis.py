"""A request on a named treaty or on reciprocity, from the draft to the other side (F5c), its papers and history."""

import json

import pytest

from mla.domain.content import empty
from mla.domain.errors import StepClosed
from mla.extensions import db
from mla.services import audit, casework, matters
from tests import factories as f

OFFERED = {"basis": "RECIPROCITY", "reciprocity": "The authorities would meet a comparable request."}


def bodies(case):
    return [json.loads(entry.body.body) for entry in case.request.entries]


def closed(case, step):
    with pytest.raises(StepClosed) as refused:
        f.take(case, step)
    return {finding.code for finding in refused.value.findings}


def resting(requested="PNG", **regime):
    return f.draft(*f.houses("BRA", requested), regime=empty()["regime"] | regime)


@pytest.fixture
def on_reciprocity(app):
    """A signed request to a State that the Convention does not bind."""
    case = resting(**OFFERED)
    for step in ("submit", "approve", "sign"):
        f.take(case, step)
    return case


def on_treaty(requested="USA", **changes):
    made = f.houses("BRA", requested)
    parties = [row | {"iso3": iso3} for row, iso3 in zip(f.treaty_values()["parties"], ("BRA", requested), strict=True)]
    named = str(f.treaty(parties=parties, **changes).treaty_id)
    case = f.draft(*made, regime=empty()["regime"] | {"basis": "TREATY", "agreement": named})
    for step in ("submit", "approve", "sign"):
        f.take(case, step)
    return case


def drive(case, *steps):
    for step in steps:
        f.take(case, step)


RECEIVED = ("acknowledge", "open_examination", "accept", "mandate_execution", "report_execution", "send_results",
            "confirm_results", "close")  # fmt: skip


# The row that stays when PARTY fails: reciprocity, through the diplomatic channel; the other way is closed and says so.
def test_reciprocity_goes_by_the_diplomatic_channel(on_reciprocity):
    assert closed(on_reciprocity, "transmit") == {"basis.way.reciprocity"}
    done = f.take(on_reciprocity, "transmit_by_diplomatic_channel")
    assert [d.kind for d in done.documents] == ["note_verbale", "transmission_note"]
    assert all(d.passage for d in done.documents)
    drive(on_reciprocity, *RECEIVED)
    assert on_reciprocity.request.state == "closed"
    assert audit.verify(on_reciprocity.request) == []


# The history and the findings of such a request cite nothing of the Convention; a treaty has paragraphs 1 to 8 beside.
def test_the_history_cites_the_basis_only(on_reciprocity):
    drive(on_reciprocity, "transmit_by_diplomatic_channel", *RECEIVED)
    told = bodies(on_reciprocity)
    cited = {body["article"] for body in told} | {found["article"] for body in told for found in body["findings"]}
    assert cited == {"good practice", "this system"} | {told[0]["article"]}


# Who wrote, approved or signed does not hand it to the diplomatic channel.
def test_another_person_sends(on_reciprocity):
    house = on_reciprocity.requesting
    signatory = house["signatory"]
    signatory.roles = [*signatory.roles, *house["registry"].roles]
    signatory_id = signatory.id
    db.session.commit()
    data = f.answers(on_reciprocity, "transmit_by_diplomatic_channel")
    with pytest.raises(StepClosed, match="sender_took_part"):
        casework.perform(on_reciprocity.request.id, "transmit_by_diplomatic_channel", signatory_id,
                         on_reciprocity.now, "signed", data)  # fmt: skip


# A treaty that prescribes the diplomatic channel, or one between States that the Convention does not bind both, closes
# the way between central authorities; any other leaves both open.
@pytest.mark.parametrize(
    ("requested", "diplomatic", "codes"),
    [("USA", True, {"basis.way.prescribed"}), ("PNG", False, {"basis.way.apart"}), ("USA", False, None)],
)
def test_the_treaty_decides_the_way(app, requested, diplomatic, codes):
    case = on_treaty(requested, diplomatic=diplomatic)
    if codes is None:
        f.take(case, "transmit")
    else:
        assert closed(case, "transmit") == codes
        f.take(case, "transmit_by_diplomatic_channel")
    assert case.request.state == "transmitted"
    papers = {d.kind: json.loads(d.snapshot) for d in case.request.documents if d.kind == "request"}
    assert papers["request"]["extra"]["basis"]["title"] == "Fictitious Treaty on Mutual Legal Assistance"
    assert papers["request"]["extra"]["party"]["rows"] == []


# A request on the Convention does not go this way: another basis is chosen first.
def test_the_convention_does_not_go_this_way(app):
    case = f.drive(f.draft(*f.houses()), "signed")
    assert closed(case, "transmit_by_diplomatic_channel") == {"basis.other.not_needed"}


# On the Convention nothing opens to a State that it does not bind; the basis decides.
def test_without_another_basis_approval_stays_closed(app):
    case = f.draft(*f.houses("BRA", "PNG"))
    f.take(case, "submit")
    assert any(code.startswith("party.") for code in closed(case, "approve"))


# A draft may name a treaty that the register does not hold: it is not submitted.
def test_a_treaty_that_is_not_recorded_carries_nothing(app):
    case = resting(basis="TREATY", agreement="t9")
    assert closed(case, "submit") == {"basis.treaty.unknown"}


# An amended request on another basis goes the same way (F19).
def test_an_amended_request_goes_the_same_way(on_reciprocity):
    case = on_reciprocity
    drive(case, "transmit_by_diplomatic_channel", "acknowledge", "open_examination", "open_amendment")
    mark = matters.section_mark(case.request, "purpose")
    matters.save_section(case.request.id, "purpose", {"text": "More."}, mark, case.requesting["drafter"].id, case.now)
    drive(case, "submit_amendment", "approve_amendment", "sign_amendment")
    assert closed(case, "transmit_amendment") == {"basis.way.reciprocity"}
    f.take(case, "transmit_amendment_by_diplomatic_channel")
    assert case.request.sent_version == 2


# Rule 6: refusal and postponement name the treaty's article or domestic law; the Convention's own steps stay closed.
def test_refusal_and_postponement_on_reciprocity(on_reciprocity):
    case = on_reciprocity
    drive(case, "transmit_by_diplomatic_channel", "acknowledge", "open_examination")
    assert "basis.rules.other" in closed(case, "refuse")
    drive(case, "postpone_on_other_basis")
    assert case.request.state == "postponed"
    f.take(case, "resume", {"obstacle_gone": "The search was carried out."})
    f.take(case, "open_consultation", {"grounds": ["provision"], "reply_on": "2099-01-01"})
    drive(case, "answer_consultation", "refuse_on_other_basis", "close_refused")
    assert case.request.state == "closed"
    papers = {d.kind for d in case.request.documents}
    assert {"refusal_on_other_basis", "postponement_on_other_basis"} < papers


# 18(8) stays where the Convention binds both beside the treaty: bank secrecy carries no refusal there.
def test_bank_secrecy_carries_no_refusal_beside_a_treaty(app):
    case = on_treaty()
    drive(case, "transmit", "acknowledge", "open_examination")
    with pytest.raises(StepClosed, match="bank_secrecy"):
        f.take(case, "refuse_on_other_basis", {"rests_on": "bank_secrecy"})
