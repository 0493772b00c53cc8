"""The sentences on the basis of a request: the Convention, a named other treaty, reciprocity; and on its way."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "basis.treaty.missing": _l("Name the treaty on which the request rests: choose one that the register holds between %(requesting_state)s and %(requested_state)s."),
    "basis.treaty.unknown": _l("The register does not hold the treaty named as one between %(requesting_state)s and %(requested_state)s."),
    "basis.treaty.other_subject": _l("%(treaty)s is not recorded as a treaty on mutual legal assistance."),
    "basis.treaty.not_bound": _l("%(treaty)s does not bind both %(requesting_state)s and %(requested_state)s on %(day)s."),
    "basis.treaty.carries": _l("%(treaty)s binds %(requesting_state)s and %(requested_state)s on %(day)s and carries the request. Source: %(source)s"),
    "basis.treaty.beside": _l("The Convention binds both States too. As far as it reaches the facts, paragraphs 1 to 8 and 30 of Article 18 stand beside the treaty; paragraphs 9 to 29 don’t apply."),
    "basis.reciprocity.missing": _l("Say in words which reciprocity is offered."),
    "basis.reciprocity.offered": _l("Reciprocity is offered and carries the request. No treaty obliges the requested State to meet it."),
    "basis.reciprocity.treaty_binds": _l("A treaty binds both States on %(day)s and could carry the request: %(treaties)s."),
    "basis.reciprocity.convention_binds": _l("The Convention binds %(requesting_state)s and %(requested_state)s on %(day)s. It could carry the request if it reaches the facts."),
    "basis.other.none_chosen": _l("The request rests on the Convention, which does not bind both States on this day. This way is open to a request that rests on another treaty or on reciprocity: recall it and choose another basis, if there is one."),
    "basis.other.not_needed": _l("The request rests on the Convention and goes from central authority to central authority."),
    "basis.way.reciprocity": _l("The request rests on reciprocity: it goes through the diplomatic channel, not from authority to authority."),
    "basis.way.prescribed": _l("%(treaty)s prescribes the diplomatic channel: the request goes through it, not from authority to authority."),
    "basis.way.apart": _l("The Convention does not bind both States on this day: the request goes through the diplomatic channel, not from authority to authority."),
    "basis.rules.other": _l("The request rests on another basis: the Convention’s rules on refusal and postponement don’t apply to it."),
    "basis.rules.convention": _l("The request rests on the Convention: its own rules on refusal and postponement apply."),
    "refusal.ground.other_basis": _l("The request rests on another basis: name a provision of the treaty or of domestic law, not a ground of the Convention."),
    "consultation.advised": _l("The requesting State was not consulted. No rule of the Convention asks for it here; good practice does."),
    "step.provision.missing": _l("Name the article of the treaty, or the provision of domestic law, on which the decision rests."),
    "step.rests_on.missing": _l("Say on what the refusal rests."),
    "step.reasons.untold": _l("Give the reasons: the requesting State needs them to decide what it does next."),
    "party.territory_unknown": _l("Whether %(instrument)s applies to the territory %(territory_state)s of %(state)s is not known to the register: find out whether the State extended it."),
    "people.sender_took_part": _l("Whoever wrote, approved or signed this version can’t hand it to the diplomatic channel: another person must."),
}  # fmt: skip
