"""What is kept on the day of receipt, and what later decisions make of it (treaty digest, section 9, rule 3)."""

import datetime as dt

import pytest

from mla.domain import receipt as r
from mla.domain.findings import Finding, Weight, closing

from .cases import answers, but, facts, offence

TRAFFICKING = {
    "acts": ["transfer"],
    "means": ["fraud"],
    "purposes": ["forced_labour"],
    "child": False,
    "fact": "They were promised work.",
}
#: A request for an offence of a Protocol that is not a serious crime: only the Protocol carries it.
BY_PROTOCOL = but(
    offences=[offence(1, category="trafficking_in_persons")], trafficking=TRAFFICKING, regime__protocols=["TIP"]
)
#: Between the United States and Japan, TIP binds both since 10 August 2017; FIR does not bind the United States.
BEFORE, AFTER = dt.date(2017, 8, 9), dt.date(2017, 8, 10)


def kept(**changes):
    """What an acknowledgement of these facts keeps."""
    return tuple(r.keep_status.check(facts(**{"data": {}} | changes)))


def codes(found):
    return [f.code for f in found]


# An acknowledgement is never closed by status or scope; it keeps what holds on that day.
@pytest.mark.parametrize(
    ("requested", "code"), [("USA", "receipt.both_bound"), ("COG", "receipt.not_bound"), ("PNG", "receipt.not_bound")]
)
def test_receipt_keeps_the_status_and_never_closes(requested, code):
    found = kept(requested=requested)
    assert found[0].code == code
    assert not closing(found)
    assert len(found) > 1


# The status is that of the day of receipt, which may lie before the day of the entry.
@pytest.mark.parametrize(
    ("received", "code"), [("2005-12-02", "receipt.not_bound"), ("2005-12-03", "receipt.both_bound")]
)
def test_the_day_is_that_of_receipt(received, code):
    assert kept(data=answers(received_on=received))[0].code == code


# Each Protocol that is cited, or to which an offence belongs, is kept beside the Convention; no other is.
@pytest.mark.parametrize(
    ("content", "told"),
    [
        (but(), {}),
        (but(regime__protocols=["TIP", "FIR"]), {"TIP": "receipt.protocol_bound", "FIR": "receipt.protocol_not_bound"}),
        (but(offences=[offence(category="trafficking_in_persons")]), {"TIP": "receipt.protocol_bound"}),
        (BY_PROTOCOL, {"TIP": "receipt.protocol_bound"}),
    ],
)
def test_the_protocols_in_question_are_kept(content, told):
    found = [f for f in kept(content=content) if f.code.startswith("receipt.protocol")]
    assert {f.values["instrument"]: f.code for f in found} == told


# The scope found at receipt is kept, and what the facts lacked only warns.
def test_the_scope_found_is_kept():
    assert "receipt.in_scope" in codes(kept())
    found = kept(content=but(transnational__limbs=[]))
    assert "receipt.out_of_scope" in codes(found)
    assert "scope.transnational.missing" in codes(found)
    assert not closing(found)


# Where another basis carries the request, nothing is kept of the Convention but that it stands beside a treaty.
@pytest.mark.parametrize(
    ("requested", "chosen", "code"),
    [
        ("USA", "TREATY", "receipt.other_basis_beside"),
        ("COG", "TREATY", "receipt.other_basis"),
        ("USA", "RECIPROCITY", "receipt.other_basis"),
    ],
)
def test_another_basis_keeps_only_itself(requested, chosen, code):
    assert codes(kept(requested=requested, content=but(regime__basis=chosen))) == [code]


# An amended request may rest on the Convention where the first one did not: then nothing of it was kept, and it is
# closed to States that the Convention does not bind on the day of the decision.
@pytest.mark.parametrize("first", ["TREATY", "RECIPROCITY"])
@pytest.mark.parametrize(("requested", "open_"), [("USA", True), ("COG", False)])
def test_a_request_that_came_to_rest_on_the_convention(first, requested, open_):
    told = kept(requested=requested, content=but(regime__basis=first))
    found = closing(r.party_kept.check(facts(requested=requested, kept=told)))
    assert (not found) is open_
    assert {f.where for f in found} <= {"register"}


# What was not bound at receipt is closed, with the kept reasons and the place that explains them.
def test_a_decision_is_closed_when_receipt_was_not_bound():
    complete_to = Finding("party.register_complete_to", "this system", Weight.WARNS)
    found = closing(r.party_kept.check(facts(requested="COG", kept=(*kept(requested="COG"), complete_to))))
    assert codes(found)[0] == "receipt.not_bound"
    assert any(code.startswith("party.") for code in codes(found))
    assert "party.register_complete_to" not in codes(found)
    assert {f.where for f in found} == {"register"}


# A bond that ended after receipt only warns: a denunciation does not undo (rule 3).
def test_a_bond_that_ended_since_only_warns():
    found = list(r.party_kept.check(facts(requested="COG", kept=kept())))
    assert not closing(found)
    assert any(f.weight is Weight.WARNS and f.code.startswith("party.") for f in found)


# A cited Protocol that did not bind both at receipt is said, and does not close by itself: the Convention carries.
def test_a_protocol_not_bound_at_receipt_does_not_close_by_itself():
    found = list(r.party_kept.check(facts(kept=kept(content=but(regime__protocols=["FIR"])))))
    assert "receipt.protocol_not_bound" in codes(found)
    assert not closing(found)


# Decisions read what was kept, and nothing else of the acknowledgement.
def test_only_status_is_read_from_what_was_kept():
    found = r.party_kept.check(facts(kept=(*kept(content=but(transnational__limbs=[])), Finding("step.x", "1"))))
    assert {f.code.partition(".")[0] for f in found} <= {"receipt", "party"}


def test_without_a_kept_status_no_decision():
    assert codes(closing(r.party_kept.check(facts(kept=())))) == ["receipt.not_kept"]


# On another basis the Convention's gate is not the request's.
@pytest.mark.parametrize("rule", [r.party_kept, r.in_scope_kept], ids=lambda rule: rule.name)
def test_another_basis_is_not_closed_by_the_convention(rule):
    told = kept(requested="COG")
    assert list(rule.check(facts(requested="COG", kept=told, content=but(regime__basis="RECIPROCITY")))) == []


# The scope of a decision rests on the Protocols that bound both at receipt: one day decides, not the day of decision.
@pytest.mark.parametrize(
    ("received", "decided", "open_"), [(BEFORE, AFTER, False), (AFTER, AFTER, True), (AFTER, BEFORE, True)]
)
def test_the_scope_rests_on_the_protocols_of_receipt(received, decided, open_):
    between = {"requesting": "USA", "requested": "JPN", "content": BY_PROTOCOL}
    told = kept(day=received, **between)
    found = list(r.in_scope_kept.check(facts(day=decided, kept=told, **between)))
    assert (not closing(found)) is open_
    if (received, decided) == (AFTER, BEFORE):
        assert any(f.weight is Weight.WARNS and f.values.get("instrument") == "TIP" for f in found)


# A Protocol that came into question only afterwards, and what an older record did not keep, count by that day.
def test_a_protocol_that_was_not_kept_counts_by_that_day():
    between = {"requesting": "USA", "requested": "JPN", "content": BY_PROTOCOL}
    told = (Finding("receipt.both_bound", "38", Weight.HOLDS),)
    assert not closing(r.in_scope_kept.check(facts(day=AFTER, kept=told, **between)))
    assert closing(r.in_scope_kept.check(facts(day=BEFORE, kept=told, **between)))
