"""The papers of an extradition and of a provisional arrest (Art. 16)."""

from flask_babel import lazy_gettext as _l

from .paper import Paper

PAPERS = (
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
)  # fmt: skip
