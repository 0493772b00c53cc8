"""The sentences of a verification: what is broken, and how it shows."""

from flask_babel import lazy_gettext as _l

CAUSES = {
    "missing": _l("an entry is missing here, or one was added before it."),
    "order": _l("the entry does not follow the one before: entries were removed, added or reordered."),
    "header": _l("the header of the entry was changed."),
    "body": _l("the body of the entry was changed."),
    "body_gone": _l("the body of the entry is gone, and no retention order says so."),
    "state": _l("the request stands in a state to which its last entry did not lead:"),
    "request": _l("what decides who reads the request is not what the history gave it:"),
    "version": _l("a frozen version was changed, removed or added: version"),
    "document_row": _l("the record of a document was changed, removed or added:"),
    "passage": _l("that a document passed to the other side was added, changed or removed:"),
    "obligation": _l("the ledger of obligations is not what the history says (flask ledger rebuild writes it anew):"),
    "listing": _l(
        "the list of requests is not what the history says (flask listing rebuild writes it anew), for the side:"
    ),
    "document_bytes": _l("the stored bytes of a document are gone or were changed:"),
    "annex_bytes": _l("the stored bytes of an annex are gone or were changed (version, annex):"),
}

#: What of a request decides who reads it, in words.
DECIDING = {
    "kind": _l("the kind of request"),
    "requesting_id": _l("the requesting authority"),
    "requested_id": _l("the requested authority"),
    "requesting_reference": _l("the reference of the requesting authority"),
    "requested_reference": _l("the reference of the requested authority"),
    "counterpart_reference": _l("the reference that the counterpart gave"),
    "sent_version": _l("the version that was sent"),
    "examiner_id": _l("the examiner"),
    "part_of_id": _l("the request of which it is a part"),
}


def sentence(cause: str, detail: str = "") -> str:
    """A problem in one sentence; ``detail`` names the document, the version or the part of the request."""
    named = str(DECIDING[detail]) if cause == "request" and detail else detail
    return f"{CAUSES[cause]} {named}".rstrip()
