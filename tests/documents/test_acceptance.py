"""The print acceptance list: every paper passes it, and each of its points can fail."""

import copy
import dataclasses
import io
from collections.abc import Callable
from functools import cache
from typing import Any

import pikepdf
import pytest
from weasyprint import HTML

from mla.documents import acceptance, printed
from mla.documents.acceptance import CHECKS, examine, opened
from mla.documents.printed import NoReader, Printed, read
from mla.documents.render import render
from mla.domain.history import canonical, sha256

from . import samples

CHECK = dict(CHECKS)
Change = Callable[[dict[str, Any]], None]


@pytest.mark.parametrize("paper", [*samples.STEPS, "scripts", "sparse"])
def test_every_paper_is_accepted(paper):
    special = {"scripts": samples.scripts, "sparse": samples.sparse}
    made = special[paper]() if paper in special else samples.snapshot(paper)
    people = ["Pedro Redator", made["signatory"]["name"]]
    assert examine(render(made).pdf, made, people=people, internal=["The drafter's own note", " "]) == []


@cache
def printed_of(paper: str) -> Printed:
    return read(render(samples.snapshot(paper)).pdf)


def faults(number: int, made: dict[str, Any], pages: Printed | None = None, **more: Any) -> list[str]:
    return list(CHECK[number](opened(pages or printed_of(made["paper"]), made, **more)))


def printed_otherwise(change: Change, paper: str = "request") -> tuple[dict[str, Any], Printed]:
    """The values as they should have been printed, and the PDF of others."""
    made = samples.snapshot(paper)
    other = copy.deepcopy(made)
    change(other)
    return made, read(render(other).pdf)


def put(*path: Any, value: Any) -> Change:
    """Change one value deep in a snapshot."""

    def change(made: dict[str, Any]) -> None:
        for key in path[:-1]:
            made = made[key]
        made[path[-1]] = value

    return change


@pytest.mark.parametrize(
    ("number", "change", "what"),
    [
        (1, put("our_ref", value="BRA-DRCI/MLA/2008/00002-R"), "does not say “Our ref: BRA-DRCI/MLA/2008/00001-T”"),
        (1, put("your_ref", value="USA-OIA/MLA/2008/00007-K"), "does not say “Your ref: none yet”"),
        (1, put("date", value="2008-02-13"), "does not say “12 February 2008”"),
        (1, put("place", value="Curitiba"), "does not say “Brasília”"),
        (1, put("markings", value=["CONFIDENTIAL"]), "does not say “URGENT”"),
        (2, put("content", "regime", "basis", value=""), "does not name"),
        (2, put("extra", "party", "rows", 0, "in_force_on", value="2004-02-29"), "does not say “28 February 2004”"),
        (3, put("content", "purpose", "text", value="Another purpose."), "not printed"),
        (3, put("content", "facts", "summary", value="Other facts."), "not printed"),
        (
            5,
            put("content", "purpose", "text", value="See Annex E and offence O9."),
            "Annex E is cited and does not exist",
        ),
        (5, put("content", "purpose", "text", value="See Annex E and offence O9."), "O9 is named and does not exist"),
        (7, put("content", "deadline", "reasons", value=""), "the deadline has no reasons"),
        (7, put("content", "deadline", "on", value="2008-07-01"), "the deadline is not printed"),
        (8, put("content", "undertakings", value=["use_limitation", "reciprocity"]), "return_of_originals is stored"),
        (8, put("content", "undertakings", value=list(acceptance.words.UNDERTAKINGS)), "safe_conduct is printed"),
        (9, put("matter", value="anything"), "does not bear the code"),
        (9, put("previous_hash", value="13" * 32), "the previous entry is not printed"),
        (9, put("version_hash", value="14" * 32), "the version's hash is not printed"),
        (9, put("content", "contact", "name", value="Somebody else"), "gives another text"),
        (9, put("content", "contact", "name", value="Somebody else"), "does not carry the values"),
        (11, put("language", value="fr"), "the PDF declares “fr”"),
        (12, put("watermark", value="draft"), "page 1 is marked as a draft"),
        (12, put("watermark", value="draft"), "does not name “Maria Exemplo”"),
        (12, put("signatory", "title", value="Clerk"), "does not name “Head of the authority”"),
    ],
)
def test_a_paper_that_says_something_else_is_not_accepted(number, change, what):
    made, pages = printed_otherwise(change)
    found = faults(number, made, pages)
    assert any(what in fault for fault in found), found


@pytest.mark.parametrize("number", CHECK)
def test_the_right_paper_passes_every_one_of_these_points(number):
    assert faults(number, samples.snapshot()) == []


def test_a_page_that_miscounts_is_seen():
    pages = printed_of("request")
    short = dataclasses.replace(pages, pages=pages.pages[:-1])
    assert any("page 1 of 5" in fault for fault in faults(1, samples.snapshot(), short))


def test_party_status_of_one_state_alone_is_no_legal_basis():
    for paper in ("request", "party_status"):
        made = samples.snapshot(paper)
        made["extra"]["party"]["rows"][1]["in_force_on"] = None
        assert any("both States are bound" in fault for fault in faults(2, made))


def test_what_the_article_requires_must_be_given():
    made = samples.snapshot()
    made["content"]["authority"]["functions"] = ""
    assert "18(15)(b): content.conducting_functions.missing" in faults(3, made)


def test_a_blank_section_and_an_empty_value_are_seen():
    pages = printed_of("request")
    blank = dataclasses.replace(pages, pages=(*pages.pages, "7. Facts\n8. Offences\nNone"))
    found = faults(3, samples.snapshot(), blank)
    assert "a blank section: “7.Facts”" in found
    assert "an empty value is printed: “None”" in found


def test_names_of_users_and_internal_texts_are_seen():
    made, pages = printed_otherwise(put("content", "purpose", "text", value="Drafted by Pedro Redator. Own note."))
    found = faults(4, made, pages, people=["Pedro Redator", "Maria Exemplo"], internal=["Own note."])
    assert found == ["the name of a user: “Pedro Redator”", "an internal text: “Own note.”"]


def test_a_draft_does_not_name_its_signatory():
    made = samples.snapshot(watermark="draft")
    assert faults(4, made, people=["Maria Exemplo"]) == ["the name of a user: “Maria Exemplo”"]
    assert any("already names" in fault for fault in faults(12, made))
    assert any("is not marked as a draft" in fault for fault in faults(12, made))


def test_an_annex_that_nobody_cites_is_seen():
    made = samples.snapshot()
    made["content"]["annexes"].append(made["content"]["annexes"][0] | {"label": "F"})
    assert faults(5, made) == ["Annex F is never cited"]


def test_a_witness_is_named_only_where_the_execution_needs_it():
    named = put("content", "proceedings", "subject", value="Case of Exemplo da Silva")
    made, pages = printed_otherwise(named, "acceptance")
    assert faults(6, made, pages) == ["the name of P4, a witness"]
    assert faults(6, samples.snapshot("request")) == []


def test_the_file_of_a_confidential_annex_is_not_named():
    made, pages = printed_otherwise(put("content", "purpose", "text", value="See annex-C.pdf."))
    assert faults(6, made, pages) == ["the file name of Annex C, which is confidential"]


def test_a_content_that_is_not_the_version_is_seen():
    made = samples.snapshot()
    made["content"]["contact"]["name"] = "Somebody else"
    assert "the content is not that of the version" in faults(9, made)


def letter(css: str = "", tagged: bool = True) -> bytes:
    page = f"<html lang=en><title>x</title><style>{css}</style><p>7. Facts</p></html>"
    return HTML(string=page).write_pdf(pdf_variant="pdf/a-3a" if tagged else None)


@pytest.mark.parametrize(
    ("pdf", "what"),
    [
        (letter("@page { size: letter }"), "not A4"),
        (letter("@page { size: A4 } p { color: #00c }"), "page 1 has colour"),
        (letter("@page { size: A4 }", tagged=False), "not tagged or not archival"),
        (letter("@page { size: A4 }"), "page 1 ends with the heading “7.Facts”"),
    ],
)
def test_a_page_of_another_form_is_not_accepted(pdf, what):
    assert any(what in fault for fault in faults(10, samples.snapshot(), read(pdf)))


def test_a_font_that_is_not_embedded_is_seen():
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(595.276, 841.89))
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = pdf.make_stream(b"BT /F1 12 Tf 72 720 Td (x) Tj ET")
    out = io.BytesIO()
    pdf.save(out)
    found = faults(10, samples.snapshot(), read(out.getvalue()))
    assert "the font Helvetica is not embedded" in found


def test_a_name_lost_in_its_script_is_seen():
    made = samples.scripts()
    assert "a name in its script is lost: “أحمد المثال”" in faults(10, made, printed_of("request"))


def test_a_letter_in_another_language_than_it_states_is_seen():
    made = samples.snapshot()
    made["content"]["language"]["request"] = "pt"
    assert faults(11, made) == ["the language of the letter is not the one that the request states"]


def test_a_signature_block_without_space_is_seen():
    pages = printed_of("request")
    cut = dataclasses.replace(pages, pages=tuple(p.replace("Seal", "") for p in pages.pages))
    assert faults(12, samples.snapshot(), cut) == ["there is no space for the seal"]


def test_every_point_of_the_list_is_checked_and_reported_with_its_number():
    assert [number for number, _ in CHECKS] == list(range(1, 13))
    made = samples.snapshot()
    made["content"]["undertakings"] = []
    made["version_hash"] = sha256(canonical(made["content"]))
    found = examine(render(samples.snapshot()).pdf, made)
    assert {fault.number for fault in found} == {8, 9}


def test_without_the_reader_it_says_what_is_missing(monkeypatch):
    monkeypatch.setattr(printed.shutil, "which", lambda _: None)
    with pytest.raises(NoReader, match="poppler-utils"):
        read(b"%PDF-")
