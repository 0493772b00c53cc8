"""Forms of the surrender of a person: consent, postponement, arrangement, handover, and speciality afterwards."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField

from mla.web.forms.base import DayField, WholeNumberField
from mla.web.forms.step_base import StepForm

from .common import TakenAnswer, files, line, text
from .extradition import DAYS, PROVISION

PLACE = _l("Place")
HOUR, HOUR_HINT = _l("Hour"), _l("Local time at that place, for example 10:30.")
PROPERTY = _l("Property that goes with the person (optional)")
TAKEN_BY = _l("Who took charge of the person")


class RecordConsent(StepForm):
    """Consent of the person before a judge; the procedure is that of domestic law or of a treaty."""

    judge = line(_l("Judge or court before whom the person consented"))
    counsel = line(_l("Counsel of the person"))
    provision = line(
        PROVISION,
        _l("That lets a person consent. The Convention encourages States to expedite extradition (Art. 16(8)) and leaves the procedure to them."),
    )  # fmt: skip
    consented_on = DayField(_l("Day of the consent"))
    informed = BooleanField(
        _l("The person was informed of what the consent means, and of whether it can be taken back")
    )
    files = files(_l("Files (optional)"), _l("For example: the record of the court."))


class PostponeSurrender(StepForm):
    """Postponement, since the person is prosecuted or serves a sentence here, or can't be handed over."""

    obstacle = TakenAnswer(
        _l("The surrender waits for"),
        choices=[
            ("proceeding", _l("a proceeding here")),
            ("sentence", _l("a sentence that is served here")),
            ("other", _l("another obstacle: for example the person is ill, has fled, or has taken the consent back")),
        ],
    )
    provision = line(PROVISION, _l("That lets the surrender wait: the conditions are those of your law or of the treaty (Art. 16(7))."))  # fmt: skip
    explanation = text(_l("Why, and until when"), _l("As far as it can be disclosed. Printed in the notice."))
    review_on = DayField(_l("Day of review"), description=_l("On which the postponement is looked at again."))


class SurrenderTemporarily(StepForm):
    """Surrender for a time, with a day of return."""

    terms = text(
        _l("Terms"), _l("Among them: for which proceeding, and that the person is kept in custody throughout.")
    )
    provision = line(PROVISION, _l("The Convention has no rule on temporary surrender: cite the one that has."))
    return_on = DayField(_l("To be returned by"))


class ReturnPerson(StepForm):
    """The return of a person who was surrendered for a time."""

    returned_on = DayField(_l("Day of the return"))
    place = line(PLACE)
    taken_by = line(TAKEN_BY)
    review_on = DayField(_l("Day on which the postponement is looked at again (optional)"))
    note = text(_l("Note (optional)"))


class ClosePostponed(StepForm):
    """Why no surrender follows."""

    outcome = text(_l("Outcome"), _l("What the requesting State should know: why no surrender follows."))


class ArrangeSurrender(StepForm):
    """A proposal for the surrender."""

    place = line(PLACE)
    surrender_on = DayField(_l("Day of the surrender"))
    hour = line(HOUR, HOUR_HINT)
    escort = text(_l("Escort"), _l("Who takes charge of the person: how many, of which authority; flight or crossing."))
    property = text(PROPERTY)
    note = text(_l("Note to the requesting authority (optional)"))


class AgreeSurrender(StepForm):
    """A note beside the agreement."""

    note = text(_l("Note to the requested authority (optional)"), _l("For example: the names of the escort."))


class HandOver(StepForm):
    """The record of the handover."""

    handed_by = line(_l("Who handed the person over"))
    taken_by = line(TAKEN_BY)
    handed_on = DayField(_l("Day of the handover"))
    hour = line(HOUR, HOUR_HINT)
    place = line(PLACE)
    health = text(_l("Health of the person"), _l("Examined by whom, and with what result."))
    custody_days = WholeNumberField(
        _l("Days in custody here for the extradition"), [DAYS], description=_l("The requesting State may have to count them. 0 if there were none.")
    )  # fmt: skip
    property = text(PROPERTY)
    speciality = text(
        _l("Rule of speciality that binds the requesting State (optional)"),
        _l("The Convention has none. Where the treaty or your law has one, cite it and say what it forbids: it enters the ledger of obligations."),
    )  # fmt: skip
    files = files(_l("Files (optional)"))


class CloseSurrendered(StepForm):
    """What came of the case after the surrender."""

    outcome = text(_l("Outcome"), _l("What the requested State should know: trial, sentence, release."))


class AskSpecialityConsent(StepForm):
    """The request for consent to the prosecution of another offence."""

    offence = line(_l("Offence that is to be prosecuted"), _l("With the law that punishes it. For a surrender to a third State, name that State."))  # fmt: skip
    facts_of_offence = text(_l("Facts of that offence"))
    rule = line(
        _l("Treaty or law under which consent is asked"), _l("The Convention has no rule on speciality: name the one that has.")
    )  # fmt: skip
    files = files(_l("Files (optional)"))


class AnswerSpecialityConsent(StepForm):
    """Whether consent is given."""

    consent = TakenAnswer(_l("Consent"), choices=[("yes", _l("is given")), ("no", _l("is not given"))])
    explanation = text(_l("How far it goes, or why it is not given"), _l("Needed if consent is not given."))
