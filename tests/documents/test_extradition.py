"""The letters that ask for a person: their sections in order, nothing blank, Art. 16 and never Art. 18."""

import re

import pytest

from mla.documents.acceptance import examine
from mla.documents.papers import title
from mla.documents.printed import read
from mla.documents.render import html, render
from tests.documents import extradition_samples as x
from tests.documents.test_render import sections, words

FORMAL = [
    "1 Reference, urgency and confidentiality", "2 Requesting and requested central authority; channel",
    "3 Legal basis and party status", "4 Person sought", "5 Purpose of the request",
    "6 Procedural history; warrant or judgment", "7 Facts", "8 Offences: law, penalty, limitation",
    "9 Dual criminality", "10 Application of the Convention", "11 Provisional arrest",
    "12 Nationality; alternative request", "13 Assurances", "14 Fair treatment", "15 Property", "16 Surrender",
    "17 Annexes", "18 Signature and seal",
]  # fmt: skip
ARREST = [
    "1 Requesting and requested central authority; channel", "2 Legal basis and party status", "3 Person sought",
    "4 Location", "5 Urgency", "6 Warrant or judgment", "7 Offences: date and place", "8 Facts", "9 Penalty",
    "10 Formal request for extradition; term", "11 Contact round the clock", "12 Annexes", "13 Signature and seal",
]  # fmt: skip
LETTERS = [(paper, kind) for kind in x.KINDS for paper in ("request", "working_draft")]


@pytest.mark.parametrize(("kind", "titles"), [("extradition", FORMAL), ("provisional_arrest", ARREST)])
def test_a_full_letter_has_its_sections_in_order(kind, titles):
    assert sections(x.snapshot(kind=kind)) == titles


# What is not given is left out, and the numbers close up.
@pytest.mark.parametrize(
    ("kind", "parts", "gone"),
    [
        (
            "extradition",
            ("arrest", "assurances", "articles", "surrender", "annexes"),
            ("11 ", "13 ", "15 ", "16 ", "17 "),
        ),
        ("extradition", ("per_offence", "transnational", "group", "offences"), ("8 ", "9 ", "10 ")),
        ("provisional_arrest", ("custody", "contact", "facts"), ("5 ", "8 ", "10 ", "11 ")),
    ],
)
def test_a_section_without_content_is_left_out(kind, parts, gone):
    made, blank = x.snapshot(kind=kind), x.KINDS[kind].blank()
    made["content"] |= {name: blank[name] for name in parts}
    titles = [t.partition(" ")[2] for t in (FORMAL if kind == "extradition" else ARREST) if not t.startswith(gone)]
    assert sections(made) == [f"{n} {t}" for n, t in enumerate(titles, 1)]


@pytest.mark.parametrize(("paper", "kind"), LETTERS)
def test_a_letter_in_which_nothing_is_given_prints_no_blank_section(paper, kind):
    made = x.snapshot(paper, kind, content=x.KINDS[kind].blank(), extra={}, version=None, version_hash=None)
    left = [t.partition(" ")[2] for t in sections(made)]
    assert left == [
        *(["Reference, urgency and confidentiality"] if kind == "extradition" else []),
        "Requesting and requested central authority; channel",
        *(["Fair treatment"] if kind == "extradition" else []),
        "Signature and seal",
    ]
    assert "None" not in words(made)


@pytest.mark.parametrize(("paper", "kind"), LETTERS)
def test_each_letter_is_accepted(paper, kind):
    made = x.snapshot(paper, kind)
    assert examine(render(made).pdf, made, people=["Pedro Redator", made["signatory"]["name"]]) == []


@pytest.mark.parametrize("kind", x.KINDS)
def test_a_letter_on_a_sentence_is_accepted_and_says_what_remains(kind):
    made = x.snapshot(kind=kind, content=x.convicted(kind))
    assert examine(render(made).pdf, made) == []
    said = words(made)
    assert "so that the sentence named below can be enforced" in said
    assert "14 years, 10 months and 22 days" in said
    assert "Remedies after a judgment in absence. [demonstration] Code, article 341." in said
    assert ("applies for the enforcement there" in said) is (kind == "extradition")


def test_the_identity_sheet_ends_the_letter_on_a_page_of_its_own():
    pages = read(render(x.snapshot()).pdf).pages
    assert "Identity sheet of the person sought" in pages[-1]
    assert "For the central authority" not in pages[-1]
    assert "For the central authority" in pages[-2]
    assert "a scar over the left eye" in pages[-1]
    made = x.snapshot()
    made["content"]["sought"]["person"] = ""
    assert "Identity sheet" not in words(made)


# A photograph is an annex by its letter; what was written instead stands as it is.
@pytest.mark.parametrize(("given", "said"), [("C", "Photograph Annex C"), ("with the warrant", "with the warrant")])
def test_where_the_photograph_is(given, said):
    made = x.snapshot()
    made["content"]["sought"]["photograph"] = given
    assert words(made).count(said) == 2  # in the letter, and in the sheet


def test_an_annex_that_only_identifies_the_person_is_cited():
    made = x.snapshot()
    rows = re.findall(r'<tr class="above">\s*<td>([A-Z])</td>.*?<td>([^<]*)</td>\s*</tr>', html(made), re.DOTALL)
    assert rows == [("A", "16"), ("B", "17, 19"), ("C", "P1"), ("D", "P1")]


# Each offence stands with its law, penalty, limitation and equivalent; an accessory one is asked for as such.
def test_what_is_said_of_each_offence():
    said = words(x.snapshot())
    for text in (
        "O1 – International trafficking of drugs",
        "Maximum penalty 20 years",
        "Until May 2036",
        "article 283a",
    ):
        assert text in said
    assert said.count("asked to apply Article 16 to this offence too") == 1
    assert "Application of the Convention to this offence. O1 is a serious crime" in said


def test_others_than_the_person_sought_are_named_with_their_role_and_witnesses_are_not():
    said = words(x.snapshot())
    assert "MITARBEITER, suspect" in said
    assert "P3 witness" in said
    assert "MARTYRAS" not in said.upper()


# The four bases (Art. 16(3)-(6)), each with its sentence; on another basis Art. 16 stands between two parties only.
@pytest.mark.parametrize(
    ("basis", "beside", "said", "not_said"),
    [
        ("UNTOC", False, ("as its legal basis", "(Art. 16(4))", "Fair treatment"), ("Art. 16(3)", "Art. 16(6)")),
        ("NO_TREATY", False, ("none is needed", "(Art. 16(6))", "Fair treatment"), ("Art. 16(4)",)),
        ("TREATY", True, ("Treaty on Extradition of 1997", "(Art. 16(3))", "Fair treatment"), ("Art. 16(4)",)),
        ("TREATY", False, ("Treaty on Extradition of 1997",), ("Convention", "Art. 16", "Fair treatment")),
        ("RECIPROCITY", True, ("basis of reciprocity", "Fair treatment"), ("Art. 16(3)", "Art. 16(4)")),
        ("RECIPROCITY", False, ("basis of reciprocity",), ("Convention", "Art. 16", "Fair treatment")),
    ],
)
@pytest.mark.parametrize("kind", x.KINDS)
def test_on_what_the_letter_rests(kind, basis, beside, said, not_said):
    made = x.on_basis(basis, beside=beside, kind=kind)
    text = words(made)
    own = {"Fair treatment"} if kind == "provisional_arrest" else set()
    assert all(one in text for one in said if one not in own)
    assert not any(one in text for one in not_said)
    assert examine(render(made).pdf, made) == []


# Whose rule the term is, is said; the Convention sets none.
def test_the_term_of_a_provisional_arrest():
    said = words(x.snapshot(kind="provisional_arrest"))
    assert "with its documents, by 21 June 2016" in said
    assert "counted from the arrest: 40 days" in said
    assert "Whose rule the term is. [demonstration] Code of Criminal Procedure of Albania, article 493." in said
    made = x.snapshot(kind="provisional_arrest")
    made["content"]["custody"] |= {"promise": False, "days": 1}
    assert "The formal request is to be sent by 21 June 2016" in words(made)
    assert "counted from the arrest: one day" in words(made)
    made["content"]["custody"] |= {"promise": True, "formal_by": None}
    assert "with its documents." in words(made)


@pytest.mark.parametrize(
    ("kind", "paper", "named"),
    [
        ("assistance", "request", "Request for mutual legal assistance"),
        ("extradition", "request", "Request for extradition"),
        ("provisional_arrest", "working_draft", "Working draft of a request for provisional arrest"),
        ("extradition", "acknowledgement", "Acknowledgement of receipt"),
    ],
)
def test_a_paper_bears_the_title_of_its_kind(kind, paper, named):
    assert str(title(paper, kind)) == named


SHARED = (
    "party_status", "transmission_note", "note_verbale", "acknowledgement", "information_request", "reminder",
    "supplementary_information", "information_lapsed", "consultation_answer", "consultation_end", "undertaking",
    "conditions_declined", "offer_lapsed", "progress_enquiry", "progress_report", "confidentiality_notice",
    "confidentiality_answer", "cost_consultation", "cost_answer", "obligation_notice", "redirection", "closing_note",
    "withdrawal",
)  # fmt: skip
OF_ARREST = ("party_status", "transmission_note", "note_verbale", "acknowledgement", "closing_note", "withdrawal")


# A paper that all kinds share speaks of this request, and cites nothing of Art. 18.
@pytest.mark.parametrize(
    ("paper", "kind"), [(p, "extradition") for p in SHARED] + [(p, "provisional_arrest") for p in OF_ARREST]
)
def test_a_shared_paper_speaks_of_the_person(paper, kind):
    made = x.shared(paper, kind)
    said = words(made)
    assert "assistance" not in said
    assert not re.search(r"\bArts?\.\s18|Article 18", said)
    assert "None" not in said
    assert examine(render(made).pdf, made) == []


# Where the Convention binds not both States, nothing of it is cited.
@pytest.mark.parametrize("paper", SHARED)
def test_a_shared_paper_on_another_basis_cites_nothing(paper):
    made = x.shared(paper)
    other = x.on_basis("TREATY", beside=False)
    made["content"]["regime"], made["version_hash"] = other["content"]["regime"], other["version_hash"]
    made["extra"] |= other["extra"]
    assert not re.search(r"Convention|\bArts?\.\W+\d", words(made))


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("close_nationality", "because the person is a national of the requested State"),
        ("close_withdrawn", "withdrawn"),
    ],
)
def test_a_closing_note_says_how_an_extradition_ended(step, said):
    made = x.shared("closing_note")
    made["step"]["name"] = step
    assert said in words(made)


@pytest.mark.parametrize(("left", "ends"), [("granted", True), ("arrest_ordered", True), ("surrendered", False)])
def test_a_withdrawal_ends_the_measures_against_the_person(left, ends):
    made = x.shared("withdrawal")
    made["extra"]["from_state"] = left
    assert ("every measure against the person" in words(made)) is ends


# What the list finds wrong of such a letter.
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda made: made["content"]["file"].update(warrant_by=""), "content.warrant.missing"),
        (lambda made: made["content"]["sought"].update(description="Another."), "not printed: “Another.”"),
        (lambda made: made["content"]["persons"][0].update(original_script="Άλλος"), "lost: “Άλλος”"),
        (lambda made: made["content"]["assurances"][0].update(undertaking="Another."), "not printed: “Another.”"),
        (lambda made: made.update(kind="assistance"), "does not name “Article 18”"),
    ],
)
def test_a_letter_that_lacks_or_loses_something_is_not_accepted(change, fault):
    pdf, made = render(x.snapshot()).pdf, x.snapshot()
    change(made)
    assert any(fault in found.what for found in examine(pdf, made))
