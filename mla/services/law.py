"""The law explained for a case from a file: what the rules say of it on a day, group by group."""

import datetime as dt
from collections.abc import Mapping
from typing import Any, NamedTuple

from mla.domain import basis, guards
from mla.domain.basis.extradition import extradition as carriers
from mla.domain.case_file import Case
from mla.domain.facts import Facts
from mla.domain.findings import THIS_SYSTEM, Finding
from mla.domain.kinds import KINDS
from mla.domain.workflow import Guard
from mla.queries import agreements, register

#: The groups in which the findings are told, with the rules that speak in each.
GROUPS: tuple[tuple[str, tuple[Guard, ...]], ...] = (
    ("scope", (guards.in_scope,)),
    ("basis", (guards.regime, guards.protocols)),
    ("content", (guards.complete, guards.deadline_ahead)),
    ("language", (guards.language,)),
    ("channel", (guards.channel,)),
    ("gate", (guards.party,)),
)
#: Rules that need to know both States.
_BETWEEN = (guards.regime, guards.protocols, guards.language, guards.channel, guards.party)


def extradition(requesting: str, requested: str, day: dt.date) -> tuple[Finding, ...]:
    """What can carry an extradition from the requested to the requesting State on the day (Art. 16(3)-(6)).

    Raises UnknownState for a code that can't stand for a State.
    """
    return tuple(carriers(_between(requesting, requested, day, {})))


class Group(NamedTuple):
    """The findings of one group."""

    name: str
    findings: tuple[Finding, ...]


def explain(case: Case, day: dt.date) -> list[Group]:
    """What the rules say of the case on the day, as they would say it of a draft.

    Raises UnknownState where the file names a State that can't stand for one that asks or is asked.
    """
    facts = _between(case.requesting or "", case.requested or "", day, case.content)
    for iso3 in filter(None, (case.requesting, case.requested)):
        facts.register.require_state(iso3)
    known = bool(case.requesting and case.requested)
    found = [Group(name, tuple(_said(rules, facts, known))) for name, rules in GROUPS]
    if known and basis.is_extradition(facts.content):
        found.append(Group("extradition", tuple(carriers(facts))))
    return [Group("case", tuple(_of_case(case))), *found]


def _between(requesting: str, requested: str, day: dt.date, content: Mapping[str, Any]) -> Facts:
    """What the record knows of the two States; either may be empty while it is unknown."""
    return Facts(
        day=day,
        register=register.current(),
        requesting=requesting,
        requested=requested,
        content=content,
        declarations=register.declared_by(*filter(None, (requesting, requested))),
        agreements=agreements.between(requesting, requested),
    )


def _said(rules: tuple[Guard, ...], facts: Facts, known: bool) -> list[Finding]:
    """The findings of the rules; those between two States are silent while one of them is unknown.

    What can carry an extradition is told in a group of its own, so the rule on the basis does not tell it again.
    """
    spoken = [_of_kind(rule, facts) for rule in rules if known or rule not in _BETWEEN]
    said = [found for rule in spoken for found in rule.check(facts) if not found.code.startswith("extradition.")]
    return [basis.relabelled(finding, facts) for finding in said]


def _of_kind(rule: Guard, facts: Facts) -> Guard:
    """The rule that the kind of request has in place of one on assistance."""
    kind = KINDS.get(facts.content["kind"])
    return kind.rule(rule) if kind else rule


def _of_case(case: Case) -> list[Finding]:
    """What the file lacks before any rule can speak, and what this system has no rules for yet."""
    found = [
        Finding(f"case.{name}.missing", "18(1)")
        for name, iso3 in (("requesting", case.requesting), ("requested", case.requested))
        if iso3 is None
    ]
    if case.kind not in KINDS:
        found.append(Finding(f"case.kind.{case.kind}", THIS_SYSTEM))
    return found
