"""Palermo: mutual legal assistance between States under the Convention against Transnational Organized Crime."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask

from . import models
from .config import settings
from .extensions import babel, bootstrap, csrf, db, migrate

ROOT = Path(__file__).resolve().parent.parent


def create_app(overrides: Mapping[str, Any] | None = None, instance_path: str | None = None) -> Flask:
    """The application: settings, extensions, pages, error pages and commands wired together."""
    app = Flask(__name__, template_folder=ROOT / "templates", instance_path=instance_path)
    Path(app.instance_path).mkdir(parents=True, exist_ok=True)
    app.config.update(settings(Path(app.instance_path)))
    app.config.update(overrides or {})
    db.init_app(app)
    migrate.init_app(app, db, directory=str(ROOT / "migrations"))
    csrf.init_app(app)
    babel.init_app(app)
    bootstrap.init_app(app)
    return app


__all__ = ["create_app", "models"]
