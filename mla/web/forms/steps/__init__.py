"""The form of each step: one class a form, by the name that the step table uses."""

from mla.web.forms.step_base import StepForm

from .amendment import ExamineAmendment, OpenAmendment
from .aside import (
    AnswerConfidentiality,
    AskProgress,
    ConsultCosts,
    Redirect,
    RemindInformation,
    ReportProgress,
)
from .common import Comment, Nothing, OfVersion, Outcome, Reason
from .consultation import (
    AcceptConditions,
    AcceptInPart,
    AnswerConsultation,
    Ending,
    OfferConditions,
    OpenConsultation,
    Opinion,
    Postpone,
    RefuseAfterConsultation,
    Resume,
)
from .decision import Accept, Refuse
from .examination import Acknowledge, OpenExamination, RequestInformation, SupplyInformation
from .execution import (
    Close,
    ConfirmResults,
    MandateExecution,
    ReportExecution,
    ReportNilExecution,
    ReportPartialExecution,
    SendNilResult,
    SendResults,
)
from .obligations import (
    AnswerCosts,
    AnswerExculpatory,
    AnswerOtherUse,
    AskOtherUse,
    DischargeObligation,
    NotifyDisclosure,
)
from .other_basis import PostponeOnOtherBasis, RefuseOnOtherBasis
from .record import CorrectRecord
from .sending import NotifyOrally, Sign, SignedCopy, Transmit, TransmitByDiplomaticChannel

FORMS: dict[str, type[StepForm]] = {
    "submit": Nothing,
    "return_for_correction": Comment,
    "approve": OfVersion,
    "recall": Reason,
    "sign": Sign,
    "attach_signed_copy": SignedCopy,
    "transmit": Transmit,
    "transmit_by_diplomatic_channel": TransmitByDiplomaticChannel,
    "notify_orally": NotifyOrally,
    "abandon": Reason,
    "acknowledge": Acknowledge,
    "open_examination": OpenExamination,
    "request_information": RequestInformation,
    "supply_information": SupplyInformation,
    "withdraw": Reason,
    "accept": Accept,
    "refuse": Refuse,
    "refuse_on_other_basis": RefuseOnOtherBasis,
    "postpone_on_other_basis": PostponeOnOtherBasis,
    "open_consultation": OpenConsultation,
    "answer_consultation": AnswerConsultation,
    "end_consultation": Ending,
    "offer_conditions": OfferConditions,
    "accept_conditions": AcceptConditions,
    "decline_conditions": Opinion,
    "lapse_offer": Nothing,
    "refuse_after_consultation": RefuseAfterConsultation,
    "postpone": Postpone,
    "resume": Resume,
    "accept_in_part": AcceptInPart,
    "redirect": Redirect,
    "close_redirected": Outcome,
    "remind_information": RemindInformation,
    "lapse_information": Nothing,
    "report_partial_execution": ReportPartialExecution,
    "report_nil_execution": ReportNilExecution,
    "send_nil_result": SendNilResult,
    "ask_progress": AskProgress,
    "report_progress": ReportProgress,
    "notify_confidentiality": Reason,
    "answer_confidentiality": AnswerConfidentiality,
    "consult_costs": ConsultCosts,
    "answer_costs": AnswerCosts,
    "discharge_obligation": DischargeObligation,
    "ask_other_use": AskOtherUse,
    "answer_other_use": AnswerOtherUse,
    "notify_exculpatory_disclosure": NotifyDisclosure,
    "answer_exculpatory": AnswerExculpatory,
    "mandate_execution": MandateExecution,
    "report_execution": ReportExecution,
    "send_results": SendResults,
    "confirm_results": ConfirmResults,
    "close": Close,
    "close_refused": Outcome,
    "close_withdrawn": Outcome,
    "correct_record": CorrectRecord,
    "open_amendment": OpenAmendment,
    "drop_amendment": Reason,
    "examine_amendment": ExamineAmendment,
}
