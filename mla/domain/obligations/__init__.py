"""Who owes what: the obligations that arise in a case, derived from its history; who holds them, and how they end."""

from .ledger import Ledger, ledger
from .records import ARTICLES, Obligation, Sort, Status, articles

__all__ = ["ARTICLES", "Ledger", "Obligation", "Sort", "Status", "articles", "ledger"]
