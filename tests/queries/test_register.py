"""What pages and guards read of the register."""

import pytest
from flask_babel import force_locale

from mla.queries import register
from tests.factories import house, load_register


@pytest.fixture(autouse=True)
def loaded(app):
    load_register()


def test_the_register_is_put_together_once_while_nothing_is_new():
    assert register.current() is register.current()


def test_the_register_holds_all_that_counts():
    current = register.current()
    assert len(current.actions) == 1081
    assert len(current.participants) == 214
    assert len(current.territories) == 16


# A State is found by its code, and by its name in any language, without accents and in any case.
@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("bra", ["BRA", "GIB"]),
        ("Côte d", ["CIV"]),
        ("cote d", ["CIV"]),
        ("Pays-Bas", ["NLD"]),
        ("بلجيكا", ["BEL"]),
        ("european union", ["EUU"]),
        ("Aruba", ["ABW"]),
        ("nowhere", []),
    ],
)
def test_search(search, found):
    assert [s.iso3 for s in register.states(search)] == found


def test_all_states_by_the_names_that_the_reader_sees():
    everyone = [s.iso3 for s in register.states()]
    assert len(everyone) == 214
    assert everyone.index("CIV") < everyone.index("HRV")  # Côte d'Ivoire before Croatia
    with force_locale("fr"):
        french = [s.iso3 for s in register.states()]
    assert french.index("DEU") < french.index("AND")  # Allemagne before Andorre


def test_instruments_stand_in_their_order():
    assert [i.code for i in register.instruments()] == ["UNTOC", "TIP", "SOM", "FIR"]


def test_a_states_own_rows():
    assert {a.kind for a in register.actions_of("BRA")} == {"signature", "ratification", "accession"} - (
        set() if any(a.kind == "accession" for a in register.actions_of("BRA")) else {"accession"}
    )
    assert {d.iso3 for d in register.declarations_of("UKR")} == {"UKR"}
    assert len([d for d in register.declarations_of("UKR") if d.topic == "central_authority"]) == 2
    assert {t.iso3 for t in register.territories_of("CHN")} == {"HKG", "MAC"}
    assert register.authorities_of("BRA") == []
    made = house("BRA")
    assert register.authorities_of("BRA") == [made.authority]


def test_a_state_by_its_code():
    assert register.state("BRA").short_name == "Brazil"
    assert register.state("XYZ") is None
