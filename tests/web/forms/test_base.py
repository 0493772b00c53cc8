"""Text is trimmed, unseen characters are refused, and every error names its field and the remedy."""

import datetime as dt

import pytest
from flask import Flask
from flask_babel import Babel
from wtforms import BooleanField, FieldList, FormField, HiddenField, StringField, TextAreaField

from mla.web.forms import base


class Inner(base.PartForm):
    word = StringField("Word")


class Sample(base.BaseForm):
    title = StringField("Title?", [base.needed("Enter a title"), base.at_most(10)])
    text = TextAreaField("Text")
    day = base.DayField("Day")
    years = base.WholeNumberField("Years", [base.between(0, 200)])
    answer = base.AnswerField("Answer", choices=[("a", "First"), ("b", "Second")])
    choice = base.ChoiceField("Choice", choices=[("", "Choose"), ("a", "First")])
    answers = base.AnswersField("Answers", choices=[("a", "First"), ("b", "Second")])
    agreed = BooleanField("Agreed")
    words = FieldList(StringField("Word"), "Words")
    part = FormField(Inner, "Part")
    mark = HiddenField()


@pytest.fixture
def typed():
    """``typed(title=…)``: the form as a browser sent it."""
    app = Flask(__name__)
    app.config.update(SECRET_KEY="for tests", WTF_CSRF_ENABLED=False)
    Babel(app)

    def send(**data) -> Sample:
        with app.test_request_context(method="POST", data={"choice": "", **data}):
            form = Sample()
            form.validate()
            return form

    return send


# White space around a text is no part of it, and lines end in one way.
def test_text_is_trimmed(typed):
    form = typed(title="  A case\t", text=" one\r\ntwo\rthree \n", **{"part-word": " x "})
    assert (form.title.data, form.text.data, form.part.word.data) == ("A case", "one\ntwo\nthree", "x")


def test_what_was_not_sent_is_empty_text(typed):
    form = typed(title="A case")
    assert form.text.data == ""
    assert form.answer.data == ""
    assert form.day.data is None
    assert form.years.data is None


# A database can't hold NUL, and no reader sees the others.
@pytest.mark.parametrize("unseen", ["\x00", "\x07", "\x1b", "\x7f", "\x85"])
@pytest.mark.parametrize("field", ["title", "text", "part-word"])
def test_unseen_characters_are_refused(typed, unseen, field):
    form = typed(**{"title": "A case", field: f"a{unseen}b"})
    name, _dash, inner = field.partition("-")
    errors = form[name].errors if not inner else form[name].errors[inner]
    assert len(errors) == 1
    assert "can't be shown" in errors[0]


@pytest.mark.parametrize("text", ["one\ttwo", "one\ntwo", "\u200fעברית\u200e", "محكمة", "日本", "a\u00a0b"])
def test_what_names_and_citations_need_is_taken(typed, text):
    assert typed(title="A case", text=text).errors == {}


# Each error says which field, and what to do.
@pytest.mark.parametrize(
    ("data", "field", "sentence"),
    [
        ({"title": " "}, "title", "Enter a title"),
        ({"title": "elevenchars"}, "title", "“Title” has 11 characters. Shorten it to 10."),
        ({"day": "2026-02-30"}, "day", "“Day” must be a real date, such as 2026-03-12 for 12 March 2026."),
        ({"day": "12/03/2026"}, "day", "“Day” must be a real date, such as 2026-03-12 for 12 March 2026."),
        ({"years": "ten"}, "years", "“Years” must be a whole number, such as 10."),
        ({"years": "1.5"}, "years", "“Years” must be a whole number, such as 10."),
        ({"years": "٣"}, "years", "“Years” must be a whole number, such as 10."),
        ({"years": "9" * 5000}, "years", "“Years” must be a whole number, such as 10."),
        ({"years": "-1"}, "years", "“Years” must be a whole number from 0 to 200."),
        ({"answer": "z"}, "answer", "“Answer”: choose from the answers listed."),
        ({"choice": "z"}, "choice", "“Choice”: choose from the answers listed."),
        ({"answers": ["a", "z"]}, "answers", "“Answers”: choose from the answers listed."),
    ],
)
def test_an_error_names_its_field_and_the_remedy(typed, data, field, sentence):
    form = typed(**{"title": "A case", **data})
    assert form.errors == {field: [sentence]}


@pytest.mark.parametrize("given", ["2026-13-01", "yesterday"])
def test_a_malformed_date_is_kept_as_it_was_typed(typed, given):
    assert typed(title="A case", day=given).day._value() == given


def test_a_date_may_be_filled_from_iso_text():
    app = Flask(__name__)
    app.config.update(SECRET_KEY="for tests", WTF_CSRF_ENABLED=False)
    Babel(app)
    with app.test_request_context():
        assert Sample(data={"day": "2026-03-12"}).day.data == dt.date(2026, 3, 12)
        assert Sample(data={"day": None}).day.data is None


# A summary list says each answer in the words of its question.
def test_a_form_is_read_back_in_words(typed):
    form = typed(
        title="A case", day="2026-03-12", years="0", answer="b", choice="a", answers=["b", "a"], agreed="y",
        mark="secret",
        **{"words-0": "one", "words-1": "", "part-word": "two"},
    )  # fmt: skip
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        said = {row["key"]: row["value"] for row in base.answers(form, leave_out=("text",))}
    assert said == {
        "Title?": "A case", "Day": "12 March 2026", "Years": "0", "Answer": "Second", "Choice": "First",
        "Answers": ["First", "Second"], "Agreed": "Yes", "Words": ["one"], "Part": ["Word: two"],
    }  # fmt: skip


def test_what_was_not_given_is_said_to_be_nothing(typed):
    said = {row["key"]: row["value"] for row in base.answers(typed(title="A case"), leave_out=("agreed", "part"))}
    assert {said[key] for key in ("Text", "Day", "Years", "Answer", "Choice")} <= {None, ""}
    assert said["Answers"] == said["Words"] == []
