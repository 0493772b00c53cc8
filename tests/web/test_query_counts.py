"""How often a page asks the database: no more for many rows than for a few, on both engines."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest
import sqlalchemy as sa

from bench import copying, fill, known, originals
from bench.ways import EXAMINED, SENT, Way
from mla.extensions import db
from mla.models import Request
from mla.queries import cases, obligations
from mla.services import casework
from tests import factories as f

#: A request that Greece asks, one that it is asked, and one by which it is owed something.
WAYS = (
    Way("assistance", EXAMINED),
    Way("assistance", EXAMINED),
    Way("extradition", f"{EXAMINED} refuse_for_nationality"),
)
MANY = 90
Asked = Callable[[str], int]


@pytest.fixture
def browser(app, sign_in):
    """Somebody of Greece, whose authority is a party to all cases."""
    f.load_register()
    originals.make(WAYS)
    return sign_in(originals.house(known.HERE)["decider"])


@pytest.fixture
def asked(queries, browser) -> Asked:
    """How often the page asks the database, once everything that is kept in memory is there."""

    def count(path: str) -> int:
        for _ in range(2):
            queries.clear()
            with browser.get(path) as answer:
                assert answer.status_code == 200
        return len(queries)

    return count


@pytest.fixture
def queries(app) -> Iterator[list[str]]:
    """What the database was asked."""
    told: list[str] = []

    def listen(*arguments) -> None:
        if arguments[2] != "BEGIN":
            told.append(arguments[2])

    sa.event.listen(db.engine, "before_cursor_execute", listen)
    yield told
    sa.event.remove(db.engine, "before_cursor_execute", listen)


def add_many() -> None:
    """Many more such cases: every list fills its page."""
    fill.lay([copying.original(one) for one in originals.made()], range(MANY), aside=False)


LISTS = {
    "worklist": ("/requests", cases.PAGE),
    "search": ("/requests?q=Bank", cases.PAGE),
    "obligations": ("/obligations?side=theirs", obligations.PAGE),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_asks_no_more_for_a_whole_page(name, browser, asked):
    path, page = LISTS[name]
    few = asked(path)
    assert 1 <= listed(browser, path) < page
    add_many()
    assert listed(browser, path) == page
    assert asked(path) == few


# The last page costs what the first one does.
def test_the_last_page_asks_as_the_first(browser, asked):
    add_many()
    last = f"/requests?after={known.before_last_page()}"
    assert listed(browser, last) == cases.PAGE
    assert asked(last) == asked("/requests")


# Neither a long history nor many other cases make the page of a case ask more often.
@pytest.mark.parametrize("number", range(len(WAYS)))
def test_a_case_page_asks_no_more_for_a_long_history(number, asked):
    case = originals.made()[number]
    path, person = f"/requests/{case.id}", originals.house(case.requesting.iso3)["drafter"].id
    few = asked(path)
    for n in range(30):
        wrong = {"entry": 1, "error": "The day was miswritten.", "right": "It is the day of receipt."}
        casework.perform(case.id, "correct_record", person, f.NOW + dt.timedelta(days=60, hours=n), case.state, wrong)
    add_many()
    assert asked(path) == few


# What a step reads and writes is the same for a long history among many cases; a refused one draws its page besides.
@pytest.mark.parametrize(("step", "status", "most"), [("correct_record", 303, 18), ("submit", 422, 16)])
def test_a_step_asks_no_more_for_a_long_history(step, status, most, sign_in, queries):
    f.load_register()
    originals.make(WAYS)
    (draft,) = known.incomplete(1)
    case = draft if status == 422 else originals.made()[0].id
    person = originals.house(known.HERE)["drafter"]
    browser = sign_in(person)
    wrong = {"entry": "1", "error": "The day was miswritten.", "right": "It is the day of receipt."}
    state = db.session.get_one(Request, case).state

    def taken(name: str, expected: int) -> int:
        """How often the database is asked by the step."""
        queries.clear()
        answer = browser.post(f"/requests/{case}/steps/{name}", data=wrong | {"seen": state})
        assert answer.status_code == expected
        return len(queries)

    taken(step, status)  # what is kept in memory is there from now on
    few = taken(step, status)
    for _ in range(30):
        taken("correct_record", 303)
    add_many()
    assert taken(step, status) == few <= most


# Whether a formal request has come is looked for only while a person is held and it is awaited.
def test_a_list_of_arrests_asks_no_more_for_a_whole_page(browser, asked):
    originals.make([Way("provisional_arrest", SENT)] * 2)
    few = asked("/requests")
    add_many()
    assert asked("/requests") == few


# Who asks is read once; for the style sheet, which is the same for everybody, nobody is asked for.
@pytest.mark.parametrize(("path", "count"), [("/static/palermo.css", 0), ("/account", 1)])
def test_what_any_page_asks(path, count, asked):
    db.session.expunge_all()
    assert asked(path) == count


def listed(browser, path: str) -> int:
    """How many rows the list on the page has."""
    return browser.get(path).text.count("<tr>") - 1
