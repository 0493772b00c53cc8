"""The front door: what Palermo is, or straight to one's worklist."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from .access import PUBLIC, access

blueprint = Blueprint("home", __name__)


@blueprint.get("/")
@access(PUBLIC)
def index() -> ResponseReturnValue:
    """What Palermo is and where to sign in; who is signed in goes to the worklist."""
    if current_user.is_authenticated:
        return redirect(url_for("requests.worklist"), code=303)
    return render_template("home/index.html")
