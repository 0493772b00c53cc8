"""Sections and paragraphs are counted through the whole letter, and every citation of an annex is found."""

import pytest

from mla.documents.numbering import Numbering, cited


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("", []),
        ("the annex is missing", []),
        ("see Annex C.", ["C"]),
        ("see Annex\nC, and annex AB", ["C", "AB"]),
        ("Annexes A and B", ["A", "B"]),
        ("Annexes A, B and D to F", ["A", "B", "D", "E", "F"]),
        ("Annexes A, B, and C", ["A", "B", "C"]),
        ("Annex A; Annex A again", ["A"]),
        ("Annex C AND MORE", ["C"]),
        ("ANNEX C", []),
    ],
)
def test_citations_of_annexes_are_found_once_each_in_order(text, labels):
    assert cited(text) == labels


def test_paragraphs_run_on_through_sections():
    numbering = Numbering()
    said = [numbering.section(), numbering.paragraph("one"), numbering.section(), numbering.paragraph("two")]
    assert said == [1, 1, 2, 2]
    assert numbering.sections == 2


def test_an_annex_knows_each_place_that_cites_it():
    numbering = Numbering()
    numbering.paragraph("<b>Facts.</b> See Annex&nbsp;B and Annex B.")
    numbering.paragraph("Nothing here.")
    assert numbering.note("O1", "Annexes A and B") == "Annexes A and B"
    assert numbering.places("B") == ["1", "O1"]
    assert numbering.places("A") == ["O1"]
    assert numbering.places("C") == []
