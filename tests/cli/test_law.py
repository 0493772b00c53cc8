"""``flask law explain``: the law of a case from a file, in the sentences of the web, with exit codes for scripts."""

from pathlib import Path

import pytest
import yaml

from mla import wording
from mla.data import cases as published
from mla.domain.findings import Finding
from tests.factories import load_register

EXTENDED = Path(__file__).parent.parent / "data" / "bra-usa-2008-extended.yaml"
REAL = {name: Path(published.__path__[0]) / f"{name}.yaml" for name in ("bra-usa-2008", "jpn-che-2003")}
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def explain(app):
    load_register()

    def invoke(path, *arguments: str):
        return app.test_cli_runner().invoke(args=["law", "explain", "--case", str(path), *arguments])

    return invoke


@pytest.fixture
def changed(tmp_path):
    """The extended case with a part changed."""

    def write(**more):
        case = yaml.safe_load(EXTENDED.read_text(encoding="utf-8"))
        part = case["palermo"] | more.pop("palermo", {})
        path = tmp_path / "case.yaml"
        path.write_text(yaml.safe_dump(case | more | {"palermo": part}), encoding="utf-8")
        return path

    return write


# An extended case could be transmitted that day: every group is told, nothing is closed.
def test_the_extended_case_could_be_transmitted(explain):
    told = explain(EXTENDED, "--on", "2008-02-12")
    assert told.exit_code == 0, told.output
    lines = told.output.splitlines()
    groups = ["Scope", "Legal basis", "Content", "Language", "Channel", "Gate: are both States bound?"]
    assert [line for line in lines if line in groups] == groups
    assert not any(line.startswith("  closed:") for line in lines)
    assert "could be transmitted" in lines[-1]


# So could the one that was shared, on reciprocity, between two States of which neither was bound.
def test_the_case_that_was_shared_could_be_transmitted(explain):
    told = explain(EXTENDED.parent / "jpn-che-2003-extended.yaml")
    assert told.exit_code == 0, told.output
    assert "Art. 13" not in told.output


# Each line has its weight, the sentence that the web shows, and the article.
def test_a_line_is_weight_sentence_and_article(app, explain):
    told = explain(EXTENDED, "--on", "2008-02-12").output
    with app.app_context():
        sentence = wording.sentence(Finding("content.purpose.given", "18(15)(f)"))
    assert f"  met: {sentence} [Art. 18(15)(f)]" in told
    assert "  met: The request is in Portuguese, with a translation into English; the United States" in told
    assert "more than a year before 12 February 2008: check that it still stands. [this system]" in told
    assert "Kept, and read by no rule: persons[1].account" in told


# The content is told article by article first: how much of what each asks is given.
def test_the_content_has_one_line_per_article(explain, changed):
    told = explain(EXTENDED, "--on", "2008-02-12").output.splitlines()
    at = told.index("Content")
    assert [line.partition("[")[2] for line in told[at + 1 : at + 7]] == [
        "Art. 18(15)(a), required]", "Art. 18(15)(b), required]",
        "Art. 18(15)(c), required, unless only service of documents is sought]", "Art. 18(15)(d), required]",
        "Art. 18(15)(e), where possible]", "Art. 18(15)(f), required]",
    ]  # fmt: skip
    assert told[at + 2].startswith("  4 of 4 given: The proceeding")
    lacking = explain(changed(palermo={"purpose": {}}), "--on", "2008-02-12").output
    assert "  0 of 1 given: The purpose [Art. 18(15)(f), required]" in lacking


# Without a day of one's own, that of the case is taken.
def test_the_day_of_the_case_is_taken(explain):
    assert "On 12 February 2008 the request could be transmitted" in explain(EXTENDED).output


# Real files lack much: they exit 1 and say what is missing.
@pytest.mark.parametrize(
    ("name", "on", "said"),
    [
        ("bra-usa-2008", "2008-02-12", "closed: State the purpose"),
        ("bra-usa-2008", "2008-02-12", "closed: State the language of the request."),
        ("bra-usa-2008", "2008-02-12", "warns: The United States of America accepts: English"),
        ("bra-usa-2008", "2008", "closed: Confirm that the request is addressed"),
        ("jpn-che-2003", "2003-12", "closed: Japan is not bound by the Convention on 1 December 2003"),
        ("jpn-che-2003", "2003-12", "is dated 27 October 2006, after 1 December 2003"),
    ],
)
def test_real_files_say_what_is_missing(explain, name, on, said):
    told = explain(REAL[name], "--on", on)
    assert told.exit_code == 1
    assert said in told.output
    assert "could not be transmitted" in told.output.splitlines()[-1]


# Art. 16(3)-(6): for a case of extradition, what can carry it is told too.
def test_what_can_carry_an_extradition_is_told(explain, changed):
    told = explain(changed(kind="extradition"), "--on", "2008-02-12").output
    assert "What can carry an extradition" in told
    assert "extradites on a treaty only" in told


# A case on reciprocity cites nothing of the Convention but what the States declared under it.
def test_a_case_on_reciprocity(explain, changed):
    regime = {"basis": "RECIPROCITY", "reciprocity": "In like cases."}
    told = explain(changed(palermo={"regime": regime}), "--on", "2008-02-12").output
    assert "Reciprocity is offered" in told
    assert "Art. 18(15)" not in told


# One fact away from the extended case, in each group: closed, with its article.
@pytest.mark.parametrize(
    ("change", "on", "said", "article"),
    [
        ({}, "2005-12-02", "3 December 2005", "Art. 38(2)"),
        ({"palermo": {"transnational": {"limbs": []}}}, "2008", "State in which of the four ways", "Art. 3(2); 18(1)"),
        ({"palermo": {"regime": {"basis": "UNTOC"}}}, "2008", "State why paragraphs 9 to 29 apply", "Art. 18(7)"),
        ({"palermo": {"purpose": {}}}, "2008", "State the purpose", "Art. 18(15)(f)"),
        ({"palermo": {"measure": {"stage": "freeze"}}}, "2008", "State the facts", "Art. 13(3)(c)"),
        ({"kind": "confiscation", "palermo": {"measure": {}}}, "2008", "Choose what is asked", "this system"),
        (
            {"palermo": {"deadline": {"on": "2007-12-31", "reasons": "The term of the court."}}},
            "2008",
            "The deadline, 31 December 2007, has passed",
            "this system",
        ),
        ({"palermo": {"language": {"request": "pt"}}}, "2008", "Attach a translation", "Art. 18(14)"),
        ({"palermo": {"channel": {}}}, "2008", "designated", "Art. 18(13)"),
        ({"kind": "extradition"}, "2008", "Choose the person who is sought", "this system"),
        ({"kind": "extradition"}, "2008", "this basis can’t carry the request", "Art. 16(4)"),
        ({"kind": "maritime_boarding"}, "2008", "board a vessel", "this system"),
        ({"requested_iso3": None}, "2008", "The requested State is not given", "Art. 18(1)"),
        ({"requesting_iso3": None}, "2008", "The requesting State is not given", "Art. 18(1)"),
    ],
)
def test_one_fact_away(explain, changed, change, on, said, article):
    told = explain(changed(**change), "--on", on)
    assert told.exit_code == 1, told.output
    closed = [line for line in told.output.splitlines() if line.startswith("  closed:") and said in line]
    assert closed
    assert closed[0].endswith(f"[{article}]")


# Assets are examined by what Art. 13(3) asks at their stage.
def test_assets_are_told_by_their_own_article(explain, changed):
    assert "  2 of 2 given: For tracing or freezing" in explain(EXTENDED).output
    assert "[Art. 13(3)(c), required]" in explain(EXTENDED).output
    assert "[Art. 13(3)(b), required]" in explain(changed(palermo={"measure": {"stage": "confiscate_b"}})).output
    assert "Choose what is asked: tracing" in explain(REAL["jpn-che-2003"]).output


# A file that can't be read, a bad date or a bad State: exit 2 and one clear sentence.
@pytest.mark.parametrize(
    ("text", "on", "said"),
    [
        ("kind: mla\ndate: [", "2008", "can't be read"),
        ("- a list", "2008", "'the file' can't be read as a case"),
        ("kind: gift", "2008", "'kind' can't be read as a case"),
        (b"\xff\xfe\xfa", "2008", "can't be read"),
        ("kind: mla\nrequesting_iso3: XXX\nrequested_iso3: USA", "2008", "XXX"),
        ("kind: mla\nrequesting_iso3: USA\nrequested_iso3: USA", "2008", "United States"),
        ("kind: mla\nrequesting_iso3: EUU\nrequested_iso3: USA", "2008", "European Union"),
        ("kind: mla\nrequesting_iso3: BRA\nrequested_iso3: HKG", "2008", "Hong Kong"),
        ("kind: mla\npalermo: {group: {number: four}}", "2008", "'palermo.group.number' can't be read as a case"),
        ("kind: mla", "soon", "'soon' is no date"),
        ("kind: mla", None, "The case has no date"),
    ],
)
def test_what_can_not_be_read(explain, tmp_path, text, on, said):
    path = tmp_path / "case.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    told = explain(path, *(["--on", on] if on else []))
    assert told.exit_code == 2, told.output
    assert said in told.output
    assert "Traceback" not in told.output


def test_a_file_that_is_not_there(explain, tmp_path):
    assert explain(tmp_path / "none.yaml", "--on", "2008").exit_code == 2
    assert explain(tmp_path, "--on", "2008").exit_code == 2


def test_without_a_register_it_says_what_to_do(app):
    told = app.test_cli_runner().invoke(args=["law", "explain", "--case", str(EXTENDED)])
    assert told.exit_code == 2
    assert "flask --app wsgi init" in told.output
