"""Sentences about authorities and their people: offices, and why an entry can't be kept."""

from flask_babel import lazy_gettext as _l

OFFICES = {
    "drafter": _l("Drafter"),
    "reviewer": _l("Reviewer"),
    "signatory": _l("Signatory"),
    "registry": _l("Registry"),
    "decider": _l("Decider"),
    "executor": _l("Executor"),
    "register_keeper": _l("Register keeper"),
    "administrator": _l("Administrator"),
}

#: What the holder of each office does.
DUTIES = {
    "drafter": _l("Keeps matters and drafts requests."),
    "reviewer": _l("Approves requests of the authority and examines those received."),
    "signatory": _l("Signs requests and decisions of the authority."),
    "registry": _l("Sends, receives and registers papers."),
    "decider": _l("Accepts or refuses requests of other States."),
    "executor": _l("Executes what was accepted and reports."),
    "register_keeper": _l("Enters and confirms what the depositary notified."),
    "administrator": _l("Keeps the accounts and the letterhead of the authority."),
}

CAUSES = {
    "no_state": _l("No State has this code. Use its ISO 3166-1 alpha-3 code, such as BRA."),
    "code_malformed": _l("Write the code with 2 to 12 capital letters and digits, such as DRCI."),
    "code_taken": _l("This State has an authority of that code. Choose another code."),
    "authority_name_taken": _l("This State has an authority of that name already. Use that one, or another name."),
    "authority_name_missing": _l("Enter the name of the authority."),
    "zone_unknown": _l("No time zone has this name. Write it as in America/Sao_Paulo."),
    "name_missing": _l("Enter the person’s name."),
    "email_malformed": _l("Enter an email address in the form name@example.org."),
    "email_taken": _l("Somebody has an account with this address. Use another address."),
    "office_unknown": _l("Choose roles from the list."),
    "keeper_by_command": _l(
        "Register keepers serve all authorities: they are named on the server, by its command line."
    ),
    "last_administrator": _l("The authority needs an administrator. Make another person administrator first."),
}
