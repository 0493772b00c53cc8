"""What people read of property: what it is, why it can be confiscated, where it stands, what a line of it says."""

from flask_babel import lazy_gettext as _l

from mla.domain.assets.money import Sums, plain
from mla.domain.assets.property import State

from .assets import amount

SORTS = {
    "account": _l("Account"),
    "real_estate": _l("Real estate"),
    "vehicle": _l("Vehicle"),
    "vessel": _l("Vessel"),
    "company_share": _l("Share in a company"),
    "crypto_asset": _l("Crypto-asset"),
    "cash": _l("Cash"),
    "other": _l("Other property"),
}
#: Why it can be confiscated (Arts. 12(1) to 12(5)).
THEORIES = {
    "proceeds": _l("Proceeds of the offence"),
    "equal_value": _l("Property of a value equal to the proceeds"),
    "instrumentality": _l("Used, or destined for use, in the offence"),
    "converted": _l("Property into which proceeds were turned"),
    "commingled": _l("Proceeds mixed with property from lawful sources"),
    "income": _l("Income or other benefit from proceeds"),
}
STATES = {
    State.IDENTIFIED: _l("Identified"),
    State.NOT_FOUND: _l("Not found"),
    State.TRACED: _l("Traced"),
    State.FREEZE_ASKED: _l("Freeze asked"),
    State.FROZEN: _l("Frozen"),
    State.EXTENDED: _l("Freeze extended"),
    State.LIFTED: _l("Freeze lifted"),
    State.LAPSED: _l("Freeze lapsed"),
    State.CONFISCATED: _l("Confiscated"),
    State.CONFISCATED_PART: _l("Confiscated in part"),
    State.REALISED: _l("Turned into money"),
    State.RETURNED: _l("Returned"),
    State.SHARED: _l("Shared"),
    State.CONTRIBUTED: _l("Contributed"),
    State.RETAINED: _l("Kept by the requested State"),
}
TONES = {
    State.FREEZE_ASKED: "amber",
    State.NOT_FOUND: "neutral",
    State.FROZEN: "blue",
    State.EXTENDED: "blue",
    State.LIFTED: "neutral",
    State.LAPSED: "red",
    State.CONFISCATED: "green",
    State.CONFISCATED_PART: "green",
    State.REALISED: "green",
    State.RETURNED: "green",
    State.SHARED: "green",
    State.CONTRIBUTED: "green",
    State.RETAINED: "green",
}
#: What an amount of an asset is (``mla.domain.assets.statement``).
LINES = {
    "valuation": _l("Value as it was stated"),
    "frozen": _l("Frozen up to"),
    "confiscated": _l("Confiscated"),
    "price": _l("Sale price"),
    "difference": _l("Sale price less the stated value"),
    "interest": _l("Interest"),
    "costs": _l("Costs"),
    "returned": STATES[State.RETURNED],
    "shared": STATES[State.SHARED],
    "contributed": STATES[State.CONTRIBUTED],
    "retained": STATES[State.RETAINED],
}


def amounts(sums: Sums) -> list[str]:
    """Amounts as a reader expects them, one for each currency: no two are ever added."""
    return [amount(plain(figure, currency)) for currency, figure in sorted(sums.items())]
