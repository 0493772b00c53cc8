"""Which State a typed name means: a name that is also part of another State's name means neither by itself."""

import re
from collections.abc import Sequence

from flask_babel import gettext as _
from wtforms import Form
from wtforms.fields.core import Field
from wtforms.validators import ValidationError

from mla import wording
from mla.domain.errors import UnknownState
from mla.models import State
from mla.queries import register


def meant(given: str, among: Sequence[State] | None = None) -> list[str]:
    """The codes of those that a code, a name or an unmistakable beginning of a name may mean.

    One: "COD", "the Republic of the Congo", and "Iran" for Iran (Islamic Republic of). Several: "Congo", which is a
    name and part of another's, and "Korea". None where nothing fits. ``among`` defaults to the whole register.
    """
    wanted = given.strip().casefold()
    listed = (register.states() if among is None else among) if wanted else []
    known = {state.iso3: _names(state.iso3) for state in listed}
    if wanted.upper() in known:
        return [wanted.upper()]
    exact = [iso3 for iso3, names in known.items() if wanted in names]
    begun = [iso3 for iso3, names in known.items() if any(name.startswith(f"{wanted} ") for name in names)]
    territories = {state.iso3 for state in listed if state.responsible_iso3}
    parts = [i for i, names in known.items() if i not in territories and any(_holds(name, wanted) for name in names)]
    if not exact and len(begun) == 1:
        return begun
    return exact + [iso3 for iso3 in parts if iso3 not in exact]


def code_of(given: str) -> str:
    """The one code that is meant; what was given comes back where nothing or more than one fits."""
    found = meant(given)
    return found[0] if len(found) == 1 else given.strip().upper()[:60]


def unmistakable(iso3: str) -> str:
    """The State's name, or its code where the name alone may mean another too."""
    name = wording.state_name(iso3)
    return name if code_of(name) == iso3 else iso3


def one_meant(_form: Form, field: Field) -> None:
    """The text means one State; otherwise the error lists those that it may mean, with their codes."""
    found = meant(str(field.data or ""))
    if len(found) > 1:
        names = ", ".join(f"{wording.state_name(iso3)} ({iso3})" for iso3 in found)
        raise ValidationError(
            _("“%(given)s” may mean: %(names)s. Enter the three letters of the one that you mean.",
              given=field.data, names=names)
        )  # fmt: skip


def refusal(error: UnknownState) -> str:
    """Why it can't ask or be asked; for a territory, with the State that is responsible for it."""
    said = wording.refusal_of_state(error)
    known = register.state(error.code)
    if known is None or known.responsible_iso3 is None:
        return said
    responsible = wording.state_name(known.responsible_iso3, article=True)
    return f"{said} {_('The responsible State is %(state)s.', state=responsible)}"


def _names(iso3: str) -> list[str]:
    names = wording.state_name(iso3), wording.state_name(iso3, article=True), wording.state_formal_name(iso3)
    return [name.casefold() for name in names]


def _holds(name: str, wanted: str) -> bool:
    """Whether the name holds the words, as whole words."""
    return re.search(rf"\b{re.escape(wanted)}\b", name) is not None
