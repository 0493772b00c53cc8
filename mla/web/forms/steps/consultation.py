"""Forms of a consultation, of conditions, of refusal and postponement after it (Arts. 18(21), 18(25), 18(26))."""

from typing import Any, ClassVar

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField

from mla import wording
from mla.documents import words
from mla.documents.formats import opening
from mla.domain import refusal
from mla.domain.assets.grounds import INTENDED
from mla.domain.basis import is_other
from mla.domain.kinds.assets import KIND as ASSETS
from mla.web.forms.base import AnswersField, DayField, PartForm
from mla.web.forms.step_base import StepForm, Told

from .common import NO_CHOICE, Labelled, TakenAnswer, TakenChoice, files, line, text
from .other_basis import PROVISION, PROVISION_HINT

DISCRETION = _l("Why assistance is not given all the same")
DISCRETION_HINT = _l(
    "Only for want of dual criminality: the requested State may help, to the extent it decides, whether or not the "
    "conduct is an offence under its own law (Art. 18(9))."
)
OUTCOME = _l("Outcome of the consultation")
OUTCOME_HINT = _l("What the requesting State said, and why no condition would allow the assistance.")


def in_words(name: str) -> str:
    """A ground in plain words, with its article."""
    said = str(words.GROUNDS[name])
    article = words.GROUND_ARTICLES.get(name)
    cited = f" ({wording.article(article)})" if article else ""
    return f"{opening(said)}{cited}"


def intended(told: Told) -> list[tuple[str, str]]:
    """What may be intended, by the basis of the request: only the Convention's grounds have its articles."""
    if is_other(told.content):
        return [(name, opening(str(words.GROUNDS[name]))) for name in refusal.intended(convention=False)]
    grounds = INTENDED if told.content["kind"] == ASSETS.name else refusal.intended(convention=True)
    return [(name, in_words(name)) for name in grounds]


class TakenAnswers(AnswersField):
    """Any of a few answers; another one, which only a forged form gives, is for the domain to refuse."""

    def pre_validate(self, form: Any) -> None:
        """Let the domain say why."""


class OpenConsultation(StepForm):
    """What is intended, on what facts, and which conditions would help."""

    grounds = TakenAnswers(_l("What is intended, and on which ground"))
    circumstances = text(_l("Facts on which this rests"), _l("Printed in the letter."))
    helpful_conditions = text(
        _l("Conditions that would allow the assistance"),
        _l("The two States consult on whether assistance can be given on conditions. If you see none, say so."),
    )
    reply_on = DayField(_l("Reply asked by"))

    def lay_out(self, told: Told) -> None:
        """Offer the grounds that the article permits, and postponement."""
        self.grounds.choices = intended(told)


class AnswerConsultation(StepForm):
    """Opinions and information of the requesting side."""

    opinion = text(_l("Opinion and information"), _l("What speaks for the assistance; conditions you could accept."))
    files = files(_l("Files (optional)"))


class Opinion(StepForm):
    """Why an offer is not accepted."""

    opinion = text(_l("Why the conditions can’t be accepted (optional)"))


class Ending(StepForm):
    """Why the consultation ends without refusal or postponement."""

    outcome = text(_l("Why nothing stands in the way any more"))


class Condition(PartForm):
    """One condition and the law that it comes from."""

    text = text(_l("Condition"))
    source = line(_l("Law that it rests on (optional)"))
    due_on = DayField(_l("To be done by (optional)"))
    lasting = BooleanField(_l("It binds for good: the case may be closed while it stands"))


class OfferConditions(StepForm):
    """Conditions on which the assistance would be given (Art. 18(26))."""

    conditions = FieldList(FormField(Condition), _l("Conditions"), min_entries=2)
    reply_on = DayField(_l("Reply asked by"))
    note = text(_l("Note to the requesting authority (optional)"))
    GROWS: ClassVar[dict[str, Any]] = {"conditions": _l("Add another condition")}

    def legend(self, name: str, index: int) -> str:
        """Condition C1, C2, …"""
        return str(_("Condition %(label)s", label=f"C{index + 1}"))

    def given(self) -> dict[str, Any]:
        """The conditions, numbered in the order in which they are offered."""
        given = super().given()
        given["conditions"] = [{"label": f"C{n}"} | c for n, c in enumerate(given["conditions"], 1)]
        return given


class AcceptConditions(StepForm):
    """The undertaking to comply with every condition (Art. 18(26))."""

    accepted = TakenAnswers(
        _l("Conditions accepted"),
        description=_l("Accepted conditions bind the requesting State. An offer is accepted as a whole."),
    )
    capacity = line(_l("In which capacity you bind the State"), _l("For example: the law that gives you the power."))

    def lay_out(self, told: Told) -> None:
        """Every condition that was offered."""
        held = told.course.consultation
        offered = held.conditions if held else ()
        self.accepted.choices = [(c["label"], f"{c['label']}: {c['text']}") for c in offered]


class RefuseAfterConsultation(StepForm):
    """Refusal on a ground on which the requesting State was consulted."""

    ground = TakenAnswer(
        _l("Ground of the refusal"),
        description=_l("Want of dual criminality, or a ground on which the requesting State was consulted. Bank secrecy (Art. 18(8)) and the fiscal nature of the offence alone (Art. 18(22)) are never grounds."),
    )  # fmt: skip
    offences = AnswersField(_l("Offences concerned (optional)"))
    consultation_outcome = text(OUTCOME, OUTCOME_HINT)
    discretion = text(DISCRETION, DISCRETION_HINT)
    reasons = text(_l("Reasons"), _l("They are owed for every refusal and are printed in the notice."))

    def lay_out(self, told: Told) -> None:
        """Offer the grounds of the consultation and the offences of the request."""
        held = told.course.consultation
        put = [g for g in (held.grounds if held else ()) if g in refusal.CONSULT_FIRST]
        grounds = [*put, refusal.DUAL_CRIMINALITY]
        self.ground.choices = [(name, in_words(name)) for name in grounds]
        self.offences.choices = [(o["label"], f"{o['label']}: {o['name']}") for o in told.content["offences"]]


class Postpone(StepForm):
    """Postponement, since execution would interfere with an ongoing proceeding (Art. 18(25))."""

    proceeding = TakenAnswer(
        _l("What the execution would interfere with"),
        choices=[(name, said) for name, said in words.PROCEEDINGS.items()],
    )
    interference = text(_l("How it would interfere"), _l("As far as it can be disclosed. Printed in the notice."))
    consultation_outcome = text(OUTCOME, _l("What the requesting State said, and why no condition would help."))
    interim = text(_l("What is preserved meanwhile (optional)"))
    review_on = DayField(_l("Day of review"))


class Resume(StepForm):
    """Resumption after a postponement."""

    obstacle_gone = text(
        _l("What has changed"), _l("Needed before the day of review; then why nothing stands in the way any more.")
    )


class Decision(PartForm):
    """The decision on one item of assistance."""

    decision = TakenAnswer(
        _l("Decision"), choices=[("accepted", _l("It is accepted")), ("refused", _l("It is refused"))]
    )
    ground = TakenChoice(_l("Ground, if it is refused"), choices=[NO_CHOICE])
    discretion = text(DISCRETION, DISCRETION_HINT)
    reasons = text(_l("Reasons, if it is refused"))


class AcceptInPart(Labelled):
    """Acceptance of some items and refusal of the others, by the law that a refusal of the whole follows."""

    decisions = FieldList(FormField(Decision), _l("Decisions"))
    provision = line(PROVISION, PROVISION_HINT)
    consultation_outcome = text(OUTCOME, _l("Needed when a refused item rests on a ground of Article 18(21)."))
    authority = line(_l("Authority that will execute the request (optional)"))
    note = text(_l("Note to the requesting authority (optional)"))
    GROUPS = "decisions"

    def lay_out(self, told: Told) -> None:
        """One group for each item, with the grounds that are open in this case."""
        self.set_subjects(told.content["assistance"])
        held = told.course.consultation
        if is_other(told.content):
            self._on_other_basis()
            return
        del self.provision
        open_ = [refusal.DUAL_CRIMINALITY, *(g for g in (held.grounds if held else ()) if g in refusal.CONSULT_FIRST)]
        self._offer(list(dict.fromkeys(open_)))

    def _on_other_basis(self) -> None:
        """The decision names a provision; nothing that the form says is Article 18's."""
        self._offer([refusal.PROVISION])
        self.consultation_outcome.description = _("If the requesting State was consulted.")
        for entry in self.decisions.entries:
            del entry.form.discretion

    def _offer(self, grounds: list[str]) -> None:
        for entry in self.decisions.entries:
            entry.form.ground.choices = [NO_CHOICE, *((name, in_words(name)) for name in grounds)]

    def given(self) -> dict[str, Any]:
        """Each item with its decision."""
        return super().given() | {"decisions": self.groups("sought")}
