"""Property as the forms of steps show it: each asset by its label and description, and what stands beside it."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from flask_babel import gettext as _
from wtforms import FieldList
from wtforms.fields.core import Field

from mla import wording
from mla.domain.assets import disposal, freezing, holding, money, watch
from mla.domain.assets import property as ledger
from mla.domain.assets.acts import label_of, rows
from mla.web.forms.money import CurrencyField
from mla.web.forms.money import currencies as listed_currencies
from mla.web.forms.step_base import StepForm, Told, group, has_length, says
from mla.wording import assets as words

from .common import NO_CHOICE, TakenChoice
from .consultation import TakenAnswers

Said = Mapping[str, str]


def listed(told: Told) -> Said:
    """Every asset of the case, by label."""
    found = ledger.assets(told.recovery.entries, told.content)
    return {label: f"{label}: {row.get('description') or ''}".rstrip(": ") for label, row in found.items()}


def held(told: Told) -> Said:
    """What is frozen today; everything where nothing is, so that a paper can be recorded whatever came before."""
    return _among(told, holding.held_on(told.recovery.entries, told.today))


def extendable(told: Told) -> Said:
    """What is frozen today, or was until it lapsed: a longer freeze may have been ordered in time, and come late."""
    found = watch.watched(told.recovery.entries, told.today)
    return _among(told, [label for one in found for label in one.labels])


def not_taken(told: Told) -> Said:
    """What is not confiscated as a whole; everything where nothing else is left."""
    taken = freezing.confiscated_whole(told.recovery.entries, told.today)
    return _among(told, [label for label in listed(told) if label not in taken])


def taken(told: Told) -> Said:
    """What was confiscated; everything where nothing was."""
    return _among(told, [label_of(row) for row in rows(told.recovery.entries, "report_confiscation")])


def _among(told: Told, labels: list[str]) -> Said:
    every = listed(told)
    return {label: every[label] for label in dict.fromkeys(labels) if label in every} or every


def frozen(told: Told) -> Said:
    """Until when each asset that is frozen is so."""
    found = freezing.freezes_on(told.recovery.entries, told.today)
    return {label: _until(freeze) for label, freeze in found.items() if freeze.alive(told.today)}


def _until(freeze: freezing.Freeze) -> str:
    if not freeze.lapses_on:
        return str(_("Frozen, without a day on which the freeze lapses."))
    return str(_("Frozen until %(day)s.", day=wording.day(freeze.lapses_on)))


def left(told: Told) -> Said:
    """What is left of each confiscated asset to be disposed of, where an amount is known."""
    found = disposal.balances(told.recovery.entries)
    known = {label: balance for label, balance in found.items() if balance.brought}
    return {label: str(_("Left: %(sums)s.", sums=sums(balance.remaining))) for label, balance in known.items()}


def sums(amounts: money.Sums) -> str:
    """Amounts side by side, never added; 0 where nothing is left."""
    return ", ".join(words.amount(money.plain(amount, currency)) for currency, amount in amounts.items()) or "0"


def currencies(told: Told) -> list[str]:
    """The currencies that the case uses already."""
    found = ledger.assets(told.recovery.entries, told.content).values()
    order = str((told.content.get("measure") or {}).get("order_currency") or "")
    return [code for code in (order, *(str(row.get("currency") or "") for row in found)) if code]


class AssetField(TakenChoice):
    """One asset of the case."""


class AssetsField(TakenAnswers):
    """Any of the assets of the case."""


class OfProperty(StepForm):
    """A form about property: its fields offer the assets and the currencies of the case."""

    told: Told
    #: Which assets the form offers, and what it says of each.
    ASSETS: Callable[[Told], Said] = staticmethod(listed)
    SAYS: Callable[[Told], Said] = staticmethod(frozen)

    def lay_out(self, told: Told) -> None:
        """Offer what the case has."""
        self.told = told
        self.offer()

    def grow(self, name: str) -> None:
        """Add an empty group, with what the case has."""
        super().grow(name)
        self.offer()

    def offer(self) -> None:
        """Fill the choices of every field, those of groups among them."""
        for field in every(self):
            if isinstance(field, CurrencyField):
                field.offer(currencies(self.told))
            elif isinstance(field, AssetsField):
                field.choices = self._assets()
            elif isinstance(field, AssetField):
                field.choices = [NO_CHOICE, *self._assets()]

    def _assets(self) -> list[tuple[str, str]]:
        """Each asset with what stands beside it."""
        beside = type(self).SAYS(self.told)
        named = type(self).ASSETS(self.told).items()
        return [(label, f"{said.rstrip('.')}. {beside.get(label, '')}".strip()) for label, said in named]

    @property
    def currencies(self) -> list[tuple[str, str]]:
        """What is listed beside the fields of currencies."""
        return listed_currencies(currencies(self.told))[1:]


def every(form: Any) -> Iterator[Field]:
    """Every field of a form, those of groups among them."""
    for field in form:
        if isinstance(field, FieldList):
            for entry in field.entries:
                yield from every(entry.form)
        else:
            yield field


class PerAsset(OfProperty):
    """A form with one group for each asset; of an asset of which nothing is said, nothing is reported."""

    labels: tuple[str, ...] = ()
    legends: Said = {}
    stands: Said = {}

    def lay_out(self, told: Told) -> None:
        """One group for each asset."""
        self.legends = type(self).ASSETS(told)
        self.stands = type(self).SAYS(told)
        self.labels = tuple(self.legends)
        has_length(self._fields["assets"], len(self.labels))
        super().lay_out(told)

    def legend(self, name: str, index: int) -> str:
        """The asset by its label and description."""
        return self.legends[self.labels[index]] if name == "assets" else super().legend(name, index)

    def beside(self, name: str, index: int) -> str:
        """Where the asset stands."""
        return self.stands.get(self.labels[index], "") if name == "assets" else super().beside(name, index)

    def without(self, name: str) -> str:
        """Why no asset is asked about, and what to do."""
        return str(_("The case lists no property: have it traced first, or ask for an amended request that lists it."))

    def label_of(self, name: str, index: int) -> str:
        """The label of the asset."""
        return self.labels[index] if name == "assets" else super().label_of(name, index)

    def given(self) -> dict[str, Any]:
        """Each asset of which something is said, with its label."""
        groups = zip(self.labels, self._fields["assets"].entries, strict=True)
        return super().given() | {
            "assets": [{"label": label} | group(entry.form) for label, entry in groups if says(entry)]
        }


class Numbered(OfProperty):
    """A form with a list whose groups are labelled in their order, going on from those that the case has."""

    LIST: str
    LETTER: str
    #: The step that gave the earlier ones.
    STEP: str
    first: int = 1

    def lay_out(self, told: Told) -> None:
        """Go on from what the case has."""
        self.first = 1 + sum(1 for _row in rows(told.recovery.entries, self.STEP, name=self.LIST))
        super().lay_out(told)

    def legend(self, name: str, index: int) -> str:
        """K1, K2, …"""
        return self._label(index) if name == self.LIST else super().legend(name, index)

    def label_of(self, name: str, index: int) -> str:
        """K1, K2, …"""
        return self._label(index) if name == self.LIST else super().label_of(name, index)

    def _label(self, index: int) -> str:
        return f"{self.LETTER}{self.first + index}"

    def given(self) -> dict[str, Any]:
        """The groups that say something, each with its label."""
        given = super().given()
        return given | {self.LIST: [{"label": self._label(n)} | row for n, row in enumerate(given[self.LIST])]}


def lapse_day(told: Told) -> dt.date | None:
    """The earliest day on which something that is frozen lapses; None where nothing does."""
    found = freezing.freezes_on(told.recovery.entries, told.today)
    days = [found[label].lapses_on for label in holding.held_on(told.recovery.entries, told.today)]
    return min((dt.date.fromisoformat(day) for day in days if day), default=None)
