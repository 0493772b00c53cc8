"""The papers of the steps of an extradition and of a provisional arrest say what they must, and cite what says it."""

import re
from html import unescape

import pytest

from mla.documents.acceptance import examine
from mla.documents.render import html, render
from tests.extradition_answers import answers

from . import extradition_step_samples as samples
from .test_render import words

#: What the paper of each step must say.
SAYS = {
    "begin_judicial_phase": ("may proceed to the judicial phase", "O1 – ",
                             "punishable under the law of the requested State too", "(Art. 16(1))",
                             "article 283/a", "separate serious crime", "(Art. 16(13))"),
    "seek_assurance": ("New trial after a judgment in absence", "did not know of the trial", "article 491",
                       "A reply is asked by 20 April 2026", "the power by which it binds", "monitored"),
    "give_assurance": ("before another chamber", "Minister of Justice, Law 2", "expires on 31 December 2030",
                       "The consulate in Athens", "did not know of the trial", samples.FILE["name"]),
    "decline_assurance": ("is not given", "The law does not allow it", "New trial after a judgment in absence"),
    "lapse_assurance": ("No answer on the assurance has come", "20 April 2026", "still be considered"),
    "open_consultation": ("ample opportunity to present its opinions", "(Art. 16(16))", "(Art. 16(10))",
                          "A reply is asked by 1 April 2026", "(Art. 16(12))"),
    "answer_consultation": ("The term was interrupted", "consulted on 4 March 2026", samples.FILE["name"]),
    "end_consultation": ("ended without a refusal", "The interruption is shown", "replied on 20 March 2026"),
    "refuse_extradition": ("is refused", "is not met (Art. 16(7))", "article 66", "Consultation (Art. 16(16))",
                           "ran out on 5 May 2025", "annexes A"),
    "refuse_for_nationality": ("solely because the person sought is a national", "submitted without undue delay",
                               "(Art. 16(10))", "what remains of it", "(Art. 16(12))", "How to ask",
                               "extract of 3 March", "Why a consultation was not appropriate",
                               "This request seeks a prosecution"),
    "ask_prosecution": ("submitted without undue delay to the competent authorities", "(Art. 16(10))",
                        "with reference to the refusal of 4 March 2026", "Law 4139/2013, article 20", "20 years",
                        "(version 1)", "The whole file, 300 pages", samples.FILE["name"], "Warrant of arrest",
                        "in particular on procedure and evidence", "duty@grc.example", "what came of it"),
    "submit_prosecution": ("has been submitted", "Prosecution Office for Serious Crimes", "10 March 2026",
                           "6 March 2026", "SCP 7/2026", "offence of a grave nature", "(Art. 15(3))",
                           "A prosecutor has been named"),
    "report_prosecution": ("has been decided", "Court for Serious Crimes", "11 March 2026", "SCP 7/2026",
                           "barred by lapse of time", samples.FILE["name"]),
    "apply_enforcement": ("the sentence, or of what remains of it (Art. 16(12))", "refusal of 4 March 2026",
                          "Court of Appeal of Athens", "Nine years and one month of ten", "if its law permits it",
                          samples.FILE["name"]),
    "decide_enforcement": ("in part (Art. 16(12))", "article 65", "a maximum of eight years", "6 March 2026",
                           "Court of Appeal of Athens"),
    "grant": ("is granted in part: for O1.", "O1 – ", "granted", "refused", "article 187", "barred by lapse of time",
              "Assurances given", "before another chamber", "(Art. 16(13))", "Heard with counsel", "38 days",
              "Kindly name the escort", "held in Tirana"),
    "offer_conditions": ("will be granted for O1, once", "applicable treaties (Art. 16(7))", "Condition C2",
                         "is returned after the trial", "(Art. 16(11))", "It binds for good", "Assurances given",
                         "Heard with counsel", "38 days", "accepted as a whole or not at all", "20 April 2026",
                         "the offer may lapse", "decision of the court"),
    "order_arrest": ("was taken into custody on 11 March 2026 (Art. 16(9))", "is awaited by 20 April 2026",
                     "Court of Tirana", "article 33", "so warrant and are urgent", "forty days", "may be ended",
                     "(Art. 16(13))"),
    "decline_arrest": ("is not ordered", "left Albania", "says nothing on extradition itself", "(Art. 16(9))"),
    "extend_arrest": ("is now awaited by 23 March 2026", "1 February 2026", "13 March 2026",
                      "forty days", "was announced"),
    "end_arrest": ("the person was released", "on bail", "1 February 2026", "13 March 2026", "may still be sent"),
    "ask_for_neither": ("neither that the case be submitted for prosecution", "(Art. 16(12))", "third State",
                        "The request for prosecution of 6 March 2026 is not maintained", "is released"),
}  # fmt: skip
#: What is sought for a sentence.
OF_A_SENTENCE = ("apply_enforcement", "decide_enforcement")
STEPS = tuple(samples.STEPS)


def text(made):
    return unescape(words(made))


# Each paper of a step that is not one of all kinds' papers says what it must, and names whom it is about.
@pytest.mark.parametrize("step", STEPS)
def test_a_paper_says_what_it_must(step):
    said = text(samples.snapshot(step, sort="conviction" if step in OF_A_SENTENCE else "accusation"))
    assert [phrase for phrase in SAYS[step] if phrase not in said] == []
    assert "SHEMBULL, Arben, born on 1 January 1970" in said


# What a form may leave out leaves nothing behind: no empty value, no heading over nothing.
@pytest.mark.parametrize("step", STEPS)
def test_a_paper_can_do_without_what_its_form_does_not_ask(step):
    made = samples.bare(step)
    assert "None" not in text(made)
    assert re.findall(r"<h2[^>]*>[^<]*</h2>\s*(?=<h2|<section)", html(made)) == []
    made["step"]["data"] = samples.STEPS[step][0]
    assert "None" not in text(made)


# What the forms themselves give is printed whole: each text that was typed, and no value that was left empty.
@pytest.mark.parametrize("step", [step for step in STEPS if answers(step) is not None])
def test_a_paper_prints_what_its_form_gives(step):
    made, given = samples.snapshot(step), answers(step)
    made["step"]["data"] = given
    said = text(made)
    typed = [value for value in given.values() if isinstance(value, str) and " " in value]
    assert [value for value in typed if value not in said] == []
    assert "None" not in said


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("watermark", [None, "draft"])
def test_a_paper_and_its_draft_are_accepted(step, watermark):
    made = samples.snapshot(step, watermark=watermark, signatory={"name": "Besa Shembull", "title": "Head of section"})
    assert examine(render(made).pdf, made, people=["Pedro Redator"]) == []


# Rule 5: an extradition never cites the articles on assistance, nor what is no treaty's rule.
@pytest.mark.parametrize("step", STEPS)
def test_a_paper_cites_no_article_on_assistance(step):
    for said in (text(samples.snapshot(step)), text(samples.bare(step))):
        assert re.findall(r"Arts?\.\W+18\b|Article\W18\b|mutual legal assistance|good practice|this system", said) == []


# On a treaty, the fixed words name no article of the Convention.
@pytest.mark.parametrize("step", STEPS)
def test_a_paper_on_a_treaty_does_not_cite_the_convention(step):
    said = text(samples.on_treaty(step))
    assert re.findall(r"United Nations Convention|\bArts?\.\W+\d", said) == []


# The reader of a refusal for nationality learns how to apply for enforcement where a sentence is to be enforced.
def test_enforcement_can_be_applied_for_where_a_sentence_is_to_be_enforced():
    convicted, accused = (
        text(samples.snapshot("refuse_for_nationality", sort=s)) for s in ("conviction", "accusation")
    )
    assert "How to apply" in convicted
    assert "This request seeks the enforcement of a sentence" in convicted
    assert "How to apply" not in accused


# A refusal without a consultation says why none was appropriate; one after it prints what was said.
def test_a_refusal_says_why_no_consultation_was_appropriate():
    made = samples.snapshot("refuse_extradition")
    del made["extra"]["consultation"]
    assert "Consultation" not in text(made)
    made["step"]["data"]["not_appropriate"] = "Nothing could be added."
    said = text(made)
    assert "Consultation (Art. 16(16))" in said
    assert "Why a consultation was not appropriate. Nothing could be added." in said


# What the decision on enforcement leaves open, it says; who enforces, in whole or in part, owes no prosecution.
@pytest.mark.parametrize(
    ("enforced", "decided", "open_"),
    [("yes", "is enforced in the requested State (", False), ("no", "is not enforced in the requested State.", True)],
)
def test_a_sentence_that_is_not_enforced_leaves_the_prosecution(enforced, decided, open_):
    made = samples.snapshot("decide_enforcement", sort="conviction")
    made["step"]["data"]["enforced"] = enforced
    assert decided in text(made)
    assert ("may ask that the case be submitted" in text(made)) is open_


# What was asked before and is not asked any more is named with its day.
@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("apply_enforcement", "The application of 6 March 2026 for enforcement of the sentence is not maintained."),
        ("refuse_for_nationality", None),
    ],
)
def test_what_is_not_maintained(before, said):
    made = samples.snapshot("ask_for_neither")
    made["extra"]["recalled"]["step"] = before
    assert "request for prosecution of" not in text(made)
    assert said in text(made) if said else "not maintained" not in text(made)


# All is granted, or part: the paper says which. An offence outside the article is named as such where it is granted.
@pytest.mark.parametrize("step", ["grant", "offer_conditions"])
def test_a_grant_of_all_reaches_what_the_article_alone_does_not(step):
    made, further = samples.snapshot(step), "Article 16 is applied to O2 too"
    assert further not in text(made)
    for row in made["step"]["data"]["decisions"]:
        row["decision"] = "granted"
    assert further in text(made)
    assert "in part" not in text(made)
    assert "Why extradition for" not in text(made)
    made["content"]["regime"] |= {"basis": "TREATY", "agreement": "t1"}
    assert further not in text(made)


# Conditions that were accepted are no assurances: only these are named as given.
def test_a_grant_names_assurances_only_where_they_were_given():
    made = samples.snapshot("grant")
    assert "Condition accepted" not in text(made)
    made["extra"]["ledger"]["running"] = [samples.ASSURED | {"due_on": "2030-12-31"}]
    assert "It binds until 31 December 2030." in text(made)
    made["extra"]["ledger"]["running"] = [samples.OWED]
    assert "assurance" not in text(made).lower()


# Each cause for which a provisional arrest ends is told; where nothing stands in the way, that a request may follow.
@pytest.mark.parametrize(
    ("cause", "said", "may_follow"),
    [
        ("no_request", "no formal request for extradition has come in time", True),
        ("withdrawn", "no longer asks for it", False),
        ("surrender_custody", "is held for the surrender from now on", False),
    ],
)
def test_why_a_provisional_arrest_has_ended(cause, said, may_follow):
    made = samples.snapshot("end_arrest")
    made["step"]["data"] = {"cause": cause}
    assert said in text(made)
    assert ("may still be sent" in text(made)) is may_follow
