"""What every test may ask for: an application on either database, a browserless client, people who sign in."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask, g, has_app_context
from flask.testing import FlaskClient
from hypothesis import HealthCheck, settings

from mla import create_app
from mla.extensions import db
from mla.models import Person, State

from .databases import Postgresql, Sqlite

for setting in [name for name in os.environ if name.startswith("MLA_")]:
    del os.environ[setting]  # tests run on the defaults, whatever this machine's owner set

# No test depends on the clock: a busy machine makes a search slower, not wrong.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")

Engine = Sqlite | Postgresql
ENGINES = {"sqlite": Sqlite, "postgresql": Postgresql}
#: The least that argon2 allows: its cost protects real passwords, not those of tests.
CHEAP = {"argon2__time_cost": 1, "argon2__memory_cost": 8, "argon2__parallelism": 1}


@pytest.fixture(scope="session")
def engine_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Engine]:
    """The engine of that name, started when the first test asks for it."""
    started: dict[str, Engine] = {}

    def start(name: str) -> Engine:
        if name not in started:
            started[name] = ENGINES[name](tmp_path_factory.mktemp(name))
        return started[name]

    return start


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, engine_of: Callable[[str], Engine]) -> Engine:
    """Each of the two database engines in turn."""
    return engine_of(request.param)


@pytest.fixture
def address(engine: Engine) -> Iterator[str]:
    """The address of a fresh database with the newest schema."""
    with engine.fresh() as address:
        yield address


class Browser(FlaskClient):
    """A client whose every request is as alone as in a server, though the test holds a context of its own.

    Nothing is remembered from the request before but its cookies, and what a view did not commit is gone.
    """

    def open(self, *arguments, **more):
        """Send a request."""
        if not has_app_context():
            return super().open(*arguments, **more)
        g.__dict__.clear()
        try:
            return super().open(*arguments, **more)
        finally:
            g.__dict__.clear()
            db.session.rollback()
            db.session.expire_all()  # what a step wrote stays known to its own session alone


def application(address: str, folder: Path, **settings: object) -> Flask:
    """An application for tests on the database at the address; ``settings`` replace its own."""
    instance = folder / "instance"
    base = {
        "TESTING": True,
        "SQLALCHEMY_DATABASE_URI": address,
        "STORE_URL": (folder / "store").as_uri(),
        "WTF_CSRF_ENABLED": False,
        "RATELIMIT_ENABLED": False,
        "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": CHEAP,
    }
    made = create_app({**base, **settings}, str(instance))
    made.test_client_class = Browser
    return made


@pytest.fixture
def app(address: str, tmp_path: Path) -> Iterator[Flask]:
    """An application on a fresh database, inside its context; each engine in turn."""
    made = application(address, tmp_path)
    with made.app_context():
        yield made
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Somebody's browser, signed out."""
    return app.test_client()


@pytest.fixture
def sign_in(app: Flask) -> Callable[..., FlaskClient]:
    """``sign_in(person)``: a client of its own in which the person is signed in, without the sign-in page.

    Every call is another browser. ``sign_in(person, client)`` uses that one.
    """

    def enter(person: Person, browser: FlaskClient | None = None) -> FlaskClient:
        browser = browser or app.test_client()
        with browser.session_transaction() as session:
            session["_user_id"] = person.fs_uniquifier
            session["_fresh"] = True
            session["fs_cc"] = "set"
            session["fs_paa"] = 4102444800  # signed in just now, for pages that ask it again after a while
            session["identity.auth_type"] = "session"
        return browser

    return enter


@pytest.fixture
def states(app: Flask) -> None:
    """Two States and a regional organisation, for tests that need no treaty data."""
    known = {"BRA": "Brazil", "CHE": "Switzerland", "EUU": "European Union"}
    for iso3, name in known.items():
        db.session.add(State(iso3=iso3, short_name=name, names={"en": {"short": name}}, is_reio=iso3 == "EUU"))
    db.session.commit()
