"""When two entries may be the same person: a rule of this system, for notices."""

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mla.domain import identity

ANA = {"family_name": "Guimarães", "given_names": "Ana", "original_script": "", "born_on": dt.date(1980, 2, 29)}
ISATA = {"family_name": "Koroma", "given_names": "Isata", "original_script": "إيساتا", "born_on": None}


# The same names, whatever their case, accents, Unicode form and white space, unless two known dates of birth differ; or
# the same name in its original script.
@pytest.mark.parametrize(
    ("one", "change", "same"),
    [
        (ANA, {}, True),
        (ANA, {"family_name": "GUIMARÃES"}, True),
        (ANA, {"family_name": unicodedata.normalize("NFD", "Guimarães")}, True),
        (ANA, {"given_names": " ana  "}, True),
        (ANA, {"born_on": None}, True),
        (ANA, {"born_on": "1980-02-29"}, True),
        (ANA, {"born_on": "1980-03-01"}, False),
        (ANA, {"given_names": "Anna"}, False),
        (ANA, {"given_names": ""}, False),
        (ANA, {"family_name": "Guimaraes"}, True),
        (ANA, {"family_name": "Guimarães Ana", "given_names": ""}, False),
        (ISATA, {"family_name": "Coroma"}, True),
        (ISATA, {"family_name": "Coroma", "original_script": ""}, False),
        (ISATA, {"family_name": "Coroma", "original_script": "ايساتا"}, False),
        ({**ANA, "family_name": "", "given_names": ""}, {}, False),
    ],
)
def test_the_same_person(one, change, same):
    assert identity.same(one, one | change) is same
    assert identity.same(one | change, one) is same


@given(st.text(max_size=20))
def test_case_form_and_space_make_no_difference(name):
    folded = identity.folded(name)
    assert identity.folded(folded) == folded
    assert identity.folded(f" {unicodedata.normalize('NFD', name)} ") == folded


@given(st.text(max_size=8), st.text(max_size=8))
def test_a_key_is_64_digits_or_empty(family, given_names):
    key = identity.name_key(family, given_names)
    assert len(key) == (64 if (family + given_names).split() else 0)
    assert len(identity.script_key(family)) == (64 if family.split() else 0)


# An account number is the same however it is grouped or written; another number, or none, is not.
@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("DE89 3704 0044 0532 0130 00", "de89-3704-0044-0532-0130-00", True),
        ("4471/2008", "4471 2008", True),
        ("4471", "4472", False),
        ("4471", "04471", False),
    ],
)
def test_accounts_by_their_number(one, other, same):
    assert (identity.account_key(one) == identity.account_key(other)) is same


def test_no_number_has_no_key():
    assert identity.account_key(" - ") == ""
