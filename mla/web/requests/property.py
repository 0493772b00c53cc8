"""What a page shows of the sections of a request on assets (Arts. 12 to 14)."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from mla import wording
from mla.documents import words as papers
from mla.documents.formats import opening
from mla.domain.assets import money
from mla.web.forms import words
from mla.wording.assets import amount

from . import content as shared
from .content import Content, Rows, Sections, named, said


def worth(row: Mapping[str, Any], value: str = "value", currency: str = "currency", on: str = "valued_on") -> str:
    """An amount with its currency and its day, as far as they are given; what is no amount, as it was written."""
    read = money.read(row[value])
    plain = amount(money.plain(read, row[currency])) if read is not None and row[currency] else ""
    told = plain or " ".join(filter(None, (row[currency], row[value])))
    return _("%(amount)s, on %(day)s", amount=told, day=wording.day(row[on])) if told and row.get(on) else told


#: So many assets are shown on the page of the case; the page of property shows all.
_SHOWN = 10


def asked_for(content: Content) -> str:
    """What a request on assets asks for, in few words; empty for another kind, or while no stage is chosen."""
    stage = content.get("measure", {}).get("stage", "")
    return opening(str(papers.ASKED_AT[stage])) if stage else ""


def assets(content: Content) -> Rows:
    """A row for each asset: label, and lines on what, where and whose it is, its worth and its link to the case."""
    more = len(content["property"]) - _SHOWN
    for row in content["property"][:_SHOWN]:
        place = ", ".join(filter(None, (row["location"], wording.state_name(row["country"]) if row["country"] else "")))
        lines = [
            ": ".join(filter(None, (said(words.SORTS, row["kind"]), row["description"]))),
            named(_l("Where it lies"), place),
            named(_l("Holder"), row["holder"]),
            named(_l("Owner"), row["owner"]),
            named(_l("Value"), worth(row)),
            said(words.THEORIES, row["theory"]),
            named(_l("Linked to"), ", ".join((*row["persons"], *row["offences"]))),
        ]
        yield row["label"], [line for line in lines if line]
    if more > 0:
        yield _l("And"), ngettext("%(num)s asset more", "%(num)s assets more", more)


def _measure(content: Content) -> Rows:
    asked = content["measure"]
    yield _l("Asked for"), said(words.STAGES, asked["stage"])
    yield _l("What is to be done"), asked["actions"]
    yield _l("Facts that carry it"), asked["facts"]
    yield _l("Order"), _order(asked)
    yield _l("Amount of the order"), worth(asked, "order_amount", "order_currency", "")
    yield _l("Enforceable"), _yes(asked["enforceable"])
    yield _l("Made in absence"), _yes(asked["in_absentia"])
    yield _l("How the person was summoned, and can be heard"), asked["safeguards"]
    yield _l("Extent"), asked["extent"]
    yield _l("Notice that third parties had"), asked["notice"]
    yield _l("Why it can’t wait"), asked["dissipation"]
    yield _l("How long the freeze is to last"), asked["duration"]
    yield _l("Third parties"), asked["third_parties"]
    yield _l("How the property is to be kept"), asked["management"]


def _order(asked: Mapping[str, Any]) -> str:
    annex = _("Annex %(label)s", label=asked["order_annex"]) if asked["order_annex"] else ""
    day = wording.day(asked["order_on"]) if asked["order_on"] else ""
    return ", ".join(filter(None, (asked["order_court"], day, asked["order_number"], annex)))


def _yes(value: bool) -> str:
    return str(_("Yes")) if value else ""


def _disposal(content: Content) -> Rows:
    asked = content["disposal"]
    yield _l("Return"), _("Asked") if asked["asked"] else ""
    yield _l("Victims who are to be compensated"), asked["victims"]
    yield _l("Legitimate owners"), asked["owners"]
    yield _l("Sharing"), asked["sharing"]


#: The sections, in the order of the letter.
SECTIONS: Sections = (
    *shared.THE_CASE,
    (_l("Property"), "13(3)", assets),
    (_l("What is asked"), "13(1); 13(2); 13(3)", _measure),
    (_l("Return or sharing"), "14(2); 14(3)", _disposal),
    *shared.HOW,
)
