"""Fields of money: an amount in figures, and its currency by the code of ISO 4217."""

from collections.abc import Iterable
from typing import Any

from babel.numbers import get_currency_name
from flask_babel import get_locale
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import ValidationError

from mla import wording
from mla.domain.assets import money

from .base import ChoiceField, at_most, name

#: What no amount exceeds, with room for what is none: the rule that reads it says so.
_LONGEST = 40


class AmountField(StringField):
    """An amount in figures, kept as it was typed: the rules of the step or section say whether it is one."""

    sort = "amount"

    def __init__(self, label: Any = None, description: Any = "", **more: Any) -> None:
        super().__init__(label, [at_most(_LONGEST)], description=description, **more)


class CurrencyField(ChoiceField):
    """A currency of today, and whichever else the case uses (an order of 1999 in German marks)."""

    def __init__(self, label: Any = None, **more: Any) -> None:
        super().__init__(label or _l("Currency"), choices=currencies, default="", **more)

    def offer(self, own: Iterable[str]) -> None:
        """List the currencies of the case first."""
        self.choices = currencies(own)


class CurrencyCodeField(StringField):
    """A currency typed by its code, with the list of all beside it: where a form asks it for each of many assets."""

    sort = "currency"

    def __init__(self, label: Any = None, **more: Any) -> None:
        hint = _l("By its three letters, such as USD.")
        super().__init__(label or _l("Currency"), [_is_one], filters=[_upper], description=hint, **more)


def _upper(given: str | None) -> str:
    return (given or "").upper()


def _is_one(_form: Any, field: CurrencyCodeField) -> None:
    if field.data and money.decimals(field.data) is None:
        raise ValidationError(_("“%(field)s” must be the three letters of a currency, such as USD.", field=name(field)))


def currencies(own: Iterable[str] = ()) -> list[tuple[str, str]]:
    """No currency, those of the case, and all others, each by code and name."""
    first = [code for code in dict.fromkeys(own) if money.decimals(code) is not None]
    rest = [code for code in money.currencies() if code not in first]
    return [("", str(_l("Choose a currency"))), *((code, _named(code)) for code in (*first, *rest))]


def _named(code: str) -> str:
    return f"{code} – {get_currency_name(code, locale=get_locale() or 'en')}"


def agree(amount: AmountField, currency: CurrencyField) -> bool:
    """Whether the amount, if one is given, is one in the currency; else the field says what is wrong with it."""
    if not amount.data:
        return True
    if not currency.data:
        currency.errors = [_("“%(amount)s” needs its currency: choose one.", amount=name(amount))]
        return False
    row = {"label": name(amount), "amount": amount.data, "currency": currency.data}
    amount.errors = [wording.sentence(found) for found in money.readable([row], ["amount"], "")]
    return not amount.errors
