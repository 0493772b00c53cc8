"""The register as pages, guards and commands read it. Only published and confirmed actions count."""

import datetime as dt
import unicodedata
import uuid
from collections.abc import Sequence
from itertools import groupby

from sqlalchemy import ColumnElement, Select, and_, func, or_, select

from mla.domain import treaties as law
from mla.domain.declarations import Declarations, Declared, Notice
from mla.extensions import db
from mla.models import (
    Authority,
    Confirmation,
    Declaration,
    DepositaryAction,
    Instrument,
    Rejection,
    State,
    TerritorialApplication,
)
from mla.wording import state_name

from .once import of_register


def current() -> law.Register:
    """The register as it stands now; put together again only when a row that counts was added."""
    return of_register("instruments", _assembled)


def _assembled() -> law.Register:
    actions = [
        law.Action(
            law.Instrument(a.instrument), a.iso3, law.ActionKind(a.kind), a.happened_on, a.source, a.effective_on
        )
        for a in db.session.scalars(counting())
    ]
    participants = [law.Participant(s.iso3, s.is_reio, s.responsible_iso3) for s in db.session.scalars(select(State))]
    territories = [
        law.Territory(law.Instrument(t.instrument), t.iso3, t.responsible_iso3, t.notified_on, t.source)
        for t in db.session.scalars(select(TerritorialApplication))
    ]
    as_of = {law.Instrument(i.code): i.data_as_of for i in instruments()}
    return law.Register(actions, participants, as_of, territories)


def counting() -> Select[DepositaryAction]:
    """The actions that count: the published ones, and those that a second person confirmed."""
    confirmed = or_(DepositaryAction.recorded_by.is_(None), Confirmation.action_id.is_not(None))
    return select(DepositaryAction).outerjoin(Confirmation).where(confirmed)


def instruments() -> Sequence[Instrument]:
    """The Convention and its Protocols, in their order."""
    order = [code.value for code in law.Instrument]
    return sorted(db.session.scalars(select(Instrument)), key=lambda i: order.index(i.code))


def state(iso3: str) -> State | None:
    """The State, organisation or territory of that code."""
    return db.session.get(State, iso3)


def states(search: str = "") -> list[State]:
    """States and organisations whose code, or name in any language, holds the search; by name as the reader sees it.

    A territory is found by its own name too, and stands under its own.
    """
    wanted = _folded(search.strip())
    found = [s for s in db.session.scalars(select(State)) if wanted in _searchable(s)]
    return sorted(found, key=lambda s: _folded(state_name(s.iso3)))


def _searchable(state: State) -> str:
    names = [form for language in state.names.values() for form in language.values()]
    return _folded(" | ".join([state.iso3, state.short_name, *names]))


def _folded(text: str) -> str:
    """Without accents and case, so that "cote" finds Côte d'Ivoire."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def actions_of(iso3: str) -> Sequence[DepositaryAction]:
    """The State's actions that count, in the order of their days."""
    return db.session.scalars(
        counting()
        .where(DepositaryAction.iso3 == iso3)
        .order_by(DepositaryAction.happened_on, DepositaryAction.instrument)
    ).all()


def declarations_of(iso3: str) -> Sequence[Declaration]:
    """The State's declarations and notifications, by article and day."""
    chosen = select(Declaration).where(Declaration.iso3 == iso3)
    return db.session.scalars(chosen.order_by(Declaration.article, Declaration.dated_on, Declaration.id)).all()


def declared_by(*iso3: str) -> Declarations:
    """What these States declared, as the guards read it."""
    every = of_register("declarations", _declared)
    return Declarations(tuple(one for code in dict.fromkeys(iso3) for one in every.get(code, ())))


def _declared() -> dict[str, tuple[Declared, ...]]:
    """All that is recorded, by State."""
    rows = db.session.scalars(select(Declaration).order_by(Declaration.iso3, Declaration.id))
    by_state = groupby(rows, key=lambda row: row.iso3)
    return {iso3: Declarations.of(notice(row) for row in own).read for iso3, own in by_state}


def notice(row: Declaration) -> Notice:
    """The row as the domain's own value."""
    return Notice(row.iso3, row.article, row.topic, row.value, row.dated_on, row.source)


def territories_of(iso3: str) -> Sequence[TerritorialApplication]:
    """The notices by which the State extended an instrument to a territory."""
    chosen = select(TerritorialApplication).where(TerritorialApplication.responsible_iso3 == iso3)
    return db.session.scalars(chosen.order_by(TerritorialApplication.notified_on)).all()


def authorities_of(iso3: str) -> Sequence[Authority]:
    """The State's authorities, those that are here and those on paper."""
    return db.session.scalars(select(Authority).where(Authority.iso3 == iso3).order_by(Authority.name)).all()


def on_paper() -> list[Authority]:
    """The directory of authorities on paper, by State as the reader sees it, and name."""
    found = db.session.scalars(select(Authority).where(Authority.on_paper))
    return sorted(found, key=lambda a: (_folded(state_name(a.iso3)), _folded(a.name)))


def present() -> list[str]:
    """ISO 3166-1 alpha-3 of the States that have an authority on this system, by name as the reader sees it."""
    here = select(Authority.iso3).where(~Authority.on_paper)
    return sorted(set(db.session.scalars(here)), key=lambda iso3: _folded(state_name(iso3)))


def pending() -> Sequence[DepositaryAction]:
    """The actions that wait for a second person, the oldest first."""
    waiting = and_(DepositaryAction.recorded_by.is_not(None), Confirmation.action_id.is_(None), not_rejected())
    chosen = select(DepositaryAction).outerjoin(Confirmation).where(waiting)
    return db.session.scalars(chosen.order_by(DepositaryAction.recorded_at, DepositaryAction.id)).all()


def added(limit: int = 20) -> Sequence[DepositaryAction]:
    """The actions that people added and confirmed, the newest first."""
    chosen = select(DepositaryAction).join(Confirmation).order_by(Confirmation.confirmed_at.desc()).limit(limit)
    return db.session.scalars(chosen).all()


def not_rejected() -> ColumnElement[bool]:
    """Whether nobody rejected the action."""
    return ~DepositaryAction.rejection.has()


def rejected(limit: int = 20) -> Sequence[DepositaryAction]:
    """The actions that were rejected, the newest first."""
    chosen = select(DepositaryAction).join(Rejection).order_by(Rejection.rejected_at.desc()).limit(limit)
    return db.session.scalars(chosen).all()


def same_action(instrument: str, iso3: str, kind: str, on: dt.date) -> uuid.UUID | None:
    """The id of the action with these four, pending or not, but for those that were rejected."""
    return db.session.scalar(select(DepositaryAction.id).where(_same(instrument, iso3, kind, on), not_rejected()))


def attempts(instrument: str, iso3: str, kind: str, on: dt.date) -> int:
    """How often the action with these four was entered and rejected."""
    chosen = select(func.count()).select_from(DepositaryAction).join(Rejection)
    return db.session.scalar(chosen.where(_same(instrument, iso3, kind, on))) or 0


def _same(instrument: str, iso3: str, kind: str, on: dt.date) -> ColumnElement[bool]:
    row = DepositaryAction
    return and_(row.instrument == instrument, row.iso3 == iso3, row.kind == kind, row.happened_on == on)
