"""Forms of the requesting side until the request is sent."""

from flask_babel import lazy_gettext as _l

from mla.web.forms.step_base import StepForm, Told

from .common import OfVersion, files, line, text


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
        _l("For example: this system and courier. Article 18(13) lets a State require the diplomatic channel."),
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
