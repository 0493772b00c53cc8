"""The sentences of the register: why a State is bound on a day, or is not."""

from flask_babel import lazy_gettext as _l

INSTRUMENTS = {
    "UNTOC": _l("the Convention"),
    "TIP": _l("the Trafficking in Persons Protocol"),
    "SOM": _l("the Smuggling of Migrants Protocol"),
    "FIR": _l("the Firearms Protocol"),
}

#: As headings and column titles name them.
TITLES = {
    "UNTOC": _l("Organized Crime Convention"),
    "TIP": _l("Trafficking in Persons Protocol"),
    "SOM": _l("Smuggling of Migrants Protocol"),
    "FIR": _l("Firearms Protocol"),
}

ACTIONS = {
    "signature": _l("signature"),
    "ratification": _l("ratification"),
    "acceptance": _l("acceptance"),
    "approval": _l("approval"),
    "accession": _l("accession"),
    "succession": _l("succession"),
    "denunciation": _l("denunciation"),
}

#: Why a code can't stand for a State that asks or is asked, by the reason of UnknownState.
REFUSALS = {
    "unknown": _l("%(code)s is not the code of a State in the register. Give three letters, such as BRA for Brazil."),
    "regional_organisation": _l(
        "%(state)s is a regional organisation, not a State: the register shows it, but it can't ask or be asked."
    ),
    "territory": _l("%(state)s is a territory: name the State that is responsible for it."),
    "same_state": _l("%(state)s is named twice: name two different States."),
    "not_its_territory": _l("%(code)s is not a territory of that State in the register."),
}

SENTENCES = {
    "party.bound.general": _l(
        "%(state)s is bound by %(instrument)s on %(day)s. It deposited its instrument (%(action)s) on "
        "%(deposited_on)s, no later than the fortieth instrument (%(fortieth_on)s); %(instrument)s entered into "
        "force on the 90th day after the fortieth deposit or later, on %(since_on)s."
    ),
    "party.bound.thirtieth_day": _l(
        "%(state)s is bound by %(instrument)s on %(day)s. It deposited its instrument (%(action)s) on "
        "%(deposited_on)s, after the fortieth; it has been bound since the 30th day after that deposit, %(since_on)s."
    ),
    "party.bound.general_later": _l(
        "%(state)s is bound by %(instrument)s on %(day)s. It deposited its instrument (%(action)s) on "
        "%(deposited_on)s. The 30th day after that, %(thirtieth_on)s, came before %(instrument)s itself entered into "
        "force; by the depositary's practice it has been bound since that later day, %(since_on)s."
    ),
    "party.bound.succession": _l(
        "%(state)s is bound by %(instrument)s on %(day)s. It notified its succession on %(deposited_on)s, with effect "
        "from %(effective_on)s; it has been bound since %(since_on)s."
    ),
    "party.bound.stated_day": _l(
        "%(state)s is bound by %(instrument)s on %(day)s. It deposited its instrument (%(action)s) on "
        "%(deposited_on)s; the depositary states that it took effect on %(since_on)s."
    ),
    "party.bound.with_convention": _l(
        "%(state)s is bound by %(instrument)s on %(day)s. It deposited its instrument (%(action)s) on "
        "%(deposited_on)s, and has been bound since %(since_on)s, the day from which the Convention binds it."
    ),
    "party.not_yet.general": _l(
        "%(state)s is not yet bound by %(instrument)s on %(day)s. It deposited its instrument (%(action)s) on "
        "%(deposited_on)s, no later than the fortieth (%(fortieth_on)s), but %(instrument)s enters into force only on "
        "the 90th day after the fortieth deposit or later, on %(since_on)s."
    ),
    "party.not_yet.thirtieth_day": _l(
        "%(state)s is not yet bound by %(instrument)s on %(day)s. It deposited its instrument (%(action)s) on "
        "%(deposited_on)s and is bound only from the 30th day after that, %(since_on)s."
    ),
    "party.not_yet.general_later": _l(
        "%(state)s is not yet bound by %(instrument)s on %(day)s. It deposited its instrument (%(action)s) on "
        "%(deposited_on)s; the 30th day after that is %(thirtieth_on)s, but by the depositary's practice nobody is "
        "bound before %(instrument)s itself enters into force, on %(since_on)s."
    ),
    "party.not_yet.succession": _l(
        "%(state)s is not yet bound by %(instrument)s on %(day)s. Its succession, notified on %(deposited_on)s, "
        "binds it only from %(since_on)s."
    ),
    "party.not_yet.stated_day": _l(
        "%(state)s is not yet bound by %(instrument)s on %(day)s. It deposited its instrument (%(action)s) on "
        "%(deposited_on)s; the depositary states that it takes effect on %(since_on)s."
    ),
    "party.not_yet.with_convention": _l(
        "%(state)s is not yet bound by %(instrument)s on %(day)s. It deposited its instrument (%(action)s) on "
        "%(deposited_on)s, but is bound only from %(since_on)s, the day from which the Convention binds it."
    ),
    "party.deposited_without_convention": _l(
        "%(state)s is not bound by %(instrument)s on %(day)s. It deposited an instrument (%(action)s) on "
        "%(deposited_on)s, which has no effect while the State is not a party to the Convention."
    ),
    "party.instrument_not_in_force": _l(
        "%(state)s is not bound by %(instrument)s on %(day)s. It deposited an instrument (%(action)s) on "
        "%(deposited_on)s, but forty deposited instruments are needed before anybody is bound."
    ),
    "party.no_consent": _l("%(state)s is a State without recorded consent to be bound by %(instrument)s on %(day)s."),
    "party.signed_only": _l(
        "%(state)s is a State without recorded consent to be bound by %(instrument)s on %(day)s: it signed on "
        "%(signed_on)s, and signature alone does not bind."
    ),
    "party.convention_only": _l(
        "%(state)s is a State without recorded consent to be bound by %(instrument)s on %(day)s: it is bound by the "
        "Convention, which does not bind it to a Protocol that it has not joined."
    ),
    "party.deposited_later": _l(
        "%(state)s is not bound by %(instrument)s on %(day)s: it deposited its instrument (%(action)s) only on "
        "%(deposited_on)s."
    ),
    "party.denounced": _l(
        "%(state)s has denounced %(instrument)s: the notice was received on %(received_on)s and takes effect one year "
        "later. The State stays bound up to and including %(until_on)s."
    ),
    "party.denounced_with_convention": _l(
        "%(state)s has denounced the Convention, and %(instrument)s with it: the notice was received on "
        "%(received_on)s. The State stays bound up to and including %(until_on)s."
    ),
    "party.ended": _l(
        "%(state)s is no longer bound by %(instrument)s on %(day)s. It denounced it; the notice was received on "
        "%(received_on)s and took effect one year later, on %(effect_on)s."
    ),
    "party.ended_with_convention": _l(
        "%(state)s is no longer bound by %(instrument)s on %(day)s. It denounced the Convention, which ends its "
        "Protocols too; the notice was received on %(received_on)s and took effect on %(effect_on)s."
    ),
    "party.territory_covered": _l(
        "%(instrument)s applies to %(territory_state)s, for which %(state)s is responsible, by a notice of "
        "%(notified_on)s."
    ),
    "party.territory_later": _l(
        "%(instrument)s does not yet apply to %(territory_state)s on %(day)s: %(state)s gave notice only on "
        "%(notified_on)s."
    ),
    "party.territory_no_notice": _l(
        "No notice is recorded by which %(state)s extended %(instrument)s to %(territory_state)s."
    ),
    "party.register_complete_to": _l(
        "The register of %(instrument)s is complete to %(complete_on)s. What was deposited or denounced between then "
        "and %(day)s is not in it: ask the depositary if in doubt."
    ),
}

#: What the declarations of a State are about, by topic.
TOPICS = {
    "central_authority": _l("Central authority"),
    "acceptable_languages": _l("Acceptable languages"),
    "extradition_legal_basis": _l("Legal basis for extradition"),
    "participation_offence": _l("Offence of participation in an organized criminal group"),
    "dispute_settlement_reservation": _l("Reservation on the settlement of disputes"),
    "dispute_settlement_declaration": _l("Declaration on the settlement of disputes"),
    "maritime_authority": _l("Authority for requests at sea"),
    "contact_point": _l("Contact point for firearms"),
    "extradition_authority": _l("Authority for extradition"),
    "confiscation_legal_basis": _l("Legal basis for confiscation"),
    "mla_basis": _l("Basis for mutual legal assistance"),
    "dual_criminality": _l("Dual criminality"),
}

#: What a register keeper has to mend in an entry.
CAUSES = {
    "instrument_missing": _l("Choose the instrument."),
    "iso3_missing": _l("Enter the State."),
    "iso3_unknown": _l("The register knows no State of this name. Choose one from the list."),
    "iso3_territory": _l("This is a territory. Enter the State that is responsible for it."),
    "kind_missing": _l("Choose what the State did."),
    "kind_joined": _l("The register holds this State’s consent already, and no denunciation of it."),
    "kind_not_joined": _l("There is no consent of this State before that day which it could denounce."),
    "kind_signed": _l("The register holds this State’s signature already."),
    "on_missing": _l("Enter the day of signature, of deposit, or of receipt of the notice."),
    "on_too_early": _l("The day lies before 12 December 2000, when the instruments were opened for signature."),
    "on_in_future": _l("The day lies in the future. Enter an action once the depositary has notified it."),
    "on_signature_closed": _l("Signature had closed by that day. A State joins by accession since then."),
    "on_known": _l("The register holds this action already, or it waits for a second person."),
    "effective_on_idle": _l("Only a consent takes effect on a day that the depositary states. Leave this empty."),
    "source_missing": _l("Enter the source, such as the reference of the depositary notification."),
}
