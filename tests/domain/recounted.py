"""What the numbers of property must come to, told anew from the bare entries in whole smallest units.

Nothing here is computed by the functions that are tried.
"""

import datetime as dt
from collections import Counter
from fractions import Fraction

#: Later than any day of a test.
NEVER = "9999-12-31"


def cents(text):
    """Decimal text in hundredths."""
    return round(Fraction(text or "0") * 100)


def brought(bodies):
    """What each asset brought by currency, less the costs and what was disposed of: told from the bare rows."""
    sold = {r["label"] for b in bodies if b["step"] == "report_realisation" for r in b["data"]["assets"]}
    left = Counter()
    for body in bodies:
        for r in (*body["data"].get("assets", ()), *body["data"].get("lines", ())):
            key = (r["label"], r["currency"]) if not isinstance(r, str) and "currency" in r else None
            if body["step"] == "report_confiscation" and r["label"] not in sold:
                left[key] += cents(r["amount"])
            elif body["step"] == "report_realisation":
                left[key] += cents(r["amount"]) + cents(r["interest"]) - cents(r["costs"])
            elif body["step"] == "dispose":
                left[key] -= cents(r["amount"])
    return left


def converted(data, amount, currency, into):
    """Half a unit of the order's currency for one of the other, if day and source are recorded; in cents."""
    if currency == into or not cents(amount):
        return cents(amount)
    assert data["rate_on"]
    assert data["rate_source"]
    return (cents(amount) + 1) // 2


def recovered(bodies, into, order=None):
    """What was confiscated here, by one order or by any, and what was recovered elsewhere; in cents."""
    here = there = 0
    for body in bodies:
        data = body["data"]
        if body["step"] == "report_confiscation" and order in (None, data["order_number"]):
            here += sum(converted(r, r["amount"], r["currency"], into) for r in data["assets"])
        if body["step"] == "report_recovery":
            there += converted(data, data["amount"], data["currency"], into)
    return here, there


def assert_within_the_orders(bodies, sent):
    """No more is recovered than each order names, in all States together; how many orders were reported."""
    if sent:
        assert sum(recovered(bodies, sent["currency"])) <= cents(sent["amount"])
    last = {}
    for body in sorted(bodies, key=begun):
        data = body["data"]
        if body["step"] == "report_confiscation" and data["order_amount"]:
            last[data["order_number"]] = (data["order_amount"], data["order_currency"])
    for number, (amount, currency) in last.items():
        here = recovered([b for b in bodies if b["step"] != "report_recovery"], currency, number)[0]
        assert here <= cents(amount)
    if last and not sent:
        number, (amount, currency) = next(iter(last.items()))
        assert sum(recovered(bodies, currency, number)) <= cents(amount)
    return len(last)


def held_until(bodies, label, day):
    """The last day on which the asset is frozen, as told up to the day; empty where nothing freezes it."""
    until = ""
    for body in sorted(bodies, key=begun):
        data, on = body["data"], begun(body)
        named = [a if isinstance(a, str) else a["label"] for a in data.get("assets", ())]
        if on > day or body["step"] not in ("report_freeze", "extend_freeze", "lift_freeze"):
            continue
        if body["step"] == "report_freeze" and label in named:
            until = data["lapses_on"] or NEVER
        elif label in (named or [label]) and until >= on:
            until = _after(body, until)
    return until


def begun(body):
    """The day on which an entry about a freeze took effect."""
    return body["data"].get("lifted_on" if body["step"] == "lift_freeze" else "ordered_on") or body["happened_on"]


def _after(body, until):
    """What an extension or a lifting makes of the last day: one that names neither day nor rule moves none."""
    data = body["data"]
    if body["step"] == "lift_freeze":
        return (dt.date.fromisoformat(begun(body)) - dt.timedelta(1)).isoformat()
    return data["lapses_on"] or (NEVER if data["lapse_rule"] else until)
