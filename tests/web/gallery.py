"""Every component on pages of its own, for tests alone: the product has no such page."""

import datetime as dt

from flask import Blueprint, Flask, abort, flash, render_template
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import (
    BooleanField,
    DateField,
    FieldList,
    Form,
    FormField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectChoice,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.validators import InputRequired, Optional

from mla.documents.render import MissingGlyph, PaperError
from mla.documents.store import StoreError
from mla.domain import errors
from mla.domain.findings import Finding, Weight
from mla.web.access import PUBLIC, access
from mla.web.places import Place

blueprint = Blueprint("gallery", __name__, template_folder="templates", url_prefix="/gallery")

DEPOSITED = {"state": "BRA", "day": "2008-03-12", "instrument": "UNTOC", "action": "ratification"}


class SampleForm(FlaskForm):
    """One field of each sort."""

    title = StringField("Working title", [InputRequired("Enter a working title")])
    reference = StringField("Domestic file number", [Optional()])
    facts = TextAreaField("Summary of the facts", [InputRequired("Enter a summary of the facts")])
    due = DateField("Answer wanted by", [InputRequired("Enter the day by which you want the answer")])
    state = SelectField(
        "Requested State", choices=[SelectChoice("", "Choose a State"), SelectChoice("USA", "United States of America")]
    )
    urgent = RadioField(
        "Is it urgent?",
        [InputRequired("Choose whether it is urgent")],
        choices=[SelectChoice("yes", "Yes"), SelectChoice("no", "No")],
    )
    types = SelectMultipleField(
        "What do you ask for?",
        [InputRequired("Choose what you ask for")],
        choices=[
            SelectChoice("a", "Taking evidence or statements from persons"),
            SelectChoice("c", "Executing searches and seizures, and freezing"),
        ],
    )
    scan = FileField("Scan of the signed paper")
    confirmed = BooleanField("I have read the preview", [InputRequired("Confirm that you have read the preview")])


class PartForm(Form):
    """A part of a form."""

    result = RadioField("Result", choices=[SelectChoice("done", "Executed"), SelectChoice("not", "Not executed")])
    pages = IntegerField("Pages", [Optional()], description="Counted with annexes.")


class EveryForm(SampleForm):
    """The same fields and those that hold others, drawn without naming one."""

    seen = HiddenField()
    part = FormField(PartForm, label="The whole")
    items = FieldList(FormField(PartForm, label="Item"), label="Items", min_entries=2)


def findings() -> list[Finding]:
    """One finding of each weight."""
    return [
        Finding("sample.closes", "18(15)(c)", Weight.CLOSES, {}, "matter.facts"),
        Finding("sample.warns", "TIP 17(2)", Weight.WARNS, {}, "register"),
        Finding("sample.holds", "good practice", Weight.HOLDS),
    ]


SENTENCES = {
    "sample.closes": "The summary of the relevant facts is missing.",
    "sample.warns": "The register is complete to 12 March 2026; what was deposited later is not in it.",
    "sample.holds": "Two different persons wrote the request and approved it.",
}


def place(finding: Finding) -> Place | None:
    """Where the first finding is mended, by somebody else; nothing leads on from the others."""
    return Place("/gallery/form", "Summary of the facts", "A drafter can.") if finding.where == "matter.facts" else None


def events() -> list[dict[str, object]]:
    """Two events of a history."""
    when = dt.datetime(2008, 3, 12, 14, 5, tzinfo=dt.UTC)
    return [
        {
            "day": when.date(),
            "sentence": "Brazil transmitted the request to the United States of America.",
            "who": "Ana Souza, registry",
            "article": "Art. 18(13)",
            "recorded_at": when,
            "papers": [("Letter of request (PDF, 84 kB)", "/gallery"), ("Transmission note", "/gallery")],
        },
        {
            "day": when.date(),
            "sentence": "The request was sent back to its drafter.",
            "who": "Bruno Lima, reviewer",
            "note": "The penalty of O1\nis missing.",
            "inner": True,
        },
    ]


@blueprint.get("")
@access(PUBLIC)
def lists() -> str:
    """All that only shows."""
    flash("The request was transmitted.", "success")
    flash("The register has a new entry.")
    return render_template("gallery/lists.html", findings=findings(), events=events(), place=place)


@blueprint.route("/form", methods=["GET", "POST"])
@access(PUBLIC)
def form() -> tuple[str, int]:
    """A form, and what comes back when it is wrong."""
    sample = SampleForm()
    wrong = sample.is_submitted() and not sample.validate()
    return render_template("gallery/form.html", form=sample), 422 if wrong else 200


@blueprint.route("/every", methods=["GET", "POST"])
@access(PUBLIC)
def every() -> str:
    """A form drawn by one macro."""
    return render_template("gallery/every.html", form=EveryForm(data={"seen": "draft"}))


@blueprint.route("/fail/<name>", methods=["GET", "POST"])
@access(PUBLIC)
def fail(name: str) -> str:
    """Raise what the test wants to see answered."""
    if name.isdigit():
        abort(int(name))
    raise FAILURES[name]


FAILURES: dict[str, Exception] = {
    "stale": errors.StaleState("draft", "approved"),
    "stale_draft": errors.StaleDraft("facts"),
    "wrong_state": errors.WrongState("transmit", "closed"),
    "closed": errors.StepClosed("transmit", [*findings()[:1], Finding("sample.warns", "3(2)")]),
    "wrong_person": errors.WrongPerson("transmit", "requesting", ("registry",)),
    "not_allowed": errors.NotAllowed("office"),
    "not_found": errors.NotFound(),
    "unknown_step": errors.UnknownStep("leap"),
    "unknown_kind": errors.UnknownKind("tea"),
    "unknown_state": errors.UnknownState("XXX"),
    "busy": errors.Busy(),
    "store": StoreError("secret detail of the disk"),
    "glyph": MissingGlyph("U+1F600"),
    "paper": PaperError("secret detail"),
    "bug": RuntimeError("secret detail"),
}


@blueprint.get("/undeclared")
def undeclared() -> str:
    """A view whose author forgot to say who may enter."""
    return "secret"


def add_to(app: Flask) -> None:
    """Hang the gallery into the application, with sentences for its findings."""
    app.register_blueprint(blueprint)
    spoken = app.jinja_env.globals["sentence"]
    app.jinja_env.globals["sentence"] = lambda f: SENTENCES.get(f.code) or spoken(f)
