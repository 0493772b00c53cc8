"""The sections on the person who is sought, and on the warrant or the judgment: of both requests for a person."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, StringField, TextAreaField

from . import words
from .base import AnswerField, ChoiceField, DayField, at_most, may_be_empty
from .section_base import LINE, LONG, Items, SectionForm


class SoughtForm(SectionForm):
    """Who is sought, and where is the person? (Art. 16(1))"""

    person = ChoiceField(
        _l("Person sought"),
        choices=[],
        description=_l("Name, birth, nationality and papers of the person stand in the matter, under “Persons concerned”."),
    )  # fmt: skip
    located = AnswerField(_l("Where is the person?"), choices=words.WHEREABOUTS)
    whereabouts = TextAreaField(
        _l("Where the person is to be found"),
        [at_most(LONG)],
        description=_l("The last known address, places that the person goes to, and how and when that became known."),
    )
    national = AnswerField(
        _l("Is the person a national of the requested State?"),
        choices=words.NATIONALS,
        description=_l("A State may decline to extradite its own nationals; then it may have to prosecute (Art. 16(10))."),
    )  # fmt: skip
    description = TextAreaField(
        _l("Description"),
        [at_most(LONG)],
        description=_l("By what one knows the person: height, build, hair, marks on the skin. A photograph does as well."),
    )  # fmt: skip
    photograph = ChoiceField(
        _l("Photograph"), [may_be_empty()], choices=[], description=_l("One of the annexes of the matter.")
    )
    fingerprints = ChoiceField(
        _l("Fingerprints"), [may_be_empty()], choices=[], description=_l("One of the annexes of the matter.")
    )

    def point_at(self, items: Items) -> None:
        """Offer the persons and the annexes of the matter."""
        self.person.choices = [("", _l("Choose a person")), *items.persons]
        self.photograph.choices = self.fingerprints.choices = [("", _l("None")), *items.annexes]


class FileForm(SectionForm):
    """For what is the person sought, and on which warrant or judgment?"""

    sort = AnswerField(_l("For what is the person sought?"), choices=words.SOUGHT_FOR)
    warrant_by = StringField(
        _l("Warrant: issued by"), [at_most(LINE)], description=_l("The court or authority that ordered the arrest.")
    )
    warrant_on = DayField(_l("Warrant: dated"))
    warrant_number = StringField(_l("Warrant: number"), [may_be_empty(), at_most(LINE)])
    evidence = TextAreaField(
        _l("Evidence against the person"),
        [at_most(LONG)],
        description=_l("On what the accusation rests, piece by piece. Some States extradite only on evidence."),
    )
    judgment_by = StringField(_l("Judgment: given by"), [at_most(LINE)])
    judgment_on = DayField(_l("Judgment: dated"))
    judgment_number = StringField(_l("Judgment: number"), [may_be_empty(), at_most(LINE)])
    enforceable = BooleanField(_l("The judgment is enforceable"))
    sentence = TextAreaField(_l("Sentence"), [at_most(LONG)], description=_l("For example: 12 years of imprisonment."))
    served = StringField(_l("Time served"), [may_be_empty(), at_most(LINE)])
    remaining = StringField(_l("Time that remains to be served"), [at_most(LINE)])
    in_absentia = BooleanField(_l("The judgment was given in the absence of the person"))
    retrial = TextAreaField(
        _l("If so: how the person can have a new trial"),
        [may_be_empty(), at_most(LONG)],
        description=_l("By which law, within what time, and whether it is granted as of right."),
    )
    history = TextAreaField(
        _l("What happened in the proceeding so far"),
        [may_be_empty(), at_most(LONG)],
        description=_l("For example: indicted on 3 May 2025; left the country before the trial opened."),
    )
    HEADINGS = {
        "warrant_by": _l("The warrant of arrest"),
        "judgment_by": _l("The judgment, if a sentence is to be served"),
        "history": _l("The course of the proceeding"),
    }
