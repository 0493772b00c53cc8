"""Obligations, another use and disclosure: what people read of their steps and papers."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "answer_costs": _l("Answer on costs"),
    "discharge_obligation": _l("Report or release an obligation"),
    "ask_other_use": _l("Ask consent to another use"),
    "answer_other_use": _l("Answer on another use"),
    "notify_exculpatory_disclosure": _l("Give notice of a disclosure"),
    "answer_exculpatory": _l("Answer the notice of a disclosure"),
}

DOES = {
    "answer_costs": _l(
        "Tells the other State whether its terms are agreed. Costs that are agreed enter the ledger of obligations."
    ),
    "discharge_obligation": _l(
        "Tells the other State that you have met what you owe, or that you release it from what it owes you."
    ),
    "ask_other_use": _l(
        "Asks the requested State to consent to the use of its results in another investigation, prosecution or judicial proceeding."
    ),
    "answer_other_use": _l("Tells the requesting State whether its other use of the results is consented to."),
    "notify_exculpatory_disclosure": _l(
        "Tells the requested State that information or evidence in favour of an accused person is to be disclosed. It may ask to be consulted."
    ),
    "answer_exculpatory": _l("Takes note of the disclosure, or asks for a consultation before it."),
}

DONE = {
    "answer_costs": _l("%(who)s answered in the consultation on costs."),
    "discharge_obligation": _l("%(who)s reported or released an obligation."),
    "ask_other_use": _l("%(who)s asked consent to another use of the results."),
    "answer_other_use": _l("%(who)s answered on another use of the results."),
    "notify_exculpatory_disclosure": _l("%(who)s gave notice of a disclosure in favour of an accused person."),
    "answer_exculpatory": _l("%(who)s answered the notice of a disclosure."),
}

PAPERS = {
    "cost_answer": _l("Answer in the consultation on costs"),
    "obligation_notice": _l("Notice on an obligation"),
    "other_use_request": _l("Request for consent to another use"),
    "other_use_answer": _l("Answer on another use"),
    "disclosure_notice": _l("Notice of disclosure in favour of an accused person"),
    "disclosure_answer": _l("Answer to a notice of disclosure"),
    "proof": _l("Proof"),
}
