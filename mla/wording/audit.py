"""The sentences of a verification: what is broken, and how it shows."""

from flask_babel import lazy_gettext as _l

CAUSES = {
    "missing": _l("an entry is missing here, or one was added before it."),
    "order": _l("the entry does not follow the one before: entries were removed, added or reordered."),
    "header": _l("the header of the entry was changed."),
    "body": _l("the body of the entry was changed."),
    "body_gone": _l("the body of the entry is gone, and no retention order says so."),
    "state": _l("the request stands in a state to which its last entry did not lead:"),
    "version": _l("a frozen version was changed, removed or added: version"),
    "document_row": _l("the record of a document was changed, removed or added:"),
    "document_bytes": _l("the stored bytes of a document are gone or were changed:"),
}
