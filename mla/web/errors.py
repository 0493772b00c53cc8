"""What goes wrong, in pages that say what happened and what to do. Never a stack trace."""

from typing import Any

from flask import Flask, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge

from mla.documents.render import MissingGlyph, PaperError
from mla.documents.store import StoreError
from mla.domain import errors as domain

#: Statuses with a page of their own; any other gets the general one.
PAGES = frozenset({400, 403, 404, 409, 413, 422, 429, 500, 503})
#: What a rule's refusal is in HTTP. What is not named here is 422: the request was understood and not accepted.
STATUSES: dict[type[domain.DomainError], int] = {
    domain.StaleState: 409,
    domain.StaleDraft: 409,
    domain.WrongState: 409,
    domain.StepClosed: 422,
    domain.WrongPerson: 403,
    domain.NotAllowed: 403,
    domain.NotFound: 404,
    domain.UnknownStep: 404,
    domain.UnknownKind: 404,
    domain.Busy: 503,
}
#: Seconds until a try again makes sense when the database was busy.
RETRY_AFTER = "5"
#: What keeps an action from being done though every rule is met: a lock, the store, the printing of a paper.
HINDRANCES = (domain.Busy, StoreError, OSError, PaperError)
#: Parts of names of fields that no page ever repeats.
SECRET_FIELDS = ("csrf_token", "password", "code", "token")
#: Fields by which a page remembers something: nobody typed them.
OF_THE_PAGE = frozenset({"mark", "seen", "kept", "version_hash", "check", "add", "more", "then"})


def register(app: Flask) -> None:
    """Answer every error with a page."""
    app.before_request(_refuse_unreadable)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(domain.DomainError, _domain)
    app.register_error_handler(StoreError, _hindered)
    app.register_error_handler(PaperError, _hindered)


def page(status: int, **values: Any) -> ResponseReturnValue:
    """The error page of the status."""
    name = status if status in PAGES else "other"
    headers = {"Retry-After": RETRY_AFTER} if status == 503 else {}
    given = {"entered": typed(), "sent": entered()} | values
    return render_template(f"errors/{name}.html", status=status, **given), status, headers


def hindrance(error: Exception) -> tuple[int, str]:
    """What kept an action from being done: its status, and what the person is told. It is written into the log.

    ``error`` is one of HINDRANCES. Nothing was changed by then: an action is done as a whole or not at all.
    """
    current_app.logger.warning("not done: %s %s: %r", request.method, request.path, error)
    if isinstance(error, MissingGlyph):
        said = _("A character in the request or in this form can’t be printed with the fonts of this system: %(what)s")
        return 422, said % {"what": error}
    if isinstance(error, PaperError):
        return 500, _("The paper can’t be printed, and nothing was issued. Tell the people who run Palermo.")
    return 503, _(
        "Somebody else is acting at this moment, or the store of documents can’t be reached. Nothing was done and "
        "nothing was changed."
    )


def typed() -> list[tuple[str, str]]:
    """What the person typed into the form that failed, for a page that shows it again."""
    return [(name, text) for name, text in entered() if name.rpartition("-")[2] not in OF_THE_PAGE]


def entered() -> list[tuple[str, str]]:
    """Everything that the form sent, without what no page repeats."""
    try:
        given = list(request.form.items(multi=True))
    except RequestEntityTooLarge:
        return []  # what can't be read can't be shown
    return [(name, text) for name, text in given if text.strip() and not any(part in name for part in SECRET_FIELDS)]


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error.get_response()
    answer = make_response(page(error.code))
    if isinstance(error, MethodNotAllowed) and error.valid_methods:
        answer.headers["Allow"] = ", ".join(error.valid_methods)  # owed with a 405
    return answer


def _refuse_unreadable() -> ResponseReturnValue | None:
    """Refuse an address with the character NUL: no name holds it, and not every database can look for it."""
    asked = [request.path, *(part for pair in request.args.items(multi=True) for part in pair)]
    return page(400, unreadable=True) if any("\0" in part for part in asked) else None


def _hindered(error: Exception) -> ResponseReturnValue:
    status, said = hindrance(error)
    return page(status, said=said)


def _domain(error: domain.DomainError) -> ResponseReturnValue:
    status = next((code for kind, code in STATUSES.items() if isinstance(error, kind)), 422)
    current_app.logger.warning("refused: %s %s: %s: %s", request.method, request.path, type(error).__name__, error)
    return page(status, error=error)
