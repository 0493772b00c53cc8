"""The register's pages: answers with their reasons and limits, and the keeper's room."""

import datetime as dt

import pytest
from sqlalchemy import select

from mla.extensions import db
from mla.models import DepositaryAction
from mla.queries import register as queries
from tests.factories import house, load_register, person

from .markup import assert_valid_html

ENTRY = {"instrument": "UNTOC", "iso3": "Papua New Guinea", "kind": "accession", "on": "2026-02-01",
         "effective_on": "", "source": "Depositary notification C.N.1.2026"}  # fmt: skip


@pytest.fixture
def brazil(app):
    load_register()
    return house("BRA")


@pytest.fixture
def keepers(brazil):
    made = [person(brazil.authority, "register_keeper") for _ in range(2)]
    db.session.commit()
    return made


@pytest.fixture
def reader(brazil, sign_in):
    return sign_in(brazil["drafter"])


def page(client, path, status=200, **query):
    answer = client.get(path, query_string=query)
    assert answer.status_code == status, answer.text[:500]
    assert_valid_html(answer.text)
    return answer.text


def test_the_register_shows_counts_chart_table_and_its_limits(reader):
    text = page(reader, "/register/")
    for part in (
        "Organized Crime Convention",
        "29 September 2003",
        "complete to 14 June 2024",
        "Known gaps",
        "<polyline",
    ):
        assert part in text
    assert text.count("<polyline") == 4
    assert "Enter an action" not in text


@pytest.mark.parametrize(
    ("search", "seen", "unseen"),
    [
        ("bra", "Brazil", "Chile"),
        ("côte", "Côte d", "Chile"),
        ("BEL", "Belgium", "Chile"),
        ("European", "regional organisation", "Chile"),
        ("Aruba", "Territory for which the Netherlands is responsible", "Chile"),
        ("zzzz", "No State matches", "Chile"),
    ],
)
def test_states_are_found(reader, search, seen, unseen):
    text = page(reader, "/register/states", q=search).replace("&#39;", "'")
    assert seen in text
    assert unseen not in text


def test_the_table_shows_all_with_their_status(reader):
    text = page(reader, "/register/states")
    for part in ("United Arab Emirates", "since 28 February 2004", "Signed only", "No consent", "Papua New Guinea"):
        assert part in text


def test_what_is_searched_can_not_become_markup(reader):
    text = page(reader, "/register/states", q='"><script>alert(1)</script>')
    assert "<script>alert" not in text


def test_a_states_page(reader):
    text = page(reader, "/register/states/UKR")
    for part in (
        "Ukraine",
        "Art. 38(2)",
        "ratification",
        "Central authority",
        "Art. 18(13)",
        "does not bind",
        "Known gaps",
    ):
        assert part.casefold() in text.casefold()
    assert "Department of Assets Recovery" in page(reader, "/register/states/BRA")


def test_pages_of_an_organisation_a_territory_and_nothing(reader):
    assert "requesting or a requested State" in page(reader, "/register/states/EUU")
    assert "by a notice of 18 January 2007" in page(reader, "/register/states/ABW")
    assert "Aruba" in page(reader, "/register/states/NLD")
    assert reader.get("/register/states/XYZ").status_code == 404


def test_every_page_of_a_state_can_be_read(reader):
    for state in queries.states():
        assert reader.get(f"/register/states/{state.iso3}").status_code == 200, state.iso3


@pytest.mark.parametrize(
    ("a", "b", "instrument", "on", "verdict", "reason"),
    [
        ("Brazil", "United States of America", "UNTOC", "2008-03-12", "Yes, both are bound", "28 February 2004"),
        ("Brazil", "irn", "UNTOC", "2025-09-04", "No, not both are bound", "5 September 2025"),
        ("Japan", "CHE", "UNTOC", "2003-06-01", "No, not both are bound", "only on 27 October 2006"),
        (
            "Brazil",
            "the Republic of the Congo",
            "UNTOC",
            "2026-11-25",
            "No, not both are bound",
            "signature alone does not bind",
        ),
        ("Brazil", "PNG", "UNTOC", "2026-11-25", "No, not both are bound", "complete to 11 September 2026"),
        ("USA", "BRA", "FIR", "2020-01-01", "No, not both are bound", "Art. 37(3)"),
    ],
)
def test_are_these_two_bound(reader, a, b, instrument, on, verdict, reason):
    text = page(reader, "/register/between", a=a, b=b, instrument=instrument, on=on)
    assert verdict in text
    assert reason in text


# Art. 16(3)-(6): both directions, by what each State declared.
def test_what_can_carry_an_extradition(reader):
    text = page(reader, "/register/between", a="Belarus", b="China", instrument="UNTOC", on="2026-03-03")
    for said in ("Belarus asks China", "China asks Belarus", "Art. 16(6)", "Art. 16(4)", "no treaty on extradition"):
        assert said in text


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"b": "European Union"}, "The European Union is a regional organisation"),
        ({"b": "Brazil"}, "Brazil is named twice"),
        ({"a": "Atlantis"}, "“Atlantis” does not name one State"),
        ({"a": ""}, "Enter the first State"),
        ({"b": "Aruba"}, "Aruba is a territory"),
        ({"b": "Hong Kong"}, "The responsible State is China."),
        ({"b": "Congo"}, "“Congo” may mean: Congo (COG), Democratic Republic of the Congo (COD)."),
        ({"a": "Korea"}, "Republic of Korea (KOR)"),
        ({"on": "2026-02-30"}, "must be a real date"),
        ({"instrument": "UNCAC"}, "choose from the answers listed"),
    ],
)
def test_what_can_not_be_asked_is_said_beside_its_field(reader, change, said):
    query = {"a": "Brazil", "b": "Chile", "instrument": "UNTOC", "on": "2026-03-12", **change}
    text = page(reader, "/register/between", 422, **query)
    assert text.count(said) == 2  # in the summary and at the field
    assert "error-summary" in text


def test_the_question_starts_with_today_and_no_error(reader):
    text = page(reader, "/register/between")
    assert "error-summary" not in text
    assert 'type="date"' in text


def test_only_who_is_signed_in_reads_and_only_keepers_enter(client, reader):
    for path in ("/register/", "/register/states", "/register/states/BRA", "/register/between"):
        assert client.get(path).status_code == 303
    for path in ("/register/actions/new", "/register/actions/pending"):
        assert client.get(path).status_code == 303
        assert reader.get(path).status_code == 403
    assert reader.post("/register/actions/new", data=ENTRY).status_code == 403
    assert db.session.scalar(select(DepositaryAction.id).where(DepositaryAction.recorded_by.is_not(None))) is None


def test_one_keeper_enters_and_another_confirms(keepers, sign_in):
    one, other = (sign_in(keeper) for keeper in keepers)
    assert "Nothing waits" in page(one, "/register/actions/pending")
    page(one, "/register/actions/new")
    assert one.post("/register/actions/new", data=ENTRY).status_code == 303
    action_id = queries.pending()[0].id
    seen = page(one, "/register/actions/pending")
    assert "Another register keeper has to confirm it" in seen
    assert "1 action waits" in page(one, "/register/")
    one.post(f"/register/actions/{action_id}/confirm")
    assert [a.id for a in queries.pending()] == [action_id]
    assert "Confirm: Papua New Guinea" in page(other, "/register/actions/pending")
    assert other.post(f"/register/actions/{action_id}/confirm").status_code == 303
    assert queries.pending() == []
    assert "Confirmed lately" in page(other, "/register/actions/pending")
    assert "entered here and confirmed" in page(other, "/register/states/PNG")
    answer = page(other, "/register/between", a="PNG", b="BRA", instrument="UNTOC", on="2026-03-03")
    assert "Yes, both are bound" in answer
    assert other.post(f"/register/actions/{action_id}/confirm").status_code == 404


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"iso3": "Atlantis"}, "knows no State of this name"),
        ({"iso3": "Guinea"}, "Papua New Guinea (PNG)"),
        ({"iso3": "Brazil"}, "holds this State’s consent already"),
        ({"on": "1999-01-01"}, "before 12 December 2000"),
        ({"on": (dt.date.today() + dt.timedelta(days=9)).isoformat()}, "lies in the future"),  # noqa: DTZ011
        ({"on": "tomorrow"}, "must be a real date"),
        ({"source": " "}, "Enter the source"),
    ],
)
def test_a_wrong_entry_keeps_what_was_typed(keepers, sign_in, change, said):
    answer = sign_in(keepers[0]).post("/register/actions/new", data={**ENTRY, **change})
    assert answer.status_code == 422
    assert answer.text.count(said) == 2
    assert_valid_html(answer.text)
    if "source" not in change:
        assert "Depositary notification C.N.1.2026" in answer.text
    assert queries.pending() == []


# The page on two States leads to their certificate for the day that was asked.
def test_the_certificate_of_two_states(brazil, reader):
    text = page(reader, "/register/between", a="Brazil", b="USA", instrument="UNTOC", on="2026-03-12")
    href = "/register/between/BRA/USA/certificate.pdf?on=2026-03-12"
    assert href in text
    answer = reader.get(href)
    assert answer.status_code == 200
    assert answer.mimetype == "application/pdf"
    assert answer.data.startswith(b"%PDF")
    assert "status-BRA-USA-2026-03-12.pdf" in answer.headers["Content-Disposition"]


# A code that names no State is not found; a day that can't be read is asked for again, with what was typed.
def test_a_certificate_of_no_state_or_no_day(reader):
    for codes in ("BRA/XXX", "BRA/BRA", "EUU/BRA"):
        assert reader.get(f"/register/between/{codes}/certificate.pdf?on=2026-03-12").status_code == 404
    for on in ("", "?on=tomorrow"):
        answer = reader.get(f"/register/between/BRA/USA/certificate.pdf{on}", follow_redirects=True)
        assert answer.status_code == 422
        assert 'value="BRA"' in answer.text
