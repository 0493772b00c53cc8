"""What an extradition adds to the ledger: prosecution in place of surrender, assurances, returns, speciality."""

from collections.abc import Mapping

from .book import Body, Book, Entering
from .records import Sort, Status


def _national(book: Book, _body: Body, data: Body) -> None:
    """Who refuses solely for nationality owes prosecution, or that a sentence's enforcement is considered (16(10))."""
    book.owe(Sort.PROSECUTION, "requested", data.get("nationality_shown"))


def _asked_again(book: Book, _body: Body, data: Body) -> None:
    """A prosecution that is asked for after the sentence was considered is owed anew (16(10))."""
    if not book.running(Sort.PROSECUTION):
        book.owe(Sort.PROSECUTION, "requested", data.get("evidence"))


def _answered_for(book: Book, body: Body, _data: Body) -> None:
    """The prosecution was reported, the enforcement considered, neither is asked, or the person was surrendered."""
    status = Status.RELEASED if body.get("step") == "ask_for_neither" else Status.DISCHARGED
    for obligation in book.running(Sort.PROSECUTION):
        book.end(obligation, status)


def _assured(book: Book, _body: Body, data: Body) -> None:
    """An assurance binds for good, or until the day that it names."""
    book.owe(Sort.ASSURANCE, "requesting", data.get("undertaking"), data.get("expires_on"), lasting=True)


def _lent(book: Book, _body: Body, data: Body) -> None:
    """A person surrendered for a time is returned; no article says so: 16(11) is on serving the sentence."""
    book.lent = book.owe(Sort.RETURN_OF_PERSON, "requesting", data.get("terms"), data.get("return_on"))


def _returned(book: Book, _body: Body, _data: Body) -> None:
    """The person is back for now: a return that is owed to serve the sentence (16(11)) is another one, and not done."""
    for obligation in book.running(Sort.RETURN_OF_PERSON):
        if obligation.label == book.lent:
            book.end(obligation, Status.DISCHARGED)


def _surrendered(book: Book, body: Body, data: Body) -> None:
    """Who surrenders after all owes no prosecution instead (16(10)).

    After surrender, no other offence is prosecuted without consent, where the treaty or the law says so.
    """
    _answered_for(book, body, data)
    if str(data.get("speciality") or "").strip():
        book.owe(Sort.SPECIALITY, "requesting", data.get("speciality"), lasting=True)


def _withdrawn(book: Book, _body: Body, _data: Body) -> None:
    """A request is withdrawn before the surrender alone: who was not surrendered is not returned."""
    for obligation in book.running(Sort.RETURN_OF_PERSON):
        book.end(obligation, Status.RELEASED)


ENTRIES: Mapping[str, Entering] = {
    "refuse_for_nationality": _national,
    "ask_prosecution": _asked_again,
    "report_prosecution": _answered_for,
    "decide_enforcement": _answered_for,
    "ask_for_neither": _answered_for,
    "give_assurance": _assured,
    "surrender_temporarily": _lent,
    "return_person": _returned,
    "hand_over": _surrendered,
    "withdraw": _withdrawn,
}
