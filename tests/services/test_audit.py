"""``audit.verify`` finds what a superuser did behind the triggers' back, and names it."""

import pytest
from sqlalchemy import text

from mla.extensions import db
from mla.models.append_only import RECORDS
from mla.services import audit, custody
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
        ("UPDATE version SET content = replace(content, 'Federal', 'Local')", (0, "version")),
        ("UPDATE document SET sha256 = 'f' WHERE kind = 'request'", (4, "document_row")),
    ],
)
def test_a_forgery_is_found_and_named(case, line, found):
    forge(line)
    assert found in causes(case)


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
    forge("UPDATE request SET state = 'transmitted' WHERE state = 'received'")
    assert causes(case) == []
    assert not audit.knows(head)


def test_what_is_fetched_is_what_was_kept(app):
    assert custody.fetch(custody.keep(b"evidence")) == b"evidence"
