"""Declarations as readers expect them."""

import pytest
from flask import Flask
from flask_babel import Babel, force_locale

from mla.data import rows
from mla.wording.declarations import declared, language_name


@pytest.fixture(autouse=True)
def context():
    app = Flask("wording")
    Babel(app)
    with app.app_context():
        yield


@pytest.mark.parametrize(
    ("topic", "value", "text"),
    [
        ("acceptable_languages", "any of: pt; en", "Any of: Portuguese, English"),
        ("acceptable_languages", "any of: fr", "French"),
        (
            "acceptable_languages",
            "all of: mk; en (translation into both)",
            "All of: Macedonian, English (translation into both)",
        ),
        (
            "acceptable_languages",
            "prefer: sl; else: en (or a translation)",
            "Preferably Slovenian, otherwise English (or a translation)",
        ),
        ("acceptable_languages", "any of: zh; en (for: territory HKG)", "Any of: Chinese, English (for: Hong Kong)"),
        ("acceptable_languages", "something else", "something else"),
        (
            "extradition_legal_basis",
            "untoc (as of 2004)",
            "Takes the Convention as the legal basis for extradition (as of 2004)",
        ),
        (
            "extradition_legal_basis",
            "untoc on reciprocity",
            "Takes the Convention as the legal basis for extradition, on reciprocity",
        ),
        ("extradition_legal_basis", "treaty only", "Does not take the Convention as the legal basis for extradition"),
        ("extradition_legal_basis", "no treaty needed", "Does not make extradition conditional on a treaty"),
        ("participation_offence", "both required", "both required"),
    ],
)
def test_what_is_declared(topic, value, text):
    assert declared(topic, value).text == text


def test_the_parts_of_an_authority():
    found = declared("central_authority", "Procurator-General of Aruba | address: Havenstraat 2 | for: territory ABW")
    assert found.text == "Procurator-General of Aruba"
    assert found.notes == ("Address: Havenstraat 2", "For: Aruba")


def test_names_of_languages_follow_the_reader():
    with force_locale("fr"):
        assert language_name("en") == "anglais"
    assert language_name("qq") == "qq"


def test_no_published_language_or_basis_stays_a_code():
    for row in rows("notifications"):
        text = declared(row["topic"], row["value"]).text
        assert text
        if row["topic"] == "acceptable_languages":
            assert not text.startswith(("any of", "prefer"))
        if row["topic"] == "extradition_legal_basis":
            assert "untoc" not in text.split("(")[0]
            assert not text.startswith("treaty only")
