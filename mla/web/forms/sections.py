"""The sections of a draft: what each asks, and how its answers stand in the content of the request."""

from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import Email

from mla.domain.content import empty
from mla.domain.kinds import assets, extradition, provisional
from mla.domain.scope.transnational import LIMBS

from . import words
from .addressee import ChannelForm, LanguageForm
from .base import AnswerField, AnswersField, DayField, WholeNumberField, at_most, between, may_be_empty
from .basis import RegimeForm
from .section_base import LINE, LONG, SectionForm

FACT = 3_000


class AuthorityForm(SectionForm):
    """Who conducts the proceeding? (Art. 18(15)(b))"""

    name = StringField(
        _l("Name of the authority"),
        [at_most(LINE)],
        description=_l("The court, prosecution service or other authority that conducts the proceeding."),
    )
    functions = TextAreaField(
        _l("Its functions"), [at_most(LONG)], description=_l("What your law charges it with. One or two sentences.")
    )


class ProceedingsForm(SectionForm):
    """What is the proceeding about, and what is it? (Art. 18(15)(b))"""

    subject = TextAreaField(
        _l("Subject matter"),
        [at_most(LONG)],
        description=_l("What is investigated, prosecuted or tried. One or two sentences."),
    )
    nature = StringField(
        _l("Nature of the proceeding"),
        [at_most(LINE)],
        description=_l("Investigation, prosecution or judicial proceeding, with its file number if it has one."),
    )
    stage = StringField(
        _l("Stage that it has reached"),
        [may_be_empty(), at_most(LINE)],
        description=_l("For example: indicted; trial opens in May."),
    )


class TraffickingForm(SectionForm):
    """Is it trafficking in persons? Asked only for an offence of that category (TIP 3)."""

    acts = AnswersField(_l("What was done?"), choices=words.ACTS, description=_l("Choose all that apply."))
    means = AnswersField(
        _l("By which means?"),
        [may_be_empty()],
        choices=words.MEANS,
        description=_l("Choose all that apply. None is needed if the victim is a child."),
    )
    purposes = AnswersField(
        _l("For which exploitation?"),
        choices=words.PURPOSES,
        description=_l("What was intended counts, even if it did not come to it."),
    )
    child = BooleanField(_l("The victim is a child: under eighteen years of age"))
    fact = TextAreaField(
        _l("The facts that show it"),
        [at_most(FACT)],
        description=_l("Do not name victims or tell where they live: the list of persons is the place for that."),
    )


class TransnationalForm(SectionForm):
    """Is the offence transnational, or are there grounds to suspect it? (Arts. 3(2) and 18(1))"""

    limbs = AnswersField(
        _l("In which way is the offence transnational?"),
        [may_be_empty()],
        choices=words.LIMBS,
        description=_l(
            "Choose what is known, and say below by which fact. One way is enough. A way whose fact is written counts as "
            "chosen."
        ),
    )
    fact_a = TextAreaField(
        _l("Committed in more than one State: by which fact?"),
        [may_be_empty(), at_most(FACT)],
        description=_l("Name the States, and what was done in each."),
    )
    fact_b = TextAreaField(
        _l("Prepared, planned, directed or controlled in another State: by which fact?"),
        [may_be_empty(), at_most(FACT)],
        description=_l("Name the State, and the substantial part that took place there."),
    )
    fact_c = TextAreaField(
        _l("A group that is active in more than one State: by which fact?"),
        [may_be_empty(), at_most(FACT)],
        description=_l("Name the States, and what the group does in each."),
    )
    fact_d = TextAreaField(
        _l("Substantial effects in another State: by which fact?"),
        [may_be_empty(), at_most(FACT)],
        description=_l("Name the State, and the effects."),
    )
    located = AnswersField(
        _l("What is located in the requested State?"),
        [may_be_empty()],
        choices=words.LOCATED,
        description=_l("This alone may be a reasonable ground to suspect that the offence is transnational."),
    )
    located_fact = TextAreaField(_l("What it is, where, and how that is known"), [may_be_empty(), at_most(FACT)])
    grounds = TextAreaField(
        _l("Other reasonable grounds to suspect that the offence is transnational"),
        [may_be_empty(), at_most(FACT)],
        description=_l("If none of the four ways is established yet. Name the facts."),
    )

    def value(self) -> dict[str, Any]:
        """A way whose fact is written is chosen, so that no fact is written in vain."""
        given = super().value()
        return given | {"limbs": [limb for limb in LIMBS if limb in given["limbs"] or given[f"fact_{limb}"]]}


class GroupForm(SectionForm):
    """Is an organised criminal group involved? (Arts. 2(a), 2(c) and 18(1))"""

    number = WholeNumberField(
        _l("How many persons belong to it?"),
        [between(0, 100_000)],
        description=_l("Three or more. Count those who are suspected but not yet named."),
    )
    structure = TextAreaField(
        words.GROUP["structure"],
        [at_most(FACT)],
        description=_l(
            "Why it did not form at random for one offence committed at once. It needs no formal roles, no lasting "
            "membership and no developed structure (Art. 2(c))."
        ),
    )
    period = TextAreaField(
        words.GROUP["period"], [at_most(FACT)], description=_l("From when to when, and how that is known.")
    )
    concert = TextAreaField(
        words.GROUP["concert"], [at_most(FACT)], description=_l("Who does what, and how one depends on the other.")
    )
    aim = TextAreaField(
        words.GROUP["aim"],
        [at_most(FACT)],
        description=_l("Serious crimes, or offences that the Convention itself establishes."),
    )
    benefit = TextAreaField(
        words.GROUP["benefit"],
        [at_most(FACT)],
        description=_l("A financial or other material benefit, direct or indirect."),
    )
    grounds = TextAreaField(
        words.GROUP["grounds"],
        [may_be_empty(), at_most(FACT)],
        description=_l(
            "If not all of this is established: the facts on which you suspect that such a group is involved. For mutual "
            "legal assistance that is enough (Art. 18(1))."
        ),
    )


class AssistanceForm(SectionForm):
    """One item of assistance (Art. 18(3) and (15)(d))."""

    type = AnswerField(_l("What do you ask for?"), choices=words.ASSISTANCE)
    sought = TextAreaField(
        _l("What exactly is sought"),
        [at_most(LONG)],
        description=_l(
            "The result that you want: which records, of which account, from which day to which. One thing an item."
        ),
    )
    link = TextAreaField(
        _l("How it is linked to the case"),
        [at_most(LONG)],
        description=_l("Good practice: why you think that it exists, that it is there, and what it will prove."),
    )
    place = StringField(
        _l("Place in the requested State"),
        [may_be_empty(), at_most(LINE)],
        description=_l("Address, branch, court district: whatever helps to find the authority that will execute it."),
    )


class PurposeForm(SectionForm):
    """What is it wanted for? (Art. 18(15)(f))"""

    text = TextAreaField(
        _l("Purpose for which the evidence, information or action is sought"),
        [at_most(LONG)],
        description=_l("Use is later limited to the proceedings that you state here (Art. 18(19))."),
    )


class ProcedureForm(SectionForm):
    """Should a particular procedure be followed? (Art. 18(15)(d) and (17))"""

    text = TextAreaField(
        _l("Particular procedure that you wish to be followed"),
        [may_be_empty(), at_most(LONG)],
        description=_l(
            "For example: under oath; in the presence of counsel; copies certified by whoever keeps the records. It is "
            "followed where that is possible and not contrary to the law of the requested State (Art. 18(17))."
        ),
    )


class DeadlineForm(SectionForm):
    """By when, and how urgently? (Art. 18(24))"""

    on = DayField(_l("Answer wanted by"), [may_be_empty()], description=_l("Only if there is a reason for it."))
    reasons = TextAreaField(
        _l("Reasons for the deadline"),
        [at_most(LONG)],
        description=_l("The requested State takes the fullest account of a deadline for which reasons are given."),
    )
    urgent = BooleanField(
        _l("The request is urgent"),
        description=_l(
            "Only an urgent request may be made orally or through INTERPOL before the letter, where both States agree."
        ),
    )
    urgency_reasons = TextAreaField(_l("Reasons for the urgency"), [at_most(LONG)])


class ConfidentialityForm(SectionForm):
    """Must the request stay confidential? (Art. 18(20))"""

    asked = BooleanField(_l("Keep the fact and the substance of the request confidential"))
    reasons = TextAreaField(
        _l("Reasons"),
        [at_most(LONG)],
        description=_l(
            "Good practice: what would be lost if it became known. The requested State tells you if it can't comply."
        ),
    )


class UndertakingsForm(SectionForm):
    """What does the requesting State undertake?"""

    undertakings = AnswersField(_l("Undertakings"), [may_be_empty()], choices=words.UNDERTAKINGS)
    HINTS = {"undertakings": words.UNDERTAKING_HINTS}

    def value(self) -> list[str]:
        """The undertakings that are given."""
        return list(self.undertakings.data or ())

    @classmethod
    def fields_of(cls, value: Any) -> dict[str, Any]:
        """The list fills the one field."""
        return {"undertakings": list(value)}


class ContactForm(SectionForm):
    """Whom can the requested State ask?"""

    name = StringField(_l("Name and office"), [at_most(LINE)], description=_l("Somebody who knows the case."))
    telephone = StringField(
        _l("Telephone"), [may_be_empty(), at_most(60)], description=_l("With the international prefix.")
    )
    email = StringField(
        _l("Email address"),
        [may_be_empty(), at_most(200), Email(_l("Enter the email address in full, such as name@ministry.example"))],
    )
    return_of_material = TextAreaField(
        _l("Where material is to be sent"),
        [may_be_empty(), at_most(LONG)],
        description=_l("If it is not your authority's own address."),
    )


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the draft: its title, the article it rests on, and its form.

    ``lead`` stands above the form, where it is not the one that all kinds of request share; ``draws_on`` are the lists
    of the matter at which its answers point.
    """

    name: str
    title: Any
    article: str
    form: type[SectionForm]
    lead: Any = ""
    draws_on: tuple[str, ...] = ()

    @property
    def lists(self) -> bool:
        """Whether the section is a list of items, each with the form."""
        return self.form is AssistanceForm

    @property
    def blank(self) -> Any:
        """The section as it stands before anybody has written in it."""
        return _BLANK[self.name]


#: Every section of every kind of request, as it stands when nothing is given.
_BLANK = {**empty(), **assets.KIND.sections, **extradition.KIND.sections, **provisional.KIND.sections}
#: Those of a request for assistance, in the order of the letter.
SECTIONS: dict[str, Section] = {
    s.name: s
    for s in (
        Section("channel", _l("Addressee"), "18(13)", ChannelForm),
        Section("language", _l("Language"), "18(14)", LanguageForm),
        Section("regime", _l("Legal basis"), "18(7)", RegimeForm),
        Section("authority", _l("Authority that conducts the proceeding"), "18(15)(b)", AuthorityForm),
        Section("proceedings", _l("The proceeding"), "18(15)(b)", ProceedingsForm),
        Section("trafficking", _l("Trafficking in persons"), "TIP 3", TraffickingForm),
        Section("transnational", _l("Transnational offence"), "3(2); 18(1)", TransnationalForm),
        Section("group", _l("Organised criminal group"), "2(a); 2(c); 18(1)", GroupForm),
        Section("assistance", _l("Assistance sought"), "18(3); 18(15)(d)", AssistanceForm),
        Section("purpose", _l("Purpose"), "18(15)(f)", PurposeForm),
        Section("procedure", _l("Procedure wished"), "18(15)(d); 18(17)", ProcedureForm),
        Section("deadline", _l("Deadline and urgency"), "18(24)", DeadlineForm),
        Section("confidentiality", _l("Confidentiality"), "18(20)", ConfidentialityForm),
        Section("undertakings", _l("Undertakings"), "18(19); 18(27)", UndertakingsForm),
        Section("contact", _l("Contact and return of material"), "good practice", ContactForm),
    )
}
