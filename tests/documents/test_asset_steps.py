"""The papers of the steps on property say what they must, what became of each asset, and cite what says it."""

import json
import re
from html import unescape

import pytest

from mla.documents.acceptance import examine
from mla.documents.printed import read
from mla.documents.render import html, render
from mla.domain.history import canonical, sha256
from tests import asset_answers, asset_forms

from . import assets_samples as a
from .test_render import words

NO_DURATION = "The Convention sets no duration for a freeze"
FREE = "The rights of third parties in good faith are not to be prejudiced (Arts. 12(8), 13(8))."
#: What the paper of each step must say.
SAYS = {
    "begin_tracing": ("identified and traced for the purpose of eventual confiscation (Art. 13(2))",
                      "Federal Prosecutor, Miami", "30 April 2026", "Bank secrecy is no ground", "Begin with V1",
                      "Motor yacht", "(Arts. 13(3), 18(20))"),
    "report_tracing": ("to identify and trace property (Art. 13(2))", "V1 Account", "traced", "not found",
                       "V6 Share in a company", "All shares of Example Trading LLC", "USD 57 million",
                       "for ten years", "USD 2,000,000.00",
                       "V7 [demonstration] A safe", "Registers of land", "does not hold the records",
                       "(Arts. 13(3), 18(19))", "Not in tax proceedings", "This report freezes nothing"),
    "submit_freeze": ("has been submitted to the competent authority", "District Court, Miami", "Docket 26-mc-1",
                      "11 March 2026",
                      "Nothing is frozen by this paper", "(Art. 13(2))"),
    "report_freeze": ("by an order of 2 February 2026", "(Arts. 2(f), 13(2))", "26-mc-1", "District Court, Miami",
                      "no sale or charge", "V1 Account", "USD 58,400,000.00", "no amount named", "EUR 1,250,000.50",
                      "holds until the end of 30 September 2026", "Unless an order of confiscation comes before",
                      "28 U.S.C. 2467(d)(3)", NO_DURATION, "one of the law of the United States of America",
                      "A final order of confiscation, certified", "received by 31 August 2026", FREE,
                      "submitted to the competent authority on 1 February 2026", "(Arts. 13(3), 18(24))"),
    "continue_freeze": ("goes on as it was ordered", "(Art. 13(2))", "In force until the end of 30 September 2026",
                        "makes none of them longer", "change nothing"),
    "report_denial": ("was not made", "The facts or the evidence do not suffice.", "(Arts. 13(3), 18(23))",
                      "where the money came from", "10 March 2026", "submitted on 1 February 2026",
                      "does not stand in the way of a new request"),
    "end_freeze": ("No property is frozen any more", "Lifted from 1 March 2026", NO_DURATION, "needs a new order",
                   "The registers were told"),
    "ask_extension": ("until 31 March 2027", "The trial has not ended", "still stand", NO_DURATION,
                      "In force until the end of 30 September 2026", "rule of the law of the United States of America"),
    "extend_freeze": ("until the end of 31 March 2027", "A longer freeze was asked on 1 March 2026",
                      "District Court, Miami", "One year more, once", NO_DURATION, "A report on the trial",
                      "received by 31 January 2027", "V1 Account", "V2 Real estate"),
    "decline_extension": ("is not granted", "A longer freeze, until 31 March 2027, was asked on 1 March 2026",
                          "(Arts. 13(3), 18(23))", "allows no longer freeze", "ends by its own terms", NO_DURATION,
                          "In force until the end of 30 September 2026"),
    "notify_unjustified": ("no longer required for the property named below", "(Arts. 13(3), 18(24))", "acquitted",
                           "V2 Real estate", "from which day the property is free"),
    "lift_freeze": ("free from 11 March 2026", "gave notice on 10 March 2026", "(Arts. 13(3), 18(24))",
                    "The requesting State gave notice that it is not needed any more", "V2 Real estate",
                    "It gave the notice itself", "Property that stays frozen", "V3 Vessel"),
    "close_measure": ("has closed the case of the request for the freezing or seizure of property",
                      "Where the property stands", "Freeze lifted: USD 58,400,000.00", "Freeze asked: JPY 300,000"),
    "close_followed": ("A request for confiscation goes on", "BRA-DRCI/AST/2026/00003-Q",
                       "A freeze that is in force is not ended by this note", "Frozen: EUR 1,250,000.50",
                       "Unless an order of confiscation comes before"),
    "begin_court_phase": ("has been submitted to the competent authority for confiscation",
                          "effect is given to it to the extent requested (Art. 13(1)(b))", "12/2025",
                          "28 U.S.C. 2467(c)", "(Art. 13(4))", FREE, "A hearing is held in April"),
    "notify_third_parties": ("had notice of the proceeding", "(Arts. 12(8), 13(8))", "Example Bank", "Mortgage on V2",
                             "registered letter", "1 March 2026", "1 May 2026"),
    "record_claims": ("Claim K1", "Example Bank", "V2 – [demonstration] Flat 12, 1 Example Drive; V3 – ",
                      "19 February 2026", "A mortgage of 2019",
                      "(Arts. 12(8), 13(8))", "before the claims are decided"),
    "decide_claims": ("Claim K1", "Example Bank", "A mortgage of 2019", "Upheld in part", "paid off", "25 February",
                      "(Arts. 12(8), 13(8))"),
    "report_confiscation": ("by an order of 2 March 2026", "(Arts. 2(g), 13(1)(b))", "26-cv-1", "confiscated in part",
                            "USD 40,000,000.00", "at 1.1, 2 March 2026 ([demonstration] European Central Bank)",
                            "EUR 1,250,000.50", "The order names USD 58,400,000.00",
                            "Confiscated in the requested State USD 42,275,000.55",
                            "Recovered in other States USD 0.00", "upheld in part", FREE, "(Art. 14(1))",
                            "The return that the requesting State asks", "(Art. 14(2))"),
    "refuse_not_covered": ("The cooperation requested", "is refused", "covered by the Convention (Art. 13(7))",
                           "One person acted alone", "O2", "(Arts. 13(3), 18(23))",
                           "No organized criminal group", "No further fact was stated"),
    "report_realisation": ("turned into money", "(Art. 14(1))", "5 March 2026", "USD 900,000.00", "USD 950,000.00",
                           "USD 50,000.00 more than valued", "EUR 150,000.50 less than valued", "EUR 1,200.25",
                           "USD 31,200.50", "Remains USD 40,918,799.50", "Remains EUR 1,101,200.25"),
    "ask_return": ("be returned to it (Art. 14(2))", "To the extent that its law permits", "priority consideration",
                   "The 312 depositors", "The heirs of the seller", "A list of the depositors",
                   "Confiscated in part: USD 40,000,000.00", "The rest: Frozen", "Confiscation: 26-cv-1",
                   "Freeze: 26-mc-1", "Confiscated: EUR 1,250,000.50"),
    "open_disposal": ("is consulted", "(Art. 14(1))", "to share V2", "30 April 2026", "(Art. 14(2))",
                      "(Art. 14(3)(b))", "Turned into money: USD 918,799.50"),
    "answer_disposal": ("told on 9 March 2026", "To return V1", "but for V3"),
    "consider_return": ("given priority consideration: a part is returned (Art. 14(2))", "asked for return on 9 March",
                        "The 312 depositors", "18 U.S.C. 981(i)", "have not been found"),
    "propose_sharing": ("proposes to share the confiscated property (Art. 14(3)(b))", "an agreement for this case",
                        "One half each", "Each State bears its costs", "Nothing is shared before",
                        "Remains USD 40,918,799.50"),
    "accept_sharing": ("is accepted (Art. 14(3)(b))", "made on 9 March 2026", "One half each", "Minister of Justice"),
    "decline_sharing": ("is not accepted", "made on 9 March 2026", "One half each", "The victims come first"),
    "dispose": ("is disposed of as follows", "(Art. 14(1))", "18 U.S.C. 981(i)", "Agreement of 9 March 2026",
                "priority consideration on 9 March 2026: a part is returned (Art. 14(2))",
                "shared with the other State (Art. 14(3)(b))", "(Art. 14(3)(a))", "used to cover costs EUR 200.25",
                "Remains USD 0.00", "Remains EUR 101,000.00"),
    "confirm_payment": ("receipt of what was sent", "does not match", "USD 25.00", "USD 40,000,000.00",
                        "EUR 1,000,000.00"),
    "notify_unenforceable": ("is no longer enforceable since 10 March 2026", "12/2025", "was set aside",
                             "nothing more be confiscated", "Confiscated: EUR 1,250,000.50"),
    "notify_other_states": ("is sent to several States", "Switzerland, B-7, [demonstration] One half; Japan.",
                            "up to one half",
                            "Confiscated in the requested State USD 42,275,000.55"),
    "report_recovery": ("CHF 1,000,000.00 was recovered in Switzerland", "5 March 2026", "1.12", "Swiss National Bank",
                        "Recovered in other States USD 1,120,000.00"),
}  # fmt: skip
PAPERS = tuple(a.all_papers())
#: Labels that don't stand in the order of their letters.
TWELVE = [row | {"label": f"V{n}"} for n, row in enumerate(a.many(7), 6)]
#: Taken only where the Convention carries the request.
UNDER_THE_CONVENTION = ("refuse_not_covered",)


def text(made):
    return unescape(words(made))


@pytest.mark.parametrize("step", a.STEPS)
def test_a_paper_says_what_it_must(step):
    said = text(a.snapshot(step))
    assert [phrase for phrase in SAYS[step] if phrase not in said] == []


# What a form may leave out leaves nothing behind: no empty value, no heading over nothing.
@pytest.mark.parametrize(("step", "number"), PAPERS)
def test_a_paper_can_do_without_what_its_form_does_not_ask(step, number):
    made = a.bare(step, number)
    assert "None" not in text(made)
    assert re.findall(r"<h2[^>]*>[^<]*</h2>\s*(?=<h2|<section)", html(made)) == []
    made["step"]["data"] = {}
    assert "None" not in text(made)


# What the forms themselves give is printed whole: each text that was typed, and no value that was left empty.
@pytest.mark.parametrize("form", [asset_answers, asset_forms])
@pytest.mark.parametrize("step", a.STEPS)
def test_a_paper_prints_what_its_form_gives(step, form):
    made, given = a.snapshot(step), form.answers(step)
    made["step"]["data"] = given
    said = text(made)
    rows = [row for value in given.values() if isinstance(value, list) for row in value if isinstance(row, dict)]
    typed = [value for told in (given, *rows) for value in told.values() if isinstance(value, str) and " " in value]
    assert [value for value in typed if value.rstrip(".") not in said] == []
    assert "None" not in said


@pytest.mark.parametrize(("step", "number"), PAPERS)
@pytest.mark.parametrize("watermark", [None, "draft"])
def test_a_paper_and_its_draft_are_accepted(step, number, watermark):
    made = a.snapshot(step, number, watermark=watermark)
    assert examine(render(made).pdf, made, people=["Pedro Redator"]) == []


# The stored values have their keys in another order than those that were printed first: the text is the same.
@pytest.mark.parametrize(("step", "number"), PAPERS)
def test_a_paper_hangs_on_no_order_of_keys(step, number):
    made = a.snapshot(step, number, content=a.content(a.STEPS[step][0]) | {"property": [*a.PROPERTY, *TWELVE]})
    made["extra"]["estate"]["assets"] = made["content"]["property"]
    assert html(json.loads(canonical(made))) == html(made)


# On reciprocity or a treaty, the fixed words name no article of the Convention, nor whose law the Convention leaves it.
@pytest.mark.parametrize(("step", "number"), [paper for paper in PAPERS if paper[0] not in UNDER_THE_CONVENTION])
def test_a_paper_on_another_basis_cites_nothing_of_the_convention(step, number):
    for made in (a.snapshot(step, number), a.bare(step, number)):
        assert re.findall(r"Convention|\bArts?\.\W+\d", text(a.on_basis(made))) == []


# Nothing that is good practice or a rule of this system is cited as law.
@pytest.mark.parametrize(("step", "number"), PAPERS)
def test_a_paper_cites_articles_only(step, number):
    assert re.findall(r"good practice|this system|Art\. 18\(", text(a.snapshot(step, number))) == []


# How long a freeze holds is never the Convention's: each paper that speaks of it says whose rule it is.
@pytest.mark.parametrize("step", ["report_freeze", "extend_freeze"])
def test_a_freeze_without_a_day(step):
    made = a.snapshot(step)
    made["step"]["data"] |= {"lapses_on": None, "needed": "", "needed_by": None}
    said = text(made)
    assert "No day is set on which the freeze ends." in said
    assert NO_DURATION in said
    assert "What must be sent" not in said


# Each freeze says how it stands on the day of the paper.
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"hold": "lapsed"}, "Lapsed: it held until the end of 30 September 2026. [demonstration] Unless"),
        ({"hold": "lifted", "lifted_on": "2026-03-01", "cause": ""}, "Lifted from 1 March 2026."),
        ({"lapses_on": "", "lapse_rule": "", "law": ""}, "In force; no day is set on which it ends. V3"),
    ],
)
def test_how_a_freeze_stands(changed, said):
    made = a.snapshot("continue_freeze")
    made["extra"]["estate"]["freezes"]["V2"] |= changed
    assert said in text(made)


def test_a_freeze_that_nobody_recorded_is_named_as_such():
    made = a.snapshot("extend_freeze")
    made["step"]["data"]["assets"] = ["V4"]
    assert "V4 Crypto-asset [demonstration] 12 units at an exchange no freeze recorded" in text(made)


def test_a_lifting_of_all_that_is_frozen_says_that_nothing_else_is():
    made = a.snapshot("lift_freeze")
    made["extra"]["estate"]["held"] = []
    said = text(made)
    assert "No other property is frozen on this request." in said
    assert "Property that stays frozen" not in said


# By either route: an order is obtained, or a foreign order is given effect to.
@pytest.mark.parametrize("step", ["begin_court_phase", "report_confiscation"])
def test_an_order_may_be_obtained(step):
    made = a.snapshot(step, content=a.content("confiscate_a"))
    made["version_hash"] = sha256(canonical(made["content"]))
    assert "13(1)(a))" in text(made)
    assert "13(1)(b)" not in text(made)


# Third parties: claims that were decided, none that is known, or none that was made.
@pytest.mark.parametrize(
    ("known", "said"),
    [({"none_known": True}, "No third party with an interest in the property is known."),
     ({}, "No third party has made a claim.")],
)  # fmt: skip
def test_a_confiscation_without_claims(known, said):
    made = a.snapshot("report_confiscation")
    made["extra"]["estate"]["claims"] = []
    made["step"]["data"] |= known
    assert said in text(made)


def test_a_return_that_nobody_asked_is_considered_where_it_is_asked():
    made = a.snapshot("report_confiscation")
    made["content"]["disposal"]["asked"] = False
    assert "A return is given priority consideration where it is asked" in text(made)


# What no rate leads into the order's currency is counted nowhere, and the paper says so.
@pytest.mark.parametrize(("count", "said"), [(1, "One recovery is not counted"), (2, "2 recoveries are not counted")])
def test_what_is_not_counted_is_told(count, said):
    made = a.snapshot("report_recovery")
    made["extra"]["estate"]["recovered"]["uncounted"] = count
    assert said in text(made)


# What is kept or covers costs is paid to nobody: the certificate lists what goes out, the thing itself included.
def test_a_certificate_lists_what_goes_out():
    made = a.snapshot("dispose", 1)
    said = text(made)
    assert "certifies that what is listed below" in said
    assert "kept by the State" not in said
    assert "cover costs" not in said
    made["step"]["data"]["lines"] = [{"label": "V2", "to": "returned", "amount": "", "beneficiary": "The heirs"}]
    assert "The heirs the thing itself" in text(made)
    made["step"]["data"]["lines"] = [{"label": "V2", "to": "retained", "amount": "1", "currency": "USD"}]
    assert "certifies that nothing is paid or handed over" in text(made)


def test_a_receipt_of_all_that_was_told():
    made = a.snapshot("confirm_payment")
    made["step"]["data"] = {"matches": True}
    assert "What arrived matches what was told." in text(made)


# A report on three hundred assets lists them after the letter, each once.
@pytest.mark.parametrize("step", ["report_freeze", "report_confiscation"])
def test_a_report_on_three_hundred_assets(step):
    said = a.content(a.STEPS[step][0])
    said["property"] = a.many(300)
    made = a.snapshot(step, content=said, version_hash=sha256(canonical(said)))
    made["extra"]["estate"]["assets"] = said["property"]
    made["step"]["data"]["assets"] = [
        {"label": row["label"], "extent": "whole", "amount": row["value"], "currency": row["currency"]}
        for row in said["property"]
    ]
    printed = render(made).pdf
    assert examine(printed, made) == []
    pages = read(printed).pages
    first = next(n for n, page in enumerate(pages) if page.count("Schedule of property"))
    assert "300 assets" in pages[0] + pages[1]
    assert 8 <= len(pages) - first <= 20
    labels = re.findall(r"^V\d+$", "\n".join(pages[first:]), re.MULTILINE)
    assert sorted(labels, key=lambda label: int(label[1:])) == [f"V{n}" for n in range(1, 301)]
    assert "CHF 112,624.50" in pages[-1].replace("\u00a0", " ")
