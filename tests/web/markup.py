"""Whether a page is valid HTML."""

from itertools import pairwise

import html5lib

#: What the parser reports of valid pages: an unescaped ampersand in an address is allowed since HTML 5.
HARMLESS = frozenset({"expected-named-entity"})


def faults(text: str) -> list[str]:
    """The errors of the page, each with its line."""
    parser = html5lib.HTMLParser(strict=False)
    tree = parser.parse(text)
    lines = text.splitlines()
    found = [
        f"{code} {values} at {lines[where[0] - 1].strip() if where[0] <= len(lines) else where}"
        for where, code, values in parser.errors
        if code not in HARMLESS
    ]
    return found + _doubled_ids(tree)


def _doubled_ids(tree: object) -> list[str]:
    ids = [element.get("id") for element in tree.iter() if element.get("id")]  # type: ignore[attr-defined]
    return [f"id '{name}' is given {ids.count(name)} times" for name in dict.fromkeys(ids) if ids.count(name) > 1]


def headings(text: str) -> list[int]:
    """The levels of the page's headings in their order."""
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    return [int(element.tag[1]) for element in tree.iter() if element.tag in {"h1", "h2", "h3", "h4", "h5", "h6"}]


def assert_valid_html(text: str) -> None:
    """The page parses without an error, no id stands twice, it has one h1, a title, and no level is skipped."""
    assert faults(text) == []
    levels = headings(text)
    assert levels.count(1) == 1, f"headings {levels}"
    assert all(after <= before + 1 for before, after in pairwise(levels)), f"headings {levels}"
    title = html5lib.parse(text, namespaceHTMLElements=False).find("head/title")
    assert title is not None
    assert (title.text or "").strip()
    for inline in (" style=", "<script>", "onclick=", "javascript:"):
        assert inline not in text, f"{inline} is closed by the content policy"
