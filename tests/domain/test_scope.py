"""The scope of the Convention as tables of law: the rule's sentence above, and below it what is met and what closes."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mla.domain import guards as g
from mla.domain import scope
from mla.domain.findings import Weight, closing

from .cases import but, complete, facts, offence, person

ALL_BOUND = frozenset({"TIP", "SOM", "FIR"})
TRAFFICKING = {"acts": ["receipt"], "means": ["fraud"], "purposes": ["servitude"], "child": False, "fact": "letters"}


def found(content, bound=ALL_BOUND):
    return list(scope.reach(content, bound))


def codes(content, bound=ALL_BOUND, weight=None):
    return [f.code for f in found(content, bound) if weight in (None, f.weight)]


def closed(content, bound=ALL_BOUND):
    return codes(content, bound, Weight.CLOSES)


def content_of(*offences, **other):
    """The complete content with these offences, labelled in their order."""
    return but(offences=[o | {"label": f"O{n}"} for n, o in enumerate(offences, 1)], **other)


def test_what_is_complete_is_reached_and_every_finding_of_it_holds():
    made = found(complete())
    assert {f.weight for f in made} == {Weight.HOLDS}
    assert made[-1].code == "scope.gate.covered"


# Art. 2(b): a serious crime has a maximum of at least four years, or a heavier penalty. Years, months and days add
# up; this system counts four years as 48 months or 1461 days.
@pytest.mark.parametrize(
    ("penalty", "serious"),
    [
        ({"years": 3, "days": 364}, False),
        ({"years": 4}, True),
        ({"years": 3, "months": 12}, True),
        ({"years": 3, "months": 11}, False),
        ({"years": 3, "months": 11, "days": 30}, False),
        ({"years": 3, "months": 11, "days": 31}, True),
        ({"years": None, "months": 48}, True),
        ({"years": None, "months": 47}, False),
        ({"years": None, "days": 1460}, False),
        ({"years": None, "days": 1461}, True),
        ({"years": 3, "days": 365}, False),
        ({"years": 3, "days": 366}, True),
        ({"years": None, "life": True}, True),
        ({"years": 2, "life": True}, True),
        ({"years": None}, False),
        ({"years": 0}, False),
    ],
)
def test_a_serious_crime_has_a_maximum_of_four_years(penalty, serious):
    assert scope.is_serious(offence(**penalty)) is serious


AMOUNT = st.one_of(st.none(), st.integers(0, 200))


# No heavier penalty is ever less serious, and what is below four years in whole months never is.
@given(AMOUNT, AMOUNT, AMOUNT, st.integers(0, 60))
def test_a_heavier_penalty_is_never_less_serious(years, months, days, more):
    lighter = offence(years, months=months, days=days)
    for unit in ("years", "months", "days"):
        heavier = lighter | {unit: (lighter[unit] or 0) + more}
        assert scope.is_serious(heavier) >= scope.is_serious(lighter)


@given(st.integers(0, 3), st.integers(0, 11))
def test_less_than_48_months_is_not_serious_and_48_are(years, months):
    short = 48 - 12 * years - months
    assert not scope.is_serious(offence(years, months=months))
    assert not scope.is_serious(offence(years, months=months + short - 1, days=30))
    assert scope.is_serious(offence(years, months=months + short))


@given(st.integers(0, 10_000))
def test_days_alone_make_four_years_only_when_any_four_calendar_years_do(days):
    assert scope.is_serious(offence(None, days=days)) is (days >= 365 * 4 + 1)


# The maximum as text: what is stated, and nothing where nothing is.
@pytest.mark.parametrize(
    ("penalty", "text"),
    [
        ({"years": 3, "months": 6, "days": 5}, "P3Y6M5D"),
        ({"years": 10}, "P10Y"),
        ({"years": None, "days": 90}, "P90D"),
        ({"years": 0}, "P0D"),
        ({"years": None}, ""),
        ({"years": 2, "life": True}, "life"),
    ],
)
def test_the_maximum_as_text(penalty, text):
    assert scope.maximum(offence(**penalty)) == text


# Art. 3(1): an offence is covered as one that the Convention establishes (a), as one of a Protocol by which both
# States are bound (Art. 1(3) of each), or as a serious crime (b), also where the Protocol can't carry it.
@pytest.mark.parametrize(
    ("category", "years", "bound", "kind", "article"),
    [
        ("organised_group", None, "", "convention", "3(1)(a); 5"),
        ("money_laundering", 1, "", "convention", "3(1)(a); 6"),
        ("corruption", 1, "", "convention", "3(1)(a); 8"),
        ("obstruction_of_justice", None, "", "convention", "3(1)(a); 23"),
        ("trafficking_in_persons", 1, "TIP", "protocol", "TIP 1(3); 5"),
        ("smuggling_of_migrants", 1, "SOM", "protocol", "SOM 1(3); 6"),
        ("firearms", None, "FIR", "protocol", "FIR 1(3); 5"),
        ("firearms", 4, "TIP SOM", "not_common.serious", "2(b); 3(1)(b)"),
        ("firearms", 3, "TIP SOM", "not_common.light", "2(b); 3(1)(b)"),
        ("smuggling_of_migrants", None, "TIP", "not_common.unknown", "2(b); 3(1)(b)"),
        ("trafficking_in_persons", 12, "", "not_common.serious", "2(b); 3(1)(b)"),
        ("serious_crime", 4, "", "serious", "2(b); 3(1)(b)"),
        ("other", 4, "", "serious", "2(b); 3(1)(b)"),
        ("", 4, "", "serious", "2(b); 3(1)(b)"),
        ("serious_crime", 3, "TIP SOM FIR", "light", "2(b); 3(1)(b)"),
        ("serious_crime", None, "", "unknown", "2(b); 3(1)(b)"),
    ],
)
def test_by_which_article_an_offence_is_covered(category, years, bound, kind, article):
    made = found(content_of(offence(years, category=category), trafficking=TRAFFICKING), frozenset(bound.split()))[0]
    assert (made.code, made.article, made.where) == (f"scope.offence.{kind}", article, "matter.offences")
    lacks = kind.endswith(("light", "unknown"))
    assert made.weight is (Weight.CLOSES if lacks else Weight.HOLDS)
    assert (made.values["label"], made.values["name"]) == ("O1", "laundering")


# While no requested State is chosen, whether a Protocol carries the offence can't be told: the penalty can.
@pytest.mark.parametrize(
    ("years", "kind"), [(4, "not_chosen.serious"), (3, "not_chosen.light"), (None, "not_chosen.unknown")]
)
def test_without_a_requested_state_only_the_penalty_tells(years, kind):
    made = scope.by_offence(content_of(offence(years, category="firearms")), None)
    assert [f.code for f in made] == [f"scope.offence.{kind}"]


# Art. 18(1): assistance is given in relation to covered offences: one of them suffices, and the others are said.
@pytest.mark.parametrize(
    ("categories", "open_", "labels"),
    [
        (("serious_crime", "money_laundering"), True, "O2"),
        (("corruption", "money_laundering"), True, "O1, O2"),
        (("serious_crime", "other"), False, None),
    ],
)
def test_one_covered_offence_suffices(categories, open_, labels):
    content = content_of(*(offence(1, category=category) for category in categories))
    assert (closed(content) == []) is open_
    gate = [f.values["labels"] for f in found(content) if f.code == "scope.gate.covered"]
    assert gate == ([labels] if open_ else [])
    light = [f.weight for f in found(content) if f.code == "scope.offence.light"]
    assert set(light) <= {Weight.WARNS if open_ else Weight.CLOSES}


def test_without_an_offence_nothing_is_covered():
    assert closed(but(offences=[])) == ["scope.offence.none"]
    assert not any(code.startswith("scope.gate") for code in codes(but(offences=[])))


# Invariant 2: the Protocol counts only if it binds both States on the day: the United States is not bound by FIR;
# Brazil is bound by SOM since 28 February 2004, the United States since 3 December 2005.
@pytest.mark.parametrize(
    ("category", "day", "years", "kind"),
    [
        ("firearms", "2026-03-12", 4, "not_common.serious"),
        ("firearms", "2026-03-12", 3, "not_common.light"),
        ("smuggling_of_migrants", "2005-12-02", 3, "not_common.light"),
        ("smuggling_of_migrants", "2005-12-03", 3, "protocol"),
    ],
)
def test_the_protocol_must_bind_both_on_the_day(category, day, years, kind):
    content = content_of(offence(years, category=category))
    made = list(g.in_scope.check(facts(content=content, day=dt.date.fromisoformat(day))))
    assert made[0].code == f"scope.offence.{kind}"
    assert (closing(made) == ()) is (not kind.endswith("light"))


# Art. 37(4): the Protocol that carries an offence is cited; one that carries none is pointed out.
@pytest.mark.parametrize(
    ("category", "cited", "warned"),
    [
        ("firearms", ["FIR"], []),
        ("firearms", [], [("scope.protocol.not_cited", "FIR")]),
        ("firearms", ["TIP"], [("scope.protocol.not_cited", "FIR"), ("scope.protocol.idle", "TIP")]),
        ("money_laundering", ["SOM"], [("scope.protocol.idle", "SOM")]),
    ],
)
def test_the_protocol_that_carries_is_cited(category, cited, warned):
    made = found(content_of(offence(category=category), regime__protocols=cited))
    assert [(f.code, f.values["instrument"]) for f in made if f.code.startswith("scope.protocol.")] == warned
    assert {f.weight for f in made if f.code.startswith("scope.protocol.")} <= {Weight.WARNS}


# TIP 3(a): act, means and purpose, each with its facts; (c): a child needs no means.
@pytest.mark.parametrize(
    ("gap", "missing"),
    [
        ({}, []),
        ({"acts": []}, ["acts"]),
        ({"means": []}, ["means"]),
        ({"purposes": []}, ["purposes"]),
        ({"fact": " "}, ["fact"]),
        ({"means": [], "child": True}, []),
        ({"acts": [], "child": True}, ["acts"]),
        ({"purposes": [], "child": True}, ["purposes"]),
        ({"means": ["tea"]}, ["means"]),
    ],
)
def test_the_definition_of_trafficking(gap, missing):
    content = content_of(offence(3, category="trafficking_in_persons"), trafficking=TRAFFICKING | gap)
    lacking = [code for code in closed(content) if code.startswith("scope.trafficking")]
    assert lacking == [f"scope.trafficking.{part}.missing" for part in missing]
    assert codes(content)[0] == f"scope.offence.{'not_defined.light' if missing else 'protocol'}"
    met = [f.code for f in found(content) if f.code.endswith(".met") and "trafficking" in f.code]
    stated = [p for p in ("acts", "means", "purposes", "fact") if p not in missing and gap.get(p) != []]
    assert met == [f"scope.trafficking.{part}.met" for part in stated]


# What the definition lacks only warns where the offence is a serious crime: that carries it (3(1)(b)).
def test_a_serious_crime_needs_no_definition_of_a_protocol():
    content = content_of(offence(4, category="trafficking_in_persons"))
    assert closed(content) == []
    assert codes(content)[0] == "scope.offence.not_defined.serious"
    assert "scope.trafficking.acts.missing" in codes(content, weight=Weight.WARNS)


# The definition is asked about only for that category, and only where that Protocol binds both.
@pytest.mark.parametrize(
    ("category", "bound", "asked"),
    [("trafficking_in_persons", "TIP", True), ("trafficking_in_persons", "SOM", False), ("firearms", "TIP FIR", False)],
)
def test_trafficking_is_asked_about_only_where_it_matters(category, bound, asked):
    content = content_of(offence(4, category=category))
    assert any(c.startswith("scope.trafficking") for c in codes(content, frozenset(bound.split()))) is asked
    assert scope.asks_for_trafficking(content) is (category == "trafficking_in_persons")


# TIP 3(b): once a means was used, consent makes no difference; 3(c), (d): under eighteen no means is needed.
@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ({}, ["consent"]),
        ({"child": True}, ["child", "consent"]),
        ({"child": True, "means": []}, ["child"]),
        ({"means": []}, []),
    ],
)
def test_consent_and_age(stated, said):
    content = content_of(offence(3, category="trafficking_in_persons"), trafficking=TRAFFICKING | stated)
    made = [f for f in found(content) if f.code in ("scope.trafficking.consent", "scope.trafficking.child")]
    assert [f.code.rpartition(".")[2] for f in made] == said
    assert all(f.weight is Weight.HOLDS for f in made)


MIGRANT = person("smuggled_migrant", label="P1", family_name="Diallo", given_names="Awa")


# SOM 5: nobody is a suspect of having been smuggled. Beside another offence the suspicion may be of that one.
@pytest.mark.parametrize(
    ("role", "name", "categories", "bound", "code", "weight", "article"),
    [
        ("suspect", "Diallo", ["smuggling_of_migrants"], "SOM", "only", Weight.CLOSES, "SOM 5"),
        ("accused", "DIALLO", ["smuggling_of_migrants"], "SOM", "only", Weight.CLOSES, "SOM 5"),
        ("convicted", "Diallo", ["smuggling_of_migrants"], "", "only", Weight.CLOSES, "this system"),
        ("suspect", "Diallo", ["smuggling_of_migrants", "corruption"], "SOM", "beside", Weight.WARNS, "SOM 5"),
        ("witness", "Diallo", ["smuggling_of_migrants"], "SOM", None, None, None),
        ("suspect", "Traoré", ["smuggling_of_migrants"], "SOM", None, None, None),
        ("suspect", "Diallo", ["corruption"], "SOM", None, None, None),
    ],
)
def test_a_smuggled_migrant_is_no_suspect_of_it(role, name, categories, bound, code, weight, article):
    other = person(role, label="P2", family_name=name, given_names="Awa")
    offences = [offence(5, category=category) for category in categories]
    made = found(content_of(*offences, persons=[MIGRANT, other]), frozenset(bound.split()))
    smuggled = [(f.code, f.weight, f.article, f.where) for f in made if f.code.startswith("scope.smuggled")]
    assert smuggled == ([(f"scope.smuggled.{code}", weight, article, "matter.persons")] if code else [])


def way(**stated):
    return but(transnational=complete()["transnational"] | {"limbs": [], "fact_a": ""} | stated)


# Art. 3(2): any one of the four ways, each met by its fact.
@pytest.mark.parametrize("limb", scope.transnational.LIMBS)
def test_each_way_is_met_by_its_fact(limb):
    content = way(limbs=[limb], **{f"fact_{limb}": "paid in two States"})
    made = [f for f in found(content) if f.code == f"scope.limb.{limb}"]
    assert [(f.article, f.values, f.where) for f in made] == [
        (f"3(2)({limb})", {"fact": "paid in two States"}, "request.transnational")
    ]
    assert codes(content)[-1] == "scope.gate.covered"
    assert closed(way(limbs=[limb])) == [f"scope.limb.{limb}.no_fact"]
    assert f"scope.limb.{limb}.no_fact" in codes(way(limbs=[limb], grounds="x"), weight=Weight.WARNS)


# Art. 18(1): or reasonable grounds to suspect it, such as what is located in the requested State.
@pytest.mark.parametrize(
    ("stated", "closes", "gate"),
    [
        ({}, ["scope.transnational.missing"], None),
        ({"limbs": ["z"]}, ["scope.transnational.missing"], None),
        ({"fact_b": "not chosen"}, ["scope.transnational.missing"], None),
        ({"located_fact": "of what?"}, ["scope.transnational.missing"], None),
        ({"grounds": "calls abroad"}, [], "grounds"),
        ({"located": ["proceeds"], "located_fact": "an account"}, [], "grounds"),
        ({"located": ["victims", "evidence"], "located_fact": "x"}, [], "grounds"),
        ({"located": ["proceeds"]}, ["scope.located.proceeds.no_fact"], None),
        ({"located": ["proceeds"], "grounds": "x"}, [], "grounds"),
        ({"limbs": ["b"], "fact_b": "x", "grounds": "y"}, [], "covered"),
    ],
)
def test_transnational_or_reasonable_grounds_to_suspect_it(stated, closes, gate):
    content = way(**stated)
    assert closed(content) == closes
    gates = [code for code in codes(content) if code.startswith("scope.gate")]
    assert gates == ([f"scope.gate.{gate}"] if gate else [])


@pytest.mark.parametrize("kind", scope.transnational.LOCATED)
def test_each_thing_located_there_is_said_with_its_fact(kind):
    made = [f for f in found(way(located=[kind], located_fact="in Zurich")) if f.code == f"scope.located.{kind}"]
    assert [(f.article, f.values["fact"], f.weight) for f in made] == [("18(1)", "in Zurich", Weight.HOLDS)]


# Art. 2(a): three or more persons. Two are no group, whatever is suspected (invariant 4).
@pytest.mark.parametrize(
    ("number", "grounds", "closes"),
    [
        (2, "", ["scope.group.number.too_few"]),
        (2, "there may be more", ["scope.group.number.too_few"]),
        (0, "", ["scope.group.number.too_few"]),
        (3, "", []),
        (None, "", ["scope.group.number.missing"]),
        (None, "a rumour of many", []),
    ],
)
def test_a_group_has_at_least_three_persons(number, grounds, closes):
    content = but(group__number=number, group__grounds=grounds)
    assert closed(content) == closes
    assert any(code.startswith("scope.gate") for code in codes(content)) is (closes == [])


@given(st.integers(0, 2), st.text(max_size=5))
def test_no_words_make_two_persons_a_group(number, grounds):
    content = but(group__number=number, group__grounds=grounds)
    assert "scope.group.number.too_few" in closed(content)


# Art. 2(a), (c): each element is stated as a fact; where there are grounds to suspect a group, a lack only warns.
@pytest.mark.parametrize(
    ("element", "article"),
    [("structure", "2(a); 2(c)"), ("period", "2(a)"), ("concert", "2(a)"), ("aim", "2(a)"), ("benefit", "2(a)")],
)
def test_each_element_of_the_group_is_stated(element, article):
    stated = [f for f in found(complete()) if f.code == f"scope.group.{element}.met"]
    assert [(f.article, f.values["fact"]) for f in stated] == [(article, complete()["group"][element])]
    lacking = but(**{f"group__{element}": " "})
    assert [(f.code, f.article, f.where) for f in closing(found(lacking))] == [
        (f"scope.group.{element}.missing", article, "request.group")
    ]
    suspected = but(**{f"group__{element}": " ", "group__grounds": "tapped calls"})
    assert closed(suspected) == []
    assert f"scope.group.{element}.missing" in codes(suspected, weight=Weight.WARNS)
    assert codes(suspected)[-1] == "scope.gate.grounds"


# Art. 18(1) has two doors: everything established, or reasonable grounds for what is not.
@pytest.mark.parametrize(
    ("other", "gate", "article"),
    [
        ({}, "scope.gate.covered", "3(1); 18(1)"),
        ({"group__grounds": "x"}, "scope.gate.covered", "3(1); 18(1)"),
        ({"group__aim": "", "group__grounds": "x"}, "scope.gate.grounds", "18(1)"),
        ({"group__number": None, "group__grounds": "x"}, "scope.gate.grounds", "18(1)"),
    ],
)
def test_the_door_by_which_the_request_comes_in(other, gate, article):
    last = found(but(**other))[-1]
    assert (last.code, last.article, last.weight) == (gate, article, Weight.HOLDS)


# The guard closes exactly when no door opens.
@given(
    st.fixed_dictionaries({"limbs": st.sampled_from([[], ["a"]]), "fact_a": st.sampled_from(["", "x"]),
                           "grounds": st.sampled_from(["", "x"])}),
    st.fixed_dictionaries({"number": st.sampled_from([None, 2, 3]), "aim": st.sampled_from(["", "x"]),
                           "grounds": st.sampled_from(["", "x"])}),
    st.sampled_from(["corruption", "serious_crime"]), st.sampled_from([None, 3, 4]),
)  # fmt: skip
def test_the_guard_closes_exactly_when_no_door_opens(ways, members, category, years):
    base = complete()
    content = content_of(
        offence(years, category=category), transnational=base["transnational"] | ways, group=base["group"] | members
    )
    made = list(g.in_scope.check(facts(content=content)))
    assert bool(closing(made)) is not any(f.code.startswith("scope.gate") for f in made)
