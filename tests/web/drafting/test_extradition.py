"""A request for extradition and one for provisional arrest, written form by form from nothing, on both databases."""

import datetime as dt
import html
import re
import uuid

import pytest

from mla import wording
from mla.domain.findings import closing
from mla.domain.kinds import extradition, provisional
from mla.domain.workflow import examine
from mla.extensions import db
from mla.models import Request
from mla.services import casework, drafting, matters
from mla.services import law as service
from mla.web.forms.outline import OUTLINES
from tests import extraditions as x
from tests import factories as f
from tests.web.markup import assert_valid_html

KINDS = {kind.name: kind for kind in (extradition.KIND, provisional.KIND)}
#: What is typed into each form of both letters, but for what points at the matter.
BOTH = {
    "channel": {"authority": "y", "source": "directory"},
    "language": {"request": "en", "accepted": "y", "source": "letter"},
    "regime": {"basis": "UNTOC", "source": "letter of the ministry", "protocols": [], "agreement": ""},
    "sought": {"located": "believed", "whereabouts": "Seen in Geneva.", "national": "no", "description": "Tall."},
    "file": {"sort": "accusation", "warrant_by": "Court 7", "warrant_on": "2026-01-05", "warrant_number": "7/2026",
             "evidence": "Records of calls.", "history": "She left in 2025."},
    "authority": {"name": "Prosecution Service", "functions": "Prosecutes."},
    "proceedings": {"subject": "Laundering", "nature": "prosecution", "stage": "indicted"},
    "transnational": {"limbs": ["b"], "fact_b": "Planned in both States."},
    "group": {"number": "4", "structure": "S", "period": "P", "concert": "C", "aim": "A", "benefit": "B"},
    "confidentiality": {"asked": "y", "reasons": "She may flee."},
    "contact": {"name": "A. Prosecutor", "telephone": "+55 1", "email": "a@example.org"},
}  # fmt: skip
OWN = {
    "extradition": {
        "deadline": {"on": "2999-12-01", "reasons": "Trial.", "urgent": "y", "urgency_reasons": "Flight."},
        "alternative": {"prosecution": "y", "text": "The file is handed over."},
        "arrest": {"arrested_on": "2026-02-03", "reference": "PAR/1", "text": "In custody."},
        "assurances": {"rows-0-assurance": "speciality", "rows-0-undertaking": "Only for this.",
                       "rows-0-binding_authority": "Minister, Law 2."},
        "articles": {"text": "Telephones."},
        "surrender": {"text": "By air."},
    },
    "provisional_arrest": {
        "custody": {"urgency": "She is about to leave.", "promise": "y", "formal_by": "2999-04-01", "days": "40",
                    "rule": "Law 1, article 5"},
    },
}  # fmt: skip
PER_OFFENCE = {"facts": "She led it.", "limitation": "Until 2036.", "equivalent": "Article 305bis.", "accessory": "y"}
MATTER = {
    "facts": {"facts": "Four persons took 11 million."},
    "persons/new": {"family_name": "Silva", "given_names": "Ana", "role": "accused", "born_on": "1970-01-01",
                    "nationalities-0": "BRA"},
    "offences/new": {"name": "Money laundering", "law": "Law 9.613, article 1", "years": "10",
                     "category": "money_laundering"},
}  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request, engine_of):
    return engine_of(request.param)


@pytest.fixture
def pair(app, fast_papers):
    return f.houses("BRA", "CHE")


@pytest.fixture
def writing(pair, sign_in):
    """The browser of a drafter."""
    return sign_in(pair[0]["drafter"])


def sent(browser, path, data):
    """Send the form of the page with what is typed; it must be taken. Returns where it leads."""
    page = browser.get(path)
    assert page.status_code == 200, path
    assert_valid_html(page.text)
    mark = re.search(r'name="mark" type="hidden" value="([^"]*)"', page.text)
    answer = browser.post(path, data=data | ({"mark": mark[1]} if mark else {}))
    assert answer.status_code == 303, (path, re.findall(r'class="error-message".*?</p>', answer.text))
    return answer.location


def drawn(browser, pair, kind):
    """A matter and an empty request of the kind drawn from it, page by page."""
    matter = re.match(r"/matters/[0-9a-f-]+", sent(browser, "/matters/new", {"title": "Harbour", "reference": "1"}))[0]
    for path, typed in MATTER.items():
        sent(browser, f"{matter}/{path}", typed)
    choice = {"kind": kind, "authority": str(pair[1].authority.id), "title": "Ana Silva"}
    at = sent(browser, f"{matter}/request/CHE", choice)
    return db.session.get_one(Request, uuid.UUID(at.split("/")[2]))


def typed_of(case):
    """What is typed into each section of the request."""
    own = dict(OWN[case.kind])
    if case.kind == "extradition":
        own["per_offence"] = {
            f"rows-{n}-{name}": value
            for n, offence in enumerate(case.matter.offences)
            for name, value in (PER_OFFENCE | {"label": str(offence.id)}).items()
        }
    whole = BOTH | own
    return whole | {"sought": whole["sought"] | {"person": str(case.matter.persons[0].id)}}


def fill(browser, case):
    for section, typed in typed_of(case).items():
        sent(browser, f"/requests/{case.id}/draft/{section}", typed)
    db.session.expire_all()


def judged(case, person):
    """What the rules say of submitting the draft."""
    return list(examine(casework.case_of(case, KINDS[case.kind].step("submit"), person, f.NOW, {})))


# From nothing to a draft that may be submitted for review: every gap is closed, and what is typed is in the content.
@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_is_written_from_nothing_to_submittable(pair, writing, kind):
    case, drafter = drawn(writing, pair, kind), pair[0]["drafter"]
    assert closing(judged(case, drafter))
    assert set(typed_of(case)) == set(OUTLINES[kind]) - {"trafficking"}
    fill(writing, case)
    found = judged(case, drafter)
    assert [f.code for f in closing(found)] == []
    assert not [f.code for f in found if f.code.startswith("content.") and f.weight != "holds"]
    tasks = writing.get(f"/requests/{case.id}/draft")
    assert "Nothing is missing" in tasks.text
    assert "Art. 18" not in re.sub(r"(?s)<aside.*?</aside>", "", tasks.text)
    content = drafting.assemble(case)
    assert (content["sought"]["person"], content["regime"]["source"]) == ("P1", "letter of the ministry")
    assert sent(writing, f"/requests/{case.id}/steps/submit", {"seen": "draft"}).endswith(str(case.id))
    db.session.expire_all()
    assert case.state == "in_review"


# Every page of the draft, and the case, say what was typed.
@pytest.mark.parametrize("kind", KINDS)
def test_what_was_typed_is_shown(pair, writing, kind):
    case = drawn(writing, pair, kind)
    for page in ("", "/draft", "/draft/check"):
        assert_valid_html(writing.get(f"/requests/{case.id}{page}").text)
    fill(writing, case)
    shown = {page: html.unescape(writing.get(f"/requests/{case.id}{page}").text) for page in ("", "/draft/check")}
    for section, typed in typed_of(case).items():
        for name, value in typed.items():
            text = name.rpartition("-")[2]
            if isinstance(value, str) and " " in value:
                for page, whole in shown.items():
                    assert value in whole or text == "source", (page, section, name)
    for whole in shown.values():
        assert_valid_html(whole)
        assert "Art. 18(" not in whole
    assert "Not given" not in shown[""]


# Each form holds what was saved, and the schema's keys are all there.
@pytest.mark.parametrize("kind", KINDS)
def test_a_saved_section_has_the_keys_of_the_schema_and_is_shown_again(pair, writing, kind):
    case = drawn(writing, pair, kind)
    fill(writing, case)
    blank = KINDS[kind].blank()
    for section, typed in typed_of(case).items():
        held = case.draft[section]
        if isinstance(held, dict):
            assert held.keys() == blank[section].keys(), section
        page = html.unescape(writing.get(f"/requests/{case.id}/draft/{section}").text)
        for value in typed.values():
            for line in [value] if isinstance(value, str) else value:
                assert line in page, (section, line)
    if kind == "extradition":
        assert case.draft["per_offence"] == [
            {"label": str(case.matter.offences[0].id), **PER_OFFENCE, "accessory": True}
        ]
        assert [row["assurance"] for row in case.draft["assurances"]] == ["speciality"]


# A form saves even when nothing is filled in: the section is then as it was, and the list says what is missing.
@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_form_is_saved(pair, writing, kind):
    case, blank = drawn(writing, pair, kind), KINDS[kind].blank()
    for section in OUTLINES[kind]:
        typed = typed_of(case).get(section, {})
        nothing = {name: "" for name in typed if name not in ("basis", "located", "national", "sort")}
        nothing |= {name: typed[name] for name in typed if name.endswith("-label")}
        boxes = (
            "authority",
            "accepted",
            "asked",
            "urgent",
            "prosecution",
            "promise",
            "accessory",
            "limbs",
            "protocols",
        )
        nothing = {name: value for name, value in nothing.items() if name.rpartition("-")[2] not in boxes
                   or (name, section) == ("authority", "")}  # fmt: skip
        sent(writing, f"/requests/{case.id}/draft/{section}", nothing)
        db.session.expire_all()
        rows = [{"label": str(case.matter.offences[0].id), "facts": "", "limitation": "", "equivalent": "",
                 "accessory": False}]  # fmt: skip
        assert case.draft[section] == (rows if section == "per_offence" else blank[section]), section


# Malformed: nothing is saved, the summary links to the control, and all that was typed is kept.
@pytest.mark.parametrize(
    ("kind", "section", "wrong", "control", "sentence"),
    [
        ("extradition", "regime", {"basis": "custom"}, "basis-0", "choose from the answers listed"),
        ("extradition", "sought", {"person": "nobody"}, "person", "choose from the answers listed"),
        ("extradition", "sought", {"photograph": "nothing"}, "photograph", "choose from the answers listed"),
        ("extradition", "sought", {"located": "mars"}, "located-0", "choose from the answers listed"),
        ("extradition", "file", {"warrant_on": "soon"}, "warrant_on", "“Warrant: dated” must be a real date"),
        ("extradition", "file", {"sentence": "a\x07b"}, "sentence", "can't be shown"),
        ("extradition", "per_offence", {"rows-0-facts": "a\x07b"}, "rows-0-facts", "can't be shown"),
        ("extradition", "assurances", {"rows-0-assurance": ""}, "rows-0-assurance", "choose what it is about"),
        ("extradition", "assurances", {"rows-0-assurance": "tea"}, "rows-0-assurance", "from the answers listed"),
        ("extradition", "arrest", {"arrested_on": "x"}, "arrested_on", "must be a real date"),
        ("extradition", "group", {"number": "three"}, "number", "must be a whole number"),
        ("provisional_arrest", "custody", {"days": "many"}, "days", "must be a whole number"),
        ("provisional_arrest", "custody", {"days": "0"}, "days", "from 1 to 1000"),
        ("provisional_arrest", "custody", {"formal_by": "May"}, "formal_by", "must be a real date"),
    ],
)  # fmt: skip
def test_a_bad_value_keeps_what_was_typed_and_names_the_field(pair, writing, kind, section, wrong, control, sentence):
    case = drawn(writing, pair, kind)
    data = typed_of(case)[section] | wrong
    answer = writing.post(f"/requests/{case.id}/draft/{section}", data=data)
    page = html.unescape(answer.text)
    assert answer.status_code == 422
    assert sentence in page
    assert f'href="#{control}"' in page
    assert f'id="{control}"' in page
    for name, value in data.items():
        if isinstance(value, str) and " " in value:
            assert value in page, f"{name} is lost"
    db.session.expire_all()
    assert section not in case.draft


# Each gap leads to the page on which it is filled in, and that page opens.
@pytest.mark.parametrize("kind", KINDS)
def test_every_gap_links_to_its_field(pair, writing, kind):
    case = drawn(writing, pair, kind)
    matters.remove_item(case.matter_id, "persons", case.matter.persons[0].id, pair[0]["drafter"].id, f.NOW)
    page = writing.get(f"/requests/{case.id}/draft/check")
    listed = re.search(r'(?s)<ul class="findings">.*?</ul>', page.text.rpartition(">Submit for review<")[2])[0]
    gaps = re.findall(r"<li>(?:(?!</li>).)*</li>", re.search(r"(?s)<tbody>.*?</tbody>", page.text)[0])
    assert gaps
    assert all("<a href=" in gap for gap in gaps), "what only good practice asks is linked too"
    closed = re.findall(r'(?s)<li class="finding finding-closes">.*?</li>', listed)
    assert len(closed) == len(closing(judged(case, pair[0]["drafter"])))
    for gap in closed:
        href = html.unescape(re.search(r'<a href="([^"]+)"', gap)[1])
        assert "/draft/" in href or "/matters/" in href
        assert writing.get(href).status_code == 200


# The pages of the matter, too, cite nothing of Art. 18 where one comes from the draft of a request for a person.
@pytest.mark.parametrize("part", ["persons", "offences", "annexes", "facts"])
def test_the_pages_of_the_matter_speak_of_the_kind(pair, writing, part):
    case = drawn(writing, pair, "extradition")
    page = writing.get(f"/matters/{case.matter_id}/{part}?draft={case.id}")
    assert page.status_code == 200
    assert_valid_html(page.text)
    assert "Art. 18" not in page.text


# What belongs to another kind of request has no page in this one.
@pytest.mark.parametrize(
    ("kind", "section"),
    [
        ("extradition", "assistance"),
        ("extradition", "assistance/1"),
        ("extradition", "custody"),
        ("provisional_arrest", "per_offence"),
        ("provisional_arrest", "purpose"),
    ],
)
def test_a_section_of_another_kind_is_not_found(pair, writing, kind, section):
    case = drawn(writing, pair, kind)
    assert writing.get(f"/requests/{case.id}/draft/{section}").status_code == 404


def test_assurances_grow_and_nothing_is_lost(pair, writing):
    case = drawn(writing, pair, "extradition")
    at = f"/requests/{case.id}/draft/assurances"
    answer = writing.post(at, data=OWN["extradition"]["assurances"] | {"more": "1", "mark": "seen"})
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    assert "Only for this." in answer.text
    assert 'name="rows-1-undertaking"' in answer.text
    assert 'name="mark" type="hidden" value="seen"' in answer.text, "a colleague's save since is still noticed"
    db.session.expire_all()
    assert "assurances" not in case.draft


# An offence that a colleague takes off the matter meanwhile is not written about; one that is new has its group.
def test_the_groups_follow_the_offences_of_the_matter(pair, writing):
    case, drafter = drawn(writing, pair, "extradition"), pair[0]["drafter"].id
    at, gone = f"/requests/{case.id}/draft/per_offence", uuid.uuid4()
    data = typed_of(case)["per_offence"] | {"rows-1-label": str(gone), "rows-1-facts": "Of another."}
    sent(writing, at, data)
    db.session.expire_all()
    assert [row["label"] for row in case.draft["per_offence"]] == [str(case.matter.offences[0].id)]
    matters.save_item(case.matter_id, "offences", None, {"name": "Forgery", "years": 5}, drafter, f.NOW)
    text = writing.get(at).text
    assert "Forgery" in text
    assert 'name="rows-1-facts"' in text


# Without an offence or a person in the matter the pages say where to add one.
@pytest.mark.parametrize(("part", "section", "said"), [("offences", "per_offence", "the matter lists no offence"),
                                                       ("persons", "sought", "Persons of the matter")])  # fmt: skip
def test_a_matter_that_lists_nothing_yet(pair, writing, part, section, said):
    case, drafter = drawn(writing, pair, "extradition"), pair[0]["drafter"].id
    matters.remove_item(case.matter_id, part, getattr(case.matter, part)[0].id, drafter, f.NOW)
    page = writing.get(f"/requests/{case.id}/draft/{section}")
    assert_valid_html(page.text)
    assert said in page.text
    assert f"/matters/{case.matter_id}/{part}?draft={case.id}" in page.text


# No form of a request for a person cites Art. 18; Art. 16 is cited while it binds both States, whatever the basis.
@pytest.mark.parametrize(("asked", "cited"), [("CHE", True), ("PNG", False)])
def test_the_forms_cite_what_binds(app, fast_papers, sign_in, asked, cited):
    regime = {"basis": "RECIPROCITY", "reciprocity": "In like cases."}
    case = x.draft(*f.houses("BRA", asked), regime=regime)
    browser, said = sign_in(case.requesting["drafter"]), {}
    for section in set(OUTLINES["extradition"]) - {"regime"}:
        text = browser.get(f"/requests/{case.request.id}/draft/{section}").text
        said[section] = re.sub(r'(?s)<div class="inset">.*?</div>|<li class="finding.*?</li>', "", text)
        assert "Art. 18(" not in said[section], section
    assert {section for section, text in said.items() if "(Art. 16" in text} == (
        {"sought", "per_offence", "alternative", "deadline"} if cited else set()
    )


# What the requested State declared on extradition stands beside the basis, not what it declared on assistance.
def test_the_declaration_on_extradition_is_shown(app, fast_papers, sign_in):
    case = x.draft(*f.houses("BRA", "USA"), regime={})
    page = sign_in(case.requesting["drafter"]).get(f"/requests/{case.request.id}/draft/regime")
    assert "Does not take the Convention as the legal basis for extradition" in page.text
    assert "Art. 16(5)(a)" in page.text


# The pages that speak of what can carry an extradition say the domain's own sentences.
@pytest.mark.parametrize("other", ["USA", "CHE", "MEX"])
def test_the_pages_say_what_the_law_says(pair, writing, other):
    matter = matters.open_matter("Harbour", "1", pair[0]["drafter"].id, f.NOW)
    today = dt.datetime.now(dt.UTC).date()
    between = html.unescape(writing.get(f"/register/between?a=BRA&b={other}&instrument=UNTOC&on={today}").text)
    drawing = html.unescape(writing.get(f"/matters/{matter.id}/request/{other}").text)
    found = service.extradition("BRA", other, today)
    assert found
    for finding in found:
        assert wording.sentence(finding) in between
        assert wording.sentence(finding) in drawing


@pytest.mark.parametrize("kind", KINDS)
def test_the_pages_of_the_draft_say_what_the_rules_say(pair, writing, kind):
    case = drawn(writing, pair, kind)
    page = html.unescape(writing.get(f"/requests/{case.id}/draft/check").text)
    for finding in closing(judged(case, pair[0]["drafter"])):
        assert wording.sentence(finding) in page
        assert wording.article(finding.article) in page
