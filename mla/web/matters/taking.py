"""What may be taken over into the property of a matter: its accounts, and what tracing found besides (row A2)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from mla.domain.assets.acts import rows
from mla.models import Matter
from mla.queries import matters as query
from mla.services import record


@dataclass(frozen=True, slots=True)
class Offer:
    """One asset that is known already: the key by which it is chosen, the words of its link, and what is known."""

    key: str
    words: str
    known: Mapping[str, Any]


def offers(matter: Matter) -> list[Offer]:
    """What the matter's property does not name yet."""
    named = [asset.description for asset in matter.property]
    return [*_accounts(matter, named), *_found(matter, named)]


def chosen(matter: Matter, key: str) -> Mapping[str, Any] | None:
    """What is known of the asset that was chosen; None where nothing of that key is offered."""
    return next((offer.known for offer in offers(matter) if offer.key == key), None)


def _accounts(matter: Matter, named: list[str]) -> Iterator[Offer]:
    for account in matter.accounts:
        if not any(account.number in description for description in named):
            told = _("Account %(number)s with %(bank)s") if account.bank else _("Account %(number)s")
            description = told % {"number": account.number, "bank": account.bank}
            known = {"kind": "account", "description": description, "holder": account.holder}
            yield Offer(str(account.id), _("Add account %(number)s as property", number=account.number), known)


def _found(matter: Matter, named: list[str]) -> Iterator[Offer]:
    """What the requested State reported as found, in answer to requests from the matter."""
    for request in query.drawn(matter.id):
        for row in rows(record.bodies(request), "report_tracing", None, "new"):
            if row["description"] not in named:
                said = _(
                    "Add what tracing found: %(label)s, %(what)s", label=row["label"], what=row["description"][:80]
                )
                yield Offer(f"{request.id}-{row['label']}", said, {k: v for k, v in row.items() if k != "label"})
