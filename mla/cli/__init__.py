"""The flask commands: scripts rely on their names, output and exit codes."""

from flask import Flask

from . import accounts, audit, clocks, init, law, ledger, listing, other_treaties, papers, workflow


def register(app: Flask) -> None:
    """Add every command group to the application."""
    groups = (accounts, other_treaties, law, workflow, audit, clocks, ledger, listing, papers)
    for command in (init.command, *(group.commands for group in groups)):
        app.cli.add_command(command)
