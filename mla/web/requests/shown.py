"""The content of a request as a page shows it: sections in the order of the letter, empty ones left out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from mla import wording
from mla.domain.basis import is_other
from mla.domain.findings import GOOD_PRACTICE
from mla.domain.history import parsed
from mla.queries.agreements import title_of
from mla.web.kept import kept, macro

from . import content as shared
from . import property as assets
from . import sought

Content = Mapping[str, Any]
Row = dict[str, Any]
#: What shows that the Convention reaches the facts: no part of a letter on another basis.
_OF_THE_CONVENTION = (shared.trafficking, shared.transnational, shared.group)
#: The sections of each kind that is not assistance.
BY_KIND: Mapping[str, shared.Sections] = {"assets": assets.SECTIONS, **sought.SECTIONS}


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its heading, the article that asks for it, and rows for a summary list."""

    title: str
    article: str
    rows: list[Row]


def frozen(text: str) -> Markup:
    """The sections of a frozen version, by its canonical text: put in words once for each language."""
    content = parsed(text)
    treaty = title_of(content.get("regime", {}).get("agreement", ""))
    return kept(("content", text, treaty), lambda: told(content))


def told(content: Content) -> Markup:
    """The sections as a page shows them; nothing where nothing was written yet."""
    found = sections(content)
    return macro("requests/parts.html", "content_sections", found) if found else Markup()


def sections(content: Content) -> list[Section]:
    """The sections that say something."""
    other = is_other(content)
    asked = [row for row in _of_kind(content) if not other or row[2] not in _OF_THE_CONVENTION]
    made = (Section(str(title), _cited(article, other), _given(rows(content))) for title, article, rows in asked)
    return [section for section in made if section.rows]


def _of_kind(content: Content) -> shared.Sections:
    return BY_KIND.get(content["kind"], shared.SECTIONS)


def _cited(article: str, other: bool) -> str:
    """The article of a section; a request on another basis than the Convention gives it by good practice."""
    return wording.article(GOOD_PRACTICE if other else article)


def _given(rows: Iterator[tuple[Any, Any]]) -> list[Row]:
    return [{"key": str(key), "value": value} for key, value in rows if value not in ("", None, [])]
