"""Palermo: mutual legal assistance between States under the Convention against Transnational Organized Crime."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from . import cli, engine, models, web
from .config import settings
from .extensions import Migrations, babel, bootstrap, csrf, db, limiter, talisman
from .web import auth

ROOT = Path(__file__).resolve().parent.parent

#: Nothing comes from elsewhere, nothing stands inline; Bootstrap's small pictures and the second factor's
#: square code are written as data.
CONTENT_POLICY = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}


def create_app(overrides: Mapping[str, Any] | None = None, instance_path: str | None = None) -> Flask:
    """The application: settings, extensions, pages, error pages and commands wired together.

    ``overrides`` replace settings by name, for tests; raises ConfigError if the environment says something wrong.
    """
    app = Flask(
        __name__,
        template_folder=ROOT / "templates",
        static_folder="web/static",
        instance_path=instance_path or str(ROOT / "instance"),
    )
    app.config.update(settings(Path(app.instance_path)))
    app.config.update(overrides or {})
    _bind(app)
    web.register(app)
    cli.register(app)
    return app


def _bind(app: Flask) -> None:
    db.init_app(app)
    Migrations(app, str(ROOT / "migrations"))
    csrf.init_app(app)
    babel.init_app(app)
    bootstrap.init_app(app)
    limiter.init_app(app)
    auth.bind(app)
    secure = app.config["PUBLIC_URL"].startswith("https:")
    if secure:  # then a server in front ends the encryption and says so in its headers
        app.wsgi_app = ProxyFix(app.wsgi_app)  # type: ignore[method-assign]
    talisman.init_app(
        app,
        content_security_policy=CONTENT_POLICY,
        force_https=secure,
        strict_transport_security=secure,
        session_cookie_secure=secure,
        frame_options="DENY",
    )


__all__ = ["create_app", "engine", "models"]
