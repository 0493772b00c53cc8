"""Papers in these tests are their own snapshots: what a paper looks like is tested in tests/documents."""

import pytest

from mla.documents import render
from mla.domain.history import canonical, sha256


@pytest.fixture(autouse=True)
def plain_papers(monkeypatch):
    def quick(snapshot):
        pdf = canonical(dict(snapshot))
        return render.Rendered(pdf=pdf, sha256=sha256(pdf), pages=1, code=sha256(pdf)[:16])

    monkeypatch.setattr(render, "render", quick)
