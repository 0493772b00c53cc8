"""The cases of the request pages serve here too; whose browser asks is part of each test."""

import pytest

from tests.web.requests.conftest import case, engine, fast_papers, houses, outsider

__all__ = ["case", "engine", "fast_papers", "houses", "outsider"]


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
