"""Every finding that a rule on assets makes is a sentence, and no sentence is idle."""

import ast
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import Babel

from mla import wording
from mla.domain import assets as law
from mla.domain.assets import grounds
from mla.domain.assets.content import STAGES
from mla.domain.assets.recovery import Recovery
from mla.domain.assets.several import Elsewhere
from mla.domain.course import Course
from mla.domain.findings import Finding, Weight
from mla.domain.kinds.assets import KIND
from mla.wording import recovery
from mla.wording import score as score_words
from tests.domain.assets_cases import ANSWERS, CLAIM, ORDER, PROPERTY, RECOVERY, but, complete, entry, facts, frozen
from tests.domain.cases import empty

PAST, FUTURE = "2020-01-01", "2099-01-01"
#: Answers that a form may give instead of the good ones.
OTHERWISE = {
    "ground": [*grounds.DENIALS, grounds.NOT_COVERED, "outside_scope"],
    "grounds": [["not_covered", "outside_scope"]],
    "lapses_on": [PAST, FUTURE],
    "needed_by": [FUTURE],
    "assets": [[{}]],
    "new": [[{}]],
    "lines": [[{}], [{"to": "returned"}], [{"to": "shared"}]],
    "persons": [[{}]],
    "claims": [[{}]],
    "states": [[{}]],
    "decisions": [[{}], [{"label": "K9"}]],
    "obstacle": ["x", "bank_secrecy"],
}
BEFORE = (
    Recovery(),
    Recovery(entries=(frozen("V1", lapses_on="2026-03-11"),)),
    Recovery(claims=(CLAIM,), return_asked=True),
    Recovery(unenforceable=True, claims=(CLAIM,)),
    Recovery(
        entries=(
            entry("record_claims", claims=[CLAIM]),
            entry("decide_claims", decisions=[{"label": "K1", "outcome": "upheld"}]),
        )
    ),
    replace(RECOVERY, claims=(CLAIM,), proposal={}, shared={}),
)

#: Requests to other States on the same order: one that is told of, with another sum, and one that is not.
ELSEWHERE = tuple(Elsewhere(state, "AST-2", {"USD": Decimal(7)}) for state in ("CHE", "FRA"))


@pytest.fixture(autouse=True)
def context():
    app = Flask("wording")
    Babel(app)
    with app.app_context():
        yield


def written():
    """The content complete, empty, and lacking each thing, at each stage."""
    for stage in STAGES:
        yield from (complete(stage), but(stage, annexes=[ORDER | {"form": "copy"}]), but(stage, property=[]))
        yield but(stage, property=[PROPERTY | {"country": "CHE", "description": ""}, {"label": "V2"}])
        yield but(stage, group=empty()["group"] | {"grounds": "reports"}, disposal__asked=True, disposal__victims="")
        yield but(stage, disposal__asked=True, disposal__victims="the depositors", measure__in_absentia=True)
        nothing = KIND.blank()["measure"] | {"stage": stage, "in_absentia": True}
        yield but(stage, measure=nothing)
    yield KIND.blank()


def answered():
    """Every answer as it should be, with none, and with each one missing or otherwise."""
    yield from (ANSWERS, {}, ANSWERS | {"outcome": "part", "reasons": ""})
    for name in ANSWERS:
        yield from (ANSWERS | {name: value} for value in ("", *OTHERWISE.get(name, ())))


@pytest.fixture(scope="module")
def emitted() -> dict[str, Finding]:
    """Every finding that the rules of the table make, by its code."""
    rules = {rule for step in KIND.steps for rule in step.guards}
    own = {rule for rule in rules if rule.name not in ("party", "protocols", "party_kept", "channel", "language")}
    waiting = replace(RECOVERY, claims=(CLAIM,))
    tried = [facts(data=data, recovery=waiting) for data in answered()] + [
        facts(content=content) for content in written()
    ]
    tried += [facts(recovery=before, data=data, content=complete("confiscate_b"))
              for before in BEFORE for data in (ANSWERS, ANSWERS | {"none_known": False})]  # fmt: skip
    tried += [
        facts(course=Course()),
        facts(confiscations=(), left_frozen=("V1",)),
        facts(content=but(property=[]), recovery=Recovery()),
        facts(elsewhere=ELSEWHERE),
        facts(side="requested", kept=(Finding("receipt.in_scope", "3", Weight.HOLDS),)),
    ]
    sharing = ANSWERS | {"lines": [{"to": "shared"}], "agreement": ""}
    tried += [facts(recovery=Recovery(return_asked=True), data=sharing)]
    return {found.code: found for known in tried for rule in own for found in rule.check(known)}


def test_every_finding_is_a_sentence(emitted):
    for finding in emitted.values():
        said = wording.sentence(finding)
        assert said[0].isupper() or said[0].isdigit(), said
        assert not re.search(r"%\(|\bNone\b(?! is listed)|\b20\d\d-\d\d", said), said


def test_no_sentence_is_idle(emitted):
    assert recovery.SENTENCES.keys() <= emitted.keys()


# Nothing that a rule names in its source has escaped the facts above.
def test_every_code_of_the_rules_is_made(emitted):
    sources = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(law.__path__[0]).glob("*.py")]
    texts = {n.value for tree in sources for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    codes = {text for text in texts if isinstance(text, str) and re.fullmatch(r"recovery(\.[a-z_]+){2,}", text)}
    assert len(codes) > 25
    assert codes <= emitted.keys()


def test_what_each_article_asks_has_its_words():
    assert {r.article for r in KIND.requirements} <= score_words.ASKED.keys()
