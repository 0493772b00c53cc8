"""A paper says what its snapshot holds and no more, and is not issued with a hole in it."""

import copy
import gc
import hashlib
import logging
import re
from contextlib import nullcontext

import pikepdf
import pytest
from jinja2 import UndefinedError
from weasyprint import HTML

from mla.documents import render as module
from mla.documents.printed import plain, read
from mla.documents.render import ForeignResource, MissingGlyph, PaperError, code, html, render
from mla.documents.resources import OwnFiles, Refused
from mla.documents.words import UNDERTAKINGS
from mla.domain.content import empty
from mla.domain.history import canonical

from . import samples


def words(snapshot: dict) -> str:
    """What the paper says, without tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html(snapshot)).replace("\u00a0", " "))


def sections(snapshot: dict) -> list[str]:
    found = re.findall(r'<h2><span class="number">(\d+)\.</span>(.*?)</h2>', html(snapshot))
    return [f"{number} {title}" for number, title in found]


SECTIONS = [
    "1 Reference, urgency and confidentiality", "2 Requesting and requested central authority; channel",
    "3 Legal basis and party status", "4 Authority that conducts the proceedings",
    "5 Nature and stage of the proceedings", "6 Persons concerned", "7 Facts", "8 Offences",
    "9 Application of the Convention", "10 Assistance sought", "11 Link between the evidence and the case; purpose",
    "12 Procedures wished", "13 Deadline and reasons", "14 Confidentiality",
    "15 Use limitation and other undertakings", "16 Costs", "17 Contact and return of material", "18 Annexes",
    "19 Signature and seal",
]  # fmt: skip


def test_a_full_request_has_the_nineteen_sections_in_order():
    assert sections(samples.snapshot()) == SECTIONS


def test_a_section_without_content_is_left_out_and_the_numbers_close_up():
    made = samples.snapshot()
    blank = empty()
    made["content"] |= {key: blank[key] for key in ("persons", "deadline", "procedure", "annexes")}
    gone = ("6 ", "12 ", "13 ", "18 ")
    titles = [title.partition(" ")[2] for title in SECTIONS if not title.startswith(gone)]
    assert sections(made) == [f"{number} {title}" for number, title in enumerate(titles, 1)]


def test_paragraphs_are_numbered_through_the_whole_letter():
    numbers = re.findall(r'<p class="para[^"]*"><span class="number">\((\d+)\)</span>', html(samples.snapshot()))
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert len(numbers) > 25


@pytest.mark.parametrize("stored", [[], ["use_limitation"], ["safe_conduct", "reciprocity"]])
def test_undertakings_are_printed_as_they_are_stored(stored):
    made = samples.snapshot()
    made["content"]["undertakings"] = stored
    said = words(made)
    printed = [name for name, text in UNDERTAKINGS.items() if str(text) in said]
    assert sorted(printed) == sorted(stored)


def test_the_annex_list_says_where_each_annex_is_cited():
    made = samples.snapshot()
    rows = re.findall(r"<tr class=\"above\">\s*<td>([A-Z])</td>.*?<td>([^<]*)</td>\s*</tr>", html(made), re.DOTALL)
    assert [label for label, _ in rows] == ["A", "B", "C", "D"]
    assert all(places for _, places in rows)


def test_the_signature_block_is_empty_until_the_paper_is_issued():
    assert "Maria Exemplo" in html(samples.snapshot())
    draft = samples.snapshot(watermark="draft")
    assert "Maria Exemplo" not in html(draft)
    assert 'class="watermark"' in html(draft)
    assert "DRAFT – NOT A REQUEST" in html(draft)
    assert "DRAFT – NOT ISSUED" in html(samples.snapshot("acceptance", watermark="draft"))


def test_demonstration_authorities_say_so_and_real_ones_do_not():
    real = samples.BRAZIL | {"demonstration": False}, samples.UNITED_STATES | {"demonstration": False}
    assert "Demonstration data" in words(samples.snapshot())
    assert "Demonstration data" not in words(samples.snapshot(**{"from": real[0], "to": real[1]}))


def test_party_status_falls_back_on_the_sentences_of_the_rules():
    said = words(samples.snapshot(extra={}))
    assert "bound since 28 February 2004. (Art. 38(2))" in said
    assert "bound since 3 December 2005. (Art. 38(2))" in said
    assert "language is stated as accepted" not in said


@pytest.mark.parametrize(
    ("step", "sentence"),
    [("close", ""), ("close_refused", "The request was refused."), ("close_withdrawn", "The request was withdrawn.")],
)
def test_a_closing_note_says_how_the_case_ended(step, sentence):
    made = samples.snapshot("closing_note")
    made["step"] = made["step"] | {"name": step, "data": {"outcome": "Nothing came of it."}}
    said = words(made)
    assert sentence in said
    assert "Nothing came of it." in said
    assert "returned" not in said
    assert ("was refused" in said) is (step == "close_refused")


@pytest.mark.parametrize("paper", samples.STEPS)
def test_each_paper_can_do_without_what_its_form_does_not_require(paper):
    needed = {
        "acknowledgement": ("received_on",), "information_request": ("questions",), "refusal": ("ground", "discretion",
        "reasons"), "supplementary_information": ("answers",), "execution_mandate": ("authority",),
        "execution_report": ("items",), "results": ("items", "use_limits"), "authenticity_certificate": ("items",),
        "receipt_of_results": ("matches",), "consultation": ("grounds", "circumstances", "reply_on",
        "helpful_conditions"),
        "consultation_answer": ("opinion",), "consultation_end": ("outcome",), "conditional_offer": ("conditions",
        "reply_on"), "undertaking": ("accepted", "capacity"), "postponement": ("proceeding", "interference",
        "consultation_outcome", "review_on"), "partial_acceptance": ("decisions",),
        "progress_enquiry": ("enquiry",), "progress_report": ("progress",), "confidentiality_notice": ("reason",),
        "confidentiality_answer": ("choice",), "cost_consultation": ("expenses", "proposal"),
        "cost_answer": ("agreed",), "obligation_notice": ("obligation", "account", "settled_on"),
        "other_use_request": ("other_use", "reason"), "other_use_answer": ("consent",),
        "disclosure_notice": ("disclosed", "disclosed_in", "advance"),
        "disclosure_answer": ("wish",), "redirection": (
        "competent_authority", "reason"), "reminder": ("due_on",), "oral_note": samples.STEPS["oral_note"][3],
        "refusal_on_other_basis": ("rests_on", "provision", "reasons"),
        "postponement_on_other_basis": ("provision", "proceeding", "review_on", "interference"),
    }  # fmt: skip
    made = samples.snapshot(paper)
    data = {key: value for key, value in made["step"]["data"].items() if key in needed.get(paper, ())}
    made["step"]["data"] = data
    if paper not in {"party_status", "note_verbale"}:
        made["extra"] = {}
    assert "None" not in words(made)
    made["step"]["data"] = {key: data.get(key) for key in samples.STEPS[paper][3]}
    assert "None" not in words(made)


@pytest.mark.parametrize("paper", ["working_draft", "request"])
def test_a_request_in_which_nothing_is_given_prints_no_blank_section(paper):
    made = samples.sparse(paper)
    assert [title.partition(" ")[2] for title in sections(made)] == [
        "Requesting and requested central authority; channel",
        "Signature and seal",
    ]
    assert "Art. 18(28)" not in words(made)


def test_papers_that_go_along_are_listed_and_a_file_stands_once():
    said = words(samples.snapshot("results"))
    assert said.count("-RPT-01") == 1
    assert "-FIL-01" not in said  # it stands among the files
    assert said.count(samples.FILE["name"]) == 1
    assert "-FIL-01" in words(samples.snapshot("transmission_note"))


def test_what_people_write_is_text_and_never_markup():
    made = samples.snapshot()
    made["content"]["facts"]["summary"] = "<script>x</script> {{ 7 * 7 }} <img src='http://127.0.0.1/x.png'>"
    assert "<script>" not in html(made)
    assert "&lt;script&gt;" in html(made)
    assert "{{ 7 * 7 }}" in html(made)
    assert "<script>x</script>" in " ".join(read(render(made).pdf).pages)


def test_a_value_that_a_template_names_and_nobody_gave_is_an_error():
    made = samples.snapshot()
    del made["previous_hash"]
    with pytest.raises(UndefinedError, match="previous_hash"):
        html(made)


def test_the_code_is_the_beginning_of_the_hash_of_the_snapshot():
    made = samples.snapshot()
    assert code(made).replace(" ", "") == hashlib.sha256(canonical(made)).hexdigest()[:16]
    assert code(made) != code(made | {"place": "Curitiba"})


def test_the_same_snapshot_gives_the_same_text_and_stays_as_it_was():
    made = samples.snapshot("refusal")
    before = copy.deepcopy(made)
    first, second = render(made), render(dict(reversed(made.items())))
    assert made == before
    assert first.code == second.code
    assert read(first.pdf).pages == read(second.pdf).pages
    assert first.sha256 == hashlib.sha256(first.pdf).hexdigest()


def test_the_pdf_is_archival_tagged_and_in_its_language(tmp_path):
    made = samples.snapshot()
    rendered = render(made)
    path = tmp_path / "paper.pdf"
    path.write_bytes(rendered.pdf)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == rendered.pages > 3
        assert str(pdf.Root.Lang) == "en"
        assert bool(pdf.Root.MarkInfo.Marked)
        metadata = pdf.open_metadata()
        assert metadata.pdfa_status == "3A"
        attached = pdf.attachments["snapshot.json"]
        assert attached.get_file().read_bytes() == canonical(made)
        assert str(attached.obj.AFRelationship) == "/Source"


@pytest.mark.parametrize("paper", ["transmission_note", "refusal"])
def test_other_papers_do_not_carry_their_snapshot(paper):
    assert read(render(samples.snapshot(paper)).pdf).attachments == {}


def test_names_in_every_script_are_printed_with_a_font_for_it():
    printed = read(render(samples.scripts()).pdf)
    text = plain("".join(printed.pages))
    for name in ("أحمد المثال", "李子小明", "ПРИМЕРОВ Иван", "Ελένη", "נועה", "สมชาย", "आशा"):
        assert plain(name) in text, name
    assert all(printed.fonts.values())
    for script in ("Naskh-Arabic", "CJK", "Hebrew", "Thai", "Devanagari"):
        assert any(script in font for font in printed.fonts), script


def test_a_character_that_no_font_has_is_a_refusal_to_issue():
    made = samples.snapshot("withdrawal")
    made["step"]["data"]["reason"] = "An unassigned character: \u0378."
    with pytest.raises(MissingGlyph, match=r"U\+0378"):
        render(made)
    assert render(samples.snapshot("withdrawal")).pages == 1  # and the next paper is printed as ever


def quieten(how: str) -> None:
    printer = logging.getLogger("weasyprint")
    if how == "process":
        logging.disable(logging.CRITICAL)
    elif how == "logger":
        printer.disabled = True
    elif how == "level":
        printer.setLevel(logging.CRITICAL)
    else:
        printer.addFilter(deaf)


def deaf(_record: logging.LogRecord) -> bool:
    return False


@pytest.mark.parametrize("how", ["process", "logger", "level", "filter"])
def test_a_missing_character_is_heard_however_logging_is_silenced(how):
    printer = logging.getLogger("weasyprint")
    before = logging.root.manager.disable, printer.disabled, printer.level
    made = samples.snapshot("withdrawal", place="\u0378")
    try:
        quieten(how)
        silenced = logging.root.manager.disable, printer.disabled, printer.level, list(printer.filters)
        with pytest.raises(MissingGlyph):
            render(made)
        assert (logging.root.manager.disable, printer.disabled, printer.level, printer.filters) == silenced
    finally:
        logging.disable(before[0])
        printer.disabled = before[1]
        printer.setLevel(before[2])
        printer.removeFilter(deaf)


@pytest.mark.parametrize("place", ["place", "our_ref"])
def test_a_missing_character_in_the_margins_is_one_too(place):
    with pytest.raises(MissingGlyph):
        render(samples.snapshot("withdrawal", **{place: "\u0378"}))


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "http://127.0.0.1/x.svg", "https://example.org/", "data:image/svg+xml,<svg/>",
     "paper:../../wsgi.py", "paper:/etc/passwd", "paper:frame.html", "ftp://127.0.0.1/x"],
)  # fmt: skip
def test_nothing_is_loaded_but_what_is_on_the_list(url):
    with pytest.raises(Refused):
        OwnFiles().fetch(url)
    with pytest.raises(Refused):
        OwnFiles().open(url)


def test_the_emblem_is_on_the_list():
    response = OwnFiles().fetch("paper:emblem.svg")
    assert response.content_type == "image/svg+xml"
    assert b"<svg" in response.read()


def test_a_paper_that_asks_for_a_foreign_file_is_not_printed(monkeypatch):
    monkeypatch.setattr(module, "html", lambda _: '<p>x</p><img src="file:///etc/hostname" alt="">')
    with pytest.raises(ForeignResource, match="hostname"):
        render(samples.snapshot("withdrawal"))


def test_any_other_warning_of_the_printer_is_a_refusal_too(monkeypatch):
    monkeypatch.setattr(module, "html", lambda _: "<p style='no-such-property: 1'>x</p>")
    with pytest.raises(PaperError, match="no-such-property"):
        render(samples.snapshot("withdrawal"))


# Looking for garbage in the midst of a layout took a third of its time.
@pytest.mark.parametrize("wrong", [False, True])
@pytest.mark.parametrize("before", [True, False])
def test_garbage_is_left_alone_while_a_paper_is_printed_and_looked_for_as_before_then(before, wrong, monkeypatch):
    seen, printed = [], HTML.render

    def watched(*given, **options):
        seen.append(gc.isenabled())
        return printed(*given, **options)

    monkeypatch.setattr(HTML, "render", watched)
    made = samples.snapshot("withdrawal", **({"place": "\u0378"} if wrong else {}))
    try:
        (gc.enable if before else gc.disable)()
        with pytest.raises(MissingGlyph) if wrong else nullcontext():
            render(made)
        assert gc.isenabled() is before
    finally:
        gc.enable()
    assert seen == [False]


def test_a_long_text_runs_over_pages_and_nothing_of_it_is_lost():
    made = samples.snapshot()
    made["content"]["offences"][0]["text"] = " ".join(f"word{n}" for n in range(3000))
    made["content"]["annexes"] = [made["content"]["annexes"][0] | {"label": chr(65 + n)} for n in range(26)]
    printed = read(render(made).pdf)
    said = set(" ".join(printed.pages).split())
    assert not [n for n in range(3000) if f"word{n}" not in said]
    assert sum(page.count("Annex\n") for page in printed.pages) >= 1


def test_colour_would_be_seen():
    """The reader of pages tells colour from grey: otherwise "black on white" would be an empty promise."""
    red = HTML(string="<p style='color: #c00'>x</p>", url_fetcher=OwnFiles()).write_pdf()
    grey = HTML(string="<p style='color: #ccc'>x</p>", url_fetcher=OwnFiles()).write_pdf()
    assert read(red).coloured == (1,)
    assert read(grey).coloured == ()


def offence_found(label, weight, sentence, article):
    return {
        "code": "x", "article": article, "weight": weight, "values": {"label": label}, "where": None,
        "sentence": sentence,
    }  # fmt: skip


# By which article an offence is covered is printed as it was found, and nothing is claimed that was not.
def test_the_letter_says_by_which_article_each_offence_is_covered():
    made = samples.snapshot()
    lead = "Application of the Convention to this offence."
    assert lead not in words(made)
    made["extra"]["offences"] = [
        offence_found("O1", "holds", "O1: covered as stated.", "3(1)(a); 6"),
        offence_found("O2", "warns", "O2: not covered.", "2(b); 3(1)(b)"),
    ]
    said = words(made)
    assert f"{lead} O1: covered as stated. (Art. 3(1)(a); 6)" in said
    assert f"{lead} No application of it is claimed in this request." in said
    assert "O2: not covered." not in said


# Each way, each element and each thing located there is printed with its fact, and only what is stored.
def test_the_letter_says_by_which_fact_the_convention_applies():
    made = samples.snapshot()
    made["content"]["transnational"] |= {"limbs": ["c"], "fact_a": "NOT CHOSEN", "fact_c": "Two States, one group."}
    made["content"]["group"] |= {"period": "", "grounds": "Tapped calls."}
    said = words(made)
    assert "active in several (Art. 3(2)(c))." in said
    assert "Two States, one group." in said
    assert "NOT CHOSEN" not in said
    assert "Proceeds of the offence" in said
    assert "Acting in concert (Art. 2(a))." in said
    assert "Period of time" not in said
    assert "Tapped calls." in said


def test_trafficking_is_printed_only_where_it_is_an_offence():
    made = samples.snapshot()
    made["content"]["trafficking"] = {
        "acts": ["receipt", "transfer"], "means": ["fraud"], "purposes": ["servitude"], "child": True,
        "fact": "Letters.",
    }  # fmt: skip
    assert "Letters." not in words(made)
    made["content"]["offences"][0]["category"] = "trafficking_in_persons"
    said = words(made)
    assert "Receiving persons; Transferring persons" in said
    assert "Letters." in said


@pytest.mark.parametrize("stated", [{"number": 3}, {"aim": "Fraud."}, {"grounds": "Calls."}, {}])
def test_the_section_on_the_convention_is_there_if_anything_is_stated(stated):
    made = samples.snapshot()
    blank = empty()
    made["content"]["transnational"] = blank["transnational"]
    made["content"]["group"] = blank["group"] | stated
    assert any(title.endswith("Application of the Convention") for title in sections(made)) is bool(stated)
