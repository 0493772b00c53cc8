"""What became of confiscated property: what it brought and cost, where it went, and the order it is held up to."""

from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla import wording
from mla.documents.formats import opening
from mla.domain.assets import money, several
from mla.domain.assets.account import Account, Outgoing, account, outgoings
from mla.domain.assets.disposing import COSTS, WAYS
from mla.domain.errors import NotFound
from mla.models import Request
from mla.web.access import access, case_file
from mla.wording import proceeds
from mla.wording import property as words
from mla.wording.assets import few

from .assets import Holdings, disposed
from .head import head
from .room import blueprint

#: An amount of the account: what it is, and whether it sums up those above it.
Line = tuple[str, money.Sums, bool]


@blueprint.get("/<uuid:request_id>/property/disposal")
@access(case_file)
def disposal(case: Request) -> ResponseReturnValue:
    """The account by currency, each decision on where property went, and each order with what was recovered on it."""
    holdings = Holdings.of(case)
    if not disposed(holdings.bodies):
        raise NotFound
    whole = account(holdings.bodies, holdings.day)
    currencies = sorted({c for _what, sums, _total in _lines(whole) for c in sums})
    return render_template(
        "requests/disposal.html",
        case=case,
        **head(case, holdings.person),
        today=holdings.day,
        currencies=currencies,
        account=[_row(*line, currencies) for line in _lines(whole)],
        outgoings=[_outgoing(holdings, one) for one in outgoings(holdings.bodies, holdings.day)],
        orders=[_order(case, tally) for tally in several.tallies(holdings.bodies, holdings.content)],
    )


def _lines(whole: Account) -> list[Line]:
    """The lines of the account: what was brought in is the costs, what was disposed of and what remains."""
    ways = [(str(words.LINES[way]), whole.balance.ways.get(way, {}), False) for way in WAYS]
    return [
        (_("Confiscated in all"), whole.confiscated, False),
        (_("Of it, not sold"), whole.kept, False),
        (_("Sale prices"), whole.prices, False),
        (_("Interest"), whole.interest, False),
        (_("Brought in"), whole.balance.brought, True),
        (_("Costs"), whole.balance.costs, False),
        *ways,
        (_("Remaining"), whole.balance.remaining, True),
    ]


def _row(what: str, sums: money.Sums, total: bool, currencies: list[str]) -> dict[str, Any]:
    found = {c: sums.get(c, money.NOTHING) for c in currencies}
    amounts = [
        {"currency": c, "text": words.amounts({c: amount})[0], "none": not amount} for c, amount in found.items()
    ]
    return {"what": what, "amounts": amounts, "total": total}


def _outgoing(holdings: Holdings, one: Outgoing) -> dict[str, Any]:
    return {
        "way": opening(str(proceeds.WAYS.get(one.way, one.way))),
        "article": wording.article(WAYS[one.way]) if one.way in WAYS else "",
        "beneficiary": one.beneficiary,
        "assets": few(", ".join(one.labels)),
        "amounts": words.amounts(one.sums),
        "on": one.on,
        "papers": holdings.papers.get(one.seq, []),
        "costs": one.way == COSTS,
    }


def _order(case: Request, tally: several.Tally) -> dict[str, Any]:
    """An order, with what was recovered on it in each State, each amount at its own rate."""
    order = tally.order
    figures = {"limit": order.amount, "open": tally.still_open}
    said = {name: words.amounts({order.currency: figure})[0] for name, figure in figures.items()}
    recovered = several.alike(tally.recovered)
    return said | {
        "number": order.number,
        "rows": [_recovered(case, order, group) for group in recovered],
        "uncounted": len(tally.unrated),
        "exceeded": tally.still_open < 0,
    }


def _recovered(case: Request, order: several.Order, group: list[several.Recovered]) -> dict[str, Any]:
    """What was recovered in one State in one currency at one rate, and what that is in the order's currency."""
    first = group[0]
    counted = [one.into(order.currency) for one in group]
    whole = sum((amount for amount in counted if amount is not None), money.NOTHING)
    return {
        "state": first.state if first.elsewhere else case.requested.iso3,
        "assets": few(", ".join(one.label for one in group if one.label)),
        "on": first.on,
        "amounts": words.amounts(money.total(one.sums for one in group)),
        "rate": _rate(first, order.currency),
        "rate_on": first.rate_on,
        "source": first.source,
        "counted": words.amounts({order.currency: whole})[0] if None not in counted else "",
    }


def _rate(one: several.Recovered, currency: str) -> str:
    """What one unit was worth in the order's currency; empty where none is recorded, or the currencies are one."""
    own = next((own for own in one.sums if own != currency), "")
    return _("1 %(own)s = %(rate)s %(other)s", own=own, rate=one.rate, other=currency) if own and one.rate else ""
