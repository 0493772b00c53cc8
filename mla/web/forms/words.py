"""The answers that forms offer: each value with its words. Other pages say the same values in the same words."""

from collections.abc import Sequence
from functools import cache
from typing import Any

import pycountry
from babel import Locale
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l

from mla.documents import words as papers
from mla.domain.kinds import KINDS
from mla.wording import property as assets
from mla.wording import scope, steps

Choices = list[tuple[str, Any]]

#: What each kind of request asks for.
KIND_HINTS = {
    "assistance": _l("Evidence, documents, searches, hearings and other help with a proceeding (Art. 18)."),
    "extradition": _l("That a person is surrendered for prosecution or to serve a sentence (Art. 16)."),
    "provisional_arrest": _l(
        "That a person is taken into custody before the request for extradition comes, where it is urgent (Art. 16(9)). To "
        "ask for it beside a request for extradition that is drawn already, start from that request."
    ),
    "assets": _l(
        "That property is traced, frozen or seized, or confiscated, on an order of the requested State or on your own "
        "(Art. 13), and perhaps returned (Art. 14)."
    ),
}
#: What property is, and why it can be confiscated.
SORTS: Choices = list(assets.SORTS.items())
THEORIES: Choices = list(assets.THEORIES.items())
THEORY_HINTS = {
    "proceeds": _l("What was gained by the offence, directly or indirectly (Art. 12(1)(a))."),
    "equal_value": _l("In place of proceeds that are gone or can’t be found (Art. 12(1)(a))."),
    "instrumentality": _l("Property and equipment alike, used already or not (Art. 12(1)(b))."),
    "converted": _l("Turned or changed into it, in part or in full (Art. 12(3))."),
    "commingled": _l("Up to the assessed value of the proceeds that went into it (Art. 12(4))."),
    "income": _l("From proceeds, from what they were turned into, or from what they were mixed with (Art. 12(5))."),
}
#: What a request on property asks for (Art. 13(1) and (2)).
STAGES: Choices = [
    ("trace", _l("Tracing: that property is identified and traced")),
    ("freeze", _l("Freezing or seizure: that property stays where it is")),
    ("confiscate_a", _l("Confiscation on an order that the requested State itself obtains")),
    ("confiscate_b", _l("Confiscation on the order of a court of your own State")),
]
STAGE_HINTS = {
    "trace": _l("To find out what there is and where, with a later confiscation in view (Art. 13(2))."),
    "freeze": _l(
        "A temporary order, with a later confiscation in view (Art. 13(2)). Confiscation is asked by a request of its own, "
        "linked to this one."
    ),
    "confiscate_a": _l(
        "Its authorities are asked to obtain an order of confiscation under their law, and to give effect to it "
        "(Art. 13(1)(a))."
    ),
    "confiscate_b": _l("Your court’s order goes with the request and is enforced to the extent asked (Art. 13(1)(b))."),
}
#: What a person is in the matter.
ROLES: Choices = [
    ("suspect", _l("Suspect")),
    ("accused", _l("Accused")),
    ("convicted", _l("Convicted")),
    ("witness", _l("Witness")),
    ("expert", _l("Expert")),
    ("victim", _l("Victim")),
    ("smuggled_migrant", _l("Smuggled migrant")),
    ("other", _l("Other")),
]
SEXES: Choices = [("female", _l("Female")), ("male", _l("Male")), ("other", _l("Other"))]

#: What brings an offence under the Convention or a Protocol (Art. 3(1), and Art. 1(3) of each Protocol).
CATEGORIES: Choices = [
    ("serious_crime", _l("Serious crime: maximum of at least four years, or heavier (Art. 2(b))")),
    ("organised_group", _l("Participation in an organised criminal group (Art. 5)")),
    ("money_laundering", _l("Laundering of proceeds of crime (Art. 6)")),
    ("corruption", _l("Corruption (Art. 8)")),
    ("obstruction_of_justice", _l("Obstruction of justice (Art. 23)")),
    ("trafficking_in_persons", _l("Trafficking in persons (Trafficking in Persons Protocol, Art. 5)")),
    ("smuggling_of_migrants", _l("Smuggling of migrants (Smuggling of Migrants Protocol, Art. 6)")),
    ("firearms", _l("Illicit manufacturing of or trafficking in firearms (Firearms Protocol, Art. 5)")),
    ("other", _l("Other")),
]

ANNEX_FORMS: Choices = [
    ("original", _l("Original")),
    ("certified copy", _l("Certified copy")),
    ("copy", _l("Copy")),
]

#: In which way an offence is transnational (Art. 3(2)), paraphrased.
LIMBS: Choices = [
    ("a", _l("It is committed in more than one State")),
    (
        "b",
        _l(
            "It is committed in one State, but a substantial part of its preparation, planning, "
            "direction or control takes place in another"
        ),
    ),
    ("c", _l("It is committed in one State, but involves an organised criminal group that is active in more than one")),
    ("d", _l("It is committed in one State, but has substantial effects in another")),
]

#: What is located in the requested State (Art. 18(1)).
LOCATED: Choices = list(scope.LOCATED.items())
#: The definition of trafficking in persons (TIP 3).
ACTS: Choices = list(scope.ACTS.items())
MEANS: Choices = list(scope.MEANS.items())
PURPOSES: Choices = list(scope.PURPOSES.items())
#: What is asked about the organised criminal group, besides the number of its persons (Arts. 2(a), 2(c), 18(1)).
GROUP: dict[str, Any] = {
    "structure": _l("How it is structured"),
    "period": _l("Since when it has existed"),
    "concert": _l("How its members act together"),
    "aim": _l("Which crimes it aims at"),
    "benefit": _l("Which benefit it seeks"),
    "grounds": _l("Reasonable grounds to suspect the group"),
}

#: On what a request for assistance may rest.
BASES: Choices = [
    ("UNTOC", _l("The Convention")),
    ("TREATY", _l("Another treaty that binds both States")),
    ("RECIPROCITY", _l("Reciprocity")),
]
BASIS_HINTS = {
    "UNTOC": _l("Both States must be bound by it. The request goes from central authority to central authority."),
    "TREATY": _l(
        "A treaty of the register by which both States are bound. Nothing of the Convention is cited. Where the "
        "Convention does not bind both, or the treaty says so, the request goes through the diplomatic channel."
    ),
    "RECIPROCITY": _l("No treaty obliges the requested State. The request goes through the diplomatic channel."),
}
#: On what an extradition may rest (Art. 16(3)-(6)).
EXTRADITION_BASES: Choices = [
    ("TREATY", _l("A treaty on extradition that binds both States")),
    ("UNTOC", _l("The Convention")),
    ("NO_TREATY", _l("No treaty: neither State makes extradition conditional on one")),
    ("RECIPROCITY", _l("Reciprocity")),
]
EXTRADITION_BASIS_HINTS = {
    "TREATY": _l(
        "A treaty of the register. Where the Convention binds both States too, the offences that it covers count as "
        "included in the treaty (Art. 16(3))."
    ),
    "UNTOC": _l(
        "Where there is no treaty, and the requested State takes the Convention as legal basis (Art. 16(4) and (5))."
    ),
    "NO_TREATY": _l(
        "States that need no treaty recognise the offences that the Convention covers as extraditable between "
        "themselves (Art. 16(6))."
    ),
    "RECIPROCITY": _l("Nothing obliges the requested State. The request goes through the diplomatic channel."),
}
#: For what a person is sought.
SOUGHT_FOR: Choices = [
    ("accusation", _l("Prosecution: proceedings are to be held")),
    ("conviction", _l("Enforcement: a sentence is to be served")),
]
#: What is known of where the person is (Art. 16(1)).
WHEREABOUTS: Choices = [
    ("there", _l("In the territory of the requested State")),
    ("believed", _l("Believed to be in the territory of the requested State")),
]
#: Whether the person is a national of the requested State (Art. 16(10)).
NATIONALS: Choices = [("yes", _l("Yes")), ("no", _l("No")), ("unknown", _l("It is not known"))]
ASSURANCES: Choices = list(papers.ASSURANCES.items())
#: Why paragraphs 9 to 29 of Article 18 carry the request (Art. 18(7)).
REASONS: Choices = [
    ("no_other_treaty", _l("No other treaty on mutual legal assistance binds both States")),
    ("agreed_instead", _l("Another treaty binds both States, but both agree to apply paragraphs 9 to 29 instead")),
]
PROTOCOLS: Choices = [
    ("TIP", _l("Trafficking in Persons Protocol")),
    ("SOM", _l("Smuggling of Migrants Protocol")),
    ("FIR", _l("Firearms Protocol")),
]

#: What may be asked for (Art. 18(3)), paraphrased.
ASSISTANCE: Choices = [
    ("a", _l("Taking evidence or statements from persons")),
    ("b", _l("Serving judicial documents")),
    ("c", _l("Searches, seizures and freezing")),
    ("d", _l("Examining objects and sites")),
    ("e", _l("Information, items of evidence and evaluations by experts")),
    (
        "f",
        _l(
            "Originals or certified copies of documents and records, such as those of a government, a bank or a company"
        ),
    ),
    ("g", _l("Identifying or tracing proceeds of crime, property, instrumentalities or other things, as evidence")),
    ("h", _l("Helping persons to appear voluntarily in the requesting State")),
    ("i", _l("Any other assistance that the law of the requested State does not bar")),
]

#: Why information is asked for (Art. 18(16)).
WHY_ASKED: Choices = [
    ("necessary", _l("The answer is necessary for the execution.")),
    ("facilitating", _l("The answer can facilitate the execution.")),
]

UNDERTAKINGS: Choices = [
    ("use_limitation", _l("What is received serves only the proceedings stated in the request")),
    ("return_of_originals", _l("Originals are returned when they are no longer needed")),
    ("reciprocity", _l("Comparable requests of the requested State will be met in the same way")),
    ("safe_conduct", _l("Safe conduct for a witness or expert who consents to come")),
]
UNDERTAKING_HINTS: dict[str, Any] = {
    "use_limitation": _l(
        "On the Convention owed in any case (Art. 18(19)): other use needs the requested State's prior consent; what tells in favour of an "
        "accused person may be disclosed after notice."
    ),
    "return_of_originals": _l("Good practice."),
    "reciprocity": _l("Optional: the Convention asks for none. Some States want it all the same."),
    "safe_conduct": _l("Only if somebody is asked to come to the requesting State; on the Convention see Art. 18(27)."),
}


def kinds() -> Choices:
    """The kinds of request that can be drawn."""
    return [(name, steps.KINDS[name]) for name in KINDS]


def languages() -> Choices:
    """The languages of ISO 639-1 in the reader's own words, in their order."""
    return list(_languages(str(get_locale() or "")))


@cache
def _languages(locale: str) -> tuple[tuple[str, str], ...]:
    """The same in one of the languages that this system speaks; bare names where nobody reads."""
    known = Locale.parse(locale).languages if locale else {}
    named = [(l.alpha_2, str(known.get(l.alpha_2, l.name))) for l in pycountry.languages if hasattr(l, "alpha_2")]  # noqa: E741
    return tuple(sorted(named, key=lambda row: row[1].casefold()))


def languages_or_none(first: Sequence[str] = ()) -> Choices:
    """The same, with "Choose a language" first and then those of the codes ``first``, such as a State accepts."""
    every = languages()
    at_the_head = [row for row in every if row[0] in first]
    return [("", _l("Choose a language")), *at_the_head, *(row for row in every if row not in at_the_head)]
