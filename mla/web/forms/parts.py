"""By which route confiscation is asked beside a freeze (Art. 13(1))."""

from flask_babel import lazy_gettext as _l
from wtforms.validators import InputRequired

from mla.domain.assets.content import CONFISCATING

from . import words
from .base import AnswerField, BaseForm


class RouteForm(BaseForm):
    """One of the two routes."""

    route = AnswerField(
        _l("By which route do you ask for confiscation?"),
        [InputRequired(_l("Choose by which of the two routes confiscation is asked."))],
        choices=[choice for choice in words.STAGES if choice[0] in CONFISCATING],
    )
    HINTS = {"route": words.STAGE_HINTS}
