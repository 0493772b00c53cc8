"""Acceptance, execution and results: what people read of its steps, states and papers."""

from flask_babel import lazy_gettext as _l

TITLES = {
    "accept": _l("Accept the request"),
    "report_partial_execution": _l("Report an execution in part"),
    "report_nil_execution": _l("Report that nothing was obtained"),
    "send_nil_result": _l("Send the nil result"),
    "mandate_execution": _l("Order the execution"),
    "report_execution": _l("Report the execution"),
    "send_results": _l("Send the results"),
    "confirm_results": _l("Confirm the results"),
    "close": _l("Close the case"),
}

DOES = {
    "accept": _l("Tells the requesting State that the request will be executed."),
    "report_partial_execution": _l(
        "Records what was obtained, what was not and what was tried. The report goes out with the results."
    ),
    "report_nil_execution": _l("Records what was searched and why nothing was obtained."),
    "send_nil_result": _l("Tells the requesting State what was searched and that nothing was obtained."),
    "mandate_execution": _l(
        "Passes the request to the authority that executes it. The order stays inside your authority."
    ),
    "report_execution": _l(
        "Records, item by item, what was obtained and by which procedure. The report goes out with the results."
    ),
    "send_results": _l(
        "Hands the results to the requesting State with an inventory, and the execution report with them."
    ),
    "confirm_results": _l("Confirms to the requested State that the results arrived."),
    "close": _l("Ends the case and tells the requested State what came of it."),
}

DONE = {
    "accept": _l("%(who)s accepted the request."),
    "report_partial_execution": _l("%(who)s reported an execution in part."),
    "report_nil_execution": _l("%(who)s reported that nothing was obtained."),
    "send_nil_result": _l("%(who)s sent the nil result."),
    "mandate_execution": _l("%(who)s ordered the execution."),
    "report_execution": _l("%(who)s reported the execution."),
    "send_results": _l("%(who)s sent the results."),
    "confirm_results": _l("%(who)s confirmed that the results arrived."),
    "close": _l("%(who)s closed the case."),
}

STATES = {
    "accepted": _l("Accepted"),
    "executing": _l("In execution"),
    "executed": _l("Executed"),
    "results_sent": _l("Results sent"),
    "results_confirmed": _l("Results confirmed"),
    "partly_executed": _l("Executed in part"),
    "not_executable": _l("Nothing obtained"),
}

PAPERS = {
    "acceptance": _l("Notice of acceptance"),
    "execution_mandate": _l("Order of execution"),
    "execution_report": _l("Execution report"),
    "results": _l("Transmission of results"),
    "authenticity_certificate": _l("Certificate of authenticity"),
    "receipt_of_results": _l("Receipt of results"),
    "nil_result": _l("Notice that nothing was obtained"),
    "evidence": _l("Evidence"),
}
