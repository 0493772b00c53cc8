"""Palermo with the commands of the bench added: ``flask --app bench.site bench fill 1000``."""

from mla import create_app

from . import profile
from .fill import commands

app = create_app()
commands.add_command(profile.command)
app.cli.add_command(commands)
