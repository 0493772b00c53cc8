"""The extensions, unbound: ``create_app`` binds them."""

import os
from functools import cached_property
from typing import Any

from babel import Locale
from babel.support import NullTranslations
from flask import Flask
from flask_babel import Babel, Domain, get_locale
from flask_bootstrap import Bootstrap5
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_security import Security
from flask_sqlalchemy import SQLAlchemy
from flask_talisman import Talisman
from flask_wtf import CSRFProtect
from sqlalchemy import MetaData
from sqlalchemy.orm import DeclarativeBase

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """The base of every table; constraints are named so that migrations can speak of them."""

    metadata = MetaData(naming_convention=NAMING)


class Messages(Domain):
    """Our messages: the catalogue of a language is looked for once, not anew for each message."""

    def __init__(self, domain: str) -> None:
        super().__init__(domain=domain)
        self._catalogues: dict[Locale | None, NullTranslations] = {}

    def get_translations(self) -> NullTranslations:
        """The catalogue of the language that is spoken now."""
        locale = get_locale()
        if locale not in self._catalogues:
            self._catalogues[locale] = super().get_translations()
        return self._catalogues[locale]


class Languages(Babel):
    """The languages, whose catalogues are read once: the library's own reads them anew for each page."""

    @cached_property
    def domain_instance(self) -> Messages:
        """Our messages and what was read of them."""
        return Messages(self.domain)


db = SQLAlchemy(model_class=Base)
csrf = CSRFProtect()
security = Security()
babel = Languages()
bootstrap = Bootstrap5()
limiter = Limiter(get_remote_address)
talisman = Talisman()


class Migrations:
    """Stands where Flask-Migrate is looked for, and binds it when it is found: no page needs Alembic."""

    def __init__(self, app: Flask, directory: str) -> None:
        self._app, self._directory = app, directory
        app.extensions["migrate"] = self
        if "FLASK_RUN_FROM_CLI" in os.environ:  # `flask db` is among the commands only once it is bound
            self._bind()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._bind(), name)

    def _bind(self) -> Any:
        from flask_migrate import Migrate

        Migrate(self._app, db, directory=self._directory, render_as_batch=False)
        return self._app.extensions["migrate"]
