"""What the driver of a bench knows of the database, on both engines."""

import pytest

from bench import fill, known, originals
from bench.run import page_paths
from bench.ways import WAYS
from mla.extensions import db
from mla.models import Request
from mla.queries import cases
from tests import factories as f

#: Among them the approved request for assistance that Greece asks of Japan, from which letters to be signed are copied.
SOME = [way for way in WAYS if way.kind == "assistance"][:6]


@pytest.fixture
def filled(app):
    f.load_register()
    originals.make(SOME)
    fill.fill(60)


# As many letters as a bench signs wait for their signature, each with the hash of its version.
def test_letters_wait(filled, monkeypatch):
    monkeypatch.setattr(known, "LETTERS", 40)
    waiting = known.to_be_signed()
    assert len(set(waiting)) == 40
    for one, version in waiting:
        request = db.session.get_one(Request, one)
        assert (request.state, request.versions[-1].sha256) == ("approved", version)
        assert request.requesting_id == known.authority()
    assert known.to_be_signed() == waiting


def test_the_pages_that_are_measured(filled, sign_in):
    browser = sign_in(originals.house(known.HERE)["decider"])
    shown = {name: [browser.get(path) for path in paths] for name, paths in page_paths().items()}
    assert {answer.status_code for answers in shown.values() for answer in answers} == {200}
    assert shown["search"][0].text.count("<tr>") == 2
    last = shown["worklist_last_page"][0].text
    assert (last.count("<tr>") - 1, 'rel="next"' in last) == (cases.PAGE, False)
    seen = [one for one in originals.made() if one.sent_version or one.requesting_id == known.authority()]
    assert len(shown["case_page"]) == len(seen)


def test_what_is_corrected_refused_and_proved(filled):
    own = known.correctable(5)
    assert {one.entries[0].authority_id for one in own} == {known.authority()}
    drafts = [db.session.get_one(Request, one) for one in known.incomplete(2)]
    assert {(one.state, one.draft["purpose"]["text"]) for one in drafts} == {("draft", "")}
    assert len(known.histories(10)) == 10
