"""The sentences on property: amounts, the clock of a freeze, sums that balance, one order in several States."""

from decimal import Decimal

from babel.numbers import format_decimal
from flask_babel import get_locale, gettext
from flask_babel import lazy_gettext as _l

_MONEY = {
    "assets.amount.unreadable": _l("%(label)s: “%(given)s” is no amount. Write figures, with a point before the decimals, such as 58400000.00."),
    "assets.amount.finer": _l("%(label)s: %(given)s %(currency)s is finer than that currency’s smallest unit; it has %(decimals)s decimals. Round the amount."),
    "assets.currency.unknown": _l("%(label)s: give the currency of the amount by its three letters, such as USD."),
    "assets.sum.unreadable": _l("The sum “%(given)s” is no amount. Write figures, with a point before the decimals, such as 58400000.00."),
    "assets.sum.finer": _l("The sum %(given)s %(currency)s is finer than that currency’s smallest unit; it has %(decimals)s decimals. Round the amount."),
    "assets.sum.currency": _l("Choose the currency of the amount."),
}  # fmt: skip
_PROPERTY = {
    "assets.label.unknown": _l("%(label)s is no property of this case. Choose property from the list."),
    "assets.label.twice": _l("%(label)s already names property of this case. Give the property that was found another label."),
}  # fmt: skip
_FREEZE = {
    "assets.freeze.none": _l("%(label)s was not frozen in this case by that day."),
    "assets.freeze.lapsed_before": _l("The freeze of %(label)s held until %(lapses_on)s and has lapsed since. It can’t be changed any more; report a new order if there is one."),
    "assets.freeze.lifted_before": _l("The freeze of %(label)s was lifted on %(lifted_on)s. Report a new order if there is one."),
    "assets.freeze.not_longer": _l("The freeze of %(label)s holds until %(lapses_on)s already. Give a later day."),
}  # fmt: skip
_ORDER = {
    "assets.order.within": _l("The order is for %(limit_amount)s: %(total_amount)s is recovered on it, of which %(here_amount)s here and %(elsewhere_amount)s in other States."),
    "assets.order.exceeded": _l("The order is for %(limit_amount)s, and %(total_amount)s would be recovered on it: %(here_amount)s here and %(elsewhere_amount)s in other States. Lower the amount to what is still open."),
    "assets.order.no_rate": _l("%(label)s was confiscated in another currency than the order’s (%(given_amount)s). Give the rate into %(currency)s, with its day and its source."),
    "assets.order.uncounted": _l("%(label)s was confiscated without an amount, and is not counted towards the order. Give its value if the order names an amount."),
    "assets.recovery.no_rate": _l("What another State recovered is in another currency than the order’s (%(given_amount)s). Give the rate into %(currency)s, with its day and its source."),
}  # fmt: skip
_DISPOSAL = {
    "assets.disposal.balanced": _l("%(brought_amount)s was brought in: %(disposed_amount)s is disposed of, %(costs_amount)s are costs, %(remaining_amount)s remains."),
    "assets.disposal.asset_exceeded": _l("%(label)s brought in %(brought_amount)s; %(disposed_amount)s is disposed of and %(costs_amount)s are costs: together more than there is. Correct the amounts, or report what else it brought in."),
    "assets.disposal.exceeded": _l("All property together brought in %(brought_amount)s; %(disposed_amount)s is disposed of and %(costs_amount)s are costs: together more than there is. Correct the amounts, or report what else was brought in."),
    "assets.disposal.not_confiscated": _l("%(label)s is not confiscated in this case, so that it can’t be sold or disposed of. Report the confiscation first."),
    "assets.disposal.left": _l("Confiscated and not disposed of, or not wholly: %(assets)s. The requested State says what becomes of it, even where it keeps it."),
    "assets.confiscated.twice": _l("%(label)s is confiscated as a whole already, and would count twice. If the first report was wrong, correct the record."),
    "assets.disposal.no_amount": _l("%(label)s: give the amount that is disposed of."),
}  # fmt: skip
SENTENCES = {**_MONEY, **_PROPERTY, **_FREEZE, **_ORDER, **_DISPOSAL}


#: So many labels are written out before the rest is only counted.
_WRITTEN_OUT = 4


def few(labels: str) -> str:
    """Labels with commas between them, the rest counted where they are many: "V1, V2, V3 and 297 more"."""
    named = labels.split(", ")
    if len(named) <= _WRITTEN_OUT:
        return labels
    shown = named[: _WRITTEN_OUT - 1]
    return gettext("%(labels)s and %(number)s more", labels=", ".join(shown), number=len(named) - len(shown))


def amount(value: str) -> str:
    """An amount as a reader expects it, with the code of its currency: "58400000.00 CHF" is "CHF 58,400,000.00"."""
    figures, currency = value.split(" ")
    _whole, point, decimals = figures.partition(".")
    pattern = f"#,##0{point}{'0' * len(decimals)}"
    return f"{currency} {format_decimal(Decimal(figures), pattern, get_locale() or 'en')}"
