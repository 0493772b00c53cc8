"""Every paper that the table of steps issues can be printed; every printed paper has a number and a name."""

import re

from mla.documents.papers import BESIDE, PAPERS, TEMPLATES, printable
from mla.domain.kinds import KINDS
from mla.domain.kinds.extradition import KIND as EXTRADITION
from mla.domain.kinds.provisional import KIND as ARREST

#: Every kind, also one that is not offered yet.
ALL = {kind.name: kind for kind in (*KINDS.values(), EXTRADITION, ARREST)}.values()


def test_every_paper_of_every_kind_has_a_template():
    for kind in ALL:
        issued = {name for step in kind.steps for name in step.documents}
        assert issued <= printable(kind.name), kind.name


# What a paper recalls are steps of a kind that issues it.
def test_a_paper_recalls_steps_of_its_kind():
    for kind in ALL:
        steps = {step.name for step in kind.steps}
        issued = {name for step in kind.steps for name in step.documents}
        assert [name for name in issued if not set(PAPERS[name].recalls) <= steps] == []


def test_a_paper_without_a_template_is_not_printable():
    assert "request" not in printable("no such kind")
    assert "refusal" in printable("no such kind")


def test_no_two_papers_share_the_suffix_of_a_number():
    suffixes = [paper.suffix for paper in PAPERS.values()]
    assert len(set(suffixes)) == len(suffixes)
    assert all(re.fullmatch("[A-Z]{3}", suffix) for suffix in suffixes)


def test_no_template_lies_about_that_no_paper_uses():
    helpers = {"frame", "parts", "letter", "schedule"}
    assert {path.stem for path in TEMPLATES.rglob("*.html")} - helpers == set(PAPERS) | set(BESIDE)


def test_every_fixed_text_goes_through_the_translators():
    """Between tags stand only expressions: no word of a letter is written into a template."""
    for path in TEMPLATES.rglob("*.html"):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", path.read_text(), flags=re.DOTALL)
        bare = re.sub(r"<[^>]*>", " ", text, flags=re.DOTALL)
        words = [word for word in re.findall(r"[A-Za-z]{3,}", bare) if word not in ("SHA", "Art", "nbsp")]
        assert not words, (path.name, words)
