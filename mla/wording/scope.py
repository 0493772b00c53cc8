"""The sentences of scope: how each offence is covered, which way and which element are met by which fact."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

#: What is located in the requested State (Art. 18(1)).
LOCATED: Mapping[str, Any] = {
    "victims": _l("Victims"),
    "witnesses": _l("Witnesses"),
    "proceeds": _l("Proceeds of the offence"),
    "instrumentalities": _l("Instrumentalities: what the offence was committed with"),
    "evidence": _l("Evidence of the offence"),
}
#: Art. 3(a) of the Trafficking in Persons Protocol, paraphrased.
ACTS: Mapping[str, Any] = {
    "recruitment": _l("Recruiting persons"),
    "transportation": _l("Transporting persons"),
    "transfer": _l("Transferring persons"),
    "harbouring": _l("Harbouring persons"),
    "receipt": _l("Receiving persons"),
}
MEANS: Mapping[str, Any] = {
    "force": _l("Force, or the threat of force"),
    "coercion": _l("Another form of coercion"),
    "abduction": _l("Abduction"),
    "fraud": _l("Fraud"),
    "deception": _l("Deception"),
    "abuse_of_power": _l("Abuse of power"),
    "vulnerability": _l("Abuse of somebody's position of vulnerability"),
    "payment": _l("A payment or benefit, given or taken, to win over a person who has control over another"),
}
PURPOSES: Mapping[str, Any] = {
    "sexual_exploitation": _l("Exploiting the prostitution of others, or sexual exploitation in another form"),
    "forced_labour": _l("Forced labour or services"),
    "slavery": _l("Slavery, or practices similar to it"),
    "servitude": _l("Servitude"),
    "organ_removal": _l("Removal of organs"),
    "other_exploitation": _l("Another form of exploitation"),
}

_OFFENCES = {
    "none": _l("No offence is listed. The Convention helps only in relation to the offences that it covers: list them."),
    "convention": _l("%(label)s (%(name)s): covered, as an offence that the Convention itself establishes, whatever its maximum penalty."),
    "protocol": _l("%(label)s (%(name)s): covered, as an offence of %(instrument)s, which binds both States on the day."),
    "serious": _l("%(label)s (%(name)s): covered, as a serious crime: maximum %(penalty)s."),
    "light": _l("%(label)s (%(name)s): not covered: maximum %(penalty)s, and a serious crime has a maximum of at least four years. This system counts four years as 48 months or 1461 days."),
    "unknown": _l("%(label)s (%(name)s): not covered: no maximum penalty is stated, and the category alone does not bring it under the Convention."),
}  # fmt: skip
_WITH_PROTOCOL = {
    "not_chosen.serious": _l("%(label)s (%(name)s): %(instrument)s carries this offence if it binds both States on the day. In any case it is covered as a serious crime: maximum %(penalty)s."),
    "not_chosen.light": _l("%(label)s (%(name)s): %(instrument)s carries this offence if it binds both States on the day. It is no serious crime: maximum %(penalty)s, less than four years."),
    "not_chosen.unknown": _l("%(label)s (%(name)s): %(instrument)s carries this offence if it binds both States on the day. Whether it is a serious crime can't be told: no maximum penalty is stated."),
    "not_common.serious": _l("%(label)s (%(name)s): %(instrument)s does not bind both States on the day, so it can't carry this offence. It is covered all the same, as a serious crime: maximum %(penalty)s."),
    "not_common.light": _l("%(label)s (%(name)s): %(instrument)s does not bind both States on the day, so it can't carry this offence. It is not covered as a serious crime either: maximum %(penalty)s, less than four years."),
    "not_common.unknown": _l("%(label)s (%(name)s): %(instrument)s does not bind both States on the day, so it can't carry this offence. Nor is it covered as a serious crime: no maximum penalty is stated."),
    "not_defined.serious": _l("%(label)s (%(name)s): not every part of the definition in %(instrument)s is stated, so it does not carry this offence yet. It is covered all the same, as a serious crime: maximum %(penalty)s."),
    "not_defined.light": _l("%(label)s (%(name)s): not every part of the definition in %(instrument)s is stated, so it does not carry this offence yet. It is not covered as a serious crime either: maximum %(penalty)s, less than four years."),
    "not_defined.unknown": _l("%(label)s (%(name)s): not every part of the definition in %(instrument)s is stated, so it does not carry this offence yet. Nor is it covered as a serious crime: no maximum penalty is stated."),
}  # fmt: skip

_LIMBS = {
    "a": (_l("Committed in more than one State: %(fact)s"), _l("Say by which fact the offence is committed in more than one State.")),
    "b": (_l("Committed in one State, prepared, planned, directed or controlled to a substantial part in another: %(fact)s"), _l("Say which substantial part of the preparation, planning, direction or control takes place in another State.")),
    "c": (_l("Committed in one State, with an organised criminal group that is active in more than one: %(fact)s"), _l("Say in which States the organised criminal group is active.")),
    "d": (_l("Committed in one State, with substantial effects in another: %(fact)s"), _l("Say which substantial effects the offence has in another State.")),
}  # fmt: skip
_LOCATED = {
    "victims": _l("Victims are located in the requested State: %(fact)s"),
    "witnesses": _l("Witnesses are located in the requested State: %(fact)s"),
    "proceeds": _l("Proceeds are located in the requested State: %(fact)s"),
    "instrumentalities": _l("Instrumentalities are located in the requested State: %(fact)s"),
    "evidence": _l("Evidence is located in the requested State: %(fact)s"),
}
_NO_FACT = {
    "victims": _l("Say which victims are located in the requested State, and how that is known."),
    "witnesses": _l("Say which witnesses are located in the requested State, and how that is known."),
    "proceeds": _l("Say which proceeds are located in the requested State, and how that is known."),
    "instrumentalities": _l("Say which instrumentalities are located in the requested State, and how that is known."),
    "evidence": _l("Say which evidence is located in the requested State, and how that is known."),
}
_ELEMENTS = {
    "structure": (_l("The group is structured: %(fact)s"), _l("Say by which fact the group was not formed at random for one offence committed at once. It needs no formal roles, no lasting membership and no developed structure.")),
    "period": (_l("The group has existed for a period of time: %(fact)s"), _l("Say for which period the group has existed.")),
    "concert": (_l("The group acts in concert: %(fact)s"), _l("Say by which facts its members act in concert.")),
    "aim": (_l("The group aims at serious crimes or offences under the Convention: %(fact)s"), _l("Say at which serious crimes, or offences that the Convention establishes, the group aims.")),
    "benefit": (_l("The group acts for a financial or other material benefit: %(fact)s"), _l("Say which financial or other material benefit the group seeks, directly or indirectly.")),
}  # fmt: skip
_TRAFFICKING = {
    "acts": (_l("The act of trafficking is stated."), _l("State the act: what was done with the persons.")),
    "means": (_l("The means of trafficking are stated."), _l("State by which means it was done, or that the victim is a child.")),
    "purposes": (_l("The purpose of exploitation is stated."), _l("State the exploitation for which it was done.")),
    "fact": (_l("The facts of act, means and purpose are stated."), _l("State the facts that show act, means and purpose.")),
}  # fmt: skip

SENTENCES = {
    **{f"scope.offence.{kind}": said for kind, said in (_OFFENCES | _WITH_PROTOCOL).items()},
    "scope.protocol.not_cited": _l("%(instrument)s carries an offence of this request: cite it in the legal basis."),
    "scope.protocol.idle": _l("The legal basis cites %(instrument)s, and no offence listed here rests on it."),
    **{f"scope.trafficking.{part}.met": met for part, (met, _) in _TRAFFICKING.items()},
    **{f"scope.trafficking.{part}.missing": lack for part, (_, lack) in _TRAFFICKING.items()},
    "scope.trafficking.child": _l("The victim is under eighteen: no means need be stated."),
    "scope.trafficking.consent": _l("One of the means was used: whether the victim consented makes no difference."),
    "scope.smuggled.only": _l("%(migrant)s and %(suspect)s are the same person, listed as a smuggled migrant and as a suspect. Nobody is liable for having been smuggled: take the person out as a suspect, or list the other offence."),
    "scope.smuggled.beside": _l("%(migrant)s and %(suspect)s are the same person, listed as a smuggled migrant and as a suspect. Nobody is liable for having been smuggled: make sure that the suspicion is of another offence."),
    **{f"scope.limb.{limb}": met for limb, (met, _) in _LIMBS.items()},
    **{f"scope.limb.{limb}.no_fact": lack for limb, (_, lack) in _LIMBS.items()},
    **{f"scope.located.{kind}": said for kind, said in _LOCATED.items()},
    **{f"scope.located.{kind}.no_fact": said for kind, said in _NO_FACT.items()},
    "scope.transnational.missing": _l("State in which of the four ways the offence is transnational, or the reasonable grounds to suspect that it is."),
    "scope.transnational.grounds": _l("Reasonable grounds to suspect that the offence is transnational: %(fact)s"),
    "scope.group.number.met": _l("The group has at least three persons: %(number)s."),
    "scope.group.number.missing": _l("Give the number of persons in the group, as far as it is known."),
    "scope.group.number.too_few": _l("An organised criminal group has at least three persons; %(number)s is stated. Count those who are suspected but not yet named."),
    **{f"scope.group.{name}.met": met for name, (met, _) in _ELEMENTS.items()},
    **{f"scope.group.{name}.missing": lack for name, (_, lack) in _ELEMENTS.items()},
    "scope.group.grounds": _l("Reasonable grounds to suspect that an organised criminal group is involved: %(fact)s"),
    "scope.gate.covered": _l("%(labels)s: covered by the Convention: transnational, and involving an organised criminal group, as the facts stated show."),
    "scope.gate.grounds": _l("%(labels)s: there are reasonable grounds to suspect that it is transnational and involves an organised criminal group. That suffices for assistance."),
}  # fmt: skip
