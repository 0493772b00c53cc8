"""The sentence on a request that was sent and its matter, which was written on since."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "matter.drifted": _l("Request %(reference)s was sent, and the matter has been changed since: %(drifted)s. The other State knows what was sent; an amended request tells it what is new."),
}  # fmt: skip
PARTS = {
    "persons": _l("persons"),
    "accounts": _l("accounts"),
    "facts": _l("summary of the facts"),
    "offences": _l("offences"),
    "property": _l("property"),
}


def parts(codes: str) -> str:
    """The parts of a matter in words, from their names with commas between."""
    return ", ".join(str(PARTS[code]) for code in codes.split(","))
