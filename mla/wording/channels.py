"""The sentences on language, channel and basis: what States declared, and whether the request satisfies it."""

from flask_babel import lazy_gettext as _l

_LANGUAGE = {
    "missing": _l("State the language of the request."),
    "wanted": _l("%(state)s accepts: %(rule)s (dated %(dated)s)."),
    "met": _l("The request is in %(language)s; %(state)s accepts: %(rule)s (dated %(dated)s)."),
    "translated": _l("The request is in %(language)s, with a translation into %(languages)s; %(state)s accepts: %(rule)s (dated %(dated)s)."),
    "second": _l("The language that %(state)s prefers is not possible, as the requesting authority states; its second is used. It accepts: %(rule)s (dated %(dated)s)."),
    "not_accepted": _l("The request is in %(language)s, and %(state)s accepts: %(rule)s (dated %(dated)s). Attach a translation, or record an exception that both sides agreed."),
    "besides": _l("%(state)s also wants another translation: %(rule)s (dated %(dated)s). Attach it, or record an exception that both sides agreed."),
    "not_authenticated": _l("%(state)s wants translations certified or authenticated: %(rule)s (dated %(dated)s). Have them certified and say so, or record an exception that both sides agreed."),
    "first_preferred": _l("%(state)s accepts its second language only where the first is not possible: %(rule)s (dated %(dated)s). Translate the request into the first, or state why that is not possible."),
    "annexes.met": _l("The annexes are in a language that %(state)s accepts, or are translated into one: %(rule)s (dated %(dated)s)."),
    "annexes.unstated": _l("Annexes without a stated language: %(labels)s. State it, so that it is seen whether they need a translation."),
    "annexes.not_accepted": _l("Annexes in a language that %(state)s has not declared acceptable: %(labels)s. It accepts: %(rule)s (dated %(dated)s). Attach translations, or record an exception that both sides agreed."),
    "annexes.besides": _l("Annexes that lack another translation which %(state)s wants: %(labels)s. It accepts: %(rule)s (dated %(dated)s)."),
    "annexes.not_authenticated": _l("Annexes whose translation must be certified or authenticated: %(labels)s. The State, %(state)s, accepts: %(rule)s (dated %(dated)s)."),
    "exception": _l("The two sides agreed to an exception from the languages of %(state)s: %(by)s, %(agreed_on)s. Source: %(source)s"),
    "exception.incomplete": _l("An exception counts once it says who agreed to it, on which day, and how that is known."),
    "exception.later": _l("The exception is dated after the day of the step: it does not hold yet."),
    "not_recorded": _l("No declaration of %(state)s on languages is recorded. That does not mean that it made none: find out which languages it accepts."),
    "words_only": _l("%(state)s declared on languages what this system can’t test: %(words)s. Read it, and confirm that the request satisfies it."),
    "confirmed": _l("%(state)s accepts a request in %(language)s, as the requesting authority states. Source: %(source)s"),
    "confirmation.missing": _l("Confirm that %(state)s accepts requests in %(language)s, and say how you know."),
    "stale": _l("What %(state)s declared on languages is dated %(dated)s, more than a year before %(day)s: check that it still stands."),
    "later": _l("What %(state)s declared on languages is dated %(dated)s, after %(day)s: check what held on that day."),
}  # fmt: skip

_CHANNEL = {
    "missing": _l("Confirm that the request is addressed to the authority that %(state)s designated."),
    "designated": _l("%(state)s designated: %(authorities)s."),
    "confirmed": _l("%(state)s designated %(designated)s (dated %(dated)s). The request is addressed to %(addressed)s: the requesting authority confirms that this is the right one."),
    "confirmed_by_source": _l("The request is addressed to the right authority of %(state)s, as the requesting authority confirms. Source: %(source)s"),
    "source.missing": _l("Say how you know that this is the right authority of %(state)s: the register names none."),
    "several": _l("%(state)s designated several authorities: %(authorities)s. Say which of them is addressed."),
    "not_recorded": _l("No authority that %(state)s designated is recorded. That does not mean that it designated none: find out which one it is."),
    "none_named": _l("%(state)s named no authority: %(words)s."),
    "diplomatic": _l("%(state)s designated %(authority)s and asks that requests come through the diplomatic channel: %(words)s."),
    "stale": _l("What %(state)s notified of its authority is dated %(dated)s, more than a year before %(day)s: check that name and address still stand."),
    "later": _l("What %(state)s notified of its authority is dated %(dated)s, after %(day)s: check what held on that day."),
}  # fmt: skip

_REGIME = {
    "no_treaty_recorded": _l("The register holds no other treaty on mutual legal assistance that binds %(requesting_state)s and %(requested_state)s on %(day)s. It may not be complete: that there is or is not another one rests on the statement of the requesting authority."),
    "declared": _l("%(state)s declared (dated %(dated)s): %(words)s."),
    "stale": _l("What %(state)s declared on assistance is dated %(dated)s, more than a year before %(day)s: check that it still stands."),
    "later": _l("What %(state)s declared on assistance is dated %(dated)s, after %(day)s: check what held on that day."),
}  # fmt: skip

SENTENCES = {
    **{f"language.{code}": said for code, said in _LANGUAGE.items()},
    **{f"channel.{code}": said for code, said in _CHANNEL.items()},
    **{f"regime.{code}": said for code, said in _REGIME.items()},
}
