"""Forms of the requesting side until the request is sent."""

from flask_babel import lazy_gettext as _l

from mla.web.forms.base import DayField
from mla.web.forms.step_base import StepForm, Told

from .common import OfVersion, TakenAnswer, files, line, text


class Sign(OfVersion):
    """Signature of a version."""

    place = line(_l("Place of signing"))

    def lay_out(self, told: Told) -> None:
        """Propose the authority's own place."""
        super().lay_out(told)
        if not self.is_submitted():
            self.place.data = told.place


class Transmit(OfVersion):
    """Transmission: by which way."""

    channel = line(
        _l("Way of transmission"),
        _l("For example: this system and courier. A State may require the diplomatic channel (Art. 18(13))."),
    )
    note = text(_l("Note to the requested authority (optional)"))


class TransmitByDiplomaticChannel(OfVersion):
    """Transmission with a note verbale: through whose hands."""

    channel = line(
        _l("Way of transmission"),
        _l(
            "For example: Ministry of Foreign Affairs, embassy in the requested State, its Ministry of Foreign Affairs."
        ),
    )
    note = text(_l("Note to the requested authority (optional)"))


class SignedCopy(StepForm):
    """The scan of what was signed by hand."""

    files = files(_l("Scan of the signed paper"))


class NotifyOrally(OfVersion):
    """What was said before the letter, and who agreed to that."""

    means = TakenAnswer(
        _l("How was the request made?"),
        choices=[("oral", _l("Orally")), ("interpol", _l("Through INTERPOL"))],
        description=_l(
            "Only in urgent circumstances, and where both States agree: orally by Article 18(14), through INTERPOL by Article 18(13)."
        ),
    )
    agreed_by = line(_l("Who agreed for the requested State"), _l("Name and office."))
    agreed_on = DayField(_l("Day on which they agreed"))
    agreed_form = line(_l("In what form they agreed"), _l("For example: by telephone, confirmed by email."))
    told_at = line(
        _l("Hour at which the request was made"),
        _l("Today, in your authority’s time. For example: 14:20. An urgent request is recorded on the day itself."),
    )
    told_by = line(_l("By whom it was made"))
    told_to = line(_l("To whom it was made"), _l("Name and office."))
    said = text(
        _l("What was said"), _l("As it was said. The requested State reads this in the note, and nothing else.")
    )
