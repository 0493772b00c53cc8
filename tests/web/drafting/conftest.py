"""The cases of the request pages serve here too; whose browser asks is part of each test."""

from tests.web.writers import case, drafter, engine, fast_papers, houses, outsider, reader, stranger

__all__ = ["case", "drafter", "engine", "fast_papers", "houses", "outsider", "reader", "stranger"]
