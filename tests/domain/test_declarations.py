"""Declarations: every published row is read, nothing is dropped, and the readings are those of the sources."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mla.data import rows
from mla.domain.declarations import (
    Basis,
    Declarations,
    Designation,
    ExtraditionBasis,
    How,
    LanguageRule,
    Notice,
    Stage,
    Words,
    read,
)

from .treaty_data import D, declared

REAL = declared()
NOTICES = [Notice(**row) for row in rows("notifications")]
A, S, X = "assistance", "service", "extradition"


def notice(topic: str, value: str, dated_on: str = "2012", iso3: str = "AAA") -> Notice:
    return Notice(iso3, "18(14)", topic, value, dated_on, "a notification")


def languages(value: str) -> LanguageRule:
    found = read(notice("acceptable_languages", value))
    assert isinstance(found, LanguageRule)
    return found


def authority(value: str, topic: str = "central_authority") -> Designation:
    found = read(notice(topic, value))
    assert isinstance(found, Designation)
    return found


def again(found) -> str:
    """The value as it would be written from what was read."""
    if isinstance(found, Words):
        return found.text
    if isinstance(found, Designation):
        parts = (("address", found.address), ("for", found.purpose), ("note", found.note))
        return " | ".join([found.name, *(f"{label}: {text}" for label, text in parts if text)])
    note = f" ({found.note})" if found.note else ""
    if isinstance(found, ExtraditionBasis):
        return found.basis + note
    if found.how is How.PREFER:
        return f"prefer: {found.languages[0]}; else: {found.languages[1]}{note}"
    return f"{found.how}: {'; '.join(found.languages)}{note}"


# All 331 rows of 107 participants are read, and every word of them is found again.
def test_nothing_published_is_dropped():
    assert len(NOTICES) == 331
    for one in NOTICES:
        found = read(one)
        assert again(found) == one.value
        assert found.notice is one


# Languages, authorities and bases of extradition are all read as rules; the other topics stay in words.
def test_what_is_read_as_a_rule():
    kinds = {"acceptable_languages": LanguageRule, "extradition_legal_basis": ExtraditionBasis}
    kinds |= dict.fromkeys(
        ("central_authority", "extradition_authority", "maritime_authority", "contact_point"), Designation
    )
    for found in REAL.read:
        assert type(found) is kinds.get(found.notice.topic, Words)


# Art. 18(14): the languages acceptable to each State, as the depositary's texts give them.
@pytest.mark.parametrize(
    ("iso3", "territory", "how", "codes", "authenticated", "besides", "annexes"),
    [
        ("LVA", None, How.ANY, "en lv", False, "", False),
        ("MKD", None, How.ALL, "mk en", False, "", False),
        ("UKR", None, How.ANY, "uk ru en fr", True, "", False),
        ("SVN", None, How.PREFER, "sl en", False, "", False),
        ("LSO", None, How.ANY, "en", False, "", False),
        ("CHE", None, How.ANY, "fr de it", True, "", False),
        ("PAK", None, How.ANY, "en", True, "", False),
        ("AZE", None, How.ANY, "ru en", False, "az", False),
        ("MDA", None, How.ANY, "ro en ru", False, "", True),
        ("CHN", None, How.ANY, "zh", False, "", False),
        ("CHN", "HKG", How.ANY, "zh en", False, "", False),
        ("CHN", "MAC", How.ANY, "zh pt", False, "", False),
        ("NLD", "ABW", None, "", False, "", False),
        ("JPN", None, None, "", False, "", False),
    ],
)
def test_the_languages_of_states(iso3, territory, how, codes, authenticated, besides, annexes):
    found = REAL.languages(iso3, territory)
    if how is None:
        assert found is None
        return
    assert (found.how, list(found.languages)) == (how, codes.split())
    assert (found.authenticated, list(found.besides), found.annexes) == (authenticated, besides.split(), annexes)
    assert found.territory == territory
    assert (found.notice.iso3, bool(found.notice.dated_on), bool(found.notice.source)) == (iso3, True, True)


# A territory without a rule of its own has that of its State.
def test_a_territory_without_its_own_has_the_rule_of_its_state():
    assert REAL.languages("LVA", "XYZ") == REAL.languages("LVA")


# Art. 18(13): the authorities designated, by function, stage and territory.
@pytest.mark.parametrize(
    ("iso3", "function", "stage", "territory", "names"),
    [
        ("USA", A, None, None, ["Office of International Affairs"]),
        ("UKR", A, Stage.INVESTIGATION, None, ["Office of the Prosecutor-General"]),
        ("UKR", A, Stage.TRIAL, None, ["Ministry of Justice"]),
        ("UKR", A, None, None, ["Ministry of Justice", "Office of the Prosecutor-General"]),
        ("LVA", A, Stage.TRIAL, None, ["Ministry of Justice"]),
        ("ROU", X, Stage.TRIAL, None, ["Ministry of Justice"]),
        ("CZE", A, Stage.TRIAL, None, ["Ministry of Justice"]),
        ("ARM", A, Stage.INVESTIGATION, None, ["Office of the Prosecutor-General"]),
        ("ARM", "police", None, None, ["Police of the Republic of Armenia"]),
        ("RUS", A, None, None, ["Office of the Prosecutor-General"]),
        ("RUS", "civil", None, None, ["Ministry of Justice"]),
        ("SWE", A, None, None, ["Ministry of Justice"]),
        ("SWE", S, None, None, ["Ministry of Justice", "County Administrative Board of Stockholm"]),
        ("CHN", A, None, None, ["Ministry of Justice", "Ministry of Public Security"]),
        ("CHN", A, None, "HKG", ["Secretary for Justice"]),
        ("CHN", A, None, "MAC", ["Secretary for Administration and Justice"]),
        ("NLD", A, None, "ABW", ["Procurator"]),
        ("NLD", A, None, "Netherlands Antilles", ["Procurator"]),
        ("LVA", A, Stage.TRIAL, "XYZ", ["Ministry of Justice"]),
        ("COL", "outgoing", None, None, [""]),
        ("LTU", "firearms", None, None, ["Police Department"]),
        ("CHE", "maritime", None, None, ["Swiss Maritime Navigation Office"]),
        ("YEM", A, None, None, ["none named"]),
        ("JPN", A, None, None, []),
    ],
)
def test_the_authorities_of_states(iso3, function, stage, territory, names):
    found = REAL.authorities(iso3, function, stage, territory)
    assert len(found) == len(names)
    for one, name in zip(sorted(found, key=lambda d: d.name), sorted(names), strict=True):
        assert one.name.startswith(name)
        assert one.notice.iso3 == iso3


def test_yemen_names_no_authority_and_wants_diplomatic_channels():
    (found,) = REAL.authorities("YEM")
    assert (found.named, found.diplomatic) == (False, True)
    (burkina,) = REAL.authorities("BFA")
    assert (burkina.named, burkina.diplomatic) == (True, True)
    assert not any(d.diplomatic for d in REAL.authorities("USA"))


# Art. 16(5): five positions; Japan's is not recorded.
@pytest.mark.parametrize(
    ("iso3", "basis"),
    [
        ("LVA", Basis.UNTOC),
        ("RUS", Basis.UNTOC_ON_RECIPROCITY),
        ("UKR", Basis.UNTOC_WITHOUT_TREATY),
        ("LSO", Basis.TREATY_ONLY),
        ("BTN", Basis.TREATY_ONLY),
        ("ARG", Basis.NO_TREATY_NEEDED),
    ],
)
def test_the_basis_of_extradition(iso3, basis):
    assert REAL.extradition_basis(iso3).basis is basis
    assert REAL.extradition_basis("JPN") is None


# As many of each as the source counts.
def test_the_bases_are_as_many_as_the_source_counts():
    found = [d.basis for d in REAL.read if isinstance(d, ExtraditionBasis)]
    assert [found.count(b) for b in Basis] == [3, 4, 21, 14, 5]


def test_territories_with_a_declaration_of_their_own():
    assert REAL.territories("CHN") == ("HKG", "MAC")
    assert REAL.territories("NLD") == ("ABW", "Netherlands Antilles")
    assert REAL.territories("USA") == ()


# What is no rule is kept as words, and the State's latest is what counts.
@pytest.mark.parametrize(
    ("topic", "value"),
    [
        ("acceptable_languages", "English if possible"),
        ("acceptable_languages", "any of: en; fr or a translation"),
        ("acceptable_languages", "prefer: sl"),
        ("acceptable_languages", "some of: en"),
        ("extradition_legal_basis", "untocx"),
        ("extradition_legal_basis", "by its own law (see its note)"),
        ("a_topic_of_tomorrow", "any of: en"),
    ],
)
def test_what_is_no_rule_stays_in_words(topic, value):
    found = read(notice(topic, value))
    assert found == Words(value, found.notice)


def test_the_latest_declaration_counts():
    old, new = (notice("acceptable_languages", f"any of: {code}", on) for code, on in (("en", "2004"), ("fr", "2012")))
    for both in ((old, new), (new, old)):
        assert Declarations.of(both).languages("AAA").languages == ("fr",)
    words = notice("acceptable_languages", "ask us", "2020-01")
    assert Declarations.of((old, words)).languages("AAA") == Words("ask us", words)
    assert Declarations().languages("AAA") is None


# A part of a designation with a label that the format does not know stays with its note.
def test_unknown_parts_of_a_designation_stay_with_its_note():
    found = authority("Court | fax: 12 | note: by post | note: twice | address: Door 4")
    assert (found.name, found.address, found.note) == ("Court", "Door 4", "fax: 12; note: by post; note: twice")


# A translation besides is read only where it names a language.
@pytest.mark.parametrize(
    ("note", "besides"),
    [
        ("with a translation into Azerbaijani", ("az",)),
        ("with a translation into Atlantean", ()),
        ("or the language of the requesting State with a Spanish translation", ()),
    ],
)
def test_a_translation_besides(note, besides):
    assert languages(f"any of: en ({note})").besides == besides


# More than a year before the day is stale; an undetermined day counts as the first.
@pytest.mark.parametrize(
    ("dated_on", "day", "stale"),
    [
        ("2025-03-12", "2026-03-12", False),
        ("2025-03-12", "2026-03-13", True),
        ("2025-03", "2026-03-01", False),
        ("2025-03", "2026-03-02", True),
        ("2025", "2026-01-01", False),
        ("2025", "2026-01-02", True),
        ("2024-02-29", "2025-02-28", False),
        ("2024-02-29", "2025-03-01", True),
        ("2030", "2026-01-02", False),
    ],
)
def test_when_a_declaration_is_stale(dated_on, day, stale):
    assert notice("x", "y", dated_on).is_stale(D(day)) is stale


@pytest.mark.parametrize("wrong", ["", "12", "2012-13", "2012-02-30", "2012-1-1", "20120101", "soon"])
def test_what_is_no_date_is_refused(wrong):
    with pytest.raises(ValueError):
        _ = notice("x", "y", wrong).first_day


# Whatever the text, reading never fails and never drops a word.
@given(
    topic=st.sampled_from(sorted({n.topic for n in NOTICES})),
    value=st.text(alphabet="any of: elsprf;()|", max_size=40) | st.sampled_from([n.value for n in NOTICES]),
)
def test_any_text_is_read_and_kept(topic, value):
    found = read(notice(topic, value))
    assert found.notice.value == value
    assert isinstance(found, Designation) or again(found) == value
