"""What a request about assets adds to the ledger: the limits of use of what tracing found (Arts. 13(3), 18(19))."""

from collections.abc import Mapping

from .book import Body, Book, Entering
from .records import Sort


def _traced(book: Book, _body: Body, data: Body) -> None:
    """What was traced is information furnished: it is used as it was asked for, until the other State consents."""
    book.sent = True
    book.owe(Sort.USE_LIMITATION, "requesting", data.get("use_limits"), lasting=True)


ENTRIES: Mapping[str, Entering] = {"report_tracing": _traced}
