"""What a draft of each kind of request is made of: its sections, in the order of the letter, under their headings."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from flask_babel import lazy_gettext as _l

from mla.domain.findings import GOOD_PRACTICE

from . import assets, narrowed, sought
from . import extradition as own
from .addressee import ExtraditionChannelForm
from .basis import ExtraditionBasisForm
from .sections import SECTIONS, Section

#: A heading of the list of tasks, and the parts of the letter under it: sections, and lists of the matter.
Group = tuple[Any, tuple[str, ...]]

_REACH = _l(
    "Article 16 reaches an offence that involves an organised criminal group where the person is in the requested State "
    "or the offence is transnational."
)
#: The sections that requests for a person have, whether they share them with others or not.
_PERSON: dict[str, Section] = {
    s.name: s
    for s in (
        replace(
            SECTIONS["channel"],
            form=ExtraditionChannelForm,
            lead=_l(
                "The Convention names no authority for extradition: the treaty or the law of the requested State does, and "
                "some States have notified one."
            ),
        ),
        replace(
            SECTIONS["language"],
            lead=_l("The Convention has no rule on the language of a request for extradition. Acceptable is what the treaty "
                    "or the requested State says; what it declared on mutual legal assistance is a hint."),
        ),
        Section(
            "regime", _l("Legal basis"), "16(3); 16(4); 16(5); 16(6)", ExtraditionBasisForm,
            _l("Extradition rests on a treaty between the two States, on the Convention where the requested State takes it as "
               "legal basis, on the law of both where neither needs a treaty, or on reciprocity. Answer the questions of "
               "the basis that you choose; the others may stay empty."),
        ),
        Section(
            "sought", _l("Person sought"), "16(1)", sought.SoughtForm,
            _l("Whoever is to arrest the person must be able to find them and to tell them from others."),
            ("persons", "annexes"),
        ),
        Section(
            "file", _l("Warrant or judgment"), GOOD_PRACTICE, sought.FileForm,
            _l("A person is sought for prosecution, on a warrant, or for the enforcement of a sentence, on a judgment. The "
               "Convention prescribes no content; treaties on extradition commonly ask for this."),
        ),
        SECTIONS["authority"],
        SECTIONS["proceedings"],
        Section(
            "per_offence", _l("Facts, limitation and law of each offence"), "16(1); 16(2)", own.PerOffenceForm,
            _l("The requested State decides offence by offence. The conduct must be punishable under the law of both States. "
               "Name, law and penalty of each offence stand in the matter."),
            ("offences",),
        ),
        SECTIONS["trafficking"],
        replace(SECTIONS["transnational"], article="3(2); 16(1)", form=narrowed.EstablishedTransnationalForm, lead=_REACH),
        replace(SECTIONS["group"], article="2(a); 2(c); 16(1)", form=narrowed.EstablishedGroupForm, lead=_l(
            "Article 16 reaches an offence that involves an organised criminal group: three or more persons who have acted "
            "together for some time, to commit serious crimes or offences under the Convention, for a benefit. It must be "
            "established: grounds to suspect it are not enough for extradition.")),
        replace(SECTIONS["deadline"], form=narrowed.AnswerByForm, lead=_l(
            "Leave it empty if there is no date that matters. Both States are to endeavour to expedite extradition "
            "(Art. 16(8)).")),
        SECTIONS["confidentiality"],
        Section(
            "alternative", _l("If the person is a national"), "16(10); 16(12)", own.AlternativeForm,
            _l("What your State asks for if the requested State does not extradite the person because the person is its "
               "national. The duty to submit the case for prosecution arises at your request; you can ask for it later too."),
        ),
        Section(
            "arrest", _l("Provisional arrest that was made"), "16(9)", own.ArrestForm,
            _l("Leave it empty if the person was not arrested for this extradition."),
        ),
        Section(
            "assurances", _l("Assurances"), GOOD_PRACTICE, own.AssurancesForm,
            _l("What your State undertakes from the start, where it is known that the requested State will ask for it. Leave "
               "it empty otherwise: an assurance can be asked and given later."),
        ),
        Section("articles", _l("Property to hand over"), GOOD_PRACTICE, own.ArticlesForm,
                _l("The Convention's article on extradition has no rule on property; many treaties do.")),
        Section("surrender", _l("Surrender"), GOOD_PRACTICE, own.SurrenderForm,
                _l("A proposal spares both sides letters once extradition is granted.")),
        Section(
            "custody", _l("Urgency and formal request"), "16(9)", own.CustodyForm,
            _l("The requested State may take the person into custody where it is satisfied that the circumstances warrant it "
               "and are urgent. How long it may wait for the formal request, its law or the treaty says."),
        ),
        replace(SECTIONS["contact"], title=_l("Contact"), form=narrowed.CaseContactForm),
    )
}  # fmt: skip
#: The sections of a request on assets: those on evidence, and its own.
_ASSETS: dict[str, Section] = SECTIONS | {
    s.name: s
    for s in (
        replace(SECTIONS["regime"], article="13(3); 18(7)"),
        replace(SECTIONS["transnational"], article="3(2); 13(1)", lead=_l(
            "The articles on confiscation reach an offence that is transnational and involves an organised criminal group. "
            "State what is established; where it is only suspected, the request may be refused (Art. 13(7)).")),
        replace(SECTIONS["group"], article="2(a); 2(c); 13(1)", lead=_l(
            "The articles on confiscation reach an offence that involves an organised criminal group: three or more persons "
            "who have acted together for some time, to commit serious crimes or offences under the Convention, for a benefit.")),
        Section(
            "measure", _l("What is asked"), "13(1); 13(2); 13(3)", assets.MeasureForm,
            _l("A request asks for one thing; choose it first, and this page asks what belongs to it. Confiscation after a "
               "freeze is asked by a request of its own."),
            ("annexes",),
        ),
        Section(
            "disposal", _l("Return or sharing"), "14(2); 14(3)", assets.DisposalForm,
            _l("The State that confiscates disposes of the property under its own law. Return and sharing can be asked for "
               "later too, so that all of this may stay empty."),
        ),
    )
}  # fmt: skip
_BEFORE: tuple[Group, ...] = (
    (_l("Addressee and basis"), ("channel", "language", "regime")),
    (_l("The person"), ("persons", "sought", "file")),
)
_REACHED = ("trafficking", "transnational", "group")
#: The parts of each kind's letter, in its order, under the headings of the page.
GROUPS: Mapping[str, tuple[Group, ...]] = {
    "assistance": (
        _BEFORE[0],
        (_l("The case"), ("authority", "proceedings", "persons", "accounts", "facts", "offences", *_REACHED)),
        (_l("What is asked"), ("assistance", "purpose", "procedure", "deadline", "confidentiality")),
        (_l("Terms, contact and annexes"), ("undertakings", "contact", "annexes")),
    ),
    "assets": (
        _BEFORE[0],
        (_l("The case"), ("authority", "proceedings", "persons", "accounts", "facts", "offences", *_REACHED)),
        (
            _l("What is asked"),
            ("measure", "property", "purpose", "procedure", "deadline", "confidentiality", "disposal"),
        ),
        (_l("Terms, contact and annexes"), ("undertakings", "contact", "annexes")),
    ),
    "extradition": (
        *_BEFORE,
        (_l("The case"), ("authority", "proceedings", "facts", "offences", "per_offence", *_REACHED)),
        (_l("What is asked"), ("deadline", "confidentiality", "alternative", "arrest", "assurances")),
        (_l("Surrender, contact and annexes"), ("articles", "surrender", "contact", "annexes")),
    ),
    "provisional_arrest": (
        *_BEFORE,
        (_l("The case"), ("authority", "proceedings", "facts", "offences", *_REACHED)),
        (_l("What is asked"), ("custody", "confidentiality")),
        (_l("Contact and annexes"), ("contact", "annexes")),
    ),
}


def _sections(kind: str, known: Mapping[str, Section]) -> dict[str, Section]:
    return {part: known[part] for _title, parts in GROUPS[kind] for part in parts if part in known}


OUTLINES: Mapping[str, Mapping[str, Section]] = {
    "assistance": _sections("assistance", SECTIONS),
    "assets": _sections("assets", _ASSETS),
    "extradition": _sections("extradition", _PERSON),
    "provisional_arrest": _sections("provisional_arrest", _PERSON),
}
