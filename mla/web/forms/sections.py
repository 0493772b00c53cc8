"""The sections of a draft: what each asks, and how its answers stand in the content of the request."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField, TextAreaField
from wtforms.validators import Email

from mla.domain.content import empty

from . import words
from .base import AnswerField, AnswersField, ChoiceField, DayField, MarkedForm, at_most, may_be_empty

LINE, LONG = 300, 50_000


class SectionForm(MarkedForm):
    """The form of one section."""

    #: Hints of single answers, by field and value.
    HINTS: ClassVar[Mapping[str, Mapping[str, Any]]] = {}

    def value(self) -> Any:
        """The section as the content of the request holds it."""
        return {name: _plain(value) for name, value in self.given().items()}

    @classmethod
    def filled(cls, value: Any, **more: Any) -> "SectionForm":
        """The form as the content fills it."""
        return cls(formdata=None, data=cls.fields_of(value), **more)

    @classmethod
    def fields_of(cls, value: Any) -> dict[str, Any]:
        """The fields that the section's value fills."""
        return dict(value)


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


class ChannelForm(SectionForm):
    """Is the addressee the designated authority? (Art. 18(13))"""

    authority = BooleanField(
        _l("The request is addressed to the authority that the requested State designated for this")
    )
    source = StringField(
        _l("How you know"),
        [may_be_empty(), at_most(LINE)],
        description=_l(
            "For example the notification to the Secretary-General, or the directory of competent authorities."
        ),
    )


class LanguageForm(SectionForm):
    """Is the language acceptable to the requested State? (Art. 18(14))"""

    request = ChoiceField(_l("Language of the request"), choices=words.languages_or_none)
    accepted = BooleanField(_l("The requested State accepts requests in this language"))
    source = StringField(
        _l("How you know"),
        [may_be_empty(), at_most(LINE)],
        description=_l(
            "For example its notification to the Secretary-General, or a translation that goes with the request."
        ),
    )


class RegimeForm(SectionForm):
    """Which paragraphs of Article 18 carry the request? (Art. 18(7))"""

    reason = AnswerField(_l("Why paragraphs 9 to 29 apply"), choices=words.REASONS)
    protocols = AnswersField(
        _l("Protocols that the request cites"),
        [may_be_empty()],
        choices=words.PROTOCOLS,
        description=_l(
            "Only if the offence is established in accordance with a Protocol by which both States are bound."
        ),
    )

    def value(self) -> dict[str, Any]:
        """The Convention is the basis; its paragraphs follow from the reason."""
        given = super().value()
        return {"basis": "UNTOC", "paragraphs": "9-29" if given["reason"] else "", **given}


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


class ScopeForm(SectionForm):
    """Does the Convention reach these facts? (Arts. 3 and 18(1))"""

    limbs = AnswersField(
        _l("In which way is the offence transnational?"),
        choices=words.LIMBS,
        description=_l("Choose all that apply (Art. 3(2))."),
    )
    transnational_reasons = TextAreaField(
        _l("Reasonable grounds to suspect that the offence is transnational"),
        [at_most(LONG)],
        description=_l("Name the facts. Suspicion on reasonable grounds is enough (Art. 18(1))."),
    )
    group_reasons = TextAreaField(
        _l("Reasonable grounds to suspect that an organised criminal group is involved"),
        [at_most(LONG)],
        description=_l(
            "At least three persons who have acted together for some time, to commit serious crimes or offences under the "
            "Convention for a financial or other material benefit (Art. 2(a))."
        ),
    )
    grounds_reasons = TextAreaField(
        _l("What is located in the requested State"),
        [may_be_empty(), at_most(LONG)],
        description=_l(
            "Victims, witnesses, proceeds, instrumentalities or evidence there also speak for a transnational offence (Art. 18(1))."
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
    urgent = BooleanField(_l("The request is urgent"))
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
    """A section of the draft: its title, the article it rests on, and its form."""

    name: str
    title: Any
    article: str
    form: type[SectionForm]
    lead: Any = ""

    @property
    def lists(self) -> bool:
        """Whether the section is a list of items, each with the form."""
        return self.form is AssistanceForm

    @property
    def blank(self) -> Any:
        """The section as it stands before anybody has written in it."""
        return empty()[self.name]


#: In the order of the letter.
SECTIONS: dict[str, Section] = {
    s.name: s
    for s in (
        Section("channel", _l("Addressee"), "18(13)", ChannelForm),
        Section("language", _l("Language"), "18(14)", LanguageForm),
        Section("regime", _l("Legal basis"), "18(7)", RegimeForm),
        Section("authority", _l("Authority that conducts the proceeding"), "18(15)(b)", AuthorityForm),
        Section("proceedings", _l("The proceeding"), "18(15)(b)", ProceedingsForm),
        Section("scope", _l("Why the Convention applies"), "3; 18(1)", ScopeForm),
        Section("assistance", _l("Assistance sought"), "18(3); 18(15)(d)", AssistanceForm),
        Section("purpose", _l("Purpose"), "18(15)(f)", PurposeForm),
        Section("procedure", _l("Procedure wished"), "18(15)(d); 18(17)", ProcedureForm),
        Section("deadline", _l("Deadline and urgency"), "18(24)", DeadlineForm),
        Section("confidentiality", _l("Confidentiality"), "18(20)", ConfidentialityForm),
        Section("undertakings", _l("Undertakings"), "18(19); 18(27)", UndertakingsForm),
        Section("contact", _l("Contact and return of material"), "good practice", ContactForm),
    )
}
