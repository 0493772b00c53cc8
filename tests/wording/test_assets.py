"""Every finding on property is a sentence, no sentence is idle, and amounts read as people write them."""

import ast
import re
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import Babel, force_locale

from mla import wording
from mla.domain.assets import disposal, freezing, money, several
from mla.domain.assets.property import fresh, known
from mla.domain.findings import Finding
from mla.wording import assets
from tests.domain.property_cases import DAY, confiscated, content, disposed, elsewhere, entry, freeze, row, sold, some

LAW = Path(freezing.__file__).parent
SENT = content(number="K1", amount="1000.00", currency="CHF")
GONE = disposed(some(to="returned", amount="1200.00"))


@pytest.fixture(autouse=True)
def context():
    app = Flask("wording")
    Babel(app)
    with app.app_context():
        yield


def on_freezes() -> list[Finding]:
    histories = [[freeze(lapses_on="2026-03-01")], [], [freeze(), entry("lift_freeze", "2026-03-05")]]
    made = [f for bodies in histories for f in freezing.in_force(bodies, ["V1"], DAY)]
    return [*made, *freezing.longer([freeze()], ["V1"], "2026-03-01", DAY)]


def on_sums() -> list[Finding]:
    made = [*disposal.balanced([confiscated()]), *disposal.balanced([confiscated(), GONE])]
    made += disposal.balanced([confiscated(), disposed(some("", to="shared", amount="1000.01"))])
    made += [*disposal.confiscated_first([sold(some())]), *disposal.amounts_named([confiscated(), disposed(row())])]
    made += disposal.amounts_named([confiscated(), disposed({"label": "V1", "to": "returned"})])
    made += [*disposal.all_gone([confiscated()]), *disposal.taken_twice([confiscated()], ["V1"])]
    for bodies in ([confiscated()], [confiscated(), elsewhere()], [confiscated(some(currency="USD"))],
                   [elsewhere(currency="USD")], [confiscated({"label": "V1"})]):  # fmt: skip
        made += several.within_orders(bodies, SENT)
    return made


def on_entries() -> list[Finding]:
    rows = [some(amount="five"), some(amount="5.001"), some(currency="XAU")]
    made = list(money.readable(rows, ("amount",), "step.assets"))
    made += [found for row in rows for found in money.readable_sum(row, "amount", "currency", "step")]
    return [*made, *known([], content(), ["V9"]), *fresh([], content(), ["V1"])]


@pytest.fixture
def emitted() -> dict[str, Finding]:
    return {found.code: found for found in (*on_freezes(), *on_sums(), *on_entries())}


def test_every_finding_is_a_sentence(emitted):
    for finding in emitted.values():
        said = wording.sentence(finding)
        assert said[0].isupper() or said[0].isdigit(), said
        assert not re.search(r"%\(|\bNone\b|\b20\d\d-\d\d|\d (CHF|USD)", said.replace("5.001 CHF", "")), said


def test_no_sentence_is_idle(emitted):
    assert assets.SENTENCES.keys() == emitted.keys()


# Nothing that a rule names in its source has escaped the findings above.
def test_every_code_of_the_rules_is_made(emitted):
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in LAW.glob("*.py")]
    texts = {n.value for tree in trees for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    codes = {text for text in texts if isinstance(text, str) and re.fullmatch(r"assets(\.[a-z_]+){2,}", text)}
    assert len(codes) > 15
    assert codes <= emitted.keys()


@pytest.mark.parametrize(
    ("value", "language", "said"),
    [("58400000.00 CHF", "en", "CHF 58,400,000.00"), ("5 JPY", "en", "JPY 5"), ("-0.50 CHF", "en", "CHF -0.50"),
     ("1234.567 KWD", "es", "KWD 1.234,567"), ("58400000.00 CHF", "fr", "CHF 58\u202f400\u202f000,00")],
)  # fmt: skip
def test_amount(value, language, said):
    with force_locale(language):
        assert assets.amount(value) == said


# Hundreds of assets are counted, a few are named.
def test_few():
    assert assets.few("V1, V2, V3, V4") == "V1, V2, V3, V4"
    assert assets.few(", ".join(f"V{n}" for n in range(1, 301))) == "V1, V2, V3 and 297 more"
