"""What is asked about an authority on paper."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import ValidationError

from .base import BaseForm, at_most, may_be_empty, needed
from .matters import StateField


class CounterpartForm(BaseForm):
    """An authority whose people do not sign in here."""

    name = StringField(
        _l("Name of the authority"),
        [needed(_l("Enter the name of the authority")), at_most(200)],
        description=_l("Choose it from the list where the State notified it, or write it as its letters do."),
    )
    ministry = StringField(_l("Ministry"), [may_be_empty(), at_most(200)])
    address = TextAreaField(_l("Postal address"), [may_be_empty(), at_most(500)])
    telephone = StringField(_l("Telephone"), [may_be_empty(), at_most(60)])
    email = StringField(_l("Email address"), [may_be_empty(), at_most(200)])
    languages = StringField(
        _l("Languages"),
        [may_be_empty(), at_most(200)],
        description=_l("In which one writes to it, where you know. What the State declared stands in the register."),
    )


class NewCounterpartForm(CounterpartForm):
    """An authority that is not in the directory yet."""

    state = StateField(_l("State"))

    def validate_state(self, field: StateField) -> None:
        """A State is named; a name that is none was refused when it was read."""
        if not field.data and not field.process_errors:
            raise ValidationError(_("Enter the State"))
