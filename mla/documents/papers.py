"""The formal papers: the name of each, the suffix of its number, its title and its template."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask_babel import lazy_gettext as _l

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "documents"


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper.

    ``carries_snapshot``: the PDF holds the snapshot that it was made from. ``recalls`` are steps: the paper says on
    which day the last of them was taken, and what was told by it.
    """

    name: str
    suffix: str
    title: Any
    carries_snapshot: bool = False
    recalls: tuple[str, ...] = ()


PAPERS: Mapping[str, Paper] = {
    paper.name: paper
    for paper in (
        Paper("working_draft", "DRF", _l("Working draft of a request for mutual legal assistance"), True),
        Paper("request", "REQ", _l("Request for mutual legal assistance"), True),
        Paper("party_status", "PTY", _l("Statement of party status")),
        Paper("transmission_note", "TRN", _l("Transmission note")),
        Paper("note_verbale", "NVB", _l("Note verbale")),
        Paper("oral_note", "ORL", _l("Note of an urgent request")),
        Paper("acknowledgement", "ACK", _l("Acknowledgement of receipt")),
        Paper("information_request", "INF", _l("Request for additional information")),
        Paper("supplementary_information", "SUP", _l("Supplementary information")),
        Paper("acceptance", "ACC", _l("Notice of acceptance")),
        Paper("refusal", "REF", _l("Refusal notice")),
        Paper("refusal_on_other_basis", "RFB", _l("Refusal notice")),
        Paper("consultation", "CON", _l("Consultation letter")),
        Paper("consultation_answer", "OPN", _l("Opinion in the consultation")),
        Paper("consultation_end", "COE", _l("Notice of the end of the consultation")),
        Paper("conditional_offer", "OFR", _l("Offer of assistance on conditions")),
        Paper("undertaking", "UND", _l("Undertaking to comply with conditions")),
        Paper("conditions_declined", "NOC", _l("Notice that conditions are not accepted")),
        Paper("offer_lapsed", "OFL", _l("Notice that an offer has lapsed")),
        Paper("postponement", "PST", _l("Notice of postponement")),
        Paper("postponement_on_other_basis", "PSB", _l("Notice of postponement")),
        Paper("resumption", "RSM", _l("Notice of resumption")),
        Paper("partial_acceptance", "ACP", _l("Notice of acceptance in part")),
        Paper("execution_mandate", "EXE", _l("Order of execution")),
        Paper("execution_report", "RPT", _l("Execution report")),
        Paper("results", "RES", _l("Transmission of results")),
        Paper("authenticity_certificate", "CER", _l("Certificate of authenticity")),
        Paper("receipt_of_results", "RCP", _l("Receipt of results")),
        Paper("nil_result", "NIL", _l("Notice that nothing was obtained")),
        Paper("progress_enquiry", "PRQ", _l("Enquiry on progress")),
        Paper("progress_report", "PRG", _l("Progress report")),
        Paper("confidentiality_notice", "CNF", _l("Notice on confidentiality")),
        Paper("confidentiality_answer", "CNA", _l("Answer on confidentiality")),
        Paper("cost_consultation", "CST", _l("Consultation on costs")),
        Paper("cost_answer", "CSA", _l("Answer in the consultation on costs")),
        Paper("obligation_notice", "OBL", _l("Notice on an obligation")),
        Paper("other_use_request", "USE", _l("Request for consent to another use")),
        Paper("other_use_answer", "USA", _l("Answer on another use")),
        Paper("disclosure_notice", "EXC", _l("Notice of disclosure in favour of an accused person")),
        Paper("disclosure_answer", "EXA", _l("Answer to a notice of disclosure")),
        Paper("redirection", "RED", _l("Notice of redirection")),
        Paper("reminder", "REM", _l("Reminder of a request for information")),
        Paper("information_lapsed", "LPS", _l("Notice that information has not come")),
        Paper("closing_note", "CLS", _l("Closing note")),
        Paper("withdrawal", "WDR", _l("Notice of withdrawal")),
        Paper("authority_to_proceed", "ATP", _l("Authority to proceed with an extradition")),
        Paper("assurance_request", "ASQ", _l("Request for an assurance")),
        Paper("assurance", "ASR", _l("Assurance")),
        Paper("assurance_declined", "ASN", _l("Notice that an assurance is not given")),
        Paper("assurance_lapsed", "ASL", _l("Notice that an assurance has not come")),
        Paper("extradition_consultation", "XCO", _l("Consultation before a refusal of extradition")),
        Paper("extradition_refusal", "XRF", _l("Refusal of extradition")),
        Paper("nationality_refusal", "RFN", _l("Refusal to extradite a national")),
        Paper("prosecution_request", "PRR", _l("Request for prosecution in place of extradition"),
              recalls=("refuse_for_nationality",)),
        Paper("prosecution_submission", "PRS", _l("Notice of submission for prosecution"),
              recalls=("ask_prosecution",)),
        Paper("prosecution_outcome", "PRO", _l("Report on a prosecution"), recalls=("submit_prosecution",)),
        Paper("enforcement_application", "SEA", _l("Application for the enforcement of a sentence"),
              recalls=("refuse_for_nationality",)),
        Paper("enforcement_decision", "SEN", _l("Decision on the enforcement of a sentence"),
              recalls=("apply_enforcement",)),
        Paper("neither_asked", "NEI", _l("Statement that neither prosecution nor enforcement is asked"),
              recalls=("refuse_for_nationality", "ask_prosecution", "apply_enforcement")),
        Paper("grant", "GRT", _l("Grant of extradition")),
        Paper("conditional_grant", "GRC", _l("Offer of extradition on conditions")),
        Paper("consent_record", "SIM", _l("Record of consent to surrender")),
        Paper("surrender_postponement", "SPP", _l("Notice of postponed surrender")),
        Paper("temporary_surrender", "TSU", _l("Terms of temporary surrender")),
        Paper("return_record", "RTN", _l("Record of return")),
        Paper("surrender_arrangement", "ARR", _l("Proposal for the surrender")),
        Paper("surrender_agreement", "ARC", _l("Agreement to the surrender")),
        Paper("handover_record", "HND", _l("Record of handover")),
        Paper("outcome_report", "OUT", _l("Report on the outcome")),
        Paper("speciality_request", "SPC", _l("Request for consent to a further prosecution")),
        Paper("speciality_answer", "SPA", _l("Answer on a further prosecution")),
        Paper("arrest_notice", "PAN", _l("Notice of provisional arrest")),
        Paper("arrest_declined", "PAD", _l("Notice that no provisional arrest is ordered")),
        Paper("arrest_extension", "PAX", _l("Notice of a later day for the formal request")),
        Paper("arrest_end", "PAE", _l("Notice of the end of a provisional arrest")),
    )
}  # fmt: skip

#: The titles of papers that bear another in a kind of request.
TITLES: Mapping[tuple[str, str], Any] = {
    ("extradition", "request"): _l("Request for extradition"),
    ("extradition", "working_draft"): _l("Working draft of a request for extradition"),
    ("provisional_arrest", "request"): _l("Request for provisional arrest"),
    ("provisional_arrest", "working_draft"): _l("Working draft of a request for provisional arrest"),
}

#: Papers that belong to no case: no step issues them, and they take no number.
BESIDE: Mapping[str, Paper] = {
    "status_certificate": Paper("status_certificate", "", _l("Certificate of treaty status")),
}


def named(name: str) -> Paper:
    """The paper of that name, of a case or beside it; raises KeyError."""
    return BESIDE[name] if name in BESIDE else PAPERS[name]


def title(name: str, kind: str) -> Any:
    """The title of a paper of a kind of request; raises KeyError."""
    return TITLES.get((kind, name)) or named(name).title


def candidates(kind: str, name: str) -> tuple[str, str]:
    """Where a paper's template may lie: in the folder of the kind of request, or among those that all kinds share."""
    return f"{kind}/{name}.html", f"{name}.html"


def printable(kind: str) -> frozenset[str]:
    """The papers that a kind of request can print: named here, and with a template that exists."""
    return frozenset(n for n in PAPERS if any((TEMPLATES / path).is_file() for path in candidates(kind, n)))
