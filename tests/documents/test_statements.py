"""A paper states what the record holds, names who states it, and claims nothing that nobody stated."""

import pytest

from mla.documents.render import html

from . import samples
from .test_render import words


def test_a_refusal_is_of_the_whole_request_whatever_offence_its_ground_concerns():
    made = samples.snapshot("refusal")
    for offences in (["O2"], ["O1", "O2"], []):
        made["step"]["data"]["offences"] = offences
        said = words(made)
        assert "is refused." in said
        assert "refused in respect" not in said
        assert ("The absence of dual criminality concerns" in said) is bool(offences)
    assert "The absence of dual criminality concerns O2:" in words(samples.snapshot("refusal"))


def test_a_certificate_lists_what_the_record_holds_and_says_where_each_file_came_in():
    said = words(samples.snapshot("authenticity_certificate"))
    reported, added = "Files handed in with the execution report", "Files added with the transmission of the results"
    places = [said.index(text) for text in (reported, samples.FILE["name"], added, "Decision.pdf")]
    assert places == sorted(places)
    assert "as they were received" not in said
    made = samples.snapshot("authenticity_certificate")
    made["extra"]["report"] = samples.REPORT | {"files": []}
    assert reported not in words(made)
    assert added in words(made)
    made["step"]["data"]["files"] = []
    assert "SHA-256: a file" not in words(made)


def test_a_letter_claims_no_seal_that_it_may_lack():
    said = words(samples.snapshot())
    assert "Maria Exemplo signed this request on 12 February 2008 in the system that issued it." in said
    assert "by the SHA-256 of version 1" in said
    assert "established by the signature and seal" not in said
    assert "SHA-256 of version" not in words(samples.snapshot(version=None, version_hash=None))


#: Execution can be stopped until it is done.
@pytest.mark.parametrize(
    ("left", "stop"),
    [("transmitted", True), ("info_requested", True), ("accepted", True), ("executing", True), ("executed", False),
     ("results_sent", False), ("results_confirmed", False)],
)  # fmt: skip
def test_a_withdrawal_asks_to_stop_only_what_can_still_be_executed(left, stop):
    made = samples.snapshot("withdrawal")
    made["extra"]["from_state"] = left
    assert "no longer asks for mutual legal assistance" in words(made)
    assert ("be stopped" in words(made)) is stop


def test_an_acceptance_speaks_of_specified_procedures_only_where_some_are():
    made = samples.snapshot("acceptance")
    assert "by the procedures specified in it (Art. 18(17))" in words(made)
    made["content"]["procedure"]["text"] = " "
    assert "procedures specified" not in words(made)
    assert "under the law of the requested State (Art. 18(17))" in words(made)


@pytest.mark.parametrize("reason", ["no_other_treaty", "agreed_instead"])
def test_what_the_requesting_authority_alone_states_is_printed_as_its_statement(reason):
    made = samples.snapshot()
    made["content"]["regime"]["reason"] = reason
    assert words(made).count("The requesting authority states that") == 3  # regime, channel, language


@pytest.mark.parametrize("paper", samples.STEPS)
def test_letters_cite_articles_and_no_other_source(paper):
    made = samples.snapshot(paper)
    doubt = "Ask the depositary if in doubt."
    made["findings"].append(
        {"code": "party.register_complete_to", "article": "this system", "weight": "warns", "values": {},
         "where": None, "sentence": doubt}
    )  # fmt: skip
    said = words(made)
    assert "good practice" not in said
    assert "this system" not in said
    assert (doubt in said) is (paper == "party_status")


def test_the_subject_is_printed_once_in_a_letter():
    made = samples.snapshot()
    assert words(made).count(made["content"]["proceedings"]["subject"]) == 1
    assert "Costs" in words(made)
    assert "asks to be consulted" not in words(made)


def test_an_annex_without_a_day_is_undated_and_a_column_that_nothing_fills_is_left_out():
    made = samples.snapshot()
    made["content"]["annexes"][1]["dated_on"] = None
    assert words(made).count("undated") == 1
    for annex in made["content"]["annexes"]:
        annex["dated_on"], annex["label"] = None, f"Z{annex['label']}"
    said = words(made)
    assert "undated" not in said
    assert "Dated" not in said
    assert "Cited in paragraph" not in said
    assert 'colspan="4"' in html(made)
