"""The sentences on what can carry an extradition between two States (Art. 16(3)-(6))."""

from flask_babel import lazy_gettext as _l

SENTENCES = {
    "extradition.treaty": _l("%(treaty)s binds both States on %(day)s: the offences that Article 16 covers count as included in it as extraditable offences. Source: %(source)s"),
    "extradition.treaty_alone": _l("%(treaty)s binds both States on %(day)s. Source: %(source)s"),
    "extradition.no_treaty_recorded": _l("The register holds no treaty on extradition that binds %(requesting_state)s and %(requested_state)s on %(day)s. It may not be complete."),
    "extradition.apart": _l("The Convention does not bind both %(requesting_state)s and %(requested_state)s on %(day)s: Article 16 carries nothing between them."),
    "extradition.unknown": _l("It is not recorded whether %(requested_state)s takes the Convention as legal basis for extradition. That does not mean that it does or does not: ask."),
    "extradition.words": _l("%(requested_state)s declared on the Convention as legal basis for extradition (dated %(dated)s) what this system can’t test: %(words)s. Read it."),
    "extradition.noted": _l("%(requested_state)s added to its declaration (dated %(dated)s): %(words)s. Read it."),
    "extradition.convention": _l("%(requested_state)s takes the Convention as legal basis: it may carry a request of %(requesting_state)s where there is no treaty."),
    "extradition.convention_on_both_sides": _l("%(requested_state)s takes the Convention as legal basis towards States that do the same; %(requesting_state)s does."),
    "extradition.reciprocity_not_shown": _l("%(requested_state)s takes the Convention as legal basis only towards States that do the same; the register does not show that %(requesting_state)s does."),
    "extradition.convention_without_treaty": _l("%(requested_state)s takes the Convention as legal basis where there is no treaty on extradition, and none with %(requesting_state)s is recorded."),
    "extradition.treaty_first": _l("%(requested_state)s takes the Convention as legal basis only where there is no treaty on extradition; one with %(requesting_state)s is recorded."),
    "extradition.treaty_only": _l("%(requested_state)s extradites on a treaty only, and does not take the Convention as one."),
    "extradition.no_treaty_needed": _l("%(requested_state)s does not make extradition conditional on a treaty: it owes it to other States that do not to recognise the offences that Article 16 covers as extraditable."),
}  # fmt: skip
