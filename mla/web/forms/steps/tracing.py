"""Forms of tracing: what was found of the property that was asked for, and what was found besides (Art. 13(2))."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import FieldList, FormField

from mla.documents.formats import opening
from mla.domain.assets.content import SORTS
from mla.web.forms.base import DayField, PartForm
from mla.web.forms.matters import StateChoiceField
from mla.web.forms.money import AmountField, CurrencyField
from mla.wording import proceeds
from mla.wording import property as words

from .common import NO_CHOICE, TakenAnswer, TakenChoice, files, line, text
from .property import Numbered, PerAsset


def worded(choices: Any, leave_out: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """Codes with their words, as a form offers them."""
    return [(name, opening(str(said))) for name, said in choices.items() if name not in leave_out]


class Found(PartForm):
    """What was found of one asset that was asked for."""

    outcome = TakenAnswer(_l("What tracing found"), choices=[])
    found = text(_l("Where it is, who holds it, what it is worth (optional)"))

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.outcome.choices = worded(proceeds.TRACED)


class New(PartForm):
    """An asset that was found besides."""

    description = text(_l("Description"))
    kind = TakenChoice(_l("What it is (optional)"), choices=[NO_CHOICE, *((s, words.SORTS[s]) for s in SORTS)], default="")  # fmt: skip
    location = line(_l("Where it is (optional)"))
    country = StateChoiceField(_l("State (optional)"))
    holder = line(_l("Who holds it (optional)"))
    owner = line(_l("Who owns it, if another (optional)"))
    value = AmountField(_l("Value (optional)"), _l("In figures, with a point before the decimals: 58400000.00."))
    currency = CurrencyField(_l("Currency of the value"))
    valued_on = DayField(_l("Day of the valuation (optional)"))


class ReportTracing(Numbered, PerAsset):
    """What was found, or what was searched in vain (Arts. 12(6), 13(2))."""

    assets = FieldList(FormField(Found), _l("Property that was asked for"))
    new = FieldList(FormField(New), _l("Property found besides"), min_entries=1)
    searched = text(_l("What was searched"), _l("Needed if nothing was found: registers, banks, companies."))
    obstacle = TakenChoice(
        _l("Records of banks and other institutions"),
        choices=[],
        default="",
        description=_l("Bank secrecy is never why records are not obtained (Arts. 12(6), 18(8))."),
    )
    explanation = text(_l("What stood in the way (optional)"))
    use_limits = text(
        _l("How this information may be used"),
        _l("It is used for no other investigation, prosecution or judicial proceeding without prior consent (Art. 18(19))."),
    )  # fmt: skip
    files = files(_l("Files (optional)"))
    GROWS: ClassVar[dict[str, Any]] = {"new": _l("Add another asset")}
    # Not V: those are the labels of the request, which an amended one may go on with.
    LIST, LETTER, STEP = "new", "T", "report_tracing"

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.obstacle.choices = worded(proceeds.OBSTACLES)

    def legend(self, name: str, index: int) -> str:
        """The asset that was asked for, or the label of a new one."""
        said = super().legend(name, index)
        return str(_("Found besides: %(label)s", label=said)) if name == self.LIST else said
