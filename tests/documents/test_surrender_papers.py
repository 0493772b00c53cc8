"""The papers of surrender say what they must, and cite the Convention only where it speaks."""

import datetime as dt
import re
from html import unescape

import pytest

from mla.documents.acceptance import examine
from mla.documents.render import html, render
from tests.extradition_answers import answers

from . import extradition_step_samples as samples
from .surrender_samples import STEPS, bare, on_treaty, snapshot
from .test_render import words

#: What the paper of each step must say.
SAYS = {
    "record_consent": ("consented on 10 March 2026 to be surrendered to the Hellenic Republic", "what it means",
                       "whether it can be taken back", "expedite extradition (Art. 16(8))", "(Art. 16(13))",
                       "O1 – ", "O2 – ", "Law 4139/2013", "SHEMBULL, Arben", "Record of the hearing.pdf"),
    "postpone_surrender": ("Extradition stays granted", "a sentence that is served in the requested State",
                           "applicable treaties (Art. 16(7))", "O1 – ", "temporary surrender"),
    "surrender_temporarily": ("temporarily surrendered to the Hellenic Republic", "O1 – ",
                              "returned to the Republic of Albania by 12 September 2026",
                              "accepts the terms above and undertakes the return"),
    "return_person": ("was returned to the Republic of Albania on 10 September 2026", "Kept in custody throughout",
                      "To be returned by 12 September 2026", "again on 30 September 2026"),
    "arrange_surrender": ("proposed for 25 April 2026, 10:30", "takes the place of the arrangement proposed before",
                          "O1 – ", "propose another place, day or hour"),
    "agree_surrender": ("agreed for 25 April 2026, 10:30", "Four officers of the Greek police", "One telephone",
                        "Contact for the handover", "+30 000 000 0001"),
    "hand_over": ("handed over to the authorities of the Hellenic Republic on 25 April 2026, at 10:45", "O1 – ",
                  "Agreed for 25 April 2026, 10:30", "84 days", "a rule of the treaty used or of domestic law",
                  "Signed record.pdf", "in two copies"),
    "close_surrendered": ("surrendered on 25 April 2026", "O1 – ", "bind after the closing too", "Condition accepted",
                          "Art. 16(7)", "Prosecution only for what was granted", "no other offence before"),
    "ask_speciality_consent": ("consent of the Republic of Albania is asked", "surrendered on 25 April 2026", "O1 – ",
                               "Provision of the treaty used or of domestic law", "no other offence before",
                               "Record of the statement.pdf", "whether consent is given"),
    "answer_speciality_consent": ("Consent is not given", "Forgery of documents", "It was used at Patras",
                                  "European Convention on Extradition, article 14", "Reasons"),
}  # fmt: skip
#: Who signs by hand, beside the central authority that issues the paper: in what capacity, and as whom.
SIGNERS = {
    "record_consent": ("Person sought", "SHEMBULL, Arben", "Counsel", "A. Mbrojtës", "Judge or court", "of Tirana"),
    "surrender_temporarily": ("For the Hellenic Republic, which accepts",),
    "return_person": ("Handed back, for the Hellenic Republic", "Taken over, for the Republic of Albania",
                      "Border police of Gjirokastra"),
    "hand_over": ("Handed over, for the Republic of Albania", "Border police of Gjirokastra",
                  "Taken over, for the Hellenic Republic", "Escort of the Hellenic Police"),
}  # fmt: skip
SPACES = {"record_consent": 3, "surrender_temporarily": 1, "return_person": 2, "hand_over": 2}
every_step = pytest.mark.parametrize("step", STEPS)


def text(made):
    return unescape(words(made))


def values(data):
    """All that a form gave and a reader is to find: texts as they are, days in full."""
    for value in (value for value in data.values() if isinstance(value, str) and len(value) > 8):
        try:
            day = dt.date.fromisoformat(value)
        except ValueError:
            yield from value.split("\n\n")
        else:
            yield f"{day.day} {day:%B %Y}"


@every_step
def test_a_paper_says_what_it_must_and_all_that_its_form_gave(step):
    made = snapshot(step)
    said, due = text(made), (*SAYS[step], *values(made["step"]["data"]))
    assert [phrase for phrase in due if phrase not in said] == []
    assert "SHEMBULL, Arben, born on 1 January 1970" in said


# What the form of the step gives, as the tests of the whole way fill it in, is what its paper reads.
@every_step
def test_a_paper_prints_what_the_form_of_its_step_gives(step):
    made = snapshot(step)
    made["step"]["data"] = answers(step)
    said = text(made)
    assert [value for value in values(made["step"]["data"]) if value not in said] == []


# What a form may leave out, and what is not known, leaves no empty value and no heading over nothing.
@every_step
def test_a_paper_can_do_without_what_its_form_does_not_ask(step):
    made = bare(step)
    for data in (made["step"]["data"], STEPS[step][0]):
        made["step"]["data"] = data
        assert "None" not in text(made)
        assert re.findall(r"<h2[^>]*>[^<]*</h2>\s*(?=<h2|<section)", html(made)) == []


@every_step
@pytest.mark.parametrize("watermark", [None, "draft"])
def test_a_paper_and_its_draft_are_accepted(step, watermark):
    made = snapshot(step, watermark=watermark, signatory={"name": "Besa Shembull", "title": "Head of section"})
    assert examine(render(made).pdf, made, people=["Pedro Redator"]) == []


@every_step
def test_a_paper_cites_neither_the_articles_on_assistance_nor_what_is_no_treatys_rule(step):
    for said in (text(snapshot(step)), text(bare(step))):
        assert re.findall(r"Arts?\.\W+18\b|Article\W18\b|mutual legal assistance|good practice|this system", said) == []


@every_step
def test_a_paper_on_a_treaty_does_not_cite_the_convention(step):
    assert re.findall(r"(?<!European )Convention|\bArts?\.\W+\d", text(on_treaty(step))) == []


# Nobody signs for another: each who was there has a space, and the central authority that issues the paper its own.
@every_step
def test_those_who_were_there_sign_beside_the_central_authority(step):
    printed = html(snapshot(step))
    signatures = re.sub(r"\s+", " ", printed[printed.index('<section class="signature') :])
    assert [signer for signer in SIGNERS.get(step, ()) if signer not in signatures] == []
    assert printed.count('<td class="space">') == SPACES.get(step, 0) + 1


# Somebody who was never in custody was so for no days, which nobody need count.
def test_a_handover_without_custody_says_so():
    made = snapshot("hand_over")
    made["step"]["data"]["custody_days"] = 0
    assert "was not held in custody in the requested State" in text(made)
    assert "for any sentence" not in text(made)


# Where the person consented nothing was granted: the papers name the offences of the request, and the consent.
@pytest.mark.parametrize("step", ["arrange_surrender", "hand_over"])
def test_a_surrender_by_consent_names_the_consent(step):
    made = snapshot(step)
    made["extra"]["pursuit"] |= {"granted": (), "consent": STEPS["record_consent"][0]}
    said = text(made)
    assert "for which extradition was granted" not in said
    for phrase in (
        "Offences named in the request",
        "O2 – ",
        "consented to the surrender on 10 March",
        "Court of Tirana",
    ):
        assert phrase in said
    made["extra"]["pursuit"]["consent"] = {"place": "told on paper, without a day"}
    assert "None" not in text(made)


# The first proposal takes the place of nothing; an agreement to what was told on paper alone says just that.
def test_what_was_never_proposed_here_is_not_spoken_of():
    assert "takes the place of" not in text(bare("arrange_surrender"))
    assert "agreed as it was proposed" in text(bare("agree_surrender"))


# Consent that is given is said to be given, and how far it goes is no reason.
def test_consent_that_is_given_says_how_far_it_goes():
    made = snapshot("answer_speciality_consent")
    made["step"]["data"] |= {"consent": "yes", "explanation": "For the forgery of 2023 alone."}
    said = text(made)
    assert "Consent is given in respect of the offence below" in said
    assert "How far the consent goes" in said
    assert "Reasons" not in said


# The note on a case that ends without surrender says that none follows.
def test_a_case_that_ends_in_a_postponement_says_that_no_surrender_follows():
    said = text(samples.snapshot("close_postponed", steps={"close_postponed": ({"outcome": "She has died."}, {})}))
    assert "The surrender had been postponed, and does not follow. " in said
    assert "Outcome. She has died." in said


# What still binds is named with its text: the name does not end a page.
def test_an_obligation_that_continues_is_kept_with_its_text():
    said = re.findall(
        r'class="para( intro)?"[^(]*\(\d+\)</span><span class="lead">([^<]*)', html(snapshot("close_surrendered"))
    )
    titles = ("Condition accepted.", "Assurance given.", "Prosecution only for what was granted.")
    assert said == [(" intro", title) for title in titles]
