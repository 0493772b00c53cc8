"""The flask commands: scripts rely on their names, output and exit codes."""

from flask import Flask

from . import accounts, audit, init, treaties, workflow


def register(app: Flask) -> None:
    """Add every command group to the application."""
    for command in (init.command, accounts.commands, treaties.commands, workflow.commands, audit.commands):
        app.cli.add_command(command)
