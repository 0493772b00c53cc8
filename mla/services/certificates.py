"""The status certificate: what binds two States on a day, by which rule and source, and what they declared.

It is no paper of a case: it takes no number of a series, and nothing of it is stored. Whoever asks again for the same
day gets the same text, as long as the register holds the same.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _

from mla import wording
from mla.documents import render
from mla.domain.agreements import Agreement
from mla.domain.declarations import Notice
from mla.domain.treaties import Bond, Instrument, Register
from mla.models import Authority
from mla.queries import agreements
from mla.queries import register as queries
from mla.wording.agreements import SUBJECTS
from mla.wording.declarations import declared
from mla.wording.treaties import TOPICS

LANGUAGE = "en"
#: The declarations on which a request between the two States turns: authorities, languages, basis of extradition.
USED = ("central_authority", "extradition_authority", "acceptable_languages", "extradition_legal_basis")


def certificate(one: str, other: str, on: dt.date, issuer: Authority | None = None) -> render.Rendered:
    """The certificate as a PDF, for two States (ISO 3166-1 alpha-3) on a day; it bears the name of ``issuer``.

    Raises UnknownState for a code that names no State, and PaperError for what can't be printed.
    """
    return render.render(snapshot(one, other, on, issuer))


def snapshot(one: str, other: str, on: dt.date, issuer: Authority | None = None) -> dict[str, Any]:
    """All that the certificate says, as plain values; raises UnknownState."""
    register = queries.current()
    bonds = {code: register.between(one, other, code, on) for code in Instrument}
    with force_locale(LANGUAGE):
        return {
            "paper": "status_certificate",
            "kind": "register",
            "language": LANGUAGE,
            "content": {},
            "day": on.isoformat(),
            "states": [_state(iso3) for iso3 in (one, other)],
            "issuer": _issuer(issuer),
            "bound": bonds[Instrument.UNTOC].bound,
            "answer": _answer(register, (one, other), bonds, on),
            "instruments": [_instrument(register, code, bond, (one, other), on) for code, bond in bonds.items()],
            "declarations": [_declared(iso3, on) for iso3 in (one, other)],
            "treaties": [_treaty(found, one, other, on) for found in agreements.between(one, other)],
        }


def standing(register: Register, iso3: str, instrument: Instrument, on: dt.date) -> dict[str, Any]:
    """What a State did under the instrument and whether it is bound on the day, with rule, article and source."""
    found = register.standing(iso3, instrument, on)
    consents = [a for a in register.actions_of(iso3, instrument) if a.is_consent and a.on <= on]
    consent = consents[-1] if consents else None
    return {
        "state": wording.state_name(iso3),
        "instrument": wording.instrument_title(instrument),
        "bound": found.bound,
        "action": wording.action(consent.kind) if consent else None,
        "deposited_on": consent.on.isoformat() if consent else None,
        "rule": wording.sentence(found.findings[0]),
        "article": found.findings[0].article,
        "in_force_on": found.since.isoformat() if found.bound and found.since else None,
        "source": consent.source if consent else None,
        "as_of": register.as_of[instrument].isoformat(),
    }


def _answer(register: Register, states: tuple[str, str], bonds: dict[Instrument, Bond], on: dt.date) -> str:
    """The whole answer in one sentence."""
    one, other = (wording.state_name(iso3, article=True) for iso3 in states)
    day = wording.day(on)
    if bonds[Instrument.UNTOC].bound:
        names = [wording.instrument(code) for code, bond in bonds.items() if bond.bound]
        said = _("On %(day)s both %(one)s and %(other)s are bound by %(instruments)s.",
                 day=day, one=one, other=other, instruments=_listed(names))  # fmt: skip
        return str(said)
    unbound = [iso3 for iso3 in states if not register.standing(iso3, Instrument.UNTOC, on).bound]
    said = _("On %(day)s neither %(one)s nor %(other)s is bound by the Convention.", day=day, one=one, other=other)
    if len(unbound) == 1:
        state = wording.state_name(unbound[0], article=True)
        said = _("On %(day)s the Convention does not bind both %(one)s and %(other)s: %(state)s is not bound by it.",
                 day=day, one=one, other=other, state=state)  # fmt: skip
    return str(said)


def _listed(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return str(_("%(first)s and %(last)s", first=", ".join(names[:-1]), last=names[-1]))


def _state(iso3: str) -> dict[str, str]:
    return {"iso3": iso3, "name": wording.state_name(iso3), "formal": wording.state_formal_name(iso3)}


def _issuer(authority: Authority | None) -> dict[str, Any] | None:
    """Whose letterhead it bears: none for a certificate that no authority asked for."""
    if authority is None:
        return None
    return {
        "state": wording.state_formal_name(authority.iso3),
        "ministry": authority.ministry,
        "authority": authority.name,
        "demonstration": authority.demonstration,
    }


def _instrument(register: Register, code: Instrument, bond: Bond, states: Iterable[str], on: dt.date) -> dict[str, Any]:
    """One instrument: whether it binds both, what each did, the rule for each, and what the findings warn of."""
    rows = [standing(register, iso3, code, on) for iso3 in states]
    warned = [wording.sentence(f) for f in bond.findings if f.weight == "warns"]
    as_of = register.as_of[code].isoformat()
    return {
        "title": wording.instrument_title(code),
        "bound": bond.bound,
        "rows": rows,
        "warned": warned,
        "as_of": as_of,
    }


def _declared(iso3: str, on: dt.date) -> dict[str, Any]:
    """What the State declared of authorities, languages and the basis of extradition, in the order of its topics."""
    notices = [queries.notice(row) for row in queries.declarations_of(iso3)]
    rows = [_notice(n, on) for topic in USED for n in notices if n.topic == topic]
    return {"state": wording.state_name(iso3), "rows": rows}


def _notice(notice: Notice, on: dt.date) -> dict[str, Any]:
    said = declared(notice.topic, notice.value)
    return {
        "topic": str(TOPICS[notice.topic]),
        "article": notice.article,
        "text": said.text,
        "notes": list(said.notes),
        "dated": wording.dated(notice.dated_on),
        "later": notice.first_day > on,
        "source": notice.source,
    }


def _treaty(found: Agreement, one: str, other: str, on: dt.date) -> dict[str, Any]:
    """Another treaty of the register between the two: its subjects, since when it binds each, its source."""
    return {
        "title": found.title,
        "subjects": ", ".join(str(SUBJECTS[s.value]) for s in sorted(found.subjects)),
        "bound": found.binds(one, other, on),
        "since": [found.parties[iso3].since.isoformat() for iso3 in (one, other)],
        "source": found.source,
    }
