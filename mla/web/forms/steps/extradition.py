"""Forms of the decision on an extradition: dual criminality, consultation, refusal, grant (Art. 16)."""

from typing import Any, ClassVar

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FieldList, FormField

from mla.documents import words
from mla.documents.formats import opening
from mla.domain.extradition import grounds
from mla.web.forms.base import DayField, PartForm, WholeNumberField, between
from mla.web.forms.step_base import StepForm, Told

from .common import Labelled, TakenAnswer, line, text
from .consultation import TakenAnswers

#: Longer than anybody is held for an extradition.
DAYS = between(0, 20_000)
PROVISION = _l("Provision of the law or of the treaty")
NOT_APPROPRIATE = _l("If the requesting State was not consulted: why that was not appropriate")
NOT_APPROPRIATE_HINT = _l(
    "Before a refusal it is consulted where appropriate, with ample opportunity to be heard (Art. 16(16)). Leave this "
    "empty if it was."
)
REASONS_HINT = _l("Printed in the notice. The Convention does not ask for them; good practice does.")


def named(chosen: Any) -> list[tuple[str, str]]:
    """Grounds in plain words; the table above the form cites the article of each."""
    return [(name, opening(str(words.SURRENDER_GROUNDS[name]))) for name in chosen]


class PerOffence(Labelled):
    """A form with one group for each offence of the request."""

    def lay_out(self, told: Told) -> None:
        """One group for each offence."""
        self.set_subjects(told.content["offences"])

    def legend(self, name: str, index: int) -> str:
        """The label of the offence and its name."""
        subject = self.subjects[index]
        return f"{subject['label']}: {subject.get('name') or ''}".rstrip(": ")

    def given(self) -> dict[str, Any]:
        """Each offence with what is said of it."""
        return super().given() | {self.GROUPS: self.groups("name")}


class Assessment(PartForm):
    """Whether the conduct of one offence is punishable here too."""

    punishable = TakenAnswer(
        _l("Is the conduct punishable under your law too?"), choices=[("yes", _l("Yes")), ("no", _l("No"))]
    )
    law = line(_l("Law of your State by which you judge"))
    note = text(_l("Note (optional)"))


class BeginJudicialPhase(PerOffence):
    """Dual criminality, offence by offence (Art. 16(1))."""

    assessments = FieldList(FormField(Assessment), _l("Assessments"))
    authority = line(_l("Court or authority that decides (optional)"))
    note = text(_l("Note to the requesting authority (optional)"))
    GROUPS = "assessments"


class ConsultOnExtradition(StepForm):
    """Which refusal is intended, on what facts, and by when the requesting State may reply (Art. 16(16))."""

    grounds = TakenAnswers(
        _l("Ground on which a refusal is intended"),
        description=_l("That the offence also involves fiscal matters is never the sole ground (Art. 16(15))."),
    )
    provision = line(
        _l("Provision of the law or of the treaty (optional)"), _l("Needed later for a refusal on a condition of it.")
    )
    circumstances = text(_l("Facts on which this rests"), _l("Printed in the letter."))
    helpful_conditions = text(_l("What could meet the concern (optional)"))
    reply_on = DayField(_l("Reply asked by"), description=_l("The Convention sets no number of days: choose a day that leaves time to answer."))  # fmt: skip

    def lay_out(self, told: Told) -> None:
        """Offer every ground that may carry a refusal."""
        self.grounds.choices = named(grounds.INTENDED)


class RefuseExtradition(StepForm):
    """Refusal on a ground that may carry one (Arts. 16(1), 16(7), 16(14))."""

    ground = TakenAnswer(
        _l("Ground of the refusal"),
        description=_l("That the offence also involves fiscal matters is never the sole ground (Art. 16(15)). For a refusal because the person is a national there is a step of its own (Art. 16(10))."),
    )  # fmt: skip
    provision = line(PROVISION, _l("Needed where the ground is a condition of domestic law or of the treaty."))
    not_nationality = BooleanField(
        _l("The condition is another one than that the person is a national"),
        description=_l("Needed where the ground is a condition, and the request tells that the person is a national of your State."),
    )  # fmt: skip
    not_appropriate = text(NOT_APPROPRIATE, NOT_APPROPRIATE_HINT)
    consultation_outcome = text(_l("Outcome of the consultation (optional)"), _l("What the requesting State said."))
    reasons = text(_l("Reasons"), REASONS_HINT)

    def lay_out(self, told: Told) -> None:
        """Offer the grounds that may carry a refusal."""
        self.ground.choices = named(grounds.PERMITTED)


class RefuseForNationality(StepForm):
    """Refusal solely because the person is a national (Art. 16(10))."""

    nationality_shown = text(
        _l("How it is established that the person is a national"), _l("For example: an extract of the civil register.")
    )
    sole_ground = BooleanField(
        _l("Extradition is refused for no other reason than nationality"),
        description=_l("If another ground carries the refusal, refuse on that ground. After this step the requesting State may ask that the case be submitted for prosecution (Art. 16(10)), or apply for enforcement of the sentence (Art. 16(12))."),
    )  # fmt: skip
    provision = line(_l("Provision of the law or of the treaty (optional)"))
    not_appropriate = text(NOT_APPROPRIATE, NOT_APPROPRIATE_HINT)
    reasons = text(_l("Reasons"), REASONS_HINT)


class Decision(PartForm):
    """The decision on one offence."""

    decision = TakenAnswer(
        _l("Decision"), choices=[("granted", _l("Extradition is granted")), ("refused", _l("It is refused"))]
    )
    reasons = text(_l("Reasons, if it is refused"))


RIGHTS = _l("How the person was treated fairly and could use the rights that the law gives")
RIGHTS_HINT = _l("For example: when the person was heard, with which counsel and interpreter (Art. 16(13)).")


class Grant(PerOffence):
    """The grant, offence by offence (Arts. 16(1), 16(2), 16(13))."""

    decisions = FieldList(FormField(Decision), _l("Decisions"))
    rights = text(RIGHTS, RIGHTS_HINT)
    custody_days = WholeNumberField(_l("Days in custody here so far (optional)"), [DAYS])
    note = text(_l("Note to the requesting authority (optional)"))
    GROUPS = "decisions"


class Condition(PartForm):
    """One condition, and the law that it comes from."""

    text = text(_l("Condition"))
    source = line(_l("Law or treaty that it rests on (optional)"))
    returns = BooleanField(
        _l("The person is returned here to serve the sentence"),
        description=_l("If both States agree, a grant on this condition discharges the duty to prosecute a national (Art. 16(11))."),
    )  # fmt: skip
    lasting = BooleanField(_l("It binds for good: the case may be closed while it stands"))


class GrantOnConditions(Grant):
    """The offer of a grant on conditions (Arts. 16(7), 16(11))."""

    conditions = FieldList(FormField(Condition), _l("Conditions"), min_entries=2)
    reply_on = DayField(_l("Reply asked by"))
    GROWS: ClassVar[dict[str, Any]] = {"conditions": _l("Add another condition")}

    def legend(self, name: str, index: int) -> str:
        """Condition C1, C2, …, or the offence."""
        return f"C{index + 1}" if name == "conditions" else super().legend(name, index)

    def label_of(self, name: str, index: int) -> str:
        """The label of the condition or of the offence."""
        return f"C{index + 1}" if name == "conditions" else super().label_of(name, index)

    def given(self) -> dict[str, Any]:
        """The decisions, and the conditions numbered in the order in which they are offered."""
        given = super().given()
        given["conditions"] = [{"label": f"C{n}"} | c for n, c in enumerate(given["conditions"], 1)]
        return given


class AcceptGrantConditions(StepForm):
    """The undertaking to comply with every condition of the grant (Arts. 16(7), 16(11))."""

    accepted = TakenAnswers(
        _l("Conditions accepted"),
        description=_l("Accepted conditions bind the requesting State. An offer is accepted as a whole."),
    )
    capacity = line(_l("In which capacity you bind the State"), _l("For example: the law that gives you the power."))

    def lay_out(self, told: Told) -> None:
        """Every condition that was offered."""
        offered = told.pursuit.offer.get("conditions") or ()
        self.accepted.choices = [(c["label"], f"{c['label']}: {c['text']}") for c in offered]
