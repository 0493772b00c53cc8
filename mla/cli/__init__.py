"""The flask commands: scripts rely on their names, output and exit codes."""

from flask import Flask

from . import accounts, init, treaties


def register(app: Flask) -> None:
    """Add every command group to the application."""
    for command in (init.command, accounts.commands, treaties.commands):
        app.cli.add_command(command)
