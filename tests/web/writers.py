"""Who writes, reads and looks on from outside: for the pages of matters and of drafts."""

import pytest

from tests.web.requests.conftest import case, engine, fast_papers, houses, outsider

__all__ = ["case", "drafter", "engine", "fast_papers", "houses", "outsider", "reader", "stranger"]


@pytest.fixture
def drafter(case, sign_in):
    """The browser of who wrote the draft."""
    return sign_in(case.requesting["drafter"])


@pytest.fixture
def reader(case, sign_in):
    """The browser of a colleague who writes nothing."""
    return sign_in(case.requesting["reviewer"])


@pytest.fixture
def stranger(outsider, case, sign_in):
    """The browser of somebody of a third State."""
    return sign_in(outsider)
