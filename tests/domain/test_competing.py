"""Requests of several States for one person: what each tells, in what they differ, and what the record asks (gk)."""

import pytest

from mla.domain.extradition.competing import COMPARED, claim, differing
from mla.domain.findings import closing
from mla.domain.kinds.extradition import KIND as EXTRADITION
from mla.domain.kinds.provisional import KIND as ARREST
from mla.domain.workflow import Visibility

from . import cases
from .extradition_cases import ANSWERS, but, complete, facts

ACKNOWLEDGED = {"step": "acknowledge", "data": {"received_on": "2026-03-02"}, "happened_on": "2026-03-03"}
REGISTERED = {"step": "register_incoming", "data": {}, "happened_on": "2026-03-04"}
ARRESTED = {"step": "order_arrest", "data": {"arrested_on": "2026-03-05", "documents_by": "2026-04-14"}}
LONGER = {"step": "extend_arrest", "data": {"documents_by": "2026-04-20"}}
ENDED = {"step": "end_arrest", "data": {"cause": "released"}}
GREECE = claim("GRC", complete(), [ACKNOWLEDGED])


# What a request tells stands in its content and its history; what is not known stays empty.
def test_a_claim_says_what_was_sent_and_recorded():
    assert (GREECE.state, GREECE.kind, GREECE.basis) == ("GRC", "extradition", ("UNTOC", ""))
    assert (GREECE.received_on, GREECE.sort, GREECE.nationalities) == ("2026-03-02", "accusation", ("ALB",))
    assert [label for label, _, _ in GREECE.offences] == ["O1", "O2"]
    assert (GREECE.arrest, GREECE.urgency) == (("", ""), "")


@pytest.mark.parametrize(
    ("bodies", "on"), [([], ""), ([ACKNOWLEDGED], "2026-03-02"), ([REGISTERED], "2026-03-04")]
)  # fmt: skip
def test_the_day_of_receipt(bodies, on):
    assert claim("GRC", complete(), bodies).received_on == on


# The heaviest maximum stands out: for life before any number of years, and nothing where none is stated.
@pytest.mark.parametrize(
    ("offences", "penalties", "heaviest"),
    [
        ([cases.offence(4), cases.offence(10, label="O2")], (("O1", "P4Y"), ("O2", "P10Y")), "P10Y"),
        ([cases.offence(30), cases.offence(None, label="O2", life=True)], (("O1", "P30Y"), ("O2", "life")), "life"),
        ([cases.offence(None)], (), ""),
        ([], (), ""),
    ],
)
def test_the_maximum_penalties(offences, penalties, heaviest):
    told = claim("GRC", but(offences=offences), [])
    assert (told.penalties, told.heaviest) == (penalties, heaviest)


# Where an offence was committed is what the matter says, or else the facts that the request tells of it.
def test_the_places_of_the_offences():
    rows = [cases.offence(committed="2007, Saranda"), cases.offence(label="O2"), cases.offence(label="O3")]
    assert claim("GRC", but(offences=rows), []).places == (("O1", "2007, Saranda"), ("O2", "He led it."))


# What the authority itself ordered goes before what the formal request says of an arrest.
@pytest.mark.parametrize(
    ("stated", "bodies", "parts", "arrest"),
    [
        (None, [], [], ("", "")),
        ("2026-03-01", [], [], ("2026-03-01", "")),
        ("2026-03-01", [ACKNOWLEDGED], [[ARRESTED]], ("2026-03-05", "")),
        (None, [], [[], [ARRESTED, LONGER]], ("2026-03-05", "")),
    ],
)
def test_the_arrest(stated, bodies, parts, arrest):
    assert claim("GRC", but(arrest__arrested_on=stated), bodies, parts).arrest == arrest


def test_a_request_for_provisional_arrest_is_a_claim_too():
    told = claim("ITA", complete(ARREST), [ACKNOWLEDGED, ARRESTED])
    assert (told.kind, told.arrest[0], told.urgency) == ("provisional_arrest", "2026-03-05", "He is about to leave.")


# The formal request is awaited beside none that came, and while the person is held.
@pytest.mark.parametrize(
    ("bodies", "until"),
    [([ARRESTED], "2026-04-14"), ([ARRESTED, LONGER], "2026-04-20"), ([ARRESTED, LONGER, ENDED], "")],
)
def test_until_when_the_formal_request_is_awaited(bodies, until):
    assert claim("ITA", complete(ARREST), bodies).arrest == ("2026-03-05", until)


@pytest.mark.parametrize(("urgent", "said"), [(True, "He flees."), (False, "")])
def test_urgency_is_said_in_the_words_of_the_state(urgent, said):
    content = but(deadline__urgent=urgent, deadline__urgency_reasons="He flees.")
    assert claim("GRC", content, []).urgency == said


@pytest.mark.parametrize(
    ("changes", "bodies", "differs"),
    [
        ({}, [ACKNOWLEDGED], set()),
        ({"regime__basis": "RECIPROCITY"}, [ACKNOWLEDGED], {"basis"}),
        ({"regime__agreement": "t1"}, [ACKNOWLEDGED], {"basis"}),
        ({}, [REGISTERED], {"received_on"}),
        ({"file__sort": "conviction"}, [ACKNOWLEDGED], {"sort"}),
        ({"persons": [cases.person(nationalities=["GRC"])]}, [ACKNOWLEDGED], {"nationalities"}),
        ({"arrest__arrested_on": "2026-03-01"}, [ACKNOWLEDGED], {"arrest"}),
        ({"offences": [cases.offence(11)]}, [ACKNOWLEDGED], {"offences", "penalties", "places"}),
    ],
)
def test_in_what_two_claims_differ(changes, bodies, differs):
    assert differing([GREECE, claim("ITA", but(**changes), bodies)]) == differs


def test_what_is_compared_is_part_of_a_claim():
    assert set(COMPARED) <= set(GREECE.__slots__)


# The record is for the acting authority alone, hands out no paper and leaves the request where it is.
@pytest.mark.parametrize("kind", [EXTRADITION, ARREST], ids=lambda kind: kind.name)
def test_the_record_stays_inside_the_authority(kind):
    step = kind.step("weigh_competing")
    assert (step.visible_to, step.documents, step.target, step.article) == (Visibility.ACTING, (), "=", "good practice")
    assert not [row.name for row in kind.recordings if row.records == "weigh_competing"]
    settled = {"refused", "refused_national", "surrendered", "withdrawn", "closed", "arrest_declined", "arrest_ended"}
    assert not settled & set(step.sources)


@pytest.mark.parametrize(
    ("changes", "data", "codes"),
    [
        ({}, {}, []),
        ({"competing": {}}, {}, ["surrender.competing.none"]),
        ({"competing": {"r2": "ITA", "r3": "CHE"}}, {}, ["surrender.competing.not_seen"]),
        ({}, {"precedence": "r9"}, ["step.precedence.missing"]),
        ({}, {"precedence": None}, ["step.precedence.missing"]),
        ({}, {"precedence_by": " ", "precedence_why": ""}, ["step.precedence_by.unsaid", "step.precedence_why.unsaid"]),
        ({}, {"precedence_on": None}, ["step.precedence_on.unsaid"]),
        ({}, {"precedence_on": "2099-01-01"}, ["step.day.future"]),
        ({}, {"weighed": None}, ["surrender.competing.not_seen", "step.precedence.missing"]),
    ],
)
def test_what_the_record_asks(changes, data, codes):
    known = facts(EXTRADITION, **changes, data=ANSWERS | data)
    found = (f for rule in EXTRADITION.step("weigh_competing").guards for f in rule.check(known))
    assert [f.code for f in closing(found)] == codes
