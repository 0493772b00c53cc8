"""The flask commands: scripts rely on their names, output and exit codes."""

from flask import Flask


def register(app: Flask) -> None:
    """Add every command group to the application."""
