"""The letters about property: content by stage, a schedule of any length, Art. 13 and Art. 18 through Art. 13(3)."""

import re
from decimal import Decimal

import pytest

from mla.documents.acceptance import examine
from mla.documents.papers import title
from mla.documents.printed import read
from mla.documents.render import html, render
from mla.domain.assets.content import ENFORCE, FREEZE, OBTAIN, TRACE
from mla.domain.history import canonical, sha256
from mla.domain.kinds.assets import KIND as ASSETS
from tests.documents import assets_samples as a
from tests.documents import samples
from tests.documents.test_render import sections, words

COMMON = [
    "Reference, urgency and confidentiality", "Requesting and requested central authority; channel",
    "Legal basis and party status", "Authority that conducts the proceedings", "Nature and stage of the proceedings",
    "Persons concerned", "Facts", "Offences", "Application of the Convention", "What is requested",
]  # fmt: skip
END = [
    "Return and sharing", "Procedures wished", "Deadline and reasons", "Confidentiality",
    "Use limitation and other undertakings", "Costs", "Contact and return of material", "Annexes", "Signature and seal",
]  # fmt: skip
OWN = {
    TRACE: ["Facts relied upon (Art. 13(3)(c))", "Property"],
    FREEZE: ["Facts relied upon (Art. 13(3)(c))", "Property", "Risk, duration and management", "Third parties"],
    OBTAIN: ["Facts that are to carry the order (Art. 13(3)(a))", "Property", "Third parties"],
    ENFORCE: ["Facts on which the order rests (Art. 13(3)(b))", "Order of confiscation (Art. 13(3)(b))", "Property",
              "Third parties"],
}  # fmt: skip
TITLES = {
    TRACE: "Request for the tracing of property",
    FREEZE: "Request for the freezing or seizure of property",
    OBTAIN: "Request for confiscation",
    ENFORCE: "Request for the enforcement of an order of confiscation",
}
#: What the letter of each stage says, and another does not.
SAYS = {
    TRACE: ("identify and trace the property described below, for the purpose of eventual confiscation (Art. 13(2))",
            "Bank secrecy is no ground", "(Arts. 12(6), 13(3), 18(8))"),
    FREEZE: ("for the purpose of eventual confiscation (Art. 13(2))", "other competent authority (Art. 2(f))",
             "The Convention sets no duration for a freeze", "stopped by the bank",
             "The yacht needs upkeep"),
    OBTAIN: ("so that they obtain an order of confiscation", "if it is granted, give effect to it (Art. 13(1)(a))"),
    ENFORCE: ("to the extent requested (Art. 13(1)(b))", "enforceable and no longer subject to ordinary appeal",
              "recovered USD 58,400,000.00", "Up to the whole amount of the order", "summoned in person",
              "no one came forward"),
}  # fmt: skip


@pytest.mark.parametrize("stage", a.STAGES)
def test_a_letter_has_the_sections_of_its_stage_in_order(stage):
    expected = [*COMMON, *OWN[stage], *END]
    found = [section.replace("\u00a0", " ") for section in sections(a.letter(stage))]
    assert found == [f"{n} {name}" for n, name in enumerate(expected, 1)]


@pytest.mark.parametrize("stage", a.STAGES)
def test_a_letter_says_what_its_stage_asks(stage):
    said = words(a.letter(stage))
    assert [phrase for phrase in SAYS[stage] if phrase not in said] == []
    others = {phrase for other in a.STAGES for phrase in SAYS[other]} - set(SAYS[stage]) - {SAYS[FREEZE][0]}
    assert [phrase for phrase in others if phrase in said] == []
    assert f"{TITLES[stage]} under Article 13 of the United Nations Convention" in said


@pytest.mark.parametrize("stage", a.STAGES)
@pytest.mark.parametrize("paper", ["request", "working_draft"])
def test_each_letter_is_accepted(stage, paper):
    made = a.letter(stage, paper)
    assert examine(render(made).pdf, made, people=["Pedro Redator", "Maria Exemplo"]) == []


@pytest.mark.parametrize(("stage", "named"), [*TITLES.items(), ("", "Request for measures on property")])
def test_a_letter_bears_the_title_of_its_stage(stage, named):
    assert str(title("request", "assets", {"measure": {"stage": stage}})) == named
    assert str(title("closing_note", "assets", {"measure": {"stage": stage}})) == "Closing note"


@pytest.mark.parametrize("stage", ["", *a.STAGES])
@pytest.mark.parametrize("paper", ["request", "working_draft"])
def test_a_letter_in_which_nothing_is_given_prints_no_blank_section(stage, paper):
    blank = ASSETS.blank()
    blank["measure"]["stage"] = stage
    made = a.letter(FREEZE, paper, content=blank, extra={}, version=None, version_hash=None)
    left = [found.partition(" ")[2] for found in sections(made)]
    asked = ["What is requested"] if stage else []
    assert left == [COMMON[0], COMMON[1], *asked, "Signature and seal"]
    assert "None" not in words(made)


def test_a_letter_that_asks_for_no_return():
    said = a.content(OBTAIN)
    said["disposal"] = ASSETS.blank()["disposal"]
    made = a.letter(OBTAIN, content=said, version_hash=sha256(canonical(said)))
    assert not any("Return" in found for found in sections(made) if "material" not in found)
    assert examine(render(made).pdf, made) == []


# On reciprocity or a treaty, nothing of the Convention is cited, and the letter says on what it rests.
@pytest.mark.parametrize("stage", a.STAGES)
@pytest.mark.parametrize("basis", ["RECIPROCITY", "TREATY"])
def test_a_letter_on_another_basis_cites_nothing_of_the_convention(stage, basis):
    made = a.on_basis(a.letter(stage), basis)
    said = words(made)
    assert not re.search(r"Convention|\bArts?\.\W+\d", said)
    assert {"RECIPROCITY": "basis of reciprocity", "TREATY": "Treaty on Mutual Legal Assistance of"}[basis] in said
    assert examine(render(made).pdf, made) == []


# A request about assets rests on Art. 13; what Art. 18 says applies to it through Art. 13(3), which is cited with it.
@pytest.mark.parametrize("stage", a.STAGES)
def test_art_18_is_cited_through_art_13_3(stage):
    said = words(a.letter(stage))
    assert "Article 18 applies to it mutatis mutandis (Art. 13(3))" in said
    assert "(Arts. 13(3), 18(20))" in said
    assert "Art. 18(" not in said


SHARED = tuple(
    name
    for name in dict.fromkeys(paper for step in ASSETS.steps for paper in step.documents)
    if name in samples.STEPS and name not in ("request", "working_draft", "closing_note")
)


# A paper that kinds share speaks of this request and not of assistance, and cites Art. 18 through Art. 13(3).
@pytest.mark.parametrize("paper", SHARED)
def test_a_shared_paper_speaks_of_the_property(paper):
    made = a.shared(paper)
    said = words(made)
    assert "assistance" not in said.replace("Treaty on Mutual Legal Assistance", "")
    assert "Art. 18(" not in said
    assert "None" not in said
    assert examine(render(made).pdf, made) == []


@pytest.mark.parametrize("paper", SHARED)
def test_a_shared_paper_on_another_basis_cites_nothing(paper):
    assert not re.search(r"Convention|\bArts?\.\W+\d", words(a.on_basis(a.shared(paper))))


# Art. 13(7) gives a ground of its own: a consultation on it cites that paragraph alone.
def test_a_consultation_may_be_on_an_offence_that_is_not_covered():
    said = words(a.shared("consultation", grounds=["not_covered", "legal_system"]))
    assert "the Convention covers (Art. 13(7))" in said
    assert "(Arts. 13(3), 18(21)(d))" in said


# Nothing is frozen before the request is taken up, so a withdrawal then speaks of no freeze.
@pytest.mark.parametrize(("left", "speaks"), [("received", False), ("frozen", True)])
def test_a_withdrawal_asks_what_becomes_of_a_freeze(left, speaks):
    made = a.shared("withdrawal")
    made["extra"]["from_state"] = left
    said = words(made)
    assert "It asks that what is done on the request be ended." in said
    assert ("A freeze that is in force ends when" in said) is speaks


# A confiscation that follows a freeze names that request, and what is frozen on it (row A7).
@pytest.mark.parametrize("stage", [OBTAIN, ENFORCE])
def test_a_confiscation_names_the_request_that_it_follows(stage):
    made = a.letter(stage)
    made["extra"] |= {"follows": {"our_ref": "BRA-DRCI/AST/2026/00001-M", "your_ref": "USA-OIA/AST/2026/00004-C"},
                      "estate": a.snapshot("continue_freeze")["extra"]["estate"]}  # fmt: skip
    said = words(made)
    for text in ("Request that this one follows", "follows the request with the reference BRA-DRCI/AST/2026/00001-M",
                 "USA-OIA/AST/2026/00004-C", "until the confiscation is decided", "26-mc-1",
                 "In force until the end of 30 September 2026"):  # fmt: skip
        assert text in said
    assert examine(render(made).pdf, made) == []
    made["extra"]["follows"]["your_ref"], made["extra"]["estate"]["held"] = None, []
    said = words(made)
    assert "BRA-DRCI/AST/2026/00001-M" in said
    assert not any(text in said for text in ("Reference of the requested authority", "Order of freeze", "None"))


def _rows(made):
    return re.findall(r"<tr>\s*<td>(V\d+)</td>", html(made))


def test_the_schedule_stands_in_the_letter_while_it_is_short():
    made = a.letter(FREEZE)
    assert _rows(made) == [row["label"] for row in a.PROPERTY]
    said = words(made)
    assert "Schedule of property" not in said
    for text in ("Vessel [demonstration] Motor yacht “Exemplo”, 24 m", "Marina of Miami, United States of America",
                 "Holder: P1 J.R. AND J.R.", "Owner: [demonstration] Example Holdings Ltd.", "on 5 January 2026",
                 "Property into which proceeds were turned (Art. 12(3))", "P1, O1", "not stated",
                 "For one asset no value is stated"):  # fmt: skip
        assert text in said
    # one line a currency, and no sum over two
    assert re.findall(r"Sum of the values stated ([A-Z]{3} [\d,.]+)", said) == [
        "EUR 1,250,000.50",
        "JPY 300,000",
        "USD 59,300,000.00",
    ]


# Three hundred assets: a schedule after the letter, its head on each page, each asset once, the sums at the end only.
def test_a_schedule_of_three_hundred_assets():
    said = a.content(FREEZE)
    said["property"] = a.many(300)
    made = a.letter(FREEZE, content=said, version_hash=sha256(canonical(said)))
    printed = render(made).pdf
    assert examine(printed, made) == []
    pages = read(printed).pages
    first = next(n for n, page in enumerate(pages) if "Schedule of property" in page)
    schedule = pages[first:]
    assert 15 <= len(schedule) <= 26
    assert "Signature and seal" in pages[first - 1]
    assert all("Where; holder; owner" in page for page in schedule)
    labels = re.findall(r"^V\d+$", "\n".join(schedule), re.MULTILINE)
    assert sorted(labels, key=lambda label: int(label[1:])) == [f"V{n}" for n in range(1, 301)]
    assert [n for n, page in enumerate(schedule) if "Sum of the values stated" in page] == [len(schedule) - 1]
    _sums_are_right(schedule[-1])


def _sums_are_right(page):
    sums = dict(re.findall(r"^(CHF|JPY|USD)\s([\d,.]+)$", page.partition("Sum of the values stated")[2], re.MULTILINE))
    for currency, given in sums.items():
        rows = [row for row in a.many(300) if row["currency"] == currency and row["value"]]
        assert Decimal(given.replace(",", "")) == sum(Decimal(row["value"]) for row in rows)
    assert sums.keys() == {"CHF", "JPY", "USD"}
    assert "For 6 assets no value is stated" in page


# A description that fills pages is printed whole, though no row is broken that fits on a page.
def test_a_description_of_any_length_is_printed_whole():
    said = a.content(FREEZE)
    said["property"][1]["description"] = "An item of the collection. " * 250
    made = a.letter(FREEZE, content=said, version_hash=sha256(canonical(said)))
    assert "".join(read(render(made).pdf).pages).count("collection") == 250


# A letter that lacks or loses something is not accepted.
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda made: made["content"]["measure"].update(facts=""), "content.facts_relied.missing"),
        (lambda made: made["content"]["measure"].update(dissipation="Another."), "not printed: “Another.”"),
        (lambda made: made["content"]["property"][0].update(description="Another"), "in a table: “Another”"),
        (lambda made: made["content"]["disposal"].update(victims="Another."), "not printed: “Another.”"),
        (lambda made: made["content"]["undertakings"].append("safe_conduct"), "stored and not printed"),
    ],
)
def test_a_letter_that_loses_something_is_not_accepted(change, fault):
    made = a.letter(FREEZE)
    pdf = render(made).pdf
    change(made)
    assert any(fault in found.what for found in examine(pdf, made))


def test_a_letter_on_art_18_alone_is_not_accepted():
    made = samples.snapshot()
    pdf = render(made).pdf
    changed = a.letter(FREEZE) | {"number": made["number"]}
    assert any("does not name “Article 13”" in found.what for found in examine(pdf, changed))


# A witness or victim is named in the letter, where the property is listed, and by label alone in a report.
def test_a_report_names_no_victim_who_holds_property():
    letter, report = a.letter(FREEZE), a.snapshot("submit_freeze")
    for made in (letter, report):
        made["content"]["property"][0]["holder"] = "P4"
        made["extra"].get("estate", {"assets": [{}]})["assets"][0]["holder"] = "P4"
    assert "Holder: P4 EXEMPLO DA SILVA, João" in words(letter)
    assert "EXEMPLO DA SILVA" not in words(report)
    assert "Holder: P4" in words(report)
