"""What all forms share: text is trimmed, control characters are refused, an error names its field and the remedy."""

import datetime as dt
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any

from babel.support import Translations
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    FileField,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.fields.core import Field
from wtforms.form import BaseForm as AnyForm
from wtforms.i18n import DefaultTranslations, messages_path
from wtforms.validators import DataRequired, Optional, StopValidation, ValidationError

from mla import wording
from mla.documents.citations import Dropped, without

#: Marks of the direction of writing are no more seen than control characters, but names and citations need them.
_ALLOWED_CONTROLS = frozenset("\n\t")
Said = str | list[str] | None


def trimmed(value: Any) -> Any:
    """The text without white space around it, its lines ended as everywhere here; no text is empty text."""
    if not isinstance(value, str):
        return value or ""
    return value.replace("\r\n", "\n").replace("\r", "\n").strip()


def refuse_controls(_form: Form, field: Field) -> None:
    """Refuse text with characters that no eye sees: a database or a printed page can't hold them."""
    if isinstance(field.data, str) and any(_is_control(c) for c in field.data):
        raise StopValidation(
            _(
                "“%(field)s” holds a character that can't be shown. Type the text again instead of pasting it.",
                field=name(field),
            )
        )


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs") and character not in _ALLOWED_CONTROLS


def name(field: Field) -> str:
    """The field as its label names it."""
    return str(field.label.text).rstrip("?:")


class Meta:
    """Gives every text field of a form the two rules above."""

    def bind_field(self, form: Form, unbound_field: Any, options: dict[str, Any]) -> Field:
        """The field, trimmed and guarded."""
        field: Field = unbound_field.bind(form=form, **options)
        if isinstance(field, StringField):
            field.filters = [*field.filters, trimmed]
            field.validators = [refuse_controls, *field.validators]
        return field


@cache
def _of_the_library(language: str) -> DefaultTranslations:
    """The library's own words in the language, read from disk once and not for each form."""
    return DefaultTranslations(Translations.load(messages_path(), [language], domain="wtforms"))


class BaseForm(FlaskForm):
    """A form of a page."""

    class Meta(Meta, FlaskForm.Meta):
        """Trims and guards, with the page's token."""

        def get_translations(self, form: Form) -> DefaultTranslations:
            """What the library itself says, in the reader's language."""
            return _of_the_library(str(get_locale()))


class MarkedForm(BaseForm):
    """A form of what others may change at the same time. ``mark`` is that of the values which the person saw."""

    mark = HiddenField()

    def given(self) -> dict[str, Any]:
        """The answers by the names of their questions, without what belongs to the page."""
        return {field.short_name: field.data for field in self if not isinstance(field, (HiddenField, FileField))}


class PartForm(Form):
    """A part that stands several times in a form."""

    class Meta(Meta, Form.Meta):
        """Trims and guards; the token stands in the whole."""


# Rules, each with a sentence that names the field and the remedy


def needed(message: Any) -> DataRequired:
    """The field must be filled in; ``message`` says how ("Enter the family name")."""
    return DataRequired(message)


def may_be_empty() -> Optional:
    """The field may stay empty, and its label says so."""
    return Optional()


def at_most(length: int) -> Callable[[Form, Field], None]:
    """The text has at most ``length`` characters."""

    def check(_form: Form, field: Field) -> None:
        if isinstance(field.data, str) and len(field.data) > length:
            raise ValidationError(
                _(
                    "“%(field)s” has %(given)s characters. Shorten it to %(most)s.",
                    field=name(field), given=len(field.data), most=length,
                )
            )  # fmt: skip

    return check


def between(least: int, most: int) -> Callable[[Form, Field], None]:
    """The number, if one is given, lies between the two."""

    def check(_form: Form, field: Field) -> None:
        if field.data is not None and not least <= field.data <= most:
            raise ValidationError(
                _(
                    "“%(field)s” must be a whole number from %(least)s to %(most)s.",
                    field=name(field), least=least, most=most,
                )
            )  # fmt: skip

    return check


# Fields whose own errors say what to do


class DayField(DateField):
    """A date; empty is None. It may be filled from ISO text."""

    def process_data(self, value: Any) -> None:
        """Take a date or ISO text."""
        self.data = dt.date.fromisoformat(value) if isinstance(value, str) and value else value or None

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read a date such as 2026-03-12."""
        self.data = None
        given = "".join(valuelist).strip()
        if not given:
            return
        try:
            self.data = dt.datetime.strptime(given, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            raise ValueError(
                _("“%(field)s” must be a real date, such as 2026-03-12 for 12 March 2026.", field=name(self))
            ) from None


class WholeNumberField(IntegerField):
    """A whole number; empty is None."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read a whole number."""
        self.data = None
        given = "".join(valuelist).strip()
        if not given:
            return
        try:
            self.data = int(given) if given.isascii() and len(given) < 10 else int("")
        except ValueError:
            raise ValueError(_("“%(field)s” must be a whole number, such as 10.", field=name(self))) from None


def _not_listed(field: Field) -> ValidationError:
    return ValidationError(_("“%(field)s”: choose from the answers listed.", field=name(field)))


class ChoiceField(SelectField):
    """One answer from a list that opens."""

    def pre_validate(self, form: AnyForm) -> None:
        """Refuse what is not on the list."""
        if self.data not in {choice[0] for choice in self.iter_choices()}:
            raise _not_listed(self)


class AnswerField(RadioField):
    """One answer from a few that are all seen; none chosen is empty text."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Read the answer, if there is one."""
        self.data = str(valuelist[0]) if valuelist else ""

    def pre_validate(self, form: AnyForm) -> None:
        """Refuse what is not on the list; no answer is none."""
        if self.data and self.data not in {choice[0] for choice in self.iter_choices()}:
            raise _not_listed(self)


class AnswersField(SelectMultipleField):
    """Any of a few answers."""

    def pre_validate(self, form: AnyForm) -> None:
        """Refuse what is not on the list."""
        if set(self.data or ()) - {choice[0] for choice in self.iter_choices()}:
            raise _not_listed(self)


# Reading a form back


def answers(form: Form, leave_out: tuple[str, ...] = ()) -> list[dict[str, Any]]:
    """The form as a summary list: each question with the answer that it holds."""
    return [
        {"key": field.label.text, "value": said(field)}
        for field in form
        if field.short_name not in leave_out and not isinstance(field, (HiddenField, FileField))
    ]


def said(field: Field) -> Said:
    """The answer of a field in words."""
    if isinstance(field, FieldList):
        return [str(said(entry)) for entry in field.entries if entry.data]
    if hasattr(field, "in_words"):
        return str(field.in_words()) or None
    if isinstance(field, FormField):
        return [f"{row['key']}: {row['value']}" for row in answers(field.form) if row["value"]]
    if isinstance(field, BooleanField):
        return _("Yes") if field.data else _("No")
    if isinstance(field, SelectMultipleField):  # it is a SelectField too
        return _chosen(field, set(field.data or ()))
    if isinstance(field, SelectField):
        return next(iter(_chosen(field, {field.data})), None)
    if isinstance(field, DateField):
        return wording.day(field.data) if field.data else None
    return None if field.data is None else str(field.data)


def _chosen(field: SelectField | SelectMultipleField, values: set[Any]) -> list[str]:
    return [str(choice[1]) for choice in field.iter_choices() if choice[0] and choice[0] in values]


def uncite(form: Form, leaves_out: Dropped = Dropped.ALL) -> None:
    """Take from the hints, those of groups among them, what they cite in parentheses, as far as it is left out."""
    for field in form:
        field.description = without(str(field.description), leaves_out)
        for entry in field.entries if isinstance(field, FieldList) else ():
            if isinstance(entry, FormField):
                uncite(entry.form, leaves_out)
