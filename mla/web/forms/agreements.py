"""What a register keeper enters of another treaty."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, Form, FormField, StringField, TextAreaField
from wtforms.fields.core import Field
from wtforms.validators import InputRequired, ValidationError

from mla import wording
from mla.models import AgreementRecord
from mla.queries import register
from mla.services.agreement_entries import LONGEST, PARTY, plain
from mla.wording.agreements import CAUSES, SUBJECTS

from .base import AnswersField, BaseForm, ChoiceField, DayField, PartForm, at_most, may_be_empty, needed
from .states import code_of, one_meant, unmistakable

PARTIES = 60


def _known(_form: Form, field: Field) -> None:
    if field.data and register.state(code_of(field.data)) is None:
        raise ValidationError(str(CAUSES["iso3_unknown"]))


class SearchForm(BaseForm):
    """Of which State the treaties are listed; it travels in the address."""

    class Meta(BaseForm.Meta):
        """Without a token: it changes nothing."""

        csrf = False

    state = StringField(_l("State"), [may_be_empty(), at_most(200), one_meant, _known])


class RejectForm(BaseForm):
    """Why an entry is wrong."""

    reason = TextAreaField(_l("What is wrong with it"), [needed(CAUSES["reason_missing"]), at_most(LONGEST["reason"])])


def _one_if_given(form: Form, field: Field) -> None:
    if field.data:
        one_meant(form, field)


class PartyForm(PartForm):
    """A party and its days."""

    iso3 = StringField(_l("State"), [at_most(200), _one_if_given])
    since = DayField(_l("Bound since"), description=_l("The day of entry into force for this State."))
    until = DayField(
        _l("No longer bound from"),
        [may_be_empty()],
        description=_l("Only if it left, or the treaty ended: the first day without bond."),
    )
    source = StringField(
        _l("Source of these days"),
        [may_be_empty(), at_most(LONGEST["source"])],
        description=_l("Only where it is another than the treaty’s."),
    )


class TreatyForm(BaseForm):
    """A treaty with its parties, and why it is entered anew where it is."""

    title = TextAreaField(
        _l("Title"),
        [needed(CAUSES["title_missing"]), at_most(LONGEST["title"])],
        description=_l("In full, as the source has it."),
    )
    short_title = StringField(_l("Short title"), [may_be_empty(), at_most(LONGEST["short_title"])])
    subjects = AnswersField(
        _l("What it is about"), [InputRequired(CAUSES["subjects_missing"])], choices=list(SUBJECTS.items())
    )
    signed_on = DayField(_l("Signed on"), [may_be_empty()])
    diplomatic = BooleanField(_l("It prescribes the diplomatic channel for requests"))
    parties = FieldList(FormField(PartyForm), _l("Parties"), min_entries=2, max_entries=PARTIES)
    source = TextAreaField(
        _l("Source"),
        [needed(CAUSES["source_missing"]), at_most(LONGEST["source"])],
        description=_l("Treaty series, official journal or notification, with number and date."),
    )
    note = TextAreaField(_l("Note"), [may_be_empty(), at_most(LONGEST["note"])])

    def longer(self) -> None:
        """Ask for one party more, if the list is not full."""
        if len(self.parties) < PARTIES:
            self.parties.append_entry()

    def entry(self) -> dict[str, Any]:
        """The values as the register's service takes them; a party of which nothing is said is left out."""
        parties = [
            {name: part.form[name].data for name in PARTY} | {"iso3": code_of(part.form.iso3.data or "")}
            for part in self._said()
        ]
        own = {name: field.data for name, field in self._fields.items() if name not in ("csrf_token", "parties")}
        return own | {"parties": parties}

    def mark(self, causes: Mapping[str, str]) -> None:
        """Show the service's causes at the fields that they are about."""
        for name, cause in causes.items():
            field = self._named(name)
            field.errors = [*field.errors, str(CAUSES[cause])]

    def _said(self) -> list[Any]:
        return [part for part in self.parties.entries if any(part.data.values())]

    def _named(self, name: str) -> Field:
        """The field that the service calls so: ``parties-1-since`` counts the parties of which something is said."""
        if name == "parties":
            first: Field = self.parties.entries[0].form.iso3
            return first
        if name.startswith("parties-"):
            _parties, place, part = name.split("-")
            field: Field = self._said()[int(place)].form[part]
            return field
        return self._fields[name]


class CorrectionForm(TreatyForm):
    """The whole of a treaty anew, with the reason."""

    reason = TextAreaField(_l("Why it is corrected"), [needed(CAUSES["reason_missing"]), at_most(LONGEST["reason"])])

    @classmethod
    def of(cls, record: AgreementRecord) -> "CorrectionForm":
        """The form, filled with what the record says unless the person sent it."""
        values = plain(record)
        for party in values["parties"]:
            party["iso3"] = unmistakable(party["iso3"])
        return cls(data=values)


class EndForm(BaseForm):
    """That a State is bound no longer."""

    iso3 = ChoiceField(_l("State"))
    until = DayField(
        _l("No longer bound from"),
        [InputRequired(CAUSES["until_missing"])],
        description=_l("The first day without bond: the day on which the denunciation takes effect."),
    )
    source = TextAreaField(
        _l("Source"),
        [needed(CAUSES["source_missing"]), at_most(LONGEST["source"])],
        description=_l("The note of denunciation or the notice of the depositary, with its date."),
    )

    def lay_out(self, record: AgreementRecord) -> "EndForm":
        """Offer the parties whose bond has no end yet."""
        open_ = [party.iso3 for party in record.parties if party.until is None]
        self.iso3.choices = [(iso3, wording.state_name(iso3)) for iso3 in open_]
        return self
