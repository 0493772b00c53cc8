"""What goes wrong, in pages that say what happened and what to do. Never a stack trace."""

from typing import Any

from flask import Flask, current_app, make_response, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException, MethodNotAllowed, RequestEntityTooLarge

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
#: Parts of names of fields that no page ever repeats.
SECRET_FIELDS = ("csrf_token", "password", "code", "token")


def register(app: Flask) -> None:
    """Answer every error with a page."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(domain.DomainError, _domain)


def page(status: int, **values: Any) -> ResponseReturnValue:
    """The error page of the status."""
    name = status if status in PAGES else "other"
    headers = {"Retry-After": RETRY_AFTER} if status == 503 else {}
    return render_template(f"errors/{name}.html", status=status, entered=entered(), **values), status, headers


def entered() -> list[tuple[str, str]]:
    """What the person typed into the form that failed, so that nothing is lost."""
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


def _domain(error: domain.DomainError) -> ResponseReturnValue:
    status = next((code for kind, code in STATUSES.items() if isinstance(error, kind)), 422)
    current_app.logger.warning("refused: %s %s: %s: %s", request.method, request.path, type(error).__name__, error)
    return page(status, error=error)
