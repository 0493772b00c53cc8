"""Every finding on scope has its sentence, and every value that it speaks of stands in it."""

import itertools

import pytest

from mla import wording
from mla.domain import scope
from mla.domain.findings import Finding
from mla.domain.scope import offences, protocols, transnational
from mla.wording import scope as sentences
from tests.domain.cases import but, offence, person

PENALTIES = (None, 3, 4)
CATEGORIES = (*offences.CONVENTION, *offences.PROTOCOLS, "serious_crime")
DEFINED = {"acts": ["receipt"], "means": ["fraud"], "purposes": ["servitude"], "child": True, "fact": "x"}
SAME = {"family_name": "D", "given_names": "A"}
MIGRANTS = [person("smuggled_migrant", **SAME), person("suspect", **SAME)]


def emitted() -> dict[str, Finding]:
    """Every finding that the reasoner can make, by its code, from contents that reach all of its branches."""
    contents = [but(offences=[])]
    for category, years, stated in itertools.product(CATEGORIES, PENALTIES, (DEFINED, but()["trafficking"])):
        contents.append(but(offences=[offence(years, category=category)], trafficking=stated, persons=MIGRANTS))
    contents.append(but(regime__protocols=["FIR"]))
    contents.append(but(offences=[offence(category="smuggling_of_migrants"), offence()], persons=MIGRANTS))
    every = {"limbs": list(transnational.LIMBS), "located": list(transnational.LOCATED)}
    facts = {f"fact_{limb}": "x" for limb in transnational.LIMBS} | {"located_fact": "x", "grounds": "x"}
    blank = but()["transnational"] | {"fact_a": ""}
    contents += [but(transnational=blank | every | facts), but(transnational=blank | every)]
    contents.append(but(transnational=blank | {"limbs": []}))
    contents += [but(group__number=n, group__grounds=g) for n in (None, 2, 3) for g in ("", "x")]
    contents.append(but(group={"number": None} | dict.fromkeys((*scope.group.ELEMENTS, "grounds"), "")))
    bounds = (frozenset(), frozenset({"TIP", "SOM", "FIR"}))
    made = [f for content in contents for bound in bounds for f in scope.reach(content, bound)]
    made += [f for content in contents for f in scope.by_offence(content, None)]
    return {f.code: f for f in made}


def test_every_finding_has_its_sentence_and_no_sentence_is_idle():
    assert set(emitted()) == set(sentences.SENTENCES)


def test_every_placeholder_is_filled():
    for finding in emitted().values():
        said = wording.sentence(finding)
        assert "%(" not in said
        assert "None" not in said
        assert said[0].isupper()


# A maximum penalty in words.
@pytest.mark.parametrize(
    ("maximum", "words"),
    [
        ("life", "imprisonment for life"),
        ("P10Y", "10 years"),
        ("P1Y6M1D", "1 year, 6 months, 1 day"),
        ("P0D", "0 days"),
        ("", ""),
    ],
)
def test_a_maximum_penalty_in_words(maximum, words):
    assert wording.penalty(maximum) == words


# The offence page, the task list and the letter say this.
@pytest.mark.parametrize(
    ("category", "years", "bound", "part"),
    [
        ("serious_crime", 10, (), "covered, as a serious crime: maximum 10 years."),
        ("other", 3, (), "not covered: maximum 3 years"),
        ("firearms", 3, ("FIR",), "covered, as an offence of the Firearms Protocol, which binds both"),
        ("firearms", 4, (), "does not bind both States on the day, so it can't carry this offence. It is covered all"),
    ],
)
def test_how_an_offence_is_covered_in_words(category, years, bound, part):
    found = scope.by_offence(but(offences=[offence(years, category=category)]), frozenset(bound))
    assert part in wording.sentence(found[0])


# Each code of a form has its word, and no word is idle.
@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (sentences.LOCATED, transnational.LOCATED),
        (sentences.ACTS, protocols.ACTS),
        (sentences.MEANS, protocols.MEANS),
        (sentences.PURPOSES, protocols.PURPOSES),
    ],
)
def test_every_answer_has_its_words(words, codes):
    assert tuple(words) == codes
