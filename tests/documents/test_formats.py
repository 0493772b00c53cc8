"""How letters write dates, names, penalties, sizes and lines that run the other way."""

import pytest
from jinja2 import Environment

from mla.documents import formats


def said(expression: str, language: str = "en", **values: object) -> str:
    environment = Environment(autoescape=True)
    environment.filters.update(formats.FILTERS)
    return environment.from_string("{{ " + expression + " }}").render(language=language, **values)


@pytest.mark.parametrize(
    ("language", "day"), [("en", "12 March 2026"), ("fr", "12 mars 2026"), ("ru", "12 марта 2026")]
)
def test_a_date_is_written_in_full(language, day):
    assert said("'2026-03-12' | day", language) == day


@pytest.mark.parametrize(
    ("formal", "headed"),
    [
        ("the Federative Republic of Brazil", "Federative Republic of Brazil"),
        ("la République française", "République française"),
        ("l'État plurinational", "État plurinational"),
        ("Theland", "Theland"),
        ("Antigua and Barbuda", "Antigua and Barbuda"),
    ],
)
def test_a_letterhead_drops_the_article(formal, headed):
    assert formats.bare(formal) == headed


@pytest.mark.parametrize(
    ("family", "given", "written"),
    [("Exemplo da Silva", "João", "EXEMPLO DA SILVA, João"), ("J.R.", "", "J.R."), ("Ştefan", "I.", "ŞTEFAN, I.")],
)
def test_a_family_name_stands_first_in_capitals(family, given, written):
    assert formats.family_first({"family_name": family, "given_names": given}) == written


def penalty(**given: object) -> dict[str, object]:
    return {"life": False, "years": None, "months": None, "days": None} | given


@pytest.mark.parametrize(
    ("given", "words", "reaches"),
    [
        # Art. 2(b): a maximum of at least four years, or a heavier penalty
        (penalty(), "", False),
        (penalty(years=4), "4 years", True),
        (penalty(years=3, months=11, days=30), "3 years, 11 months, 30 days", False),
        (penalty(months=48), "48 months", True),
        (penalty(years=1), "1 year", False),
        (penalty(life=True, years=2), "imprisonment for life", True),
    ],
)
def test_a_penalty_in_words_and_the_threshold_of_four_years(given, words, reaches):
    assert formats.penalty(given) == words
    assert formats.four_years(given) is reaches


@pytest.mark.parametrize(("size", "words"), [(0, "0 B"), (999, "999 B"), (1500, "1.5 kB"), (2_400_000, "2.4 MB")])
def test_sizes(size, words):
    assert formats.file_size(size) == words


def test_a_text_is_cut_at_its_empty_lines():
    assert formats.paragraphs("one\nstill one\n \n\ntwo\n") == ["one\nstill one", "two"]
    assert formats.paragraphs("") == []


def test_digits_stand_in_groups():
    assert formats.grouped("0123456789ab") == "0123 4567 89ab"


def test_a_reference_is_not_cut_and_is_escaped():
    assert said("'<A/1>' | whole") == '<span class="whole">&lt;A/1&gt;</span>'
    assert "(not given)" in said("none | whole")


def test_languages_and_states_have_names_in_the_language_of_the_letter():
    assert said("'pt' | language_name") == "Portuguese"
    assert said("'zz' | language_name") == "zz"
    assert said("'BRA' | state", "fr") == "Brésil"


def test_lines_that_run_the_other_way_are_closed_off_and_nothing_else_is_touched():
    values = {"place": "القاهرة", "rows": [{"name": "Cairo", "n": 1, "none": None}], "text": "one\nמילה\n\ntwo"}
    closed = formats.isolated(values, "ltr")
    assert closed["place"] == "\u2068القاهرة\u2069"
    assert closed["rows"] == values["rows"]
    assert closed["text"] == "\u2068one\u2069\n\u2068מילה\u2069\n\n\u2068two\u2069"
    assert formats.isolated(values, "rtl") is values


@pytest.mark.parametrize("text", ["Art. 18(15)", "Arts. 2", "Article 18", "Annex C"])
def test_an_article_keeps_its_number_and_an_annex_its_letter(text):
    assert " " not in formats.kept_together(text)


def test_other_words_may_part():
    assert formats.kept_together("the Article of law; annex to it") == "the Article of law; annex to it"


# An amount stands in its currency's decimals, and no end of a line parts the two; what is no amount stands as written.
@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"amount": "58400000.00", "currency": "USD"}, "USD\u00a058,400,000.00"),
        ({"amount": "300000", "currency": "JPY"}, "JPY\u00a0300,000"),
        ({"amount": "about 5", "currency": "USD"}, "USD about 5"),
        ({"amount": "5", "currency": "gold"}, "gold 5"),
        ({"amount": None}, ""),
    ],
)
def test_a_sum_of_money(row, said):
    assert formats.sum_of_money(row) == said


def test_sums_never_add_two_currencies():
    rows = [
        {"value": "1.50", "currency": "USD"},
        {"value": "2", "currency": "CHF"},
        {"value": "3", "currency": "USD"},
        {"value": "", "currency": "USD"},
    ]
    assert formats.sums(rows, "value") == ["CHF\u00a02.00", "USD\u00a04.50"]


def test_the_labels_of_property():
    assert formats.labels([{"label": "V1"}, "V2", {"amount": "1"}]) == ["V1", "V2"]
