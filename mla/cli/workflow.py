"""``flask workflow``: the table of steps of a kind, as data or as a diagram, and the proof that it is sound."""

import json
from typing import Any

import click
from flask.cli import AppGroup

from mla.documents.papers import printable
from mla.domain.errors import UnknownKind
from mla.domain.kinds import KINDS, kind_named
from mla.domain.soundness import faults
from mla.domain.workflow import Kind, Step
from mla.web.forms.steps import FORMS

commands = AppGroup("workflow", help="The table of steps of each kind of request.")


def _kind(name: str) -> Kind:
    try:
        return kind_named(name)
    except UnknownKind:
        raise click.BadParameter(f"'{name}' is no kind of request. Kinds: {', '.join(KINDS)}.") from None


@commands.command("steps")
@click.argument("kind")
@click.option("--format", "form", type=click.Choice(["json", "mermaid"]), default="json")
def steps(kind: str, form: str) -> None:
    """Print the step table of KIND."""
    table = _kind(kind)
    click.echo(_json(table) if form == "json" else _mermaid(table))


@commands.command("check")
def check() -> None:
    """Prove every table sound: all states reached, all with a way out, all forms and papers there."""
    found = [(kind.name, *fault) for kind in KINDS.values() for fault in faults(kind, FORMS, printable(kind.name))]
    for kind, cause, name in found:
        click.echo(f"{kind}: {cause.replace('_', ' ')}: {name}")
    if found:
        raise SystemExit(1)
    for table in KINDS.values():
        click.echo(f"{table.name}: sound ({len(table.states)} states, {len(table.steps)} steps)")


def _json(kind: Kind) -> str:
    value = {
        "kind": kind.name,
        "version": kind.version,
        "states": list(kind.states),
        "final": sorted(kind.final),
        "steps": [_step(kind, step) for step in kind.steps],
    }
    return json.dumps(value, indent=2, ensure_ascii=False)


def _step(kind: Kind, step: Step) -> dict[str, Any]:
    return {
        "name": step.name,
        "row": step.row,
        "sources": list(step.sources),
        "targets": sorted({t for s in step.sources for t in kind.targets(step, s)}),
        "side": step.side,
        "roles": list(step.roles),
        "article": step.article,
        "guards": [{"name": rule.name, "article": rule.article} for rule in step.guards],
        "documents": list(step.documents),
        "form": step.form or None,
        "visible_to": step.visible_to,
    }


def _mermaid(kind: Kind) -> str:
    lines = ["stateDiagram-v2"]
    for step in kind.steps:
        for source in step.sources:
            origin = "[*]" if source == "new" else source
            lines += [f"    {origin} --> {target}: {step.row} {step.name}" for target in kind.targets(step, source)]
    lines += [f"    {state} --> [*]" for state in sorted(kind.final)]
    return "\n".join(lines)
