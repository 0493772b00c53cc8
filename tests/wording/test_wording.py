"""Findings as sentences, articles and names as readers expect them."""

import datetime as dt
import re
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import Babel, force_locale

from mla import wording
from mla.domain import treaties as law
from mla.domain.errors import UnknownState
from mla.domain.findings import Finding
from mla.domain.treaties import ActionKind, Instrument
from mla.domain.treaties.periods import Rule
from mla.wording import names, treaties
from tests.domain.treaty_data import D, act, published, small

REAL = published()


@pytest.fixture(autouse=True)
def context():
    app = Flask("wording")
    Babel(app)
    with app.app_context():
        yield


@pytest.mark.parametrize(
    ("bare", "said"),
    [
        ("18(15)", "Art. 18(15)"),
        ("37(2)", "Art. 37(2)"),
        ("TIP 17(2)", "Trafficking in Persons Protocol, Art. 17(2)"),
        ("FIR 18", "Firearms Protocol, Art. 18"),
        ("SOM 8(6)", "Smuggling of Migrants Protocol, Art. 8(6)"),
        ("good practice", "good practice"),
        ("this system", "this system"),
    ],
)
def test_articles(bare, said):
    assert wording.article(bare) == said


@pytest.mark.parametrize(
    ("iso3", "name", "in_text"),
    [
        ("BRA", "Brazil", "Brazil"),
        ("ARE", "United Arab Emirates", "the United Arab Emirates"),
        ("NLD", "Netherlands", "the Netherlands"),
        ("COK", "Cook Islands", "the Cook Islands"),
        ("BOL", "Bolivia (Plurinational State of)", "Bolivia (Plurinational State of)"),
        ("EUU", "European Union", "the European Union"),
        ("VGB", "British Virgin Islands", "British Virgin Islands"),
        ("XYZ", "XYZ", "XYZ"),
    ],
)
def test_names_of_states(iso3, name, in_text):
    assert wording.state_name(iso3) == name
    assert wording.state_name(iso3, article=True) == in_text


def test_no_name_keeps_a_mark_of_its_table():
    for participant in REAL.participants:
        name = wording.state_name(participant.iso3)
        assert name != participant.iso3
        assert not re.search(r"\*|\((the|le|la|les|l')\)", name), name


def test_names_follow_the_readers_language():
    with force_locale("fr"):
        assert wording.state_name("AFG", article=True) == "l'Afghanistan"
        assert wording.state_name("NLD") == "Pays-Bas"
    assert wording.state_name("AFG") == "Afghanistan"
    assert names.short_name("BRA", "de") == "Brazil"


def test_formal_names():
    assert wording.state_formal_name("BRA") == "the Federative Republic of Brazil"
    assert wording.state_formal_name("CIV").startswith("Côte d")  # the source has no formal name


def test_days_in_full():
    assert wording.day("2026-03-12") == wording.day(dt.date(2026, 3, 12)) == "12 March 2026"


def test_a_sentence_begins_with_a_capital_and_names_state_instrument_and_days():
    finding = REAL.standing("NLD", Instrument.TIP, D("2010-01-01")).findings[0]
    assert wording.sentence(finding) == (
        "The Netherlands is bound by the Trafficking in Persons Protocol on 1 January 2010. It deposited its "
        "instrument (acceptance) on 27 July 2005, after the fortieth; it has been bound since the 30th day after that "
        "deposit, 26 August 2005."
    )


# One without recorded consent is closed, in those words.
@pytest.mark.parametrize(("iso3", "code"), [("PNG", "UNTOC"), ("COG", "UNTOC"), ("USA", "FIR")])
def test_without_recorded_consent_in_those_words(iso3, code):
    finding = REAL.standing(iso3, Instrument(code), D("2024-01-01")).findings[0]
    assert "without recorded consent" in wording.sentence(finding)


def test_a_code_without_a_sentence_is_an_error():
    with pytest.raises(KeyError, match=r"no\.such_code"):
        wording.sentence(Finding("no.such_code", "18(1)"))


def _emitted() -> set[str]:
    """Every code that the treaty engine names, read from its source."""
    folder = Path(law.__file__).parent
    text = "".join(path.read_text() for path in folder.glob("*.py"))
    fixed = set(re.findall(r'"(party\.[a-z_]+)"', text))
    ruled = {f"party.{prefix}.{rule}" for prefix in ("bound", "not_yet") for rule in list(Rule)[:6]}
    return fixed | ruled


def test_every_code_of_the_register_has_its_sentence_and_no_sentence_is_idle():
    assert _emitted() == set(treaties.SENTENCES)


HISTORIES = [
    ([act("AAA", "ratification", "2010-01-01"), act("AAA", "denunciation", "2015-03-01")], "2015-06-01"),
    ([act("AAA", "ratification", "2010-01-01"), act("AAA", "denunciation", "2015-03-01")], "2018-06-01"),
    ([act("AAA", "accession", "2010-01-01", "TIP")], "2018-06-01"),
    ([act("AAA", "succession", "2010-01-01", effective_on="2009-06-01")], "2018-06-01"),
    ([act("AAA", "accession", "2010-01-01", effective_on="2010-08-01")], "2010-06-01"),
    ([act("AAA", "accession", "2010-01-01"), act("AAA", "accession", "2009-01-01", "TIP")], "2010-01-15"),
    ([], "2040-01-01"),
]


@pytest.mark.parametrize(("history", "on"), HISTORIES)
def test_every_placeholder_is_filled(history, on):
    for instrument in (Instrument.UNTOC, Instrument.TIP):
        for finding in small(*history).standing("AAA", instrument, D(on)).findings:
            said = wording.sentence(finding)
            assert "%(" not in said
            assert "None" not in said
            assert said[0].isupper()


@pytest.mark.parametrize(
    ("code", "reason", "part"),
    [
        ("XYZ", "unknown", "XYZ is not the code of a State"),
        ("EUU", "regional_organisation", "The European Union is a regional organisation"),
        ("HKG", "territory", "Hong Kong is a territory"),
        ("BRA", "same_state", "Brazil is named twice"),
        ("HKG", "not_its_territory", "HKG is not a territory of that State"),
    ],
)
def test_why_a_code_can_not_stand_for_a_state(code, reason, part):
    assert wording.refusal_of_state(UnknownState(code, reason)).startswith(part)


def test_every_instrument_and_action_has_a_name():
    assert wording.instrument_title(Instrument.FIR) == "Firearms Protocol"
    assert wording.instrument(Instrument.UNTOC) == "the Convention"
    assert len({wording.action(kind) for kind in ActionKind}) == len(ActionKind)
