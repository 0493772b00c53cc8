"""The form of each section: it saves complete or not, and overwrites nothing that the person has not seen."""

from flask import abort, redirect, request, url_for
from flask.typing import ResponseReturnValue

from mla.models import Request
from mla.queries import register
from mla.web.access import access
from mla.web.forms.outline import OUTLINES
from mla.web.forms.section_base import SectionForm
from mla.web.forms.sections import Section

from .room import blueprint, drafter, facts_of, held, items_of, onward, own_request, page, save, still_a_draft, summary


@blueprint.route("/<section>", methods=["GET", "POST"])
@access(own_request, drafter)
def section(case: Request, section: str) -> ResponseReturnValue:
    """Show the section's form, lengthen it, or save it."""
    asked = OUTLINES[case.kind].get(section) or abort(404)
    still_a_draft(case)
    if asked.lists:
        return redirect(url_for("drafting.assistance", request_id=case.id), code=303)
    form = _form(case, asked)
    if "more" in request.form:
        form.grow()
        return page(case, asked, form)
    if not form.validate_on_submit():
        return page(case, asked, form)
    if not save(case, asked, form.value(), form):
        return page(case, asked, form, stale=summary(case, asked, held(case, asked)))
    return onward(case, asked, again=form.asks_more)


def _form(case: Request, asked: Section) -> SectionForm:
    form = asked.form.of(held(case, asked), items_of(case))
    form.offer(register.declared_by(case.requested.iso3), case.requested.iso3, facts_of(case).agreements)
    return form
