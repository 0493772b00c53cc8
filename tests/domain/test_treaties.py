"""The register as a table of law: the rule's sentence above, its cases below."""

import datetime as dt
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mla.domain.errors import UnknownState
from mla.domain.findings import Weight
from mla.domain.treaties import Action, ActionKind, Counts, Instrument, Participant, Register, Territory, explain

from .treaty_data import D, act, as_of, founders, published, published_actions, register_of, small

REAL = published()
UNTOC, TIP, SOM, FIR = Instrument


def codes(register: Register, iso3: str, instrument: Instrument, on: str) -> list[str]:
    return [f.code for f in register.standing(iso3, instrument, D(on)).findings]


# Each instrument enters into force on the 90th day after the deposit of the 40th instrument (38(1) and the like).
@pytest.mark.parametrize(
    ("instrument", "general_on"),
    [(UNTOC, "2003-09-29"), (TIP, "2003-12-25"), (SOM, "2004-01-28"), (FIR, "2005-07-03")],
)
def test_the_published_dates_of_entry_into_force_follow_from_the_deposits(instrument, general_on):
    assert REAL.general_date(instrument) == D(general_on)


# 39 instruments bring nothing into force; the 40th does, on the 90th day after it.
def test_thirty_nine_are_not_enough():
    assert register_of(founders("UNTOC", "2003-07-01", 39)).general_date(UNTOC) is None
    assert register_of(founders("UNTOC", "2003-07-01", 40)).general_date(UNTOC) == D("2003-09-29")


# A regional organisation's instrument is not counted as additional to those of its members (38(1)).
# A successor's notice is no new instrument; two deposits of one State are one State.
@pytest.mark.parametrize(
    "fortieth",
    [
        act("EUU", "approval", "2003-07-01"),
        act("AAA", "succession", "2003-07-01"),
        act("X00", "accession", "2003-07-02"),
        act("AAA", "signature", "2003-07-01"),
    ],
)
def test_what_does_not_count_towards_forty(fortieth):
    actions = [*founders("UNTOC", "2003-07-01", 39), fortieth]
    participants = [Participant(a.iso3, is_reio=a.iso3 == "EUU") for a in actions]
    assert Register(actions, participants, {}).general_date(UNTOC) is None


# A Protocol does not enter into force before the Convention (TIP 17(1)).
def test_a_protocol_waits_for_the_convention():
    register = small(convention_on="2003-07-01", protocol_on="2001-01-01")
    assert register.general_date(TIP) == register.general_date(UNTOC) == D("2003-09-29")
    no_convention = register_of(founders("TIP", "2001-01-01"))
    assert no_convention.general_date(TIP) is None


# After the 40th instrument a State is bound from the 30th day after its own deposit, never before the general date.
# Costa Rica: 24 July 2003 + 30 days = 23 August 2003, but bound since 29 September 2003.
@pytest.mark.parametrize(
    ("iso3", "instrument", "first_day", "rule"),
    [
        ("NGA", UNTOC, "2003-09-29", "general"),
        ("CRI", UNTOC, "2003-09-29", "general_later"),
        ("BRA", UNTOC, "2004-02-28", "thirtieth_day"),
        ("IRN", UNTOC, "2025-09-05", "thirtieth_day"),
        ("EUU", UNTOC, "2004-06-20", "thirtieth_day"),
        ("MNE", UNTOC, "2006-06-03", "succession"),
        ("MNE", FIR, "2006-06-03", "succession"),
        ("JPN", UNTOC, "2017-08-10", "thirtieth_day"),
        ("CHE", UNTOC, "2006-11-26", "thirtieth_day"),
        ("NLD", TIP, "2005-08-26", "thirtieth_day"),
    ],
)
def test_the_first_day_of_real_states(iso3, instrument, first_day, rule):
    day_before = D(first_day) - dt.timedelta(days=1)
    assert not REAL.standing(iso3, instrument, day_before).bound
    bound = REAL.standing(iso3, instrument, D(first_day))
    assert bound.bound
    assert bound.since == D(first_day) == REAL.in_force(iso3, instrument)
    assert bound.findings[0].code == f"party.bound.{rule}"


# The literal rule of 38(2) stays in the explanation: the 30th day is told next to the day that practice gives.
def test_the_explanation_keeps_the_literal_thirtieth_day():
    finding = REAL.standing("CRI", UNTOC, D("2003-10-01")).findings[0]
    assert finding.article == "38(2)"
    assert finding.values["thirtieth_on"] == "2003-08-23"
    assert finding.values["since_on"] == "2003-09-29"
    assert finding.weight is Weight.HOLDS


# Why a State is not bound, told by what it did or did not do by that day.
@pytest.mark.parametrize(
    ("iso3", "instrument", "on", "code", "article"),
    [
        ("PNG", UNTOC, "2026-11-25", "party.no_consent", "36(3)"),
        ("TUV", UNTOC, "2026-09-01", "party.no_consent", "36(3)"),
        ("COG", UNTOC, "2026-09-01", "party.signed_only", "36(3)"),
        ("IRN", UNTOC, "2025-08-05", "party.deposited_later", "36(3)"),
        ("IRN", UNTOC, "2025-08-06", "party.not_yet.thirtieth_day", "38(2)"),
        ("CRI", UNTOC, "2003-09-01", "party.not_yet.general_later", "38(2)"),
        ("NGA", UNTOC, "2003-09-28", "party.not_yet.general", "38(1)"),
        ("AFG", UNTOC, "2003-09-23", "party.deposited_later", "36(3)"),
        ("IRN", TIP, "2025-04-01", "party.no_consent", "TIP 16(3)"),
        ("COK", TIP, "2025-04-01", "party.convention_only", "37(3)"),
        ("USA", FIR, "2025-01-01", "party.convention_only", "37(3)"),
        ("JPN", UNTOC, "2003-06-01", "party.deposited_later", "36(3)"),
        ("AND", UNTOC, "2005-01-01", "party.deposited_later", "36(3)"),
    ],
)
def test_why_not(iso3, instrument, on, code, article):
    standing = REAL.standing(iso3, instrument, D(on))
    assert not standing.bound
    assert (standing.findings[0].code, standing.findings[0].article) == (code, article)
    assert standing.findings[0].closes


# Accession is the way of a State that did not sign, and rests on paragraph 4.
def test_accession_cites_its_own_paragraph():
    register = small(act("AAA", "accession", "2010-01-01"))
    assert register.standing("AAA", UNTOC, D("2009-01-01")).findings[0].article == "36(4)"


# A Protocol binds only whom the Convention binds (37(2)); it starts with the later of the two.
@pytest.mark.parametrize(
    ("convention", "protocol", "first_day", "rule"),
    [
        ("2010-01-01", "2009-01-01", "2010-01-31", "with_convention"),
        ("2009-01-01", "2010-01-01", "2010-01-31", "thirtieth_day"),
        ("2010-01-01", "2010-01-01", "2010-01-31", "thirtieth_day"),
        ("2003-06-01", "2003-06-01", "2003-09-29", "general"),
    ],
)
def test_a_protocol_starts_with_the_convention_at_the_earliest(convention, protocol, first_day, rule):
    register = small(act("AAA", "ratification", convention), act("AAA", "accession", protocol, "TIP"))
    standing = register.standing("AAA", TIP, D("2020-01-01"))
    assert (standing.since, standing.findings[0].code) == (D(first_day), f"party.bound.{rule}")


# A Protocol instrument without a Convention instrument is deposited and has no effect (37(2)).
def test_a_protocol_instrument_alone_has_no_effect():
    register = small(act("AAA", "accession", "2010-01-01", "TIP"))
    standing = register.standing("AAA", TIP, D("2020-01-01"))
    assert not standing.bound
    assert (standing.findings[0].code, standing.findings[0].article) == ("party.deposited_without_convention", "37(2)")
    assert register.in_force("AAA", TIP) is None


# Before forty deposits nobody is bound, whoever has deposited.
def test_an_instrument_not_in_force_binds_nobody():
    register = small(
        act("AAA", "ratification", "2004-01-01"), act("AAA", "accession", "2004-01-01", "TIP"), protocol_on=None
    )
    assert codes(register, "AAA", TIP, "2020-01-01") == ["party.instrument_not_in_force"]


# A denunciation takes effect one year after receipt: received 1 March 2026, bound on 28 February 2027, not on 1 March.
@pytest.mark.parametrize(
    ("received", "last", "free"),
    [
        ("2026-03-01", "2027-02-28", "2027-03-01"),
        ("2024-02-29", "2025-02-27", "2025-02-28"),
        ("2023-03-01", "2024-02-29", "2024-03-01"),
        ("2025-12-31", "2026-12-30", "2026-12-31"),
    ],
)
def test_a_denunciation_takes_effect_after_one_year(received, last, free):
    register = small(act("AAA", "ratification", "2010-01-01"), act("AAA", "denunciation", received))
    assert register.standing("AAA", UNTOC, D(last)).bound
    assert register.standing("AAA", UNTOC, D(last)).until == D(last)
    assert codes(register, "AAA", UNTOC, last) == ["party.bound.thirtieth_day", "party.denounced"]
    assert codes(register, "AAA", UNTOC, free) == ["party.ended"]
    assert register.standing("AAA", UNTOC, D(free)).findings[0].article == "40(1)"


# Before the notice is received there is nothing to warn of.
def test_a_later_denunciation_is_not_told_before_its_day():
    register = small(act("AAA", "ratification", "2010-01-01"), act("AAA", "denunciation", "2026-03-01"))
    assert codes(register, "AAA", UNTOC, "2026-02-28") == ["party.bound.thirtieth_day"]
    assert codes(register, "AAA", UNTOC, "2026-03-01") == ["party.bound.thirtieth_day", "party.denounced"]


# Denouncing the Convention takes all Protocols with it (40(3)); denouncing a Protocol leaves the Convention (TIP 19).
def test_denouncing_the_convention_ends_its_protocols():
    joined = [act("AAA", "ratification", "2010-01-01"), act("AAA", "ratification", "2010-01-01", "TIP")]
    whole = small(*joined, act("AAA", "denunciation", "2026-03-01"))
    assert codes(whole, "AAA", TIP, "2027-02-28") == ["party.bound.thirtieth_day", "party.denounced_with_convention"]
    ended = whole.standing("AAA", TIP, D("2027-03-01")).findings[0]
    assert (ended.code, ended.article) == ("party.ended_with_convention", "40(3)")
    partly = small(*joined, act("AAA", "denunciation", "2026-03-01", "TIP"))
    assert not partly.standing("AAA", TIP, D("2027-03-01")).bound
    assert partly.standing("AAA", UNTOC, D("2027-03-01")).bound
    assert partly.standing("AAA", TIP, D("2027-03-01")).findings[0].article == "TIP 19(1)"


# New consent after a denunciation starts again, for the instrument that it names and for no other.
def test_new_consent_starts_again():
    register = small(
        act("AAA", "ratification", "2010-01-01"),
        act("AAA", "ratification", "2010-01-01", "TIP"),
        act("AAA", "denunciation", "2015-01-01"),
        act("AAA", "accession", "2018-01-01"),
    )
    assert not register.standing("AAA", UNTOC, D("2018-01-30")).bound
    assert register.standing("AAA", UNTOC, D("2018-01-31")).since == D("2018-01-31")
    assert register.in_force("AAA", UNTOC) == D("2018-01-31")
    assert codes(register, "AAA", TIP, "2019-01-01") == ["party.ended_with_convention"]
    again = Register(
        [*register.actions, act("AAA", "accession", "2019-01-01", "TIP")], register.participants, register.as_of
    )
    assert again.standing("AAA", TIP, D("2019-01-31")).bound


# Who denounces and deposits anew on one day (with a reservation, say) has left and come back: the new consent stands.
def test_new_consent_on_the_day_of_the_denunciation():
    register = small(
        act("AAA", "ratification", "2010-01-01"),
        act("AAA", "denunciation", "2015-01-01"),
        act("AAA", "accession", "2015-01-01"),
    )
    assert register.standing("AAA", UNTOC, D("2020-01-01")).bound
    assert register.standing("AAA", UNTOC, D("2020-01-01")).until is None


# Succession takes effect on its stated day, else on the day of succession; never before the general date.
@pytest.mark.parametrize(
    ("on", "effective", "first_day"),
    [
        ("2006-10-23", "2006-06-03", "2006-06-03"),
        ("2006-10-23", None, "2006-10-23"),
        ("2002-05-01", "2002-04-01", "2003-09-29"),
    ],
)
def test_succession(on, effective, first_day):
    register = small(act("AAA", "succession", on, effective_on=effective))
    assert register.in_force("AAA", UNTOC) == D(first_day)
    day_before = D(first_day) - dt.timedelta(days=1)
    assert not register.standing("AAA", UNTOC, day_before).bound


# Another consent for which the depositary states a day takes effect on that day, and says so.
def test_a_stated_day():
    register = small(act("AAA", "accession", "2010-01-01", effective_on="2010-06-01"))
    assert codes(register, "AAA", UNTOC, "2010-05-31") == ["party.not_yet.stated_day"]
    assert codes(register, "AAA", UNTOC, "2010-06-01") == ["party.bound.stated_day"]


# A territory is reached from the day of its notice, while its State is bound.
@pytest.mark.parametrize(
    ("iso3", "territory", "on", "bound", "code"),
    [
        ("NLD", "ABW", "2007-01-17", False, "party.territory_later"),
        ("NLD", "ABW", "2007-01-18", True, "party.territory_covered"),
        ("NLD", "CUW", "2010-09-08", False, "party.territory_later"),
        ("CHN", "MAC", "2003-09-28", False, "party.territory_covered"),
        ("CHN", "HKG", "2010-01-01", True, "party.territory_covered"),
    ],
)
def test_territories(iso3, territory, on, bound, code):
    standing = REAL.standing(iso3, UNTOC, D(on), territory)
    assert standing.bound is bound
    assert standing.findings[-1].code == code


def test_a_territory_begins_with_its_notice_and_a_missing_notice_is_said():
    assert REAL.standing("NLD", UNTOC, D("2020-01-01"), "ABW").since == D("2007-01-18")
    assert REAL.standing("CHN", UNTOC, D("2020-01-01"), "MAC").since == D("2003-10-23")
    missing = REAL.standing("NLD", TIP, D("2020-01-01"), "ABW")
    assert (missing.bound, missing.findings[-1].code) == (False, "party.territory_no_notice")


# Who can't ask or be asked: an unknown code, a regional organisation, a territory, a State with itself.
@pytest.mark.parametrize(
    ("a", "b", "code", "reason"),
    [
        ("BRA", "XYZ", "XYZ", "unknown"),
        ("", "BRA", "", "unknown"),
        ("bra", "USA", "bra", "unknown"),
        ("EUU", "BRA", "EUU", "regional_organisation"),
        ("BRA", "EUU", "EUU", "regional_organisation"),
        ("BRA", "HKG", "HKG", "territory"),
        ("BRA", "BRA", "BRA", "same_state"),
    ],
)
def test_between_whom_nothing_can_be(a, b, code, reason):
    with pytest.raises(UnknownState) as caught:
        REAL.between(a, b, UNTOC, D("2020-01-01"))
    assert (caught.value.code, caught.value.reason) == (code, reason)


def test_a_territory_of_another_state_is_refused():
    for territory in ("HKG", "XYZ", "DEU"):
        with pytest.raises(UnknownState, match="not_its_territory"):
            REAL.standing("NLD", UNTOC, D("2020-01-01"), territory)
    with pytest.raises(UnknownState, match="territory"):
        REAL.standing("HKG", UNTOC, D("2020-01-01"))


# Two States are bound to each other from the later one's first day; each is explained.
def test_between_two_states_the_later_decides():
    assert not REAL.between("BRA", "IRN", UNTOC, D("2025-09-04")).bound
    bond = REAL.between("BRA", "IRN", UNTOC, D("2025-09-05"))
    assert bond.bound
    assert [f.values["state"] for f in bond.findings] == ["BRA", "IRN"]
    assert all(f.weight is Weight.HOLDS for f in bond.findings)


# The Japanese request to Switzerland of 2003: neither was bound, and both reasons are told.
def test_every_reason_is_told_not_only_the_first():
    bond = REAL.between("JPN", "CHE", UNTOC, D("2003-06-01"))
    assert not bond.bound
    assert [(f.values["state"], f.closes) for f in bond.findings] == [("JPN", True), ("CHE", True)]


# After the register's day a State recorded as bound stays bound, warned; one without recorded consent is closed.
@pytest.mark.parametrize(("on", "warned"), [("2026-09-11", False), ("2026-09-12", True), ("2026-11-25", True)])
def test_the_register_says_up_to_when_it_is_complete(on, warned):
    bond = REAL.between("BRA", "USA", UNTOC, D(on))
    assert bond.bound
    warnings = [f for f in bond.findings if f.code == "party.register_complete_to"]
    assert len(warnings) == warned
    if warned:
        assert warnings[0] == bond.findings[-1]
        assert (warnings[0].weight, warnings[0].values["complete_on"]) == (Weight.WARNS, "2026-09-11")
    closed = REAL.between("BRA", "PNG", UNTOC, D(on))
    assert not closed.bound
    assert closed.findings[1].code == "party.no_consent"


# Published for the end of 2002: signed/ratified 147/28, 117/21, 112/20 and 52/2. The data differ in one: by then
# three ratifications of the Firearms Protocol are on record (Mali 3 May, Burkina Faso 15 May, Bulgaria 6 August
# 2002). Two is right for the days from 15 May to 5 August, so the published figure is an older one.
@pytest.mark.parametrize(
    ("instrument", "signed", "ratified"), [(UNTOC, 147, 28), (TIP, 117, 21), (SOM, 112, 20), (FIR, 52, 3)]
)
def test_the_end_of_2002(instrument, signed, ratified):
    assert REAL.counts(instrument, D("2002-12-31")) == Counts(signed, ratified, 0)


@pytest.mark.parametrize(
    ("on", "ratified"), [("2002-05-14", 1), ("2002-05-15", 2), ("2002-08-05", 2), ("2002-08-06", 3), ("2002-12-31", 3)]
)
def test_the_two_firearms_ratifications_published_were_those_of_summer_2002(on, ratified):
    assert REAL.counts(FIR, D(on)).parties == ratified


# The depositary's own counts of April and May 2024. Of the Smuggling of Migrants Protocol's 152 parties the data know
# 151: one joined between May 2020 and then, perhaps Chad, and no date of its deposit was seen.
@pytest.mark.parametrize(
    ("instrument", "on", "signed", "published_parties", "unknown"),
    [
        (UNTOC, "2024-05-04", 147, 192, 0),
        (TIP, "2024-04-20", 117, 182, 0),
        (SOM, "2024-04-26", 112, 152, 1),
        (FIR, "2024-05-04", 52, 123, 0),
    ],
)
def test_the_depositarys_counts(instrument, on, signed, published_parties, unknown):
    counts = REAL.counts(instrument, D(on))
    assert (counts.signatories, counts.parties) == (signed, published_parties - unknown)


# A party that left is no longer counted once its denunciation has taken effect.
def test_who_left_is_not_counted():
    register = small(act("AAA", "ratification", "2010-01-01"), act("AAA", "denunciation", "2015-01-01"))
    assert register.counts(UNTOC, D("2015-12-31")) == Counts(0, 41, 41)
    assert register.counts(UNTOC, D("2016-01-01")) == Counts(0, 40, 40)
    assert register.parties_over_time(UNTOC) == (
        (D("2003-07-01"), 40),
        (D("2010-01-01"), 41),
        (D("2016-01-01"), 40),
    )


# The export has one row for each participant and instrument that did anything.
def test_rows_for_export():
    rows = list(REAL.rows())
    assert len(rows) == 671
    iran = next(r for r in rows if (r.instrument, r.iso3) == (UNTOC, "IRN"))
    assert (iran.signed_on, iran.deposited_on, iran.action, iran.in_force_on, iran.denounced_on) == (
        D("2000-12-12"),
        D("2025-08-06"),
        ActionKind.RATIFICATION,
        D("2025-09-05"),
        None,
    )
    congo = next(r for r in rows if (r.instrument, r.iso3) == (UNTOC, "COG"))
    assert (congo.signed_on, congo.deposited_on, congo.action, congo.in_force_on) == (D("2000-12-14"), None, None, None)
    assert [r.instrument for r in rows] == sorted((r.instrument for r in rows), key=list(Instrument).index)


def test_rows_tell_a_denunciation_by_the_day_of_its_notice():
    register = small(act("AAA", "ratification", "2010-01-01"), act("AAA", "denunciation", "2015-01-01"))
    row = next(r for r in register.rows() if r.iso3 == "AAA")
    assert (row.in_force_on, row.denounced_on) == (D("2010-01-31"), D("2015-01-01"))


def test_each_instrument_names_its_own_articles():
    assert [i.consent_article for i in Instrument] == ["36", "TIP 16", "SOM 21", "FIR 17"]
    assert [i.force_article for i in Instrument] == ["38", "TIP 17", "SOM 22", "FIR 18"]
    assert [i.denunciation_article for i in Instrument] == ["40", "TIP 19", "SOM 24", "FIR 20"]


def test_a_register_can_not_be_changed():
    with pytest.raises(AttributeError):
        REAL.actions = ()
    with pytest.raises(TypeError):
        REAL.as_of[UNTOC] = D("2030-01-01")


# What holds for every history that anybody can think of.

DAYS = st.dates(dt.date(2000, 12, 12), dt.date(2029, 12, 31))
STATES = ("AAA", "BBB", "X01")


@st.composite
def histories(draw: st.DrawFn) -> list[Action]:
    count = draw(st.integers(0, 8))
    return [
        Action(
            draw(st.sampled_from((UNTOC, TIP))),
            draw(st.sampled_from(STATES)),
            draw(st.sampled_from(list(ActionKind))),
            draw(DAYS),
            "drawn",
            draw(st.none() | DAYS),
        )
        for _ in range(count)
    ]


@settings(max_examples=150, deadline=None)
@given(histories(), DAYS, st.randoms(use_true_random=False))
def test_the_order_in_which_actions_are_given_does_not_matter(history, day, shuffler: random.Random):
    actions = [*founders("UNTOC", "2003-07-01"), *founders("TIP", "2003-09-26"), *history]
    shuffled = list(actions)
    shuffler.shuffle(shuffled)
    for iso3 in STATES:
        for instrument in (UNTOC, TIP):
            expected = register_of(actions).standing(iso3, instrument, day)
            assert register_of(shuffled).standing(iso3, instrument, day) == expected


@settings(max_examples=150, deadline=None)
@given(histories(), DAYS)
def test_nobody_is_bound_against_the_rules(history, day):
    register = register_of([*founders("UNTOC", "2003-07-01"), *founders("TIP", "2003-09-26"), *history])
    for iso3 in STATES:
        for instrument in (UNTOC, TIP):
            standing = register.standing(iso3, instrument, day)
            closing = [f for f in standing.findings if f.closes]
            assert bool(closing) is not standing.bound
            if standing.bound:
                assert day >= register.general_date(instrument)
                assert standing.since <= day <= (standing.until or day)
                assert any(a.is_consent for a in register.actions_of(iso3, instrument))
        if register.standing(iso3, TIP, day).bound:
            assert register.standing(iso3, UNTOC, day).bound


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(STATES), DAYS), max_size=6), DAYS, DAYS)
def test_without_a_denunciation_who_is_bound_stays_bound(consents, one, other):
    actions = [Action(UNTOC, iso3, ActionKind.ACCESSION, on, "drawn") for iso3, on in consents]
    register = register_of([*founders("UNTOC", "2003-07-01"), *actions])
    earlier, later = sorted((one, other))
    for iso3 in STATES:
        assert register.standing(iso3, UNTOC, later).bound or not register.standing(iso3, UNTOC, earlier).bound
    assert register.counts(UNTOC, earlier).in_force <= register.counts(UNTOC, later).in_force


@settings(max_examples=100, deadline=None)
@given(histories(), DAYS)
def test_a_bond_has_no_direction(history, day):
    register = register_of([*founders("UNTOC", "2003-07-01"), *history], as_of_day="2010-01-01")
    one, other = register.between("AAA", "BBB", UNTOC, day), register.between("BBB", "AAA", UNTOC, day)
    assert one.bound is other.bound
    assert {str(f.plain()) for f in one.findings} == {str(f.plain()) for f in other.findings}


def test_published_actions_are_all_kept():
    assert len(REAL.actions) == len(published_actions())
    assert dict(REAL.as_of) == as_of()
    assert isinstance(REAL.territories[0], Territory)


# Only a period that was denounced can say how it ended.
def test_a_period_that_was_not_denounced_has_no_end_to_explain():
    (period,) = small()._periods[UNTOC, "X00"]
    with pytest.raises(ValueError, match="without a denunciation"):
        explain._denunciation_values(period, D("2026-01-01"))
