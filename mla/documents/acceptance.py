"""The print acceptance list: what must be true of every paper, read from the PDF itself and held against its snapshot.

The numbers are those of the list in the design of the documents. Each check yields what is wrong; nothing wrong
means accepted. What only an eye can judge is not claimed here.
"""

import datetime as dt
import hashlib
import itertools
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from babel.dates import format_date
from flask_babel import gettext as _

from mla.domain.basis import is_other
from mla.domain.history import canonical

from . import words
from .citations import Dropped, Spoken, citing, dropped, is_for_a_person, kind_of
from .letters import in_cells, in_script, lacking, owed
from .numbering import cited
from .papers import PAPERS
from .printed import Printed, plain, read
from .render import SNAPSHOT_FILE, code, html, render

Snapshot = Mapping[str, Any]
CONVENTION = "United Nations Convention against Transnational Organized Crime"
LETTERS = ("request", "working_draft")
#: The article under which a letter of each kind asks.
ARTICLES = {
    "assistance": "Article 18", "extradition": "Article 16", "provisional_arrest": "Article 16", "assets": "Article 13",
}  # fmt: skip
#: Papers that name witnesses and victims, since nobody could execute a request without.
NAMING = (*LETTERS, "execution_mandate", "tracing_mandate")


#: Papers that another authority hands over under its initials and seal.
INITIALLED = ("note_verbale",)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with a paper: the number on the list, and what it is."""

    number: int
    what: str


@dataclass(frozen=True, slots=True)
class Case:
    """A paper under examination: what was printed, what it should say, and what it must not.

    ``body`` is the text of all pages without what stands at their head and foot, white space left out.
    """

    printed: Printed
    snapshot: Snapshot
    people: Sequence[str]
    internal: Sequence[str]
    body: str

    @property
    def content(self) -> Mapping[str, Any]:
        """The content of the request."""
        found: Mapping[str, Any] = self.snapshot["content"]
        return found

    @property
    def kind(self) -> str:
        """The kind of request that the paper belongs to."""
        return kind_of(self.snapshot)

    def says(self, text: str) -> bool:
        """Whether the paper says the text, wherever its lines and pages end."""
        return plain(text) in self.body


def examine(pdf: bytes, snapshot: Snapshot, people: Sequence[str] = (), internal: Sequence[str] = ()) -> list[Fault]:
    """What is wrong with the paper; an empty list accepts it.

    ``people`` are names of users, who must not be printed unless they sign or are the contact; ``internal`` are
    texts that must not leave the authority. Raises NoReader where poppler-utils is not installed.
    """
    case = opened(read(pdf), snapshot, people, internal)
    return [Fault(number, what) for number, check in CHECKS for what in check(case)]


def opened(printed: Printed, snapshot: Snapshot, people: Sequence[str] = (), internal: Sequence[str] = ()) -> Case:
    """The paper, ready for the checks."""
    body = "".join(plain(_inner(page, number, snapshot)) for number, page in enumerate(printed.pages))
    return Case(printed, snapshot, people, internal, body)


def _inner(page: str, index: int, snapshot: Snapshot) -> str:
    """The page without its head (from the second page on) and its foot."""
    lines = page.splitlines()
    feet = [n for n, line in enumerate(lines) if line.startswith(snapshot["number"]) and "code" in "".join(lines[n:])]
    heads = [n for n, line in enumerate(lines[:6]) if "Your ref:" in line or "Our ref:" in line] if index else []
    return "\n".join(lines[heads[-1] + 1 if heads else 0 : feet[-1] if feet else len(lines)])


def _day(snapshot: Snapshot, value: str) -> str:
    return format_date(dt.date.fromisoformat(value), "d MMMM y", locale=snapshot["language"])


def references(case: Case) -> Iterator[str]:
    """Both references, date, place, markings, and the page of how many, on all pages."""
    s, pages = case.snapshot, case.printed.pages
    none = _("none yet")
    wanted = [f"{_('Our ref:')} {s['our_ref'] or none}", f"{_('Your ref:')} {s['your_ref'] or none}"]
    wanted += [s["number"], _day(s, s["date"]), s["place"] or ""]
    wanted += [str(words.MARKINGS[marking]) for marking in s["markings"]]
    for number, page in enumerate(pages, 1):
        for text in [*wanted, f"page {number} of {len(pages)}"]:
            if plain(text) not in plain(page):
                yield f"page {number} does not say “{text}”"


def legal_basis(case: Case) -> Iterator[str]:
    """The instrument, the article, and the day since which each State is bound."""
    status = case.snapshot["extra"].get("party")
    leaves_out, letter = dropped(case.snapshot), case.snapshot["paper"] in LETTERS
    article = ARTICLES[case.kind]
    if is_other(case.content):
        yield from _other_basis(case)
    elif letter and case.content["regime"]["basis"]:
        yield from (f"the legal basis does not name “{t}”" for t in (CONVENTION, article) if not case.says(t))
    states = case.snapshot["paper"] == "party_status" or (letter and case.content["regime"]["basis"])
    if states and leaves_out is not Dropped.ALL:
        yield from _party(case, status)
    yield from _never_named(case, leaves_out)


#: What a paper never names, where it leaves so much out.
NEVER = {
    Dropped.NOTHING: (),
    Dropped.ASSISTANCE: ("Article 18", "Art. 18"),
    Dropped.ALL: (
        CONVENTION,
        "Convention",
        *(f"{word} {n}" for n in (12, 13, 14, 16, 18) for word in ("Article", "Art.")),
    ),
}


def _never_named(case: Case, leaves_out: Dropped) -> Iterator[str]:
    """No article that does not carry the request is named, unless somebody wrote it."""
    given = plain(" ".join(_texts({k: v for k, v in case.snapshot.items() if k != "paper"})))
    for text in NEVER[leaves_out]:
        if case.says(text) and plain(text) not in given:
            yield f"a paper that must not cite it names “{text}”"


def _other_basis(case: Case) -> Iterator[str]:
    """Where the request rests on a treaty or on reciprocity, the paper says so."""
    rests = case.snapshot["extra"].get("basis") or {}
    said = [rests.get("title", ""), *rests.get("text", "").split("\n\n")] if rests else []
    for text in filter(None, said if case.snapshot["paper"] in (*LETTERS, "note_verbale") else []):
        if not case.says(text.rstrip(".")):
            yield f"the legal basis does not name “{text[:60]}”"


def _party(case: Case, status: Mapping[str, Any] | None) -> Iterator[str]:
    rows = status["rows"] if status else []
    bound = {row["state"] for row in rows if row["in_force_on"]}
    if case.snapshot["watermark"] != "draft" and len(bound) < 2:
        yield "the values do not give the day since which both States are bound"
    for row in rows:
        days = [_day(case.snapshot, row[key]) for key in ("deposited_on", "in_force_on") if row[key]]
        for text in (row["state"], *days):
            if not case.says(text):
                yield f"the party status of {row['state']} does not say “{text}”"


def complete(case: Case) -> Iterator[str]:
    """What Art. 18(15) asks is there; no section is blank; no empty value is printed."""
    if case.snapshot["paper"] == "request":
        yield from (f"{f.article}: {f.code}" for f in lacking(case.content, case.kind))
    if case.snapshot["paper"] in LETTERS:
        # the stop of a line in Arabic is read on either side of it
        lost = (text for text in owed(case.content, case.kind) if not case.says(text.rstrip(" .")))
        yield from (f"not printed: “{text[:60]}”" for text in lost)
        scattered = (word for word in in_cells(case.content, case.kind) if not case.says(word))
        yield from (f"not printed in a table: “{word}”" for word in scattered)
    yield from _blanks(case)


def _blanks(case: Case) -> Iterator[str]:
    titles = [plain(title) for title in _headings(case.snapshot)]
    for first, following in itertools.pairwise(titles):
        if first + following in case.body:
            yield f"a blank section: “{first}”"
    given = plain(str(_texts(case.snapshot)))
    for sign in ("None", "Undefined", "{{", "[]"):
        if sign in case.body and sign not in given:
            yield f"an empty value is printed: “{sign}”"


def _headings(snapshot: Snapshot) -> list[str]:
    found = re.findall(r"<h2[^>]*>(.*?)</h2>", html(snapshot), re.DOTALL)
    return [unescape(re.sub(r"<[^>]+>", "", heading)) for heading in found]


def _texts(value: Any) -> list[str]:
    """Every text in the values, however deep."""
    if isinstance(value, Mapping):
        return [text for inner in value.values() for text in _texts(inner)]
    if isinstance(value, list):
        return [text for inner in value for text in _texts(inner)]
    return [value] if isinstance(value, str) else []


def discreet(case: Case) -> Iterator[str]:
    """No internal note; no user's name, but those of the signatory, the contact and the person in charge."""
    given = plain(" ".join(_texts({k: v for k, v in case.snapshot.items() if k != "signatory"})))
    signatory = case.snapshot["signatory"]
    for name in case.people:
        signs = signatory and signatory["name"] == name and case.snapshot["watermark"] != "draft"
        if case.says(name) and not signs and plain(name) not in given:
            yield f"the name of a user: “{name}”"
    yield from (f"an internal text: “{text[:60]}”" for text in case.internal if text.strip() and case.says(text))


def resolved(case: Case) -> Iterator[str]:
    """Every annex that is cited exists, and every annex is cited; so do the persons, offences and items named."""
    if case.snapshot["paper"] not in LETTERS:
        return
    labels = {annex["label"] for annex in case.content["annexes"]}
    named = cited("\n".join(_inner(p, n, case.snapshot) for n, p in enumerate(case.printed.pages)))
    if case.snapshot["watermark"] == "draft":  # a reader takes letters of the watermark into the lines that it crosses
        named = [label for label in named if label in labels or label in cited("\n".join(_texts(case.content)))]
    yield from (f"Annex {label} is cited and does not exist" for label in named if label not in labels)
    if case.snapshot["paper"] == "request":  # a draft may still lack its citations
        yield from (f"Annex {label} is never cited" for label in sorted(labels - set(named)))
    listed = ("persons", "accounts", "offences", "assistance", "property")
    known = {row["label"] for section in listed for row in case.content.get(section, [])}
    text = " ".join(case.printed.pages)
    for label in sorted(
        set(re.findall(r"\b(?:[Ii]tem|[Oo]ffence|[Pp]erson|[Aa]ccount)s?\s+([ABOP]\d+)\b", text)) - known
    ):
        yield f"{label} is named and does not exist"


def protective(case: Case) -> Iterator[str]:
    """Witnesses and victims are named only where the execution needs it; of a sealed annex only the title stands."""
    own_words = plain(" ".join(_texts(case.snapshot["step"]["data"])))
    for person in case.content["persons"]:
        name = person["family_name"]
        protected = person["role"] in ("witness", "victim") and case.snapshot["paper"] not in NAMING
        if protected and plain(name.upper()) in case.body.upper() and plain(name) not in own_words:
            yield f"the name of {person['label']}, a {person['role']}"
    for annex in case.content["annexes"]:
        if annex["confidential"] and annex["file_name"] and case.says(annex["file_name"]):
            yield f"the file name of Annex {annex['label']}, which is confidential"


def reasoned(case: Case) -> Iterator[str]:
    """A deadline stands with its reasons."""
    deadline = case.content["deadline"]
    if case.snapshot["paper"] not in LETTERS or not deadline["on"]:
        return
    if not case.says(_day(case.snapshot, deadline["on"])):
        yield "the deadline is not printed"
    if not deadline["reasons"].strip() or not case.says(deadline["reasons"].split("\n\n")[0]):
        yield "the deadline has no reasons"


def undertaken(case: Case) -> Iterator[str]:
    """The undertakings that are printed are those that are stored, no more and no fewer."""
    if case.snapshot["paper"] not in LETTERS:
        return
    for name, text in Spoken(citing(case.snapshot)).UNDERTAKINGS.items():
        stored = name in case.content["undertakings"] and not is_for_a_person(case.kind)
        if case.says(str(text)) != stored:
            yield f"{name} is {'stored and not printed' if stored else 'printed and not stored'}"


def authentic(case: Case) -> Iterator[str]:
    """The code is that of the values, the version's hash that of the content; printing again gives the same text."""
    s, expected = case.snapshot, code(case.snapshot)
    for number, page in enumerate(case.printed.pages, 1):
        if plain(f"code {expected}") not in plain(page):
            yield f"page {number} does not bear the code {expected}"
    if s["version_hash"] and hashlib.sha256(canonical(s["content"])).hexdigest() != s["version_hash"]:
        yield "the content is not that of the version"
    if s["version_hash"] and not case.says(s["version_hash"]):
        yield "the version's hash is not printed"
    if s["previous_hash"] and not case.says(s["previous_hash"]):
        yield "the hash of the previous entry is not printed"
    if PAPERS[s["paper"]].carries_snapshot and case.printed.attachments.get(SNAPSHOT_FILE) != canonical(s):
        yield "the PDF does not carry the values from which it was made"
    if read(render(s).pdf).pages != case.printed.pages:
        yield "printing the values again gives another text"


def legible(case: Case) -> Iterator[str]:
    """A4, black on white, tagged, archival; fonts embedded; no heading ends a page; no name in its script is lost."""
    p = case.printed
    if "A4" not in p.size:
        yield f"the paper is {p.size}, not A4"
    yield from (f"page {number} has colour" for number in p.coloured)
    if not p.tagged or not p.archival:
        yield "the PDF is not tagged or not archival"
    yield from (f"the font {name} is not embedded" for name, embedded in p.fonts.items() if not embedded)
    titles = {plain(title) for title in _headings(case.snapshot)}
    for number, page in enumerate(p.pages, 1):
        lines = [line for line in _inner(page, number - 1, case.snapshot).splitlines() if line.strip()]
        ends = {plain("".join(lines[-n:])) for n in (1, 2, 3)}
        yield from (f"page {number} ends with the heading “{title}”" for title in titles & ends)
    if case.snapshot["paper"] in LETTERS:
        lost = (name for name in in_script(case.content, case.kind) if not case.says(name))
        yield from (f"a name in its script is lost: “{name}”" for name in lost)


def in_language(case: Case) -> Iterator[str]:
    """The language that the PDF declares is that of the letter, and a request is in the language that it states."""
    language = case.snapshot["language"]
    if case.printed.language != language:
        yield f"the PDF declares “{case.printed.language}”, the letter is in “{language}”"
    if case.snapshot["paper"] == "request" and case.content["language"]["request"] != language:
        yield "the language of the letter is not the one that the request states"


def signed(case: Case) -> Iterator[str]:
    """A draft is watermarked on each page and bears no name; what is issued bears name, office, place and day."""
    draft = case.snapshot["watermark"] == "draft"
    for number, page in enumerate(case.printed.pages, 1):
        if ("DRAFT–" in plain(page)) != draft:
            yield f"page {number} is {'not ' if draft else ''}marked as a draft"
    if case.snapshot["paper"] not in INITIALLED:
        yield from _signature(case, draft)


def _signature(case: Case, draft: bool) -> Iterator[str]:
    signatory = case.snapshot["signatory"] or {"name": "", "title": ""}
    ends = "".join(plain(page) for page in _letter(case)[-2:]).replace(plain(_("Signature and seal")), "")
    for text in filter(None, (signatory["name"], signatory["title"])):
        if not draft and plain(text) not in ends:
            yield f"the signature block does not name “{text}”"
        if draft and plain(text) in ends and plain(text) not in plain(" ".join(_texts(case.content))):
            yield f"the signature block already names “{text}”"
    for text in (_("Signature"), _("Seal")):
        if plain(text) not in ends:
            yield f"there is no space for the {text.lower()}"


def _letter(case: Case) -> tuple[str, ...]:
    """The pages of the letter itself: an identity sheet, or schedules of property, may follow them."""
    sheets = tuple(plain(title) for title in (_("Identity sheet of the person sought"), _("Schedule of property")))
    pages = case.printed.pages
    inner = [plain(_inner(page, number, case.snapshot)) for number, page in enumerate(pages)]
    return pages[: next((n for n, text in enumerate(inner) if text.startswith(sheets)), len(pages))]


#: The list: each number with its check.
CHECKS: tuple[tuple[int, Callable[[Case], Iterator[str]]], ...] = (
    (1, references), (2, legal_basis), (3, complete), (4, discreet), (5, resolved), (6, protective), (7, reasoned),
    (8, undertaken), (9, authentic), (10, legible), (11, in_language), (12, signed),
)  # fmt: skip
