"""The browser and the served site, once for all tests of pages."""

from .browser import browsing, chromium, site

__all__ = ["browsing", "chromium", "site"]
