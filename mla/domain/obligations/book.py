"""The ledger of a case while it is written."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from .records import Obligation, Sort, Status, articles

Body = Mapping[str, Any]


class Book:
    """What the entries read so far have added and ended.

    ``contents`` are those of versions by number; ``content`` is the one that was sent last; ``lent`` the label of the
    obligation to return a person who was surrendered for a time; ``cited`` the articles that the entry rests on.
    """

    def __init__(self, contents: Mapping[int, Mapping[str, Any]]) -> None:
        self.contents = contents
        self.content: Mapping[str, Any] = {}
        self.rows: list[Obligation] = []
        self.offered: Iterable[Mapping[str, Any]] = ()
        self.costs: Body | None = None
        self.use: Body | None = None
        self.notices: list[Body] = []
        self.sent = False
        self.lent = ""
        self.seq, self.day, self.cited = 0, "", ""

    def owe(self, sort: Sort, holder: str, text: object = "", due_on: object = "", *, lasting: bool = False) -> str:
        """A new obligation, by the entry that is read; its label."""
        status, label = Status.STANDING if lasting else Status.OPEN, f"B{len(self.rows) + 1}"
        self.rows.append(Obligation(label, sort, articles(self.content, self.cited)[sort], holder,
                                    str(text or ""), str(due_on or ""), status, self.seq, self.day))  # fmt: skip
        return label

    def running(self, sort: Sort) -> list[Obligation]:
        """What of that sort still binds."""
        return [o for o in self.rows if o.sort is sort and o.runs]

    def end(self, ended: Obligation, status: Status) -> None:
        """The obligation ends by the entry that is read."""
        self.rows[self.rows.index(ended)] = replace(ended, status=status, ended=self.seq)


#: What an entry adds to the book and ends in it: the book, the entry, and what the step's form gave.
Entering = Callable[[Book, Body, Body], None]
