"""The tables. Constraints, no rules."""

from .agreement import AgreementParty, AgreementRecord, AgreementVerdict
from .authority import Authority
from .listing import Listing, ListingWord
from .matter import Annex, Asset, ConcernedAccount, ConcernedPerson, Edit, Matter, Offence
from .obligation import OwedRow
from .person import Office, Person
from .register import Confirmation, Declaration, DepositaryAction, Instrument, Rejection, TerritorialApplication
from .request import Counter, Document, Entry, EntryBody, Passage, Request, Sought, Version
from .state import State

__all__ = [
    "AgreementParty",
    "AgreementRecord",
    "AgreementVerdict",
    "Annex",
    "Asset",
    "Authority",
    "ConcernedAccount",
    "ConcernedPerson",
    "Confirmation",
    "Counter",
    "Declaration",
    "DepositaryAction",
    "Document",
    "Edit",
    "Entry",
    "EntryBody",
    "Instrument",
    "Listing",
    "ListingWord",
    "Matter",
    "Offence",
    "Office",
    "OwedRow",
    "Passage",
    "Person",
    "Rejection",
    "Request",
    "Sought",
    "State",
    "TerritorialApplication",
    "Version",
]
