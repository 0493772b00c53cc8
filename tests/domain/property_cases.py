"""What entries of a history say of property, for tests of its ledger: a row in few words."""

import datetime as dt

DAY = dt.date(2026, 3, 12)


def row(label="V1", value="1000.00", currency="CHF", **more):
    """A row of the request's schedule of property."""
    return {"label": label, "kind": "account", "description": "an account", "value": value, "currency": currency,
            "valued_on": "2026-01-01", **more}  # fmt: skip


def content(*rows, stage="confiscate_b", **order):
    """A request on this property; ``order`` is what its court's order says (number, amount, currency)."""
    named = {f"order_{name}": order.get(name, "") for name in ("number", "amount", "currency")}
    return {"property": list(rows or (row(),)), "measure": {"stage": stage, **named}}


def entry(step, on="2026-03-01", **data):
    return {"step": step, "side": "requested", "happened_on": on, "data": data}


def some(label="V1", amount="1000.00", currency="CHF", **more):
    return {"label": label, "amount": amount, "currency": currency, **more}


def freeze(*assets, on="2026-02-01", lapses_on="2026-03-31", **more):
    told = {"ordered_on": on, "lapses_on": lapses_on, "lapse_rule": "sixty days", "law": "Law 1, article 2"}
    return entry("report_freeze", on, assets=list(assets or (some(),)), **told | more)


def confiscated(*assets, order="K1", amount="", currency="CHF", **more):
    named = {"order_number": order, "order_amount": amount, "order_currency": currency}
    return entry("report_confiscation", assets=list(assets or (some(extent="whole"),)), **named | more)


def sold(*assets):
    return entry("report_realisation", assets=list(assets))


def disposed(*lines):
    return entry("dispose", lines=list(lines))


def elsewhere(amount="10.00", currency="CHF", **more):
    return entry("report_recovery", state="USA", amount=amount, currency=currency, **more)
