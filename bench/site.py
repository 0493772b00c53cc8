"""Palermo with the commands of the bench added: ``flask --app bench.site bench fill 1000``."""

from mla import create_app

from .fill import commands

app = create_app()
app.cli.add_command(commands)
