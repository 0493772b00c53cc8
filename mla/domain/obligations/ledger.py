"""The ledger of a case: its history read from first to last, each entry adding obligations or ending them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from mla.domain.history import TAKES_BACK

from . import recovery, surrender
from .book import Body, Book, Entering
from .records import Obligation, Sort, Status

SIDES = ("requesting", "requested")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The obligations of a case, and what waits for an answer of the other side.

    ``costs`` is the entry of the cost consultation without an answer, ``use`` that of the request for consent to
    another use, ``notices`` are those of a disclosure; ``sent`` says whether results were ever sent.
    """

    obligations: tuple[Obligation, ...] = ()
    costs: Body | None = None
    use: Body | None = None
    notices: tuple[Body, ...] = ()
    sent: bool = False

    def named(self, label: str) -> Obligation | None:
        """The obligation of that label."""
        return next((o for o in self.obligations if o.label == label), None)

    def settled_by(self, side: str) -> tuple[Obligation, ...]:
        """What the side may end: it does what it owes, and releases the other from what that one owes."""
        return tuple(o for o in self.obligations if o.runs and (o.holder != side or o.status is Status.OPEN))


def ledger(told: Iterable[tuple[int, Body]], contents: Mapping[int, Mapping[str, Any]]) -> Ledger:
    """The ledger of a history: entry numbers with what the entries say, and the contents of versions by number."""
    book = Book(contents)
    for seq, body in _counted(told):
        _enter(book, seq, body)
    return Ledger(tuple(book.rows), book.costs, book.use, tuple(book.notices), book.sent)


def _counted(told: Iterable[tuple[int, Body]]) -> Iterable[tuple[int, Body]]:
    """The entries without a record that was taken back, and without the entry that took it back."""
    counted: list[tuple[int, Body]] = []
    for entry in told:
        if entry[1].get("step") == TAKES_BACK and counted:
            counted.pop()
        else:
            counted.append(entry)
    return counted


def _enter(book: Book, seq: int, body: Body) -> None:
    """What one entry adds and ends."""
    book.seq, book.day, book.cited = seq, str(body.get("happened_on") or ""), str(body.get("article") or "")
    if version := (body.get("set") or {}).get("sent_version"):
        book.content = book.contents.get(version, {})
        _confidentiality(book)
    step = str(body.get("step") or "")
    if step in _ENTRIES:
        _ENTRIES[step](book, body, body.get("data") or {})


def _confidentiality(book: Book) -> None:
    """A version that asks it obliges the requested State; one that no longer does releases it (18(20))."""
    asked, bound = (book.content.get("confidentiality") or {}).get("asked"), book.running(Sort.CONFIDENTIALITY)
    if asked and not bound:
        book.owe(Sort.CONFIDENTIALITY, "requested", lasting=True)
    elif not asked:
        for obligation in bound:
            book.end(obligation, Status.RELEASED)


def _not_confidential(book: Book, _body: Body, _data: Body) -> None:
    """After a notice that it can't be kept, the requesting State let the request go on, whole or limited."""
    for obligation in book.running(Sort.CONFIDENTIALITY):
        book.end(obligation, Status.RELEASED)


def _results(book: Book, _body: Body, data: Body) -> None:
    """Results bring the limits of their use (18(19)), and originals their return."""
    book.sent = True
    book.owe(Sort.USE_LIMITATION, "requesting", data.get("use_limits"), lasting=True)
    if any(item.get("original") for item in data.get("items") or ()):
        book.owe(Sort.RETURN, "requesting", data.get("return_conditions"), data.get("return_on"))


def _offer(book: Book, _body: Body, data: Body) -> None:
    book.offered = data.get("conditions") or ()


def _conditions(book: Book, _body: Body, _data: Body) -> None:
    """Accepted conditions bind the requesting State (18(26)); an offer is accepted as a whole."""
    for one in book.offered:
        sort = Sort.RETURN_OF_PERSON if one.get("returns") else Sort.CONDITION
        book.owe(sort, "requesting", one.get("text"), one.get("due_on"), lasting=bool(one.get("lasting")))
    book.offered = ()


def _costs(book: Book, body: Body, _data: Body) -> None:
    book.costs = body


def _costs_answered(book: Book, _body: Body, data: Body) -> None:
    """Agreed terms oblige whoever bears a part of the costs (18(28))."""
    book.costs = None
    if data.get("agreed") == "yes":
        for side in SIDES if data.get("payer") == "each" else (str(data.get("payer")),):
            book.owe(Sort.COSTS, side, data.get("terms"), data.get("due_on"))


def _use(book: Book, body: Body, _data: Body) -> None:
    book.use = body


def _use_answered(book: Book, _body: Body, _data: Body) -> None:
    book.use = None


def _notice(book: Book, body: Body, _data: Body) -> None:
    book.notices.append(body)


def _notice_answered(book: Book, _body: Body, data: Body) -> None:
    """If so requested, the requesting State consults before it discloses (18(19))."""
    if data.get("wish") == "consult" and any(before(notice) for notice in book.notices):
        book.owe(Sort.CONSULTATION, "requesting", data.get("remarks"))
    book.notices = []


def before(notice: Body) -> bool:
    """Whether the notice came before the disclosure."""
    return bool((notice.get("data") or {}).get("advance") == "before")


def _settled(book: Book, body: Body, data: Body) -> None:
    """The holder reports it done, or the other side releases it; what Art. 16(10) asks, its own steps settle."""
    found = next((o for o in book.rows if o.label == data.get("obligation") and o.runs), None)
    if found and found.sort is not Sort.PROSECUTION:
        book.end(found, Status.DISCHARGED if body.get("side") == found.holder else Status.RELEASED)


def _closed(book: Book, _body: Body, data: Body) -> None:
    """The closing says that originals were returned, or sets the day of their return (row M14)."""
    for obligation in book.running(Sort.RETURN):
        if data.get("returns") == "done":
            book.end(obligation, Status.DISCHARGED)
        elif data.get("returns") == "scheduled":
            again = replace(obligation, due_on=str(data.get("returns_on") or ""), scheduled=True)
            book.rows[book.rows.index(obligation)] = again


_ENTRIES: Mapping[str, Entering] = {
    "answer_confidentiality": _not_confidential,
    "send_results": _results,
    "offer_conditions": _offer,
    "accept_conditions": _conditions,
    "consult_costs": _costs,
    "answer_costs": _costs_answered,
    "ask_other_use": _use,
    "answer_other_use": _use_answered,
    "notify_exculpatory_disclosure": _notice,
    "answer_exculpatory": _notice_answered,
    "discharge_obligation": _settled,
    "close": _closed,
    **surrender.ENTRIES,
    **recovery.ENTRIES,
}
