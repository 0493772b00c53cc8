"""Persons, offences and annexes: one form each, nothing lost on error, removal only when confirmed."""

import datetime as dt
import io
import re

import pytest
import sqlalchemy as sa

from mla.extensions import db
from mla.models import Matter
from mla.queries import matters as query
from mla.services import casework, custody
from mla.services import matters as service
from tests import factories as f
from tests.web.markup import assert_valid_html

PDF = b"%PDF-1.7 the order"
PERSON = {
    "family_name": "Koroma", "given_names": "Isata", "original_script": "إيساتا", "aliases": "Isa", "role": "witness",
    "born_on": "1980-02-29", "birth_place": "Bo", "sex": "female", "nationalities-0": "Sierra Leone",
    "nationalities-1": "gbr", "nationalities-2": "", "documents": "Passport 77", "location": "Freetown", "note": "",
}  # fmt: skip
OFFENCE = {
    "name": "Fraud", "law": "Penal Code, 171", "text": "Whoever …", "category": "serious_crime", "life": "y",
    "years": "5", "months": "6", "days": "", "committed": "2004, Santos",
}  # fmt: skip
ANNEX = {"title": "Warrant", "form": "original", "language": "pt", "pages": "2", "dated_on": "2026-01-31"}
GIVEN = {"persons": PERSON, "offences": OFFENCE, "annexes": ANNEX}
KINDS = tuple(GIVEN)


def at(case, *parts):
    return "/".join(["", "matters", str(case.request.matter_id), *map(str, parts)])


def held(case, kind):
    db.session.expire_all()
    return getattr(db.session.get(Matter, case.request.matter_id), kind)


def mark(page):
    return re.search(r'name="mark" type="hidden" value="([^"]*)"', page.text)[1]


def scan(content=PDF, name="order.pdf"):
    return {"file": (io.BytesIO(content), name)}


@pytest.mark.parametrize("kind", KINDS)
def test_every_page_is_valid_html(case, drafter, reader, kind):
    first = held(case, kind)[0].id
    for page in (at(case, kind), at(case, kind, "new"), at(case, kind, first), at(case, kind, first, "remove")):
        answer = drafter.get(page)
        assert answer.status_code == 200
        assert_valid_html(answer.text)
    assert_valid_html(reader.get(at(case, kind)).text)


def test_a_person_is_added_with_all_particulars(case, drafter):
    assert drafter.post(at(case, "persons", "new"), data=PERSON).location == at(case, "persons")
    added = held(case, "persons")[1]
    assert added.nationalities == ["SLE", "GBR"]
    assert added.born_on.isoformat() == "1980-02-29"
    for name in ("family_name", "given_names", "original_script", "aliases", "role", "sex", "documents", "location"):
        assert getattr(added, name) == PERSON[name]


def test_an_offence_is_added_with_its_maximum_penalty(case, drafter):
    assert drafter.post(at(case, "offences", "new"), data=OFFENCE).status_code == 303
    added = held(case, "offences")[1]
    assert (added.life, added.years, added.months, added.days) == (True, 5, 6, None)
    assert (added.name, added.category, added.committed) == ("Fraud", "serious_crime", "2004, Santos")


def test_an_annex_is_added_with_its_file_in_custody(case, drafter):
    assert drafter.post(at(case, "annexes", "new"), data=ANNEX | scan()).status_code == 303
    added = held(case, "annexes")[1]
    assert (added.file_name, added.media_type, added.size) == ("order.pdf", "application/pdf", len(PDF))
    assert custody.fetch(added.sha256) == PDF
    assert (added.form, added.language, added.pages, added.confidential) == ("original", "pt", 2, False)


# What is least known suffices: the rest can be added later.
@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("persons", {"family_name": "Koroma", "role": "suspect"}),
        ("offences", {"name": "Fraud", "category": ""}),
        ("annexes", {"title": "Warrant", "form": "copy", "language": ""}),
    ],
)
def test_an_incomplete_item_is_saved(case, drafter, kind, least):
    assert drafter.post(at(case, kind, "new"), data=least).status_code == 303
    assert len(held(case, kind)) == 2


# Malformed answers: nothing is saved, the summary links to the control, all that was typed is kept.
@pytest.mark.parametrize(
    ("kind", "wrong", "control", "sentence"),
    [
        ("persons", {"family_name": ""}, "family_name", "Enter the family name"),
        ("persons", {"role": "king"}, "role", "choose from the answers listed"),
        ("persons", {"sex": "z"}, "sex-0", "choose from the answers listed"),
        ("persons", {"born_on": "29/02/1980"}, "born_on", "must be a real date"),
        ("persons", {"nationalities-1": "Atlantis"}, "nationalities-1", "“Atlantis” is not the name of a State"),
        ("persons", {"nationalities-1": "European Union"}, "nationalities-1", "is not the name of a State"),
        ("persons", {"aliases": "x" * 301}, "aliases", "Shorten it to 300."),
        ("offences", {"name": " "}, "name", "Enter the name of the offence"),
        ("offences", {"years": "four"}, "years", "“Years” must be a whole number"),
        ("offences", {"months": "-1"}, "months", "from 0 to 1200"),
        ("offences", {"category": "tea"}, "category", "choose from the answers listed"),
        ("annexes", {"title": ""}, "title", "Enter the title of the annex"),
        ("annexes", {"language": "zz"}, "language", "choose from the answers listed"),
        ("annexes", {"pages": "0"}, "pages", "from 1 to 10000"),
    ],
)
def test_a_malformed_item_comes_back_as_it_was_typed(case, drafter, kind, wrong, control, sentence):
    answer = drafter.post(at(case, kind, "new"), data=GIVEN[kind] | wrong)
    assert answer.status_code == 422
    assert_valid_html(answer.text)
    assert sentence in answer.text
    assert f'href="#{control}"' in answer.text
    assert f'id="{control}"' in answer.text
    kept = [
        v
        for k, v in (GIVEN[kind] | wrong).items()
        if v and k not in ("role", "sex", "language", "form", "category", "life")
    ]
    for value in kept:
        assert value.strip() in answer.text, f"{value} is lost"
    assert len(held(case, kind)) == 1


def test_one_more_nationality_is_asked_without_losing_or_saving_anything(case, drafter):
    answer = drafter.post(at(case, "persons", "new"), data=PERSON | {"nationalities-0": "Atlantis", "more": "1"})
    assert answer.status_code == 200
    assert_valid_html(answer.text)
    assert 'name="nationalities-3"' in answer.text
    assert "Atlantis" in answer.text
    assert "There is a problem" not in answer.text
    assert len(held(case, "persons")) == 1


def test_an_item_is_changed(case, drafter):
    page = at(case, "persons", held(case, "persons")[0].id)
    form = drafter.get(page)
    assert 'value="Silva"' in form.text
    assert 'value="Brazil"' in form.text
    assert drafter.post(page, data=PERSON | {"mark": mark(form)}).status_code == 303
    assert [p.family_name for p in held(case, "persons")] == ["Koroma"]


# Two drafters at once: the second sees what the first saved, and loses nothing of their own.
@pytest.mark.parametrize(
    ("kind", "field", "his"),
    [("persons", "location", "Lima"), ("offences", "law", "Act 1"), ("annexes", "pages", "77")],
)
def test_an_item_that_a_colleague_changed_is_not_overwritten(case, drafter, kind, field, his):
    page = at(case, kind, held(case, kind)[0].id)
    seen = mark(drafter.get(page))
    assert drafter.post(page, data=GIVEN[kind] | {"mark": seen}).status_code == 303
    answer = drafter.post(page, data=GIVEN[kind] | {field: his, "mark": seen})
    assert answer.status_code == 409
    assert_valid_html(answer.text)
    assert f'value="{his}"' in answer.text
    assert GIVEN[kind][field] in answer.text
    assert str(getattr(held(case, kind)[0], field)) == GIVEN[kind][field]
    assert drafter.post(page, data=GIVEN[kind] | {field: his, "mark": mark(answer)}).status_code == 303
    assert str(getattr(held(case, kind)[0], field)) == his


# Nothing is removed before it is confirmed.
@pytest.mark.parametrize("kind", KINDS)
def test_removal_asks_first(case, drafter, kind):
    page = at(case, kind, held(case, kind)[0].id, "remove")
    assert "Remove" in drafter.get(page).text
    assert len(held(case, kind)) == 1
    sent = {"mark": mark(drafter.get(page))}
    assert drafter.post(page, data=sent).location == at(case, kind)
    assert held(case, kind) == []
    assert drafter.post(page, data=sent).status_code == 404
    answer = drafter.get(at(case, kind))
    assert "None yet" in answer.text
    assert_valid_html(answer.text)


# What a colleague changed meanwhile is not removed unseen; who has seen it may remove it.
@pytest.mark.parametrize(
    ("kind", "change"),
    [("persons", {"note": "Hers"}), ("offences", {"law": "Hers"}), ("annexes", {"title": "Hers"}),
     ("annexes", {"sha256": "0" * 64})],
)  # fmt: skip
def test_what_was_changed_meanwhile_is_not_removed(case, drafter, kind, change):
    item = held(case, kind)[0].id
    page = at(case, kind, item, "remove")
    seen = mark(drafter.get(page))
    service.save_item(case.request.matter_id, kind, item, change, case.requesting["drafter"].id, f.NOW)
    answer = drafter.post(page, data={"mark": seen})
    assert answer.status_code == 409
    assert_valid_html(answer.text)
    assert "This was changed after you opened it" in answer.text
    assert [row.id for row in held(case, kind)] == [item]
    assert drafter.post(page, data={}).status_code == 409, "a form without its mark has seen nothing"
    assert drafter.post(page, data={"mark": mark(answer)}).status_code == 303
    assert held(case, kind) == []


# The maximum penalty is read as one answer, in the number that it has.
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"life": False, "years": 10}, "10 years"),
        ({"life": False, "years": 1, "months": 1, "days": 1}, "1 year, 1 month, 1 day"),
        ({"life": False, "years": None, "months": 30}, "30 months"),
        ({"life": True, "years": 10}, "imprisonment for life"),
    ],
)
def test_the_maximum_penalty_is_said_in_one(case, drafter, given, said):
    drafter_id, matter = case.requesting["drafter"].id, case.request.matter_id
    service.save_item(matter, "offences", held(case, "offences")[0].id, given, drafter_id, f.NOW)
    text = " ".join(re.sub(r"<[^>]+>", " ", drafter.get(at(case, "offences")).text).split())
    assert f"Maximum penalty {said} " in text
    assert f"maximum penalty: {said} " in " ".join(
        re.sub(r"<[^>]+>", " ", drafter.get(f"/requests/{case.request.id}").text).split()
    )


@pytest.mark.parametrize("kind", KINDS)
def test_only_drafters_write_and_only_the_authority_reads(case, reader, stranger, kind):
    first = held(case, kind)[0].id
    assert reader.get(at(case, kind)).status_code == 200
    assert stranger.get(at(case, kind)).status_code == 404
    for page in (at(case, kind, "new"), at(case, kind, first), at(case, kind, first, "remove")):
        for browser, status in ((reader, 403), (stranger, 404)):
            assert browser.get(page).status_code == status
            assert browser.post(page, data=GIVEN[kind]).status_code == status
    assert [item.id for item in held(case, kind)] == [first]
    assert "Remove" not in reader.get(at(case, kind)).text


def test_an_item_of_another_matter_is_not_found(case, drafter):
    other = f.draft(case.requesting, case.requested)
    foreign = held(other, "persons")[0].id
    assert drafter.get(at(case, "persons", foreign)).status_code == 404
    assert drafter.post(at(case, "persons", foreign, "remove")).status_code == 404
    assert drafter.get(at(case, "wishes")).status_code == 404


# A scan is known by its bytes; its name proves nothing.
@pytest.mark.parametrize(
    ("content", "name"), [(b"MZ\x90\x00 a program", "order.pdf"), (b"<html>", "order.pdf"), (b"", "a.pdf")]
)
def test_what_is_no_scan_is_refused(case, drafter, content, name):
    answer = drafter.post(at(case, "annexes", "new"), data=ANNEX | scan(content, name))
    assert answer.status_code == 422
    assert "must be a PDF, JPEG, PNG or TIFF file" in answer.text
    assert 'href="#file"' in answer.text
    assert len(held(case, "annexes")) == 1


@pytest.mark.parametrize(
    ("start", "media_type"),
    [(b"%PDF-1.4", "application/pdf"), (b"\xff\xd8\xff\xe0", "image/jpeg"), (b"\x89PNG\r\n\x1a\n", "image/png"),
     (b"II*\x00", "image/tiff"), (b"MM\x00*", "image/tiff")],
)  # fmt: skip
def test_the_media_type_is_read_from_the_bytes(case, drafter, start, media_type):
    assert drafter.post(at(case, "annexes", "new"), data=ANNEX | scan(start + b" scan", "paper.exe")).status_code == 303
    assert held(case, "annexes")[1].media_type == media_type


# A browser can't send a file twice by itself: the page remembers it.
def test_a_file_survives_an_error_in_another_field(case, drafter):
    wrong = drafter.post(at(case, "annexes", "new"), data=ANNEX | {"title": ""} | scan())
    assert wrong.status_code == 422
    assert "order.pdf" in wrong.text
    kept = re.search(r'name="kept" type="hidden" value="([^"]+)"', wrong.text)[1]
    assert drafter.post(at(case, "annexes", "new"), data=ANNEX | {"kept": kept}).status_code == 303
    assert custody.fetch(held(case, "annexes")[1].sha256) == PDF


def test_a_forged_reminder_brings_no_file(case, drafter):
    forged = '[{"name": "a", "media_type": "x", "size": 1, "sha256": "' + "0" * 64 + '"}]'
    assert drafter.post(at(case, "annexes", "new"), data=ANNEX | {"kept": forged}).status_code == 303
    assert held(case, "annexes")[1].sha256 == ""


def test_a_change_without_a_file_keeps_the_file(case, drafter):
    before = held(case, "annexes")[0]
    page, sha256 = at(case, "annexes", before.id), before.sha256
    assert drafter.post(page, data=ANNEX | {"mark": mark(drafter.get(page))}).status_code == 303
    after = held(case, "annexes")[0]
    assert (after.title, after.sha256) == ("Warrant", sha256)


def test_the_authority_downloads_its_annex(case, drafter, reader, stranger):
    page = at(case, "annexes", held(case, "annexes")[0].id, "file")
    for browser in (drafter, reader):
        answer = browser.get(page)
        assert answer.data == f.SCAN
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert stranger.get(page).status_code == 404


def test_an_annex_without_a_file_has_nothing_to_download(case, drafter):
    drafter.post(at(case, "annexes", "new"), data=ANNEX)
    assert drafter.get(at(case, "annexes", held(case, "annexes")[1].id, "file")).status_code == 404


# Each offence says how it is covered: by the matter alone, or for the draft from which the person came.
@pytest.mark.parametrize(
    ("values", "of_draft", "alone"),
    [
        ({"category": "serious_crime", "years": 10}, "covered, as a serious crime: maximum 10 years", None),
        ({"category": "other", "years": 3}, "not covered: maximum 3 years", None),
        (
            {"category": "trafficking_in_persons", "years": 3},
            "not every part of the definition",
            "if it binds both States",
        ),
        ({"category": "firearms", "years": 5}, "does not bind both States on the day", "if it binds both States"),
        ({"category": "smuggling_of_migrants", "years": 1}, "covered, as an offence of", "if it binds both States"),
    ],
)
def test_the_list_says_how_each_offence_is_covered(case, drafter, values, of_draft, alone):
    service.save_item(
        case.request.matter_id, "offences", None, {"name": "Other"} | values, case.requesting["drafter"].id, f.NOW
    )
    for page, said in ((f"?draft={case.request.id}", of_draft), ("", alone or of_draft)):
        answer = drafter.get(at(case, "offences") + page)
        assert_valid_html(answer.text)
        assert said in answer.text
        assert "covered, as an offence that the Convention itself establishes" in answer.text


NOTICE = "Perhaps the same person"


def elsewhere(case, title, *, requested=True, by=None, **values):
    """Another matter of an authority that names a person, and perhaps a request drawn from it."""
    house = by or case.requesting
    drafter = house["drafter"].id
    matter = service.open_matter(title, "9/2020", drafter, f.NOW)
    someone = {"family_name": "Silva", "given_names": "Ana", "role": "witness"} | values
    service.save_item(matter.id, "persons", None, someone, drafter, f.NOW)
    if requested:
        other = case.requested if house is case.requesting else case.requesting
        casework.open_request(matter.id, "assistance", other.authority.id, "Old", drafter, f.NOW)
    return matter.id


# The same person in another request of the same authority is pointed out, with the way there (this system).
@pytest.mark.parametrize(
    ("values", "noticed"),
    [
        ({}, True),
        ({"family_name": "SILVA", "given_names": "ana"}, True),
        ({"born_on": dt.date(1970, 1, 1)}, True),
        ({"family_name": "Souza"}, False),
        ({"given_names": ""}, False),
        ({"requested": False}, False),
    ],
)
def test_the_same_person_in_another_request_is_pointed_out(case, drafter, values, noticed):
    other = elsewhere(case, "Operation Old", **values)
    answer = drafter.get(at(case, "persons"))
    assert_valid_html(answer.text)
    assert (NOTICE in answer.text) is noticed
    assert (f"/matters/{other}/persons" in answer.text) is noticed
    assert ("Operation Old" in answer.text) is noticed


def test_the_same_name_in_its_original_script_is_pointed_out(case, drafter):
    someone = held(case, "persons")[0]
    for value, shown in (("إيساتا", True), ("ايساتا", False)):
        values = {"original_script": value, "family_name": "Sylva"}
        service.save_item(case.request.matter_id, "persons", someone.id, values, case.requesting["drafter"].id, f.NOW)
        if shown:
            elsewhere(case, "Operation Old", family_name="Silwa", original_script="إيساتا")
        assert (NOTICE in drafter.get(at(case, "persons")).text) is shown


def test_another_day_of_birth_is_another_person(case, drafter):
    someone = held(case, "persons")[0]
    born = {"born_on": dt.date(1980, 2, 29)}
    service.save_item(case.request.matter_id, "persons", someone.id, born, case.requesting["drafter"].id, f.NOW)
    elsewhere(case, "Operation Old", born_on=dt.date(1970, 1, 1))
    assert NOTICE not in drafter.get(at(case, "persons")).text


def test_no_other_authority_is_told_of_a_person(case, drafter):
    elsewhere(case, "Operation Theirs", by=case.requested)
    assert NOTICE not in drafter.get(at(case, "persons")).text


def test_a_matter_that_names_nobody_asks_for_nobody(case, drafter):
    someone = held(case, "persons")[0]
    service.remove_item(case.request.matter_id, "persons", someone.id, case.requesting["drafter"].id, f.NOW)
    elsewhere(case, "Operation Old")
    assert NOTICE not in drafter.get(at(case, "persons")).text


def test_one_query_finds_all_and_each_matter_once(case):
    matter = held(case, "persons")[0].matter
    drafter = case.requesting["drafter"].id
    service.save_item(matter.id, "persons", None, {"family_name": "Silva", "given_names": "Ana", "role": "suspect"},
                      drafter, f.NOW)  # fmt: skip
    others = [elsewhere(case, f"Operation {n}") for n in range(2)]
    service.save_item(others[0], "persons", None, {"family_name": "silva", "given_names": "ANA", "role": "expert"},
                      drafter, f.NOW)  # fmt: skip
    matter = db.session.get(Matter, matter.id)
    list(matter.persons)
    told = []
    listen = lambda *arguments: told.append(arguments[2])  # noqa: E731
    sa.event.listen(db.engine, "before_cursor_execute", listen)
    found = query.elsewhere(matter)
    sa.event.remove(db.engine, "before_cursor_execute", listen)
    assert len(told) == 1
    assert [{m.id for m in named} for named in found.values()] == [set(others), set(others)]
    assert all(len(named) == 2 for named in found.values())
