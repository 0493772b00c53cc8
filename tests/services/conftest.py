"""Papers in these tests are their own snapshots: what a paper looks like is tested in tests/documents."""

import pytest

from mla.documents import papers, render
from mla.domain.history import canonical, sha256
from mla.domain.kinds import KINDS


@pytest.fixture(autouse=True)
def plain_papers(monkeypatch):
    def quick(snapshot):
        pdf = canonical(dict(snapshot))
        return render.Rendered(pdf=pdf, sha256=sha256(pdf), pages=1, code=sha256(pdf)[:16])

    monkeypatch.setattr(render, "render", quick)


@pytest.fixture(autouse=True)
def numbered_papers(monkeypatch):
    """Papers that are not written yet have a number here."""
    named = {name for kind in KINDS.values() for step in kind.steps for name in step.documents}
    waiting = {name: papers.Paper(name, "TST", name) for name in named - papers.PAPERS.keys()}
    monkeypatch.setattr(papers, "PAPERS", papers.PAPERS | waiting)
