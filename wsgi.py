"""The entry point of a server: ``gunicorn wsgi:app``."""

from mla import create_app

app = create_app()
