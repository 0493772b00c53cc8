"""``audit.verify`` finds what a superuser did behind the triggers' back, and names it."""

import pytest
import sqlalchemy as sa
from sqlalchemy import text

from mla.domain import history
from mla.extensions import db
from mla.models.append_only import RECORDS
from mla.services import audit, custody, evidence, listing, record
from tests import factories as f


def forge(line: str, **values: object) -> None:
    """Write past the triggers, as somebody with the database's own password could."""
    sqlite = db.engine.dialect.name == "sqlite"
    if sqlite:
        for name in db.session.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
            db.session.execute(text(f'DROP TRIGGER "{name}"'))
    else:
        for table in RECORDS:
            db.session.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
    db.session.execute(text(line), values)
    db.session.commit()
    db.session.expire_all()


def causes(case) -> list[tuple[int, str]]:
    return [(p.seq, p.cause) for p in audit.verify(case.request)]


@pytest.fixture
def case(app):
    return f.drive(f.draft(*f.houses()), "received")


def test_an_untouched_history_is_intact(case):
    assert causes(case) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("UPDATE entry SET visible_to = 'both' WHERE seq = 2", (2, "header")),
        ("UPDATE entry SET recorded_at = '2020-01-01 00:00:00+00:00' WHERE seq = 2", (2, "header")),
        ("UPDATE entry_body SET body = replace(body, 'submit', 'accept') WHERE body LIKE '%\"submit\"%'", (2, "body")),
        ("DELETE FROM entry_body WHERE entry_id IN (SELECT id FROM entry WHERE seq = 3)", (3, "body_gone")),
        ("UPDATE entry SET seq = 90 WHERE seq = 2", (2, "missing")),
        ("UPDATE request SET state = 'closed'", (6, "state")),
        ("UPDATE version SET content = replace(content, 'Federal', 'Local')", (2, "version")),
        ("UPDATE version SET sha256 = 'f'", (2, "version")),
        ("UPDATE version SET content = 'no JSON'", (2, "version")),
        ("UPDATE version SET content = '[]'", (2, "version")),
        ("UPDATE request SET kind = 'extradition'", (1, "request")),
        ("UPDATE request SET requested_id = requesting_id", (1, "request")),
        ("UPDATE request SET requesting_id = requested_id", (1, "request")),
        ("UPDATE request SET requesting_reference = 'X'", (1, "request")),
        ("UPDATE request SET requested_reference = NULL", (6, "request")),
        ("UPDATE request SET sent_version = NULL", (5, "request")),
        ("UPDATE request SET examiner_id = (SELECT id FROM person LIMIT 1)", (0, "request")),
        ("UPDATE document SET sha256 = 'f' WHERE kind = 'request'", (4, "document_row")),
        ("UPDATE document SET number = 'X' WHERE kind = 'request'", (4, "document_row")),
        ("UPDATE document SET kind = 'refusal' WHERE kind = 'request'", (4, "document_row")),
        ("UPDATE document SET title = 'order.exe' WHERE kind = 'request'", (4, "document_row")),
        ("UPDATE document SET media_type = 'text/html' WHERE kind = 'request'", (4, "document_row")),
        ("UPDATE document SET size = 1 WHERE kind = 'request'", (4, "document_row")),
        ("UPDATE document SET version = 2 WHERE kind = 'request'", (4, "document_row")),
        ("UPDATE document SET snapshot = '{}' WHERE kind = 'request'", (4, "document_row")),
        ("UPDATE document SET snapshot = NULL WHERE kind = 'request'", (4, "document_row")),
        ("UPDATE document SET seq = 5 WHERE kind = 'request'", (4, "document_row")),
        ("UPDATE document SET issued_at = '2020-01-01 00:00:00+00:00' WHERE kind = 'request'", (4, "document_row")),
        ("UPDATE document SET authority_id = (SELECT requested_id FROM request)", (4, "document_row")),
        ("INSERT INTO passage SELECT id, 2, issued_at FROM document WHERE kind = 'working_draft'", (0, "passage")),
        ("DELETE FROM passage WHERE seq = 5", (5, "passage")),
        ("UPDATE passage SET seq = 6 WHERE seq = 5", (5, "passage")),
        ("UPDATE listing SET state = 'closed'", (0, "listing")),
        ("UPDATE listing SET title = 'Bank records' WHERE outgoing = false", (0, "listing")),
        ("DELETE FROM listing WHERE outgoing = true", (0, "listing")),
        ("DELETE FROM listing_word WHERE word = 'bank'", (0, "listing")),
        ("UPDATE passage SET passed_at = '2020-01-01 00:00:00+00:00' WHERE seq = 5", (5, "passage")),
    ],
)
def test_a_forgery_is_found_and_named(case, line, found):
    forge(line)
    assert found in causes(case)


# Many are proved together: each is told of under its own name, in the order asked, by as many queries as for one.
def test_many_are_proved_together(case, monkeypatch):
    others = [f.draft(case.requesting, case.requested) for _ in range(3)]
    ids = [one.request.id for one in (others[0], case, *others[1:])]
    forge("UPDATE entry SET visible_to = 'both' WHERE seq = 2")
    asked = []
    sa.event.listen(db.engine, "before_cursor_execute", lambda *arguments: asked.append(arguments[2]))
    for at_once, queries in ((5, 7), (2, 14)):
        monkeypatch.setattr(evidence, "AT_ONCE", at_once)
        asked.clear()
        found = [[(p.request, p.seq, p.cause) for p in problems] for problems in audit.verify_each(ids)]
        assert found == [[], [(str(ids[1]), 2, "header")], [], []]
        assert len([line for line in asked if line.startswith("SELECT")]) == queries


# A paper that another step of the same request made can't take the place of one that is gone.
def test_a_document_that_nobody_issued_is_found(case):
    values = (
        "position + 90, seq, 'X', kind, title, media_type, size, sha256, snapshot, authority_id, version, issued_at"
    )
    columns = values.replace("position + 90", "position").replace("'X'", "number")
    other = "'" + "ab" * 16 + "'" + ("::uuid" if db.engine.dialect.name == "postgresql" else "")
    forge(
        f"INSERT INTO document (id, request_id, {columns}) "
        f"SELECT {other}, request_id, {values} FROM document WHERE kind = 'request'"
    )
    assert causes(case) == [(0, "document_row")]


# What was settled later replaces what was settled before; all of a whole way is intact.
def test_a_whole_way_is_intact_and_its_examiner_stands_in_it(case):
    f.drive(case, "closed")
    assert causes(case) == []
    forge("UPDATE request SET examiner_id = NULL")
    assert causes(case) == [(7, "request")]


def test_a_removed_document_is_found(case):
    letter = next(d for d in case.request.documents if d.kind == "request").id
    value = letter.hex if db.engine.dialect.name == "sqlite" else str(letter)
    forge(f"DELETE FROM passage WHERE document_id = '{value}'")
    forge(f"DELETE FROM document WHERE id = '{value}'")
    assert causes(case) == [(4, "document_row")]


def test_a_removed_entry_is_found(case):
    forge("DELETE FROM entry_body WHERE entry_id IN (SELECT id FROM entry WHERE seq = 2)")
    forge("DELETE FROM entry WHERE seq = 2")
    assert causes(case) == [(2, "missing")]


# The bytes in the store are part of the proof.
@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_harm_to_a_stored_paper_is_found(case, harm, tmp_path):
    letter = next(d for d in case.request.documents if d.kind == "request")
    path = next(p for p in (tmp_path / "store").rglob("*") if letter.sha256 in p.name)
    path.chmod(0o600)
    path.unlink() if harm == "gone" else path.write_bytes(b"%PDF other")
    assert causes(case) == [(4, "document_bytes")]
    assert audit.verify(case.request, files=False) == []  # the page looks at the rows, the command at the files too


# An annex lies in the store under the hash that each version names; it is nobody's document.
@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_harm_to_the_stored_file_of_an_annex_is_found(case, harm, tmp_path):
    path = next((tmp_path / "store").rglob(history.sha256(f.SCAN)))
    path.chmod(0o600)
    path.unlink() if harm == "gone" else path.write_bytes(b"%PDF other")
    assert [(p.seq, p.cause, p.detail) for p in audit.verify(case.request)] == [(2, "annex_bytes", "1 A")]


# A body that is gone shifts no number: what stands after it is still told under its own.
def test_what_is_told_after_a_body_that_is_gone_keeps_its_number(case):
    forge("DELETE FROM entry_body WHERE entry_id IN (SELECT id FROM entry WHERE seq = 3)")
    assert [(entry.seq, body["step"]) for entry, body in record.told(case.request)][2:4] == [
        (4, "sign"),
        (5, "transmit"),
    ]


# A cut tail is found against a head that was noted, such as a paper prints.
def test_a_cut_tail_is_found_against_a_noted_head(case):
    head = case.request.entries[-1].hash
    other = f.drive(f.draft(case.requesting, case.requested), "in_review")
    assert audit.knows(head)
    assert audit.knows(head, case.request)
    assert not audit.knows(head, other.request)
    forge("DELETE FROM passage WHERE seq = 6")
    forge("DELETE FROM document WHERE seq = 6")
    forge("DELETE FROM entry_body WHERE entry_id IN (SELECT id FROM entry WHERE seq = 6)")
    forge("DELETE FROM entry WHERE seq = 6")
    forge("UPDATE request SET state = 'transmitted', requested_reference = NULL WHERE state = 'received'")
    listing.project(case.request, case.now)
    assert causes(case) == []
    assert not audit.knows(head)


def test_what_is_fetched_is_what_was_kept(app):
    assert custody.fetch(custody.keep(b"evidence")) == b"evidence"
