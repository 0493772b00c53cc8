"""What every page needs: its navigation, its language and direction, and the errors of its form."""

import datetime as dt
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

from babel.support import NullTranslations
from flask import Flask, current_app, g, request, url_for
from flask_babel import get_locale, get_translations, lazy_gettext
from flask_login import current_user
from flask_wtf import FlaskForm
from jinja2 import Template
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from markupsafe import Markup
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    FileField,
    FormField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    TextAreaField,
)
from wtforms.fields.core import Field

from mla import wording
from mla.services.gather import local_day
from mla.wording import score, steps
from mla.wording.parts import closed as part_closed

#: The rooms in the service navigation: endpoint, name, and the office that alone sees it.
NAVIGATION = (
    ("requests.worklist", lazy_gettext("Requests"), None),
    ("obligations.index", lazy_gettext("Obligations"), None),
    ("matters.index", lazy_gettext("Matters"), None),
    ("register.index", lazy_gettext("Register"), None),
    ("admin.index", lazy_gettext("Administration"), "administrator"),
)
#: Rooms that lie within another.
WITHIN = {"drafting": "requests", "history": "requests", "agreements": "register",
          "counterparts": "register"}  # fmt: skip


class Link(NamedTuple):
    """An entry of the service navigation."""

    label: str
    href: str
    current: bool


class Page(Template):
    """A template whose macros are made once: no page of ours hands its own values to those of another file."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        return super()._get_default_module()


class FieldError(NamedTuple):
    """An error message and the id of the control that mends it."""

    control: str
    message: str


def register(app: Flask) -> None:
    """Give templates the functions below."""
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.template_class = Page
    app.context_processor(_page)
    app.jinja_env.globals.update(
        _=said,
        form_errors=form_errors,
        control=control,
        described=described,
        sort_of=sort_of,
        state_word=partial(steps.name_in, steps.STATES),
        kind_word=partial(steps.name_in, steps.KINDS),
        sentence=wording.sentence,
        score=score,
        article_name=wording.article,
        part_closed=part_closed,
        state_name=wording.state_name,
        day=wording.day,
        dated=wording.dated,
        local_day=_local_day,
    )


def said(message: str, **values: object) -> Markup:
    """The message in the language of the page, with its values: ``_`` of templates, which say it hundreds of times.

    The library's own asks anew for each message which language the page has.
    """
    words = Markup(_catalogue().ugettext(message))  # noqa: S704 (the catalogue is ours)
    return words % values if "%" in words else words


def _catalogue() -> NullTranslations:
    """The catalogue of the language that is spoken now, looked for once a page."""
    locale, kept = get_locale(), g.get("catalogue")
    if kept is None or kept[0] is not locale:
        kept = g.catalogue = (locale, get_translations())
    found: NullTranslations = kept[1]
    return found


def _local_day(at: dt.datetime) -> dt.date:
    """The day of an instant in the time zone of the authority whose person reads."""
    return local_day(current_user.authority, at)


def navigation() -> list[Link]:
    """The rooms that this person may enter."""
    offices = {office.name for office in getattr(current_user, "roles", ())}
    room = WITHIN.get(request.blueprint or "", request.blueprint)
    return [
        Link(str(label), url_for(endpoint), room == endpoint.partition(".")[0])
        for endpoint, label, needed in NAVIGATION
        if endpoint in current_app.view_functions and (needed is None or needed in offices)
    ]


def form_errors(form: FlaskForm) -> list[FieldError]:
    """The errors of a form in the order of its fields, those of nested forms and lists among them."""
    whole = [FieldError("", str(message)) for message in form.form_errors]
    return whole + [error for field in form for error in _errors(field)]


def error_control(field: Field) -> str:
    """The id that an error of the field links to: for a group of choices, its first."""
    return f"{field.id}-0" if isinstance(field, (RadioField, SelectMultipleField)) else str(field.id)


#: What a field looks like, the narrower sort before the wider one that it belongs to.
SORTS: tuple[tuple[type[Field], str], ...] = (
    (HiddenField, "hidden"),
    (BooleanField, "checkbox"),
    (SelectMultipleField, "checkboxes"),
    (RadioField, "radios"),
    (SelectField, "select"),
    (DateField, "date"),
    (FileField, "file"),
    (IntegerField, "number"),
    (TextAreaField, "textarea"),
    (FormField, "part"),
    (FieldList, "list"),
)


def sort_of(field: Field) -> str:
    """Which macro of the components draws the field: one that its class names, or that of its kind."""
    return getattr(field, "sort", "") or next((sort for kind, sort in SORTS if isinstance(field, kind)), "text")


def control(field: Field, hint: str | None = None, **attributes: Any) -> Markup:
    """The field's control, told where its hint (its description, if None is given) and its error stand.

    The browser's own checks are left out: the server's say everything at once, in the page's language.
    """
    if described_by := _described_by(field, hint):
        attributes["aria-describedby"] = described_by
    if field.errors:
        attributes["aria-invalid"] = "true"
    rendered: Markup = field(required=False, **attributes)
    return rendered


def described(field: Field, hint: str | None = None) -> Markup:
    """The attribute that ties a group of choices to its hint and error, or nothing."""
    described_by = _described_by(field, hint)
    return Markup(' aria-describedby="{}"').format(described_by) if described_by else Markup("")


def _described_by(field: Field, hint: str | None) -> str:
    hint = field.description if hint is None else hint
    parts = (f"{field.id}-hint" if hint else "", f"{field.id}-error" if field.errors else "")
    return " ".join(filter(None, parts))


def _errors(field: Field) -> Iterator[FieldError]:
    if isinstance(field, FormField):
        yield from (error for inner in field.form for error in _errors(inner))
    elif isinstance(field, FieldList):
        yield from (error for inner in field.entries for error in _errors(inner))
        yield from (FieldError(field.id, text) for text in field.errors if isinstance(text, str))
    else:
        yield from (FieldError(error_control(field), str(text)) for text in field.errors)


def _page() -> dict[str, Any]:
    locale = get_locale()
    return {
        "navigation": navigation,
        "page_language": str(locale).replace("_", "-") if locale else "en",
        "page_direction": locale.text_direction if locale else "ltr",
    }
