"""What is asked about the people of an authority and its letterhead."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.fields import SelectChoice  # type: ignore[attr-defined]  # newer than its published types

from mla.services import accounts
from mla.wording.accounts import CAUSES, OFFICES

from .base import AnswersField, BaseForm, at_most, may_be_empty, needed


class PersonForm(BaseForm):
    """What a person may do, and how they sign."""

    title = StringField(
        _l("Title"), [may_be_empty(), at_most(160)], description=_l("As printed under the person’s signature.")
    )
    offices = AnswersField(
        _l("Roles"),
        [may_be_empty()],
        choices=[SelectChoice(name, OFFICES[name]) for name in accounts.GIVEN_BY_ADMINISTRATORS],
    )


class InvitationForm(PersonForm):
    """A new person."""

    name = StringField(_l("Name"), [needed(_l("Enter the person’s name")), at_most(120)])
    email = StringField(
        _l("Email address"),
        [needed(_l("Enter the person’s email address")), at_most(255)],
        description=_l("The person signs in with it. No mail is sent to it."),
    )


class LetterheadForm(BaseForm):
    """What the papers of the authority say of it."""

    name = StringField(_l("Name of the authority"), [needed(_l("Enter the name of the authority")), at_most(200)])
    ministry = StringField(_l("Ministry"), [may_be_empty(), at_most(200)])
    address = TextAreaField(_l("Postal address"), [may_be_empty(), at_most(500)])
    telephone = StringField(_l("Telephone"), [may_be_empty(), at_most(60)])
    email = StringField(_l("Email address"), [may_be_empty(), at_most(200)])
    place = StringField(
        _l("Place"), [may_be_empty(), at_most(80)], description=_l("Where the authority’s papers are signed.")
    )
    zone = StringField(
        _l("Time zone"),
        [needed(_l("Enter the time zone")), at_most(60)],
        description=_l("It decides which day it is for the authority. For example America/Sao_Paulo."),
    )


def show_causes(form: BaseForm, causes: Mapping[str, Any]) -> None:
    """Put the cause of each wrong field beside it, or at the head of the form where it has no such field."""
    for name, cause in causes.items():
        if name in form:
            form[name].errors = [*form[name].errors, str(CAUSES[cause])]
        else:
            form.form_errors.append(str(CAUSES[cause]))
