"""The assistance sought: a list of items, each with a form of its own (Art. 18(3))."""

from typing import Any

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from mla.models import Request
from mla.services.matters import section_mark
from mla.web.access import access
from mla.web.forms.outline import OUTLINES
from mla.web.forms.section_base import SectionForm
from mla.web.forms.sections import AssistanceForm

from .room import article_of, blueprint, drafter, findings_of, held, own_request, page, save, still_a_draft, summary

ITEMS = OUTLINES["assistance"]["assistance"]
BLANK = {"type": "", "sought": "", "link": "", "place": ""}


def _asked(case: Request) -> None:
    """The request is a draft that asks for assistance; one for a person lists no items."""
    if ITEMS.name not in OUTLINES[case.kind]:
        abort(404)
    still_a_draft(case)


@blueprint.get("/assistance")
@access(own_request, drafter)
def assistance(case: Request) -> ResponseReturnValue:
    """The items, each with all that was given."""
    _asked(case)
    items = held(case, ITEMS)
    shown = [(f"A{n}", n, summary(case, ITEMS, item)) for n, item in enumerate(items, 1)]
    return render_template(
        "drafting/assistance.html",
        case=case,
        section=ITEMS,
        article=article_of(case, ITEMS),
        shown=shown,
        closed=findings_of(case, ITEMS),
    )


@blueprint.route("/assistance/new", methods=["GET", "POST"])
@access(own_request, drafter)
def new_assistance(case: Request) -> ResponseReturnValue:
    """Add an item."""
    _asked(case)
    return _edit(case, None)


@blueprint.route("/assistance/<int:number>", methods=["GET", "POST"])
@access(own_request, drafter)
def change_assistance(case: Request, number: int) -> ResponseReturnValue:
    """Change an item."""
    _asked(case)
    return _edit(case, number)


def _edit(case: Request, number: int | None) -> ResponseReturnValue:
    items = list(held(case, ITEMS))
    if request.method == "GET" and number is not None and not 0 < number <= len(items):
        abort(404)
    form = AssistanceForm(data=_item(items, number))
    label = f"A{number or len(items) + 1}"
    if not form.validate_on_submit():
        return page(case, ITEMS, form, label=label)
    if not save(case, ITEMS, _with(items, number, form.value()), form):
        return _overtaken(case, form, number)
    flash(*_saved(label, form))
    return redirect(url_for("drafting.assistance", request_id=case.id), code=303)


def _saved(label: str, form: AssistanceForm) -> tuple[str, str]:
    """What is said of a saved item, with what it still lacks; and the sort of notice."""
    lacking = [str(field.label.text) for field in (form.type, form.sought) if not field.data]
    if not lacking:
        return _("Item %(label)s is saved.", label=label), "success"
    said = _("Item %(label)s is saved, but it is not complete. Still missing: %(fields)s.",
             label=label, fields="; ".join(lacking))  # fmt: skip
    return said, "info"


def _item(items: list[Any], number: int | None) -> dict[str, Any]:
    return BLANK | items[number - 1] if number is not None and 0 < number <= len(items) else dict(BLANK)


def _with(items: list[Any], number: int | None, value: Any) -> list[Any]:
    if number is None or number > len(items):
        return [*items, value]
    return [*items[: number - 1], value, *items[number:]]


def _overtaken(case: Request, form: SectionForm, number: int | None) -> ResponseReturnValue:
    """Show the list as the other person left it, and the item as it was typed."""
    items = held(case, ITEMS)
    saved = [
        {"key": f"A{n}", "value": [str(row["value"]) for row in summary(case, ITEMS, item) if row["value"]]}
        for n, item in enumerate(items, 1)
    ]
    return page(case, ITEMS, form, stale=saved, label=f"A{number or len(items) + 1}")


@blueprint.route("/assistance/<int:number>/remove", methods=["GET", "POST"])
@access(own_request, drafter)
def remove_assistance(case: Request, number: int) -> ResponseReturnValue:
    """Take an item off the list, once the person has confirmed it."""
    _asked(case)
    items = list(held(case, ITEMS))
    if not 0 < number <= len(items):
        abort(404)
    form, stale = SectionForm(), False
    if form.validate_on_submit():
        if save(case, ITEMS, [*items[: number - 1], *items[number:]], form):
            return redirect(url_for("drafting.assistance", request_id=case.id), code=303)
        stale = True
    form.mark.data = section_mark(case, ITEMS.name)
    items = list(held(case, ITEMS))
    rows = summary(case, ITEMS, _item(items, number))
    status = 409 if stale else 422 if form.is_submitted() else 200
    return render_template("drafting/remove.html", case=case, form=form, rows=rows, number=number, stale=stale), status
