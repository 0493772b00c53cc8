"""The sentences on language, channel, basis and cases: every code has one, none is idle, and each reads well."""

import ast
import re
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import Babel

import mla.domain
from mla import wording
from mla.domain import guards as g
from mla.domain.content import empty
from mla.domain.findings import Finding
from mla.wording import cases, channels
from tests.domain.cases import but, facts

SOURCES = Path(mla.domain.__file__).parent


@pytest.fixture(autouse=True)
def context():
    app = Flask("wording")
    Babel(app)
    with app.app_context():
        yield


def texts(*files: str) -> set[str]:
    """Every literal text of the sources."""
    trees = [ast.parse(Path(name).read_text(encoding="utf-8")) for name in files]
    return {
        n.value for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)
    }


# No sentence is idle: its code, or its last part, is written by a rule.
def test_no_sentence_is_idle():
    names = [str(SOURCES / f"{name}.py") for name in ("languages", "channels", "basis/choice")]
    names.append(str(SOURCES.parent / "services" / "law.py"))
    written = texts(*names)
    for code in [*channels.SENTENCES, *cases.SENTENCES]:
        parts = {code, code.rpartition(".")[2], ".".join(code.split(".")[1:])}
        ends = code.split(".")[-1] in ("missing", "extradition", "boarding")
        assert written & parts or ends, code


def findings():
    """What the rules say of many requests to many States."""
    for requested in ("USA", "JPN", "MKD", "UKR", "SVN", "AZE", "CHN", "YEM", "BFA", "RUS", "MDA", "ISL", "CHE"):
        for language in ("", "en", "pt"):
            for more in (
                {},
                {"translations": ["fr", "en"]},
                {"exception_by": "both"},
                {"exception_by": "both", "exception_on": "2026-03-01", "exception_source": "a letter"},
                {"exception_by": "both", "exception_on": "2027-03-01", "exception_source": "a letter"},
            ):
                for channel in ({}, {"authority": True}, {"authority": True, "source": "directory"}):
                    content = but(annexes=[{"label": "A", "language": "pt"}, {"label": "B", "language": ""}])
                    content["language"] = empty()["language"] | {"request": language} | more
                    content["channel"] = empty()["channel"] | channel
                    known = facts(requested=requested, content=content)
                    for rule in (g.language, g.channel, g.regime):
                        yield from rule.check(known)


def test_what_the_rules_say_is_a_sentence():
    said = {wording.sentence(finding) for finding in findings()}
    assert len(said) > 60
    for sentence in said:
        assert sentence[0].isupper()
        assert not re.search(r"%\(|any of:|prefer:|\b20\d\d-\d\d|\bNone\b", sentence), sentence
        assert not re.search(r"[.!?] (the|a) [A-Z]", sentence), sentence


# A date is as exact as its source.
@pytest.mark.parametrize(
    ("value", "said"), [("2005-11-03", "3 November 2005"), ("2005-11", "November 2005"), ("2005", "2005")]
)
def test_dates_as_exact_as_their_source(value, said):
    assert wording.dated(value) == said
    finding = Finding("regime.declared", "18", values={"state": "USA", "dated": value, "words": "so"})
    assert wording.sentence(finding) == f"The United States of America declared (dated {said}): so."


# Languages and territories are named, never coded.
def test_languages_and_territories_are_named():
    rule = {"state": "MKD", "rule": "all of: mk; en (translation into both)", "dated": "2005-01-12", "language": "pt"}
    said = wording.sentence(Finding("language.not_accepted", "18(14)", values=rule))
    assert "The request is in Portuguese" in said
    assert "All of: Macedonian, English (translation into both) (dated 12 January 2005)" in said
    several = {"state": "CHN", "authorities": "Secretary for Justice (territory HKG)"}
    assert "Secretary for Justice (Hong Kong)" in wording.sentence(Finding("channel.several", "18(13)", values=several))
