"""What is answered on property, in words: as a form offers it and a paper prints it (Arts. 12 to 14)."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

#: What tracing found of property that was asked for.
TRACED: Mapping[str, Any] = {"traced": _l("traced"), "not_found": _l("not found")}
#: Why records of a bank or another institution were not obtained; bank secrecy is never why (Arts. 12(6), 18(8)).
OBSTACLES: Mapping[str, Any] = {
    "": _l("all records that were sought were obtained, or none were sought"),
    "not_held": _l("the institution does not hold the records"),
    "not_found": _l("no account or business relation was found"),
    "other": _l("another reason, which is explained"),
}
#: How far an asset is confiscated.
EXTENTS: Mapping[str, Any] = {"whole": _l("confiscated as a whole"), "part": _l("confiscated in part")}
#: Why a freeze ends before it lapses.
CAUSES: Mapping[str, Any] = {
    "court": _l("a court or another authority has set the freeze aside"),
    "not_justified": _l("the requesting State gave notice that it is not needed any more"),
    "third_party": _l("a third party has a better right"),
    "other": _l("another reason, which is explained"),
}
#: Why a court or another authority did not order what was asked.
DENIALS: Mapping[str, Any] = {
    "requirements": _l("the requirements of domestic law are not met"),
    "evidence": _l("the facts or the evidence do not suffice"),
    "third_parties": _l("third parties have better rights"),
    "property_gone": _l("the property is not there any more"),
    "other": _l("another reason, which is explained"),
}
#: What was decided on the claim of a third party (Arts. 12(8), 13(8)).
CLAIMS: Mapping[str, Any] = {
    "upheld": _l("upheld"),
    "in_part": _l("upheld in part"),
    "rejected": _l("rejected"),
}
#: What came of the consideration of a return (Art. 14(2)).
RETURNS: Mapping[str, Any] = {
    "all": _l("everything is returned"),
    "part": _l("a part is returned"),
    "none": _l("nothing is returned"),
}
#: On what property is shared (Art. 14(3)(b)).
AGREEMENTS: Mapping[str, Any] = {
    "regular": _l("an agreement that serves every case"),
    "case_by_case": _l("an agreement for this case"),
}
#: Where confiscated property goes (Art. 14).
WAYS: Mapping[str, Any] = {
    "returned": _l("returned, for victims to be compensated or to its legitimate owners"),
    "shared": _l("shared with the other State"),
    "contributed": _l("contributed to the account of the United Nations or to a body against organized crime"),
    "retained": _l("kept by the State that confiscated it"),
    "costs": _l("used to cover costs"),
}
