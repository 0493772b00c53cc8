"""Each section's form: saves complete or not, keeps what was typed when it is malformed or overtaken."""

import re
from itertools import pairwise

import pytest

from mla.domain.content import empty
from mla.extensions import db
from mla.models import Request
from mla.services import casework
from mla.services import matters as service
from mla.web.forms.sections import SECTIONS
from tests import factories as f
from tests.web.markup import assert_valid_html

#: What is typed into each form, and how the content then holds it.
TYPED = {
    "channel": (
        {"authority": "y", "source": "directory"},
        {"territory": "", "designation": "", "authority": True, "source": "directory"},
    ),
    "language": (
        {
            "request": "pt",
            "translations-0": "en",
            "translations-2": "fr",
            "authenticated": "y",
            "first_impossible": "No translator.",
            "accepted": "y",
            "source": "notification",
            "exception_by": "Both authorities",
            "exception_on": "2026-02-03",
            "exception_source": "letter",
        },
        {
            "request": "pt",
            "translations": ["en", "fr"],
            "authenticated": True,
            "first_impossible": "No translator.",
            "accepted": True,
            "source": "notification",
            "exception_by": "Both authorities",
            "exception_on": "2026-02-03",
            "exception_source": "letter",
        },
    ),
    "regime": (
        {
            "basis": "UNTOC",
            "reason": "agreed_instead",
            "source": "exchange of letters of 3 May 2020",
            "protocols": ["TIP", "FIR"],
            "reciprocity": "In like cases.",
        },
        {
            "basis": "UNTOC",
            "paragraphs": "9-29",
            "reason": "agreed_instead",
            "source": "exchange of letters of 3 May 2020",
            "protocols": ["TIP", "FIR"],
            "agreement": "",
            "reciprocity": "In like cases.",
        },
    ),
    "authority": ({"name": "Court 7", "functions": "Tries."}, {"name": "Court 7", "functions": "Tries."}),
    "proceedings": (
        {"subject": "Fraud", "nature": "prosecution", "stage": "trial"},
        {"subject": "Fraud", "nature": "prosecution", "stage": "trial"},
    ),
    "trafficking": (
        {"acts": ["transfer"], "means": ["fraud", "payment"], "purposes": ["servitude"], "child": "y", "fact": "F"},
        {"acts": ["transfer"], "means": ["fraud", "payment"], "purposes": ["servitude"], "child": True, "fact": "F"},
    ),
    "transnational": (
        {
            "limbs": ["a", "b", "c", "d"],
            "fact_a": "T",
            "fact_b": "U",
            "fact_c": "V",
            "fact_d": "W",
            "located": ["victims"],
            "located_fact": "X",
            "grounds": "Y",
        },
        {
            "limbs": ["a", "b", "c", "d"],
            "fact_a": "T",
            "fact_b": "U",
            "fact_c": "V",
            "fact_d": "W",
            "located": ["victims"],
            "located_fact": "X",
            "grounds": "Y",
        },
    ),
    "group": (
        {"number": "3", "structure": "S", "period": "P", "concert": "C", "aim": "A", "benefit": "B", "grounds": "G"},
        {"number": 3, "structure": "S", "period": "P", "concert": "C", "aim": "A", "benefit": "B", "grounds": "G"},
    ),
    "purpose": ({"text": "To prove it.\r\nAll of it."}, {"text": "To prove it.\nAll of it."}),
    "procedure": ({"text": "Under oath."}, {"text": "Under oath."}),
    "deadline": (
        {"on": "2026-12-01", "reasons": "Trial.", "urgent": "y", "urgency_reasons": "Flight."},
        {"on": "2026-12-01", "reasons": "Trial.", "urgent": True, "urgency_reasons": "Flight."},
    ),
    "confidentiality": ({"asked": "y", "reasons": "Tip-off."}, {"asked": True, "reasons": "Tip-off."}),
    "undertakings": ({"undertakings": ["use_limitation", "safe_conduct"]}, ["use_limitation", "safe_conduct"]),
    "contact": (
        {"name": "B", "telephone": "+55 1", "email": "b@example.org", "return_of_material": "Door 4"},
        {"name": "B", "telephone": "+55 1", "email": "b@example.org", "return_of_material": "Door 4"},
    ),
}


def nothing(section):
    """What a browser sends of the form when nothing is filled in: empty texts, and no box or button."""
    typed, _held = TYPED[section]
    chosen = ("basis", "reason")
    return {name: "" for name, value in typed.items() if isinstance(value, str) and value != "y" and name not in chosen}


def at(case, *parts):
    return "/".join(["", "requests", str(case.request.id), "draft", *map(str, parts)])


def mark(page):
    return re.search(r'name="mark" type="hidden" value="([^"]*)"', page.text)[1]


def saved(case, section):
    db.session.expire_all()
    return db.session.get(Request, case.request.id).draft[section]


def colleague_saves(case, section, value):
    """Another drafter of the authority saves the section."""
    other = f.person(case.requesting.authority, "drafter")
    db.session.commit()
    service.save_section(case.request.id, section, value, service.section_mark(case.request, section), other.id, f.NOW)


def test_every_section_of_the_content_has_its_form():
    assert set(SECTIONS) == service.sections("assistance") == {*TYPED, "assistance"}


@pytest.mark.parametrize("section", TYPED)
def test_a_form_is_valid_html_and_saves_what_was_typed(case, drafter, section):
    typed, held = TYPED[section]
    page = drafter.get(at(case, section))
    assert page.status_code == 200
    assert_valid_html(page.text)
    assert drafter.post(at(case, section), data=typed | {"mark": mark(page)}).status_code == 303
    assert saved(case, section) == held
    again = drafter.get(at(case, section)).text
    for value in typed.values():
        for line in [value] if isinstance(value, str) else value:
            assert line == "y" or line.splitlines()[0] in again


# Everything that is typed is part of the content's schema, and nothing of the schema is left out.
@pytest.mark.parametrize("section", [name for name in TYPED if name != "undertakings"])
def test_a_saved_section_has_the_keys_of_the_schema(case, drafter, section):
    typed, _held = TYPED[section]
    drafter.post(at(case, section), data=typed | {"mark": mark(drafter.get(at(case, section)))})
    assert set(saved(case, section)) == set(empty()[section])


# A way whose fact is written is chosen: no fact is written in vain.
@pytest.mark.parametrize(
    ("typed", "limbs"),
    [({"fact_c": "x"}, ["c"]), ({"limbs": ["a"], "fact_d": "x"}, ["a", "d"]), ({"limbs": ["b"]}, ["b"])],
)
def test_a_way_with_its_fact_is_chosen(case, drafter, typed, limbs):
    nothing = dict.fromkeys(("fact_a", "fact_b", "fact_c", "fact_d"), "")
    data = nothing | typed | {"mark": mark(drafter.get(at(case, "transnational")))}
    drafter.post(at(case, "transnational"), data=data)
    assert saved(case, "transnational")["limbs"] == limbs


# A form saves even when it is incomplete: the list of tasks says what is missing.
@pytest.mark.parametrize("section", TYPED)
def test_an_incomplete_section_is_saved(case, drafter, section):
    data = nothing(section) | {"mark": mark(drafter.get(at(case, section)))}
    assert drafter.post(at(case, section), data=data).status_code == 303
    assert saved(case, section) == empty()[section]
    assert drafter.get(at(case)).status_code == 200
    assert drafter.get(at(case, "check")).status_code == 200


# Malformed: nothing is saved, the summary links to the control, and all that was typed is kept.
@pytest.mark.parametrize(
    ("section", "wrong", "control", "sentence"),
    [
        ("channel", {"source": "x" * 301}, "source", "Shorten it to 300."),
        ("language", {"request": "zz"}, "request", "choose from the answers listed"),
        ("regime", {"reason": "because"}, "reason-0", "choose from the answers listed"),
        ("regime", {"basis": "custom"}, "basis-0", "choose from the answers listed"),
        ("regime", {"agreement": "unheard-of"}, "agreement", "choose from the answers listed"),
        ("regime", {"reciprocity": "a\x07b"}, "reciprocity", "can&#39;t be shown"),
        ("regime", {"protocols": ["TIP", "XYZ"]}, "protocols-0", "choose from the answers listed"),
        ("authority", {"name": "a\x00b"}, "name", "can&#39;t be shown"),
        ("proceedings", {"nature": "x" * 301}, "nature", "Shorten it to 300."),
        ("trafficking", {"means": ["tea"]}, "means-0", "choose from the answers listed"),
        ("transnational", {"limbs": ["e"]}, "limbs-0", "choose from the answers listed"),
        ("transnational", {"fact_d": "x" * 3001}, "fact_d", "Shorten it to 3000."),
        ("group", {"number": "three"}, "number", "must be a whole number"),
        ("purpose", {"text": "x" * 50_001}, "text", "Shorten it to 50000."),
        ("procedure", {"text": "a\x1bb"}, "text", "can&#39;t be shown"),
        ("deadline", {"on": "soon"}, "on", "“Answer wanted by” must be a real date"),
        ("confidentiality", {"reasons": "a\x07b"}, "reasons", "can&#39;t be shown"),
        ("undertakings", {"undertakings": ["the moon"]}, "undertakings-0", "choose from the answers listed"),
        ("contact", {"email": "b at example"}, "email", "Enter the email address in full"),
    ],
)
def test_a_malformed_section_comes_back_as_it_was_typed(case, drafter, section, wrong, control, sentence):
    before = case.request.draft.get(section)
    data = TYPED[section][0] | wrong | {"mark": mark(drafter.get(at(case, section)))}
    answer = drafter.post(at(case, section), data=data)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert f'href="#{control}"' in answer.text
    assert f'id="{control}"' in answer.text
    for name, value in data.items():
        if isinstance(value, str) and value != "y" and name not in ("request", "basis", "reason", "agreement"):
            assert value.replace("\r", "").splitlines()[0] in answer.text, f"{name} is lost"
    assert mark(answer) == data["mark"]
    db.session.expire_all()
    assert db.session.get(Request, case.request.id).draft.get(section) == before


# Two drafters at once: the second sees what the first saved, and loses nothing of their own.
@pytest.mark.parametrize("section", TYPED)
def test_what_a_colleague_saved_meanwhile_is_not_overwritten(case, drafter, section):
    seen = mark(drafter.get(at(case, section)))
    hers = ["reciprocity"] if section == "undertakings" else SECTIONS[section].blank
    colleague_saves(case, section, hers)
    answer = drafter.post(at(case, section), data=TYPED[section][0] | {"mark": seen})
    assert answer.status_code == 409
    assert_valid_html(answer.text)
    assert "This was saved meanwhile" in answer.text
    for value in TYPED[section][0].values():
        if isinstance(value, str) and value != "y":
            assert value.splitlines()[0] in answer.text
    assert saved(case, section) == hers
    again = drafter.post(at(case, section), data=TYPED[section][0] | {"mark": mark(answer)})
    assert again.status_code == 303
    assert saved(case, section) == TYPED[section][1]


def test_the_overtaken_page_shows_what_the_other_saved(case, drafter):
    seen = mark(drafter.get(at(case, "purpose")))
    colleague_saves(case, "purpose", {"text": "Her purpose"})
    text = drafter.post(at(case, "purpose"), data={"text": "His purpose", "mark": seen}).text
    assert re.search(r"What is saved now.*Her purpose.*<textarea[^>]*>\s*His purpose", text, re.DOTALL)


def test_a_forged_mark_overwrites_nothing(case, drafter):
    before = saved(case, "purpose")
    for data in ({"text": "Mine"}, {"text": "Mine", "mark": ""}, {"text": "Mine", "mark": "0" * 16}):
        assert drafter.post(at(case, "purpose"), data=data).status_code == 409
    assert saved(case, "purpose") == before


@pytest.mark.parametrize("section", [*TYPED, "assistance", "assistance/new", "assistance/1", "assistance/1/remove"])
def test_only_drafters_write_and_nobody_else_sees(case, reader, stranger, sign_in, section):
    other = sign_in(case.requested["drafter"])
    for browser, status in ((reader, 403), (stranger, 404), (other, 404)):
        assert browser.get(at(case, section)).status_code == status
        assert browser.post(at(case, section), data={"text": "Mine"}).status_code in (status, 405)


def test_an_unknown_section_is_not_found(case, drafter):
    for name in ("persons", "schema", "tea", "matter"):
        assert drafter.get(at(case, name)).status_code == 404
        assert drafter.post(at(case, name), data={"mark": ""}).status_code == 404


# Once it is submitted for review, the draft is closed; who sends a form then is told and loses nothing.
def test_what_is_no_longer_a_draft_can_not_be_written(case, drafter):
    seen = mark(drafter.get(at(case, "purpose")))
    f.take(case, "submit")
    assert drafter.get(at(case, "purpose")).status_code == 403
    answer = drafter.post(at(case, "purpose"), data={"text": "Too late", "mark": seen})
    assert answer.status_code == 403
    assert_valid_html(answer.text)
    assert "The request is no longer a draft" in answer.text
    assert "Too late" in answer.text
    for page in ("", "check", "assistance", "assistance/new", "assistance/1"):
        assert drafter.get(at(case, page) if page else at(case)).status_code == 403


# "Save and continue" goes on in the order of the letter; "Save and return" goes back to the list.
def test_saving_leads_on_in_the_order_of_the_letter(case, drafter):
    names = [name for name in SECTIONS if name != "trafficking"]  # no offence of the draft asks for it
    for name, follows in pairwise(names):
        if name != "assistance":
            data = TYPED[name][0] | {"mark": mark(drafter.get(at(case, name)))}
            assert drafter.post(at(case, name), data=data).location == at(case, follows)
            back = data | {"mark": mark(drafter.get(at(case, name))), "then": "list"}
            assert drafter.post(at(case, name), data=back).location == at(case)
    last = TYPED[names[-1]][0] | {"mark": mark(drafter.get(at(case, names[-1])))}
    assert drafter.post(at(case, names[-1]), data=last).location == at(case)


# What the requested State declared stands beside the question, with its article and source.
@pytest.mark.parametrize(
    ("section", "article", "declared"),
    [("language", "Art. 18(14)", "English translation"), ("channel", "Art. 18(13)", "Office of International Affairs")],
)
def test_the_declaration_of_the_requested_state_is_shown(case, drafter, section, article, declared):
    text = drafter.get(at(case, section)).text
    inset = re.search(r'<div class="inset">.*?</div>', text, re.DOTALL)[0]
    for expected in (article, declared, "3 November 2005", "Source"):
        assert expected in inset


@pytest.mark.parametrize("section", ["language", "channel"])
def test_a_missing_declaration_is_said(drafter, case, monkeypatch, section):
    monkeypatch.setattr("mla.queries.register.declarations_of", lambda _iso3: [])
    assert "The register holds no declaration of the United States of America" in drafter.get(at(case, section)).text


def test_a_declaration_of_another_article_is_not_shown(case, drafter):
    assert "English translation" not in drafter.get(at(case, "channel")).text
    assert 'class="inset"' not in drafter.get(at(case, "purpose")).text


# The languages that the requested State accepts stand first in the menu; no other is left out.
def test_languages_that_are_accepted_come_first(houses, sign_in):
    case = f.draft(houses[1], f.house("CHE"))
    text = sign_in(houses[1]["drafter"]).get(at(case, "language")).text
    codes = re.findall(r'<option (?:selected )?value="(\w*)"', text.partition("</select>")[0])
    assert codes[:4] == ["", "fr", "de", "it"]
    assert len(codes) == len(set(codes)) > 180


# Who serves as authority for assistance is a hint where extradition is asked, and stands beside the question there too.
def test_a_hint_on_the_authority_for_extradition_is_shown(drafter, case):
    done = casework.open_request(
        case.request.matter_id, "extradition", case.requested.authority.id, "T", case.requesting["drafter"].id, case.now
    )
    text = drafter.get(f"/requests/{done.request.id}/draft/channel").text
    assert "Office of International Affairs" in re.search(r'<div class="inset">.*?</div>', text, re.DOTALL)[0]
    assert "The register holds no declaration" not in text


def test_the_way_to_a_treaty_that_is_not_on_the_list(drafter, case):
    assert 'href="/register/treaties/"' in drafter.get(at(case, "regime")).text
