"""The words in which a letter says what the record holds as a code: kinds of assistance, roles, undertakings."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from mla.domain.assets import content as recovery
from mla.domain.assets import disposing
from mla.domain.assets.grounds import NOT_COVERED
from mla.domain.extradition import grounds as surrender
from mla.domain.refusal import INTENDED
from mla.wording import proceeds, scope
from mla.wording import property as property_words

MARKINGS: Mapping[str, Any] = {"CONFIDENTIAL": _l("CONFIDENTIAL"), "URGENT": _l("URGENT")}

#: What each kind of request asks for, as its papers name it: "the request for …".
ASKED_FOR: Mapping[str, Any] = {
    "assistance": _l("mutual legal assistance"),
    "extradition": _l("extradition"),
    "provisional_arrest": _l("provisional arrest"),
    "assets": _l("measures on property"),
}
#: What a request about assets asks for at its stage.
ASKED_AT: Mapping[str, Any] = {
    "trace": _l("the tracing of property"),
    "freeze": _l("the freezing or seizure of property"),
    "confiscate_a": _l("the confiscation of property"),
    "confiscate_b": _l("the enforcement of an order of confiscation"),
}


def asked_for(kind: str, content: Mapping[str, Any]) -> Any:
    """What a request of that kind with that content asks for."""
    stage = (content.get("measure") or {}).get("stage", "")
    return ASKED_AT.get(stage) or ASKED_FOR.get(kind)


#: What is given or refused on such a request, where its papers do not name it.
HELP: Mapping[str, Any] = {"assistance": _l("assistance"), "assets": _l("cooperation")}

#: Art. 18(3), paraphrased.
ASSISTANCE: Mapping[str, Any] = {
    "a": _l("Taking of evidence or statements"),
    "b": _l("Service of judicial documents"),
    "c": _l("Searches, seizures and freezing"),
    "d": _l("Examination of objects and sites"),
    "e": _l("Information, items of evidence and evaluations by experts"),
    "f": _l("Originals or certified copies of documents and records"),
    "g": _l("Identification or tracing of proceeds, property or instrumentalities as evidence"),
    "h": _l("Help for persons to appear voluntarily in the requesting State"),
    "i": _l("Other assistance not barred by the law of the requested State"),
}

#: Art. 3(2), paraphrased.
LIMBS: Mapping[str, Any] = {
    "a": _l("It was committed in more than one State"),
    "b": _l(
        "It was committed in one State, with a substantial part of its preparation, direction or control in another"
    ),
    "c": _l("It was committed in one State, and involves an organized criminal group that is active in several"),
    "d": _l("It was committed in one State, and has substantial effects in another"),
}

LOCATED, ACTS, MEANS, PURPOSES = scope.LOCATED, scope.ACTS, scope.MEANS, scope.PURPOSES

#: Arts. 2(a), 2(c): what makes a group an organized criminal group, in the order of the definition.
GROUP: Mapping[str, Any] = {
    "structure": _l("Structure of the group (Art. 2(c))."),
    "period": _l("Period of time (Art. 2(a))."),
    "concert": _l("Acting in concert (Art. 2(a))."),
    "aim": _l("Aim (Art. 2(a))."),
    "benefit": _l("Financial or other material benefit (Art. 2(a))."),
}

#: Art. 18(7). Nobody checks it here, so the letter says whose statement it is.
REGIMES: Mapping[str, Any] = {
    "no_other_treaty": _l(
        "The requesting authority states that no other treaty on mutual legal assistance binds both States, so that "
        "paragraphs 9 to 29 of Article 18 apply (Art. 18(7))."
    ),
    "agreed_instead": _l(
        "The requesting authority states that another treaty on mutual legal assistance binds both States, and that "
        "both agree to apply paragraphs 9 to 29 of Article 18 in its place (Art. 18(7))."
    ),
}

ROLES: Mapping[str, Any] = {
    "suspect": _l("suspect"),
    "accused": _l("accused"),
    "convicted": _l("convicted person"),
    "witness": _l("witness"),
    "expert": _l("expert"),
    "victim": _l("victim"),
    "smuggled_migrant": _l("smuggled migrant"),
    "other": _l("other person concerned"),
}
SEXES: Mapping[str, Any] = {"female": _l("female"), "male": _l("male"), "other": _l("other")}

CATEGORIES: Mapping[str, Any] = {
    "serious_crime": _l("Serious crime (Art. 2(b))"),
    "organised_group": _l("Participation in an organized criminal group (Art. 5)"),
    "money_laundering": _l("Laundering of the proceeds of crime (Art. 6)"),
    "corruption": _l("Corruption (Art. 8)"),
    "obstruction_of_justice": _l("Obstruction of justice (Art. 23)"),
    "trafficking_in_persons": _l("Trafficking in persons (Trafficking in Persons Protocol, Art. 5)"),
    "smuggling_of_migrants": _l("Smuggling of migrants (Smuggling of Migrants Protocol, Art. 6)"),
    "firearms": _l("Illicit manufacturing of or trafficking in firearms (Firearms Protocol, Art. 5)"),
}

ANNEX_FORMS: Mapping[str, Any] = {
    "original": _l("original"),
    "certified copy": _l("certified copy"),
    "copy": _l("copy"),
}

#: What the requesting State undertakes, with its article where the Convention has one.
UNDERTAKINGS: Mapping[str, Any] = {
    "use_limitation": _l(
        "What the requested State supplies will serve only the proceedings stated in this request; any other use "
        "will await the prior consent of that State. Matter that tells in favour of an accused person may be disclosed "
        "in the proceedings after notice to that State (Art. 18(19))."
    ),
    "return_of_originals": _l("Originals will be returned as soon as they are no longer needed."),
    "reciprocity": _l("Comparable requests of the requested State will be met in the same way."),
    "safe_conduct": _l(
        "Whoever consents to come to the requesting State as a witness or expert, or to assist in an inquiry, has safe "
        "conduct there in respect of what preceded the departure (Art. 18(27))."
    ),
}

#: Art. 18(16).
WHY: Mapping[str, Any] = {
    "necessary": _l("necessary for the execution of the request under the law of the requested State"),
    "facilitating": _l("able to facilitate the execution of the request"),
}

#: Art. 18(17).
PROCEDURES: Mapping[str, Any] = {
    "yes": _l("The procedure specified in the request was followed."),
    "no": _l("The procedure specified in the request was not followed."),
    "none_asked": _l("The request specified no procedure for this item."),
}

#: Grounds of refusal (Arts. 13(7), 18(9), 18(21)) and of postponement (Art. 18(25)), paraphrased.
GROUNDS: Mapping[str, Any] = {
    "provision": _l("a provision of the treaty on which the request rests, or of domestic law"),
    "dual_criminality": _l("absence of dual criminality"),
    "conformity": _l("the request is not made in conformity with Article 18"),
    "essential_interests": _l(
        "execution is likely to prejudice the sovereignty, security, public order or other essential interests of the "
        "requested State"
    ),
    "domestic_prohibition": _l(
        "domestic law would prohibit the authorities of the requested State from such action on a similar offence of "
        "their own"
    ),
    "legal_system": _l(
        "granting the request would be contrary to the requested State’s law on mutual legal assistance"
    ),
    "outside_scope": _l("the request lies outside the scope of Article 18(1), treated as not in conformity with it"),
    "postponement": _l("postponement, since execution interferes with an ongoing proceeding in the requested State"),
    NOT_COVERED: _l("the offence to which the request relates is not one that the Convention covers"),
}
#: The paragraph of each ground.
GROUND_ARTICLES: Mapping[str, str] = INTENDED | {NOT_COVERED: "13(7)"}

#: With what the execution may interfere (Art. 18(25)).
PROCEEDINGS: Mapping[str, Any] = {
    "investigation": _l("an ongoing investigation"),
    "prosecution": _l("an ongoing prosecution"),
    "judicial_proceeding": _l("an ongoing judicial proceeding"),
}

#: What became of an item of assistance.
OUTCOMES: Mapping[str, Any] = {"done": _l("done"), "partly": _l("partly done"), "not_done": _l("not done")}

#: Grounds on which extradition is refused (Arts. 16(1), 16(4)-(5), 16(7), 16(10), 16(14)), paraphrased.
SURRENDER_GROUNDS: Mapping[str, Any] = {
    "outside_scope": _l("the offences are not among those for which the article on extradition applies"),
    "dual_criminality": _l("the conduct is not punishable under the law of both States"),
    "no_basis": _l(
        "the requested State makes extradition conditional on a treaty, and nothing that it accepts as one binds both "
        "States"
    ),
    "discrimination": _l(
        "there are substantial grounds for believing that the request was made to prosecute or punish the person on "
        "account of sex, race, religion, nationality, ethnic origin or political opinions, or that to grant it would "
        "prejudice that person’s position for one of these reasons"
    ),
    "domestic_condition": _l("a condition of the law of the requested State, or of an applicable treaty, is not met"),
    "nationality": _l("the person sought is a national of the requested State"),
}
#: The paragraph of each ground.
SURRENDER_ARTICLES: Mapping[str, str] = surrender.INTENDED

#: What an assurance is about.
ASSURANCES: Mapping[str, Any] = {
    "death_penalty": _l("Death penalty"),
    "fair_trial": _l("Fair trial"),
    "retrial": _l("New trial after a judgment in absence"),
    "speciality": _l("Speciality: prosecution only for what is granted, no surrender to a third State"),
    "return": _l("Return of the person to serve the sentence"),
    "treatment": _l("Treatment and conditions of detention"),
    "other": _l("Other matter"),
}

#: What was decided on an offence.
DECISIONS: Mapping[str, Any] = {"granted": _l("granted"), "refused": _l("refused")}
#: What a granted surrender waits for.
OBSTACLES: Mapping[str, Any] = {
    "proceeding": _l("The surrender waits for a proceeding that is conducted in the requested State."),
    "sentence": _l("The surrender waits for a sentence that is served in the requested State."),
    "other": _l("Another obstacle stands in the way of the surrender."),
}
#: What is known of where the person is (Art. 16(1)).
WHEREABOUTS: Mapping[str, Any] = {
    "there": _l("in the territory of the requested State"),
    "believed": _l("believed to be in the territory of the requested State"),
}

#: Whether the person is a national of the requested State (Art. 16(10)).
NATIONALS: Mapping[str, Any] = {
    "yes": _l("The person is a national of the requested State."),
    "no": _l("The person is not a national of the requested State."),
    "unknown": _l("It is not known whether the person is a national of the requested State."),
}

#: What extradition is sought for.
SOUGHT_FOR: Mapping[str, Any] = {
    "accusation": _l("The person is sought so that proceedings can be held for the offences named below."),
    "conviction": _l("The person is sought so that the sentence named below can be enforced."),
}

#: Whether the sentence is enforced in place of an extradition (Art. 16(12)).
ENFORCED: Mapping[str, Any] = {
    "yes": _l("The sentence is enforced in the requested State (Art. 16(12))."),
    "in_part": _l("The sentence is enforced in the requested State in part (Art. 16(12))."),
    "no": _l("The sentence is not enforced in the requested State."),
}

#: Why a provisional arrest has ended.
ARREST_ENDS: Mapping[str, Any] = {
    "no_request": _l("The provisional arrest has ended: no formal request for extradition has come in time."),
    "released": _l("The provisional arrest has ended: the person was released."),
    "withdrawn": _l("The provisional arrest has ended: the requesting State no longer asks for it."),
    "surrender_custody": _l("The provisional arrest has ended: the person is held for the surrender from now on."),
}

#: What property is, and why it can be confiscated, with the paragraph that says so (Arts. 12(1) to 12(5)).
PROPERTY: Mapping[str, Any] = property_words.SORTS
THEORIES: Mapping[str, Any] = property_words.THEORIES
THEORY_ARTICLES: Mapping[str, str] = recovery.THEORIES
#: Where an asset stands.
STANDING: Mapping[str, Any] = {str(state): word for state, word in property_words.STATES.items()}

TRACED, TRACE_OBSTACLES, EXTENTS = proceeds.TRACED, proceeds.OBSTACLES, proceeds.EXTENTS
FREEZE_CAUSES, DENIALS, CLAIMS = proceeds.CAUSES, proceeds.DENIALS, proceeds.CLAIMS
RETURNS, AGREEMENTS, WAYS = proceeds.RETURNS, proceeds.AGREEMENTS, proceeds.WAYS
#: The paragraph that speaks of each way of disposal.
WAY_ARTICLES: Mapping[str, str] = disposing.WAYS
