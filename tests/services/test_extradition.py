"""A request for extradition through the services: its gate (X4), its whole way, and its other bases."""

import datetime as dt
import json

import pytest

from mla.documents.render import html
from mla.domain.content import empty
from mla.services import matters, record
from tests import extraditions as x
from tests import factories as f

WAY = (("begin_judicial_phase", "judicial_phase"), ("grant", "granted"), ("arrange_surrender", "surrender_arranged"),
       ("agree_surrender", "surrender_arranged"), ("hand_over", "surrendered"),
       ("close_surrendered", "closed"))  # fmt: skip
JUDGED = x.SECTIONS["file"] | {
    "sort": "conviction", "judgment_by": "Court of Brasília", "judgment_on": "2025-01-05", "sentence": "ten years",
    "remaining": "nine years", "enforceable": True, "in_absentia": True, "retrial": "On application, in full.",
}  # fmt: skip


@pytest.fixture
def houses(app):
    return f.houses("BRA", "CHE")


# From the draft to the outcome: every step makes the papers of its row, and all is on record.
def test_from_draft_to_outcome(houses):
    case = x.examined(x.draft(*houses))
    x.walk(case, *WAY)
    letter = next(d for d in case.request.documents if d.kind == "request")
    assert letter.number == f"{case.request.requesting_reference}-REQ-01"
    assert case.request.requesting_reference.startswith("BRA-DRCI/EXT/2026/")
    assert case.request.requested_reference.startswith("CHE-FOJ/EXT/2026/")


# X4: accusation or conviction, with what each file holds; whom, on what basis, and what the article reaches.
GATE = [
    ("file", {"sort": ""}, {"content.file_sort.missing"}),
    ("file", {"warrant_by": ""}, {"content.warrant.missing"}),
    ("file", {"warrant_on": None}, {"content.warrant.missing"}),
    ("file", JUDGED | {"judgment_on": None}, {"content.judgment.missing"}),
    ("file", JUDGED | {"sentence": ""}, {"content.sentence.missing"}),
    ("file", JUDGED | {"remaining": ""}, {"content.remaining.missing"}),
    ("file", JUDGED | {"enforceable": False}, {"content.enforceable.missing"}),
    ("file", JUDGED | {"retrial": ""}, {"content.retrial.missing"}),
    ("sought", {"person": ""}, {"content.sought.missing"}),
    ("regime", {"basis": ""}, {"regime.basis.missing"}),
    ("regime", {"basis": "TREATY", "agreement": "7"}, {"basis.treaty.unknown"}),
    ("group", {"number": 2}, {"scope.group.number.too_few"}),
]


def test_what_a_request_needs(houses):
    case = x.draft(*houses)
    for section, given, codes in GATE:
        kept = case.request.draft[section]
        x.save(case, section, kept | given)
        assert x.closed(case, "submit") == codes, (section, given)
        x.save(case, section, kept)
    f.take(case, "submit")


# Where the person is stands in for the transnational nature; where that is not known, Art. 3(2) must be met (16(1)).
def test_where_the_person_is(houses):
    case = x.draft(*houses, sought=x.SECTIONS["sought"] | {"located": ""})
    x.save(case, "transnational", empty()["transnational"])
    assert x.closed(case, "submit") == {"surrender.located.missing"}
    x.save(case, "transnational", x.SECTIONS["transnational"])
    f.take(case, "submit")


# A conviction goes the same way as an accusation.
def test_a_conviction_is_sent(houses):
    case = x.examined(x.draft(*houses, file=JUDGED))
    assert case.request.state == "examination"


# Both States are bound on the day of approval, and again on that of transmission (rule 1).
def test_the_gate_asks_again(houses):
    case = x.go(x.draft(*houses), "submit", "approve", "sign")
    f.denounce("CHE", dt.date(2026, 3, 12))
    case.now = dt.datetime(2027, 3, 12, 12, tzinfo=dt.UTC)
    assert "party.ended" in x.closed(case, "transmit")


# 16(6): between States that need no treaty, the declared position or a person's word for it carries the request.
def test_no_treaty_is_needed(houses):
    regime = empty()["regime"] | {"basis": "NO_TREATY"}
    case = x.draft(*houses, regime=regime)
    assert x.closed(case, "submit") == {"surrender.basis.unconfirmed"}
    x.save(case, "regime", regime | {"source": "Letter of the ministry"})
    x.go(case, "submit", "approve", "sign", "transmit", "acknowledge", "open_examination")
    x.walk(case, *WAY)


def on_treaty(houses, **sections):
    """A draft that rests on a treaty on extradition between the two States."""
    codes = [house.authority.iso3 for house in houses]
    parties = [{"iso3": iso3, "since": dt.date(2001, 5, 1), "until": None, "source": ""} for iso3 in codes]
    named = str(f.treaty(parties=parties, subjects=["extradition"]).treaty_id)
    return x.draft(*houses, regime=empty()["regime"] | {"basis": "TREATY", "agreement": named}, **sections)


RECEIVED = ("acknowledge", "open_examination")


# 16(3): on a treaty between two parties the article stands beside it; the request goes from authority to authority.
def test_on_a_treaty_beside_the_convention(houses):
    case = x.examined(on_treaty(houses))
    f.take(case, "refuse_for_nationality")
    assert record.bodies(case.request)[-1]["article"] == "16(10); 16(12)"
    assert {row.article for row in x.owed_rows(case)} == {"16(10)"}


# Where the Convention does not bind both, a treaty alone carries it, by the diplomatic channel: nothing cites Art. 16.
def test_on_a_treaty_alone(app):
    case = on_treaty(f.houses("BRA", "COG"))
    x.go(case, "submit", "approve", "sign")
    assert x.closed(case, "transmit") == {"basis.way.apart"}
    x.go(case, "transmit_by_diplomatic_channel", *RECEIVED)
    assert x.closed(case, "refuse_for_nationality") == {"surrender.national.not_bound"}
    x.go(case, "seek_assurance", "give_assurance")
    x.walk(case, *WAY)
    assert {row.article for row in x.owed_rows(case)} == {"good practice"}
    assert not any("16(" in body["article"] for body in record.bodies(case.request))


def test_on_reciprocity(houses):
    offered = {"basis": "RECIPROCITY", "reciprocity": "A comparable request would be met."}
    case = x.draft(*houses, regime=empty()["regime"] | offered)
    x.go(case, "submit", "approve", "sign", "transmit_by_diplomatic_channel", *RECEIVED)
    x.walk(case, *WAY)


# F11, F12: questions from either place of the work, back to the place that was left.
@pytest.mark.parametrize("phase", [(), ("begin_judicial_phase",)])
def test_additional_information(houses, phase):
    case = x.go(x.examined(x.draft(*houses)), *phase)
    left = case.request.state
    x.walk(case, ("request_information", "info_requested"), ("supply_information", left))


# F19: what came in during the judicial phase is examined anew before anything is granted.
def test_an_amended_request_is_examined(houses):
    case = x.go(x.examined(x.draft(*houses)), "begin_judicial_phase", "open_amendment")
    x.save(case, "surrender", {"text": "By land."})
    x.go(case, "submit_amendment", "approve_amendment", "sign_amendment", "transmit_amendment")
    for step in ("grant", "offer_conditions"):
        assert x.closed(case, step) == {"amendment.unexamined"}
    x.walk(case, ("examine_amendment", "examination"), *WAY[:2])
    assert case.request.sent_version == 2


# What was granted keeps its name on the papers, though an amended request that came since numbers the offences anew.
def test_an_amended_request_renames_nothing_that_was_granted(houses):
    case = x.go(x.examined(x.draft(*houses)), "begin_judicial_phase", "grant", "open_amendment")
    matter, drafter = case.request.matter, case.requesting["drafter"].id
    matters.remove_item(matter.id, "offences", matter.offences[0].id, drafter, case.now)
    x.go(case, "submit_amendment", "approve_amendment", "sign_amendment", "transmit_amendment", "arrange_surrender")
    told = {b["code"]: b["weight"] for b in record.bodies(case.request)[-1]["findings"]}
    assert told["amendment.beside_surrender"] == "warns"
    paper = json.loads(case.request.documents[-1].snapshot)
    assert [offence["name"] for offence in paper["content"]["offences"]] == ["Forgery"]
    said = html(paper)
    assert "O1 – Money laundering" in said
    assert "Forgery" not in said


# F10, F14: sent to another authority; given up before it was sent.
def test_redirected(houses):
    case = x.go(x.draft(*houses), "submit", "approve", "sign", "transmit", "acknowledge")
    x.walk(case, ("redirect", "redirected"), ("close_redirected", "closed"))


def test_given_up_before_it_was_sent(houses):
    case = x.go(x.draft(*houses), "submit", "approve", "abandon")
    assert case.request.state == "abandoned"
    x.whole(case)
