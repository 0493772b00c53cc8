"""A paper of a request on a treaty or on reciprocity cites that basis, and never the Convention."""

import re
from html import unescape

import pytest

from mla.documents.acceptance import examine
from mla.documents.citations import without
from mla.documents.render import html, render

from . import samples

CITES = re.compile(r"Convention|\bArticles? 18|\bArts?\.\W+\d")


def text(made):
    return unescape(re.sub(r"<[^>]+>", " ", html(made)))


# Where another basis carries the request, no paper of it cites the Convention, whoever issues it.
@pytest.mark.parametrize("basis", samples.BASES)
@pytest.mark.parametrize("paper", samples.STEPS)
def test_no_paper_cites_the_convention(paper, basis):
    assert CITES.findall(text(samples.on_basis(paper, basis))) == []


# Letter, note verbale and statement name the treaty, or say the reciprocity that is offered.
@pytest.mark.parametrize("paper", ["request", "working_draft", "note_verbale", "party_status"])
def test_the_basis_is_named(paper):
    assert "Treaty on Mutual Legal Assistance" in text(samples.on_basis(paper, "TREATY"))
    told = text(samples.on_basis(paper, "RECIPROCITY"))
    assert "reciprocity" in told
    assert "would meet a comparable request" in told
    assert re.search(r"Code, Article\W26\.", told)


@pytest.mark.parametrize("basis", samples.BASES)
@pytest.mark.parametrize("paper", ["request", "note_verbale"])
def test_the_papers_are_accepted(paper, basis):
    made = samples.on_basis(paper, basis)
    assert examine(render(made).pdf, made, people=["Pedro Redator"]) == []


# The list of acceptance sees a basis that is not named, and the Convention where it is no basis.
@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda made: made["extra"]["basis"].update(title="Another treaty"), "does not name “Another treaty”"),
        (lambda made: made["content"].update(regime={"basis": "TREATY"}), "names “Article 18”"),
    ],
)
def test_a_wrong_basis_is_a_fault(change, fault):
    printed = samples.on_basis("request", "TREATY") if "Another" in fault else samples.snapshot()
    told = samples.on_basis("request", "TREATY") if "Another" in fault else samples.snapshot()
    pdf = render(printed).pdf
    change(told)
    assert any(fault in found.what for found in examine(pdf, told))


# Only what stands in parentheses goes; what people wrote never passes here.
@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("Purpose (Art. 18(15)(f)).", "Purpose."),
        ("Facts (Trafficking in Persons Protocol, Art. 3).", "Facts."),
        ("Asked (Arts. 2(a), 18(1)) and told (twice).", "Asked and told (twice)."),
        ("Art. 5 of the Code", "Art. 5 of the Code"),
    ],
)
def test_citations_in_parentheses_are_left_out(said, left):
    assert without(said) == left
