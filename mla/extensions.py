"""The extensions, unbound: ``create_app`` binds them."""

from functools import cached_property

from flask_babel import Babel, Domain
from flask_bootstrap import Bootstrap5
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_migrate import Migrate
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


class Languages(Babel):
    """The translations, whose catalogues are read once: the library's own reads them anew for each page."""

    @cached_property
    def domain_instance(self) -> Domain:
        """Our messages and what was read of them."""
        return Domain(domain=self.domain)


db = SQLAlchemy(model_class=Base)
migrate = Migrate()
csrf = CSRFProtect()
security = Security()
babel = Languages()
bootstrap = Bootstrap5()
limiter = Limiter(get_remote_address)
talisman = Talisman()
