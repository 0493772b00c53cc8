"""What a page shows of the sections of a request for extradition or for provisional arrest."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from mla import wording
from mla.documents import words as papers
from mla.domain.extradition.content import per_offence
from mla.domain.findings import GOOD_PRACTICE
from mla.queries.agreements import title_of
from mla.web.forms import words

from . import content as shared
from .content import Content, Rows, Sections, named, said


def _yes(value: bool) -> str:
    return str(_("Yes")) if value else ""


def _day(value: str | None) -> str:
    return wording.day(value) if value else ""


def _regime(content: Content) -> Rows:
    regime = content["regime"]
    yield _l("Legal basis"), title_of(regime["agreement"]) or said(words.EXTRADITION_BASES, regime["basis"])
    yield _l("How the position of the requested State is known"), regime["source"]
    yield _l("Protocols"), [said(words.PROTOCOLS, code) for code in regime["protocols"]]
    yield _l("What is offered"), regime["reciprocity"] if regime["basis"] == "RECIPROCITY" else ""


def _sought(content: Content) -> Rows:
    sought = content["sought"]
    yield _l("Person sought"), _person(content)
    yield _l("Where the person is"), said(words.WHEREABOUTS, sought["located"])
    yield _l("Where the person is to be found"), sought["whereabouts"]
    yield _l("National of the requested State"), said(words.NATIONALS, sought["national"])
    yield _l("Description"), sought["description"]
    yield _l("Photograph"), _annex(sought["photograph"])
    yield _l("Fingerprints"), _annex(sought["fingerprints"])


def _person(content: Content) -> list[str]:
    """The lines of the person who is sought, as the list of persons has them."""
    return next((lines for label, lines in shared.persons(content) if label == content["sought"]["person"]), [])


def _annex(label: str) -> str:
    return str(_("Annex %(label)s", label=label)) if label else ""


def _others(content: Content) -> Rows:
    yield from ((label, lines) for label, lines in shared.persons(content) if label != content["sought"]["person"])


def _file(content: Content) -> Rows:
    file = content["file"]
    yield _l("Sought for"), str(papers.SOUGHT_FOR.get(file["sort"], ""))
    yield _l("Warrant"), _issued(file, "warrant")
    yield _l("Evidence"), file["evidence"]
    yield _l("Judgment"), _issued(file, "judgment")
    yield _l("Enforceable"), _yes(file["enforceable"])
    yield _l("Sentence"), file["sentence"]
    yield _l("Time served"), file["served"]
    yield _l("Time that remains"), file["remaining"]
    yield _l("Given in absence"), _yes(file["in_absentia"])
    yield _l("New trial"), file["retrial"]
    yield _l("Course of the proceeding"), file["history"]


def _issued(file: Mapping[str, Any], name: str) -> str:
    return ", ".join(filter(None, (file[f"{name}_by"], _day(file[f"{name}_on"]), file[f"{name}_number"])))


def _offences(content: Content) -> Rows:
    """Each offence as the matter has it, with what extradition needs to know of it besides."""
    beside = per_offence(content)
    for label, lines in shared.offences(content):
        row = beside[label]
        beyond = _("A separate serious crime: the requested State may apply the article to it.")
        more = [
            named(_l("Facts"), row["facts"]),
            named(_l("Lapse of time"), row["limitation"]),
            named(_l("Law of the requested State"), row["equivalent"]),
            str(beyond) if row["accessory"] else "",
        ]
        yield label, [*lines, *filter(None, more)]


def _alternative(content: Content) -> Rows:
    asked = content["alternative"]
    yield _l("Prosecution there"), _yes(asked["prosecution"])
    yield _l("Enforcement of the sentence there"), _yes(asked["enforcement"])
    yield _l("Besides"), asked["text"]


def _arrest(content: Content) -> Rows:
    arrest = content["arrest"]
    yield _l("Arrested on"), _day(arrest["arrested_on"])
    yield _l("Reference"), arrest["reference"]
    yield _l("Besides"), arrest["text"]


def _assurances(content: Content) -> Rows:
    for row in content["assurances"]:
        by = named(_l("Given by, and by which power"), row["binding_authority"])
        yield said(words.ASSURANCES, row["assurance"]), [line for line in (row["undertaking"], by) if line]


def _surrender(content: Content) -> Rows:
    handed_over = content.get("articles") or content["property"]  # so a version frozen earlier calls it
    yield _l("Property to hand over"), handed_over["text"]
    yield _l("How the surrender could pass"), content["surrender"]["text"]


def _custody(content: Content) -> Rows:
    custody = content["custody"]
    yield _l("Why the arrest can’t wait"), custody["urgency"]
    yield _l("A formal request follows"), _yes(custody["promise"])
    yield _l("It follows by"), _day(custody["formal_by"])
    yield (
        _l("Days for which the person may be held without it"),
        "" if custody["days"] is None else str(custody["days"]),
    )
    yield _l("Treaty or law that sets this term"), custody["rule"]


def _formal(content: Content) -> Rows:
    yield _l("Language of the request"), dict(words.languages()).get(content["language"]["request"], "")
    contact = content["contact"]
    yield _l("Contact"), [line for line in (contact["name"], contact["telephone"], contact["email"]) if line]


_SHARED: Sections = (
    (_l("Legal basis"), "16(3); 16(4); 16(5); 16(6)", _regime),
    (_l("Person sought"), "16(1)", _sought),
    (_l("Warrant or judgment"), GOOD_PRACTICE, _file),
    (_l("Authority and proceeding"), GOOD_PRACTICE, shared.proceedings),
    (_l("Other persons concerned"), GOOD_PRACTICE, _others),
    (_l("Facts"), GOOD_PRACTICE, shared.facts),
    (_l("Offences"), "16(1); 16(2)", _offences),
    (_l("Trafficking in persons"), "TIP 3", shared.trafficking),
    (_l("Transnational offence"), "3(2); 16(1)", shared.transnational),
    (_l("Organised criminal group"), "2(a); 2(c); 16(1)", shared.group),
)
_LAST: Sections = (
    (_l("Confidentiality"), GOOD_PRACTICE, shared.confidentiality),
    (_l("Language and contact"), GOOD_PRACTICE, _formal),
)
#: The sections of each kind, in the order of the letter.
SECTIONS: Mapping[str, Sections] = {
    "extradition": (
        *_SHARED,
        (_l("Deadline"), GOOD_PRACTICE, shared.deadline),
        (_l("If the person is a national"), "16(10); 16(12)", _alternative),
        (_l("Provisional arrest that was made"), "16(9)", _arrest),
        (_l("Assurances"), GOOD_PRACTICE, _assurances),
        (_l("Property and surrender"), GOOD_PRACTICE, _surrender),
        *_LAST,
    ),
    "provisional_arrest": (*_SHARED, (_l("Urgency and formal request"), "16(9)", _custody), *_LAST),
}
