"""For which offences a person is surrendered: a table of histories, offence by offence (Art. 16(1), (2), (7), (10))."""

import pytest

from mla.domain.extradition.speciality import READ, Covers, Limit, decided_on, limits, lines
from mla.domain.kinds.extradition import KIND
from mla.domain.workflow import Visibility

from .extradition_cases import but, complete

O1, O2 = "O1", "O2"


def entry(step, to="examination", on="2026-03-01", **data):
    return {"step": step, "to": to, "happened_on": on, "data": data}


def decision(step, to, *granted, **data):
    rows = [{"label": o, "decision": "granted" if o in granted else "refused", "reasons": ""} for o in (O1, O2)]
    return entry(step, to, decisions=rows, **data)


def assessed(*punishable):
    rows = [{"label": o, "punishable": p, "law": "Code 333"} for o, p in zip((O1, O2), punishable, strict=True)]
    return entry("begin_judicial_phase", "judicial_phase", assessments=rows)


CONDITIONS = [{"label": "C1", "text": "He is returned."}, {"label": "C2", "text": "No life sentence."}]
GRANT = decision("grant", "granted", O1)
OFFER = decision("offer_conditions", "conditions_offered", O1, conditions=CONDITIONS)
ACCEPTED = entry("accept_conditions", "granted_conditional", accepted=["C1", "C2"])
DECLINED = entry("decline_conditions", "judicial_phase")
LAPSED = entry("lapse_offer", "judicial_phase")
CONSENTED = entry("record_consent", "simplified", judge="Court")
REFUSED = entry("refuse_extradition", "refused", reasons="Lapse of time.")
NATIONAL = entry("refuse_for_nationality", "refused_national", reasons="A national.")
AGAIN = entry("examine_amendment", "examination")
LENT = entry("surrender_temporarily", "temporarily_surrendered", return_on="2026-09-01")
BACK = entry("return_person", "surrender_postponed")
HANDED = entry("hand_over", "surrendered", handed_on="2026-03-09", speciality="Treaty, article 14")
WITHDRAWN = entry("withdraw", "withdrawn")
CLOSED = entry("close_surrendered", "closed")
NATIONAL_CLOSED = entry("close_nationality", "closed")
ASKED = entry("ask_speciality_consent", "closed", "2026-04-01", offence="Fraud", rule="Treaty, article 14")
YES = entry("answer_speciality_consent", "closed", "2026-04-20", consent="yes", explanation="")
NO = entry("answer_speciality_consent", "closed", "2026-04-21", consent="no", explanation="Not extraditable.")


def covers(*bodies):
    return [line.covers.value for line in lines(complete(), bodies)]


@pytest.mark.parametrize(
    ("bodies", "first", "second"),
    [
        ([], "undecided", "undecided"),
        ([assessed("yes", "no")], "undecided", "undecided"),
        ([GRANT], "granted", "refused"),
        ([GRANT, HANDED], "surrendered", "not_covered"),
        ([GRANT, HANDED, CLOSED], "surrendered", "not_covered"),
        ([GRANT, WITHDRAWN], "ended", "refused"),
        ([OFFER], "offered", "refused"),
        ([OFFER, ACCEPTED], "granted", "refused"),
        ([OFFER, ACCEPTED, HANDED], "surrendered", "not_covered"),
        ([OFFER, DECLINED], "undecided", "undecided"),
        ([OFFER, LAPSED], "undecided", "undecided"),
        ([OFFER, DECLINED, GRANT], "granted", "refused"),
        ([REFUSED], "refused", "refused"),
        ([NATIONAL, NATIONAL_CLOSED], "refused", "refused"),
        ([CONSENTED], "granted", "granted"),
        ([CONSENTED, HANDED], "surrendered", "surrendered"),
        ([CONSENTED, WITHDRAWN], "ended", "ended"),
        ([GRANT, LENT], "lent", "refused"),
        ([GRANT, LENT, BACK], "granted", "refused"),
        ([GRANT, LENT, BACK, HANDED], "surrendered", "not_covered"),
        # What was decided on a version that was amended since is void until it is decided anew.
        ([GRANT, AGAIN], "undecided", "undecided"),
        ([REFUSED, AGAIN, GRANT], "granted", "refused"),
        # A paper told of the surrender, or of the grant, and of nothing more.
        ([HANDED], "unknown", "unknown"),
        ([entry("grant", "granted"), HANDED], "unknown", "unknown"),
        ([ACCEPTED], "undecided", "undecided"),
        ([WITHDRAWN], "ended", "ended"),
    ],
)
def test_how_far_each_offence_is_covered(bodies, first, second):
    assert covers(*bodies) == [first, second]


def on(body, number):
    return body | {"version": {"number": number}}


# Conditions are accepted as they were offered, though an amended request was sent in between.
@pytest.mark.parametrize(
    ("bodies", "number"),
    [
        ([], None),
        ([on(GRANT, 1)], 1),
        ([on(OFFER, 1), on(ACCEPTED, 2)], 1),
        ([on(OFFER, 1), on(AGAIN, 2), on(ACCEPTED, 2)], 2),
        ([entry("grant", "granted")], None),
    ],
)
def test_on_which_version_it_was_decided(bodies, number):
    assert decided_on(bodies) == number


# Consent is asked of one offence after the other, each with its own answer.
@pytest.mark.parametrize(
    ("bodies", "further"),
    [
        ([], []),
        ([ASKED], ["consent_asked"]),
        ([ASKED, YES], ["consented"]),
        ([ASKED, NO], ["consent_refused"]),
        ([ASKED, YES, ASKED], ["consented", "consent_asked"]),
        ([ASKED, NO, ASKED, YES], ["consent_refused", "consented"]),
        ([YES], []),
    ],
)
def test_consent_that_was_asked_later(bodies, further):
    found = [line for line in lines(complete(), [GRANT, HANDED, *bodies]) if line.further]
    assert [line.covers.value for line in found] == further
    assert [line.label for line in found] == [f"F{n}" for n in range(1, len(further) + 1)]


def test_what_is_said_of_each_offence():
    content = but(per_offence=[{"label": O2, "accessory": True}])
    one, two, more = lines(content, [assessed("yes", "no"), OFFER, ACCEPTED, HANDED, ASKED, NO])
    assert (one.punishable, one.law, one.decision, one.conditional) == ("yes", "Code 333", "granted", True)
    assert (two.punishable, two.accessory, one.accessory) == ("no", True, False)
    assert (one.since, more.since) == ("2026-03-09", "2026-04-21")
    assert (more.name, more.rule, more.reasons) == ("Fraud", "Treaty, article 14", "Not extraditable.")


def test_a_refusal_gives_its_reasons():
    assert {line.reasons for line in lines(complete(), [NATIONAL])} == {"A national."}
    rows = [{"label": O1, "decision": "refused", "reasons": "Lapse."}, {"label": O2, "decision": "granted"}]
    assert [line.reasons for line in lines(complete(), [entry("grant", "granted", decisions=rows)])] == ["Lapse.", ""]


# Art. 16 limits nothing: the treaty used, domestic law or undertakings do, and each is told once.
@pytest.mark.parametrize(
    ("changes", "bodies", "found"),
    [
        ({}, [], []),
        ({}, [entry("hand_over", "surrendered", speciality=" ")], []),
        ({"regime__basis": "TREATY", "regime__agreement": "t1"}, [], [("treaty", "t1")]),
        ({"regime__agreement": "t1"}, [], []),
        ({}, [HANDED], [("handover", "Treaty, article 14")]),
        ({}, [HANDED, ASKED, YES, ASKED], [("handover", "Treaty, article 14"), ("rule", "Treaty, article 14")]),
        ({}, [OFFER, ACCEPTED], [("condition", "He is returned."), ("condition", "No life sentence.")]),
        ({}, [OFFER], []),
        ({}, [ACCEPTED], []),
        ({}, [entry("give_assurance", undertaking="He is tried anew.")], [("assurance", "He is tried anew.")]),
    ],
)
def test_what_limits_a_prosecution(changes, bodies, found):
    assert limits(but(**changes), bodies) == tuple(Limit(*one) for one in found)


# Both sides read the page: nothing that it reads stands in an entry that one of them keeps to itself.
@pytest.mark.parametrize("name", READ)
def test_what_is_read_passed_between_both(name):
    assert KIND.step(name).visible_to is Visibility.BOTH


def test_every_way_of_being_covered_is_reached():
    reached = {c for bodies in ([], [OFFER], [GRANT], [GRANT, WITHDRAWN], [GRANT, LENT], [GRANT, HANDED], [HANDED])
               for c in covers(*bodies)}  # fmt: skip
    reached |= set(covers(HANDED, ASKED, YES, ASKED, NO, ASKED))
    assert reached == {one.value for one in Covers}
