"""What a matter holds: its name, facts and notes, and each person, offence and annex."""

from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import BooleanField, FieldList, HiddenField, StringField, TextAreaField
from wtforms.validators import ValidationError

from mla import wording
from mla.models import Matter
from mla.queries import register

from . import words
from .base import (
    AnswerField,
    BaseForm,
    ChoiceField,
    DayField,
    MarkedForm,
    WholeNumberField,
    at_most,
    between,
    may_be_empty,
    needed,
)

LONG = 50_000
#: More nationalities than anybody has.
NATIONALITIES = 12


def named(choices: words.Choices, nothing: Any) -> words.Choices:
    """The choices, with what stands for no answer first."""
    return [("", nothing), *choices]


class StateField(StringField):
    """A State, typed or chosen from the browser's list; its data is ISO 3166-1 alpha-3, or empty."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Find the State by its name or code."""
        self.data = ""
        given = "".join(valuelist).strip()
        if not given:
            return
        known = by_name()
        if given.casefold() not in known:
            raise ValueError(
                _("“%(given)s” is not the name of a State. Choose a State from the list.", given=given[:100])
            )
        self.data = known[given.casefold()]

    def in_words(self) -> str:
        """The name of the State."""
        return wording.state_name(self.data) if self.data else ""

    def _value(self) -> str:
        return str(self.raw_data[0]) if self.raw_data else self.in_words()


def states() -> list[str]:
    """ISO 3166-1 alpha-3 of every State that may ask or be asked, in the order of their names."""
    return [s.iso3 for s in register.states() if not s.is_reio and s.responsible_iso3 is None]


class StateChoiceField(ChoiceField):
    """A State, chosen from the list of all; its data is ISO 3166-1 alpha-3, or empty."""

    def __init__(self, label: Any = None, **more: Any) -> None:
        super().__init__(label, choices=_listed, default="", **more)

    def leave_out(self, iso3: str) -> None:
        """Offer every State but that one."""
        self.choices = [choice for choice in _listed() if choice[0] != iso3]


def _listed() -> words.Choices:
    return named([(iso3, wording.state_name(iso3)) for iso3 in states()], _("Choose a State"))


def by_name() -> dict[str, str]:
    """The code of each State by its short name, its formal name and the code itself, in small letters."""
    names = (wording.state_name, wording.state_formal_name, str)
    return {name(iso3).casefold(): iso3 for name in names for iso3 in states()}


class MatterForm(MarkedForm):
    """How the authority finds the matter again."""

    title = StringField(
        _l("Title"),
        [needed(_l("Enter a title by which your colleagues will find the matter")), at_most(200)],
        description=_l(
            "For example the name of the investigation. It never leaves your authority: no request and no paper holds it."
        ),
    )
    reference = StringField(
        _l("Domestic file number"),
        [may_be_empty(), at_most(80)],
        description=_l(
            "As it stands on the cover of the file of the court or prosecution service. It is printed in the letter of "
            "request, so that the requested State can name the case."
        ),
    )


class FactsForm(MarkedForm):
    """The summary of the facts."""

    facts = TextAreaField(
        _l("Summary of the facts"),
        [at_most(LONG)],
        description=_l(
            "Who did what, when, where and to whom, and how it is known. A reader who knows nothing of the case must "
            "understand from it why each item of assistance is asked."
        ),
    )


class NotesForm(MarkedForm):
    """Notes that never leave the authority."""

    notes = TextAreaField(
        _l("Internal notes"),
        [may_be_empty(), at_most(LONG)],
        description=_l("They never leave your authority: no request and no paper holds them."),
    )


class ItemForm(MarkedForm):
    """The form of what a matter lists."""

    def point_at(self, matter: Matter) -> None:
        """Offer what else the matter lists, where an item is linked to it."""


class AccountForm(ItemForm):
    """An account concerned."""

    number = StringField(
        _l("Account number or IBAN"),
        [needed(_l("Enter the account number or IBAN")), at_most(60)],
        description=_l("As it stands on the statement. Spaces and hyphens make no difference."),
    )
    bank = StringField(
        _l("Bank or institution"), [may_be_empty(), at_most(200)], description=_l("With its branch, if it is known.")
    )
    holder = StringField(_l("Holder"), [may_be_empty(), at_most(200)])
    note = TextAreaField(_l("Other particulars"), [may_be_empty(), at_most(LONG)])


class PersonForm(ItemForm):
    """A person concerned (Art. 18(15)(e))."""

    family_name = StringField(
        _l("Family name"),
        [needed(_l("Enter the family name, or the only name known")), at_most(120)],
        description=_l("Or the only name known; for a company, its name."),
    )
    given_names = StringField(_l("Given names"), [may_be_empty(), at_most(120)])
    original_script = StringField(
        _l("Name in its original script"),
        [may_be_empty(), at_most(200)],
        description=_l("If it is not written in Latin letters."),
    )
    aliases = StringField(_l("Other names used"), [may_be_empty(), at_most(300)])
    role = ChoiceField(
        _l("Role in the matter"),
        [needed(_l("Choose the person's role in the matter"))],
        choices=lambda: named(words.ROLES, _l("Choose a role")),
    )
    born_on = DayField(_l("Date of birth"), [may_be_empty()])
    birth_place = StringField(_l("Place of birth"), [may_be_empty(), at_most(120)])
    sex = AnswerField(_l("Sex"), [may_be_empty()], choices=words.SEXES)
    nationalities = FieldList(
        StateField(_l("Nationality"), [may_be_empty()]), _l("Nationalities"), min_entries=1, max_entries=NATIONALITIES
    )
    documents = StringField(
        _l("Passport and identity documents"),
        [may_be_empty(), at_most(300)],
        description=_l("Kind, number, issuing State and date of each."),
    )
    location = StringField(
        _l("Location"),
        [may_be_empty(), at_most(300)],
        description=_l("Address, place of work or of detention, or where the person was last seen."),
    )
    note = TextAreaField(_l("Other particulars"), [may_be_empty(), at_most(LONG)])

    def __init__(self, *arguments: Any, **given: Any) -> None:
        super().__init__(*arguments, **given)
        self.label_nationalities()

    def longer(self) -> None:
        """Ask for one nationality more, if the list is not full."""
        if len(self.nationalities) < NATIONALITIES:
            self.nationalities.append_entry()
        self.label_nationalities()

    def label_nationalities(self) -> None:
        """Tell the second nationality from the first."""
        for entry in list(self.nationalities)[1:]:
            entry.label.text = _("Another nationality")

    def given(self) -> dict[str, Any]:
        """What the matter keeps."""
        return super().given() | {"nationalities": list(dict.fromkeys(n for n in self.nationalities.data if n))}


class OffenceForm(ItemForm):
    """An offence, with what decides whether it is a serious crime (Art. 2(b))."""

    name = StringField(
        _l("Name of the offence"),
        [needed(_l("Enter the name of the offence")), at_most(200)],
        description=_l("As your law names it."),
    )
    law = StringField(
        _l("Law and section"), [at_most(300)], description=_l("For example: Penal Code, section 217, paragraph 1.")
    )
    text = TextAreaField(
        _l("Text of the provision"),
        [may_be_empty(), at_most(LONG)],
        description=_l(
            "Good practice: it lets the requested State see whether the conduct is an offence under its own law too."
        ),
    )
    category = ChoiceField(
        _l("Category"), [may_be_empty()], choices=lambda: named(words.CATEGORIES, _l("Choose a category"))
    )
    life = BooleanField(_l("The maximum is imprisonment for life"))
    years = WholeNumberField(_l("Years"), [between(0, 200)])
    months = WholeNumberField(_l("Months"), [between(0, 1200)])
    days = WholeNumberField(_l("Days"), [between(0, 10_000)])
    committed = StringField(_l("When and where committed"), [may_be_empty(), at_most(200)])


#: How files of each type that is taken begin.
FILE_TYPES = {
    b"%PDF-": "application/pdf",
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
}


def media_type(content: bytes) -> str:
    """What the file is by its first bytes; empty for a type that is not taken."""
    return next((kind for start, kind in FILE_TYPES.items() if content.startswith(start)), "")


class AnnexForm(ItemForm):
    """A paper to be sent with a request."""

    title = StringField(
        _l("Title"),
        [needed(_l("Enter the title of the annex")), at_most(200)],
        description=_l("For example: Order of the court of 12 March 2026."),
    )
    form = ChoiceField(
        _l("Form"),
        [needed(_l("Choose whether it is an original or a copy"))],
        choices=lambda: named(words.ANNEX_FORMS, _l("Choose a form")),
    )
    language = ChoiceField(_l("Language"), [may_be_empty()], choices=words.languages_or_none)
    pages = WholeNumberField(_l("Number of pages"), [may_be_empty(), between(1, 10_000)])
    dated_on = DayField(_l("Date of the paper"), [may_be_empty()])
    confidential = BooleanField(_l("Confidential"))
    file = FileField(_l("File"), [may_be_empty()])
    kept = HiddenField()

    def validate_file(self, field: FileField) -> None:
        """Take scans only."""
        if field.data and not self.acceptable(field):
            raise ValidationError(_("“File” must be a PDF, JPEG, PNG or TIFF file. Choose another file or convert it."))

    def acceptable(self, field: FileField) -> bool:
        """Whether the file is a scan: it is told from the bytes, not from the name."""
        field.data.stream.seek(0)  # it may have been read into custody before
        start = field.data.stream.read(16)
        field.data.stream.seek(0)
        return bool(media_type(start))


class DrawForm(BaseForm):
    """A request drawn from the matter."""

    kind = AnswerField(_l("What do you ask for?"), [needed(_l("Choose what you ask for"))], choices=words.kinds)
    authority = AnswerField(
        _l("Central authority of the requested State"),
        [needed(_l("Choose the central authority that receives the request"))],
    )
    title = StringField(
        _l("Working title of the request"),
        [needed(_l("Enter a working title for the request")), at_most(200)],
        description=_l("For your authority alone: the requested State does not see it."),
    )
