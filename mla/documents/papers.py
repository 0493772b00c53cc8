"""The formal papers: the name of each, the suffix of its number, its title and its template."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from flask_babel import lazy_gettext as _l

from .catalogue import assets, shared, surrender
from .catalogue.paper import Paper

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "documents"

PAPERS: Mapping[str, Paper] = {paper.name: paper for paper in (*shared.PAPERS, *surrender.PAPERS, *assets.PAPERS)}

#: The titles of papers that bear another in a kind of request.
TITLES: Mapping[tuple[str, str], Any] = {
    ("extradition", "request"): _l("Request for extradition"),
    ("extradition", "working_draft"): _l("Working draft of a request for extradition"),
    ("provisional_arrest", "request"): _l("Request for provisional arrest"),
    ("provisional_arrest", "working_draft"): _l("Working draft of a request for provisional arrest"),
    ("assets", "request"): _l("Request for measures on property"),
    ("assets", "conditional_offer"): _l("Offer of cooperation on conditions"),
    ("assets", "working_draft"): _l("Working draft of a request for measures on property"),
}
_CONFISCATION = {
    "request": _l("Request for confiscation"),
    "working_draft": _l("Working draft of a request for confiscation"),
}
#: The titles of the letters about assets, by the stage that they ask for.
STAGED: Mapping[str, Mapping[str, Any]] = {
    "trace": {
        "request": _l("Request for the tracing of property"),
        "working_draft": _l("Working draft of a request for the tracing of property"),
    },
    "freeze": {
        "request": _l("Request for the freezing or seizure of property"),
        "working_draft": _l("Working draft of a request for the freezing or seizure of property"),
    },
    "confiscate_a": _CONFISCATION,
    "confiscate_b": {
        "request": _l("Request for the enforcement of an order of confiscation"),
        "working_draft": _l("Working draft of a request for the enforcement of an order of confiscation"),
    },
}

#: Papers that belong to no case: no step issues them, and they take no number.
BESIDE: Mapping[str, Paper] = {
    "status_certificate": Paper("status_certificate", "", _l("Certificate of treaty status")),
}


def named(name: str) -> Paper:
    """The paper of that name, of a case or beside it; raises KeyError."""
    return BESIDE[name] if name in BESIDE else PAPERS[name]


def title(name: str, kind: str, content: Mapping[str, Any] = MappingProxyType({})) -> Any:
    """The title of a paper of a kind of request, and of what its content asks for; raises KeyError."""
    stage = (content.get("measure") or {}).get("stage", "")
    return STAGED.get(stage, {}).get(name) or TITLES.get((kind, name)) or named(name).title


def candidates(kind: str, name: str) -> tuple[str, str]:
    """Where a paper's template may lie: in the folder of the kind of request, or among those that all kinds share."""
    return f"{kind}/{name}.html", f"{name}.html"


def printable(kind: str) -> frozenset[str]:
    """The papers that a kind of request can print: named here, and with a template that exists."""
    return frozenset(n for n in PAPERS if any((TEMPLATES / path).is_file() for path in candidates(kind, n)))
