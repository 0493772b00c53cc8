"""Cases for the tests of pages: papers are made fast, since what they look like is tested elsewhere."""

import pytest

from mla.documents import render
from mla.domain.history import sha256
from mla.extensions import db
from tests import factories

FAST = b"%PDF-1.7 made fast"


@pytest.fixture
def fast_papers(monkeypatch):
    """Every paper is a few bytes that name it."""

    def rendered(snapshot):
        content = FAST + f" {snapshot['paper']} {snapshot['number']} {snapshot['watermark']}".encode()
        return render.Rendered(content, sha256(content), 1, render.code(snapshot))

    monkeypatch.setattr(render, "render", rendered)


@pytest.fixture
def engine(engine_of):
    """One engine is enough for pages: what the other does differently is tested below them."""
    return engine_of("sqlite")


@pytest.fixture
def houses(app, fast_papers):
    """Brazil's and the United States' central authorities."""
    return factories.houses()


@pytest.fixture
def case(houses):
    """A complete draft from Brazil to the United States."""
    return factories.draft(*houses)


@pytest.fixture
def outsider(houses):
    """Somebody of a third State's authority, with every role."""
    third = factories.house("CHE")
    made = factories.person(third.authority, *factories.ROLES)
    db.session.commit()
    return made
