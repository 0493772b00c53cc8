"""What people read of the offences of an extradition, one by one, and of what limits a prosecution afterwards."""

from flask_babel import lazy_gettext as _l

from mla.domain.extradition.speciality import Covers

#: How far the surrender covers an offence.
COVERS = {
    Covers.UNDECIDED: _l("Not decided"),
    Covers.OFFERED: _l("Offered on conditions, not accepted yet"),
    Covers.GRANTED: _l("Not yet: the person is not surrendered"),
    Covers.REFUSED: _l("No: extradition is refused"),
    Covers.ENDED: _l("No: the case ended without a surrender"),
    Covers.LENT: _l("For the time of the surrender"),
    Covers.SURRENDERED: _l("Covered by the surrender"),
    Covers.NOT_COVERED: _l("Not covered by the surrender"),
    Covers.UNKNOWN: _l("Not recorded: read the decision"),
    Covers.CONSENT_ASKED: _l("Consent is asked, not answered yet"),
    Covers.CONSENTED: _l("Consent is given"),
    Covers.CONSENT_REFUSED: _l("Consent is not given"),
}
TONES = {
    Covers.SURRENDERED: "green",
    Covers.CONSENTED: "green",
    Covers.GRANTED: "blue",
    Covers.OFFERED: "amber",
    Covers.LENT: "amber",
    Covers.CONSENT_ASKED: "amber",
    Covers.UNKNOWN: "amber",
    Covers.REFUSED: "red",
    Covers.NOT_COVERED: "red",
    Covers.CONSENT_REFUSED: "red",
}
#: What was decided on an offence.
DECISIONS = {
    "granted": _l("Granted"),
    "refused": _l("Refused"),
    "consented": _l("The person consented to the surrender"),
}
CONDITIONAL = _l("Granted on conditions")
#: Whether the conduct is punishable in the requested State too (Art. 16(1)).
PUNISHABLE = {"yes": _l("punishable"), "no": _l("not punishable")}
#: Where a limit of the prosecution comes from.
LIMITS = {
    "treaty": _l("Treaty on which the request rests: read what it says of other offences"),
    "handover": _l("Rule that the record of the handover states"),
    "rule": _l("Treaty or law under which consent was asked"),
    "condition": _l("Condition accepted"),
    "assurance": _l("Assurance given"),
}
