"""Every finding that a rule on extradition or provisional arrest makes is a sentence, and no sentence is idle."""

import ast
import datetime as dt
import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from flask_babel import Babel

from mla import wording
from mla.domain import extradition as law
from mla.domain.agreements import Subject
from mla.domain.extradition import grounds, nationality
from mla.domain.extradition.pursuit import Pursuit
from mla.domain.findings import Finding
from mla.domain.kinds import extradition, provisional
from mla.domain.obligations import Ledger, Sort
from mla.wording import obligations, sought, surrender
from tests.domain.cases import but as of_assistance
from tests.domain.cases import consultation, offence, person
from tests.domain.extradition_cases import ANSWERS, PURSUIT, agreement, but, complete, convicted, facts, on_treaty, owed

KINDS = (extradition.KIND, provisional.KIND)
PAST, FUTURE = "2020-01-01", "2099-01-01"
#: What a conviction file may leave out.
UNSAID = ("file__sentence", "file__remaining", "file__enforceable")
DAYS = ("reply_on", "review_on", "return_on", "surrender_on", "documents_by")
#: Answers that a form may give instead of the good ones.
OTHERWISE = {
    "assessments": [[{"label": "O1", "punishable": p, "law": w}] for p in ("yes", "no", "") for w in ("Code", "")],
    "ground": [*grounds.INTENDED, *grounds.THROUGH, *grounds.NEVER],
    "grounds": [["fiscal"]],
    "not_appropriate": ["The person asked for haste."],
    "consent": ["no"],
    "enforced": ["no"],
    "cause": ["released"],
    "conditions": [[{"label": "C1", "text": "", "returns": True, "lasting": True}]],
    "decisions": [[{"label": "O1", "decision": "refused", "reasons": ""}]],
    "accepted": [["C9"]],
} | {name: [PAST, FUTURE] for name in DAYS}
WAITING = replace(
    PURSUIT,
    assurance=PURSUIT.assurance | {"reply_on": FUTURE},
    agreed=False,
    speciality={},
    handed_on="",
    documents_by=FUTURE,
)


@pytest.fixture(autouse=True)
def context():
    app = Flask("wording")
    Babel(app)
    with app.app_context():
        yield


def answered():
    """Facts with every answer as it should be, with none, and with each one missing or otherwise."""
    given = [ANSWERS, {}, ANSWERS | {"arrested_on": FUTURE}, ANSWERS | {"enforced": "no", "reasons": ""}]
    given += [ANSWERS | {name: value} for name in ANSWERS for value in ("", *OTHERWISE.get(name, ()))]
    return [{"data": data} for data in given]


def written(kind):
    """Facts with the content complete, empty, resting on each basis, and on a person who is elsewhere."""
    contents = [complete(kind), kind.blank(), but(kind, persons=[]), but(kind, file__warrant_by="")]
    contents.append(but(kind, persons=[person(born_on=None, nationalities=[])]))
    for basis in ("UNTOC", "NO_TREATY", "TREATY", "RECIPROCITY"):
        contents += [but(kind, regime__basis=basis, regime__source=source) for source in ("a letter", "")]
    for located in ("there", "believed", ""):
        contents.append(but(kind, sought__located=located))
    nowhere = of_assistance()["transnational"] | {"limbs": []}
    contents.append(but(kind, sought__located="", transnational=nowhere))
    if kind is extradition.KIND:
        contents += [convicted(file__in_absentia=True, file__retrial=remedy) for remedy in ("a new trial", "")]
        contents += [but(file__evidence=""), convicted(file__judgment_by="", **dict.fromkeys(UNSAID, ""))]
        row = {"label": "O1", "facts": "", "limitation": "", "equivalent": "", "accessory": True}
        contents += [but(offences=[offence(years, category="")], per_offence=[row]) for years in (2, 5)]
    made = [{"content": content} for content in contents]
    made += [on_treaty(kind) | {"agreements": (agreement(**changes),)} for changes in ({}, {"parties": {}})]
    made.append(on_treaty(kind) | {"agreements": (agreement(Subject.ASSISTANCE),)})
    made.append(on_treaty(kind) | {"requested": "COG", "kept": ()})
    return [*made, {"requested": "USA"}, {"requested": "ARM"}]


def passed(kind):
    """Facts with each of what may have passed between the two sides."""
    whole = facts(kind)
    held = (None, consultation(replies=()), consultation(grounds=()), consultation(replies=(), reply_on=PAST))
    made = [{"course": replace(whole.course, consultation=one)} for one in held]
    made += [{"pursuit": one} for one in (Pursuit(), Pursuit(offer={"files": []}, unpunishable=("O1",)), WAITING)]
    in_vain = {"data": ANSWERS | {"cause": "no_request"}}
    made += [in_vain, in_vain | {"main_sent_on": dt.date(2026, 3, 1)}, in_vain | {"pursuit": WAITING}]
    made += [{"competing": others} for others in ({}, {"r3": "CHE"})]
    owing = (owed(), owed(due_on="2026-05-05"), owed(Sort.ASSURANCE))
    return [*made, *({"ledger": Ledger((one,)), "data": ANSWERS | {"obligation": "B1"}} for one in owing)]


def own_rules(kind):
    """The rules of the table that look at this case: those on the two States have tests of their own."""
    rules = {rule for step in kind.steps for rule in step.guards} | {nationality.answered_for}
    return {rule for rule in rules if rule.name not in ("party", "protocols", "party_kept", "channel", "language")}


@pytest.fixture(scope="module")
def emitted() -> dict[str, Finding]:
    """Every finding that the rules of the two tables make, by its code."""
    made: dict[str, Finding] = {}
    for kind in KINDS:
        whole = facts(kind)
        for changes in (*answered(), *written(kind), *passed(kind)):
            tried = replace(whole, **changes)
            made |= {found.code: found for rule in own_rules(kind) for found in rule.check(tried)}
        made |= {found.code: found for step in kind.steps for rule in step.guards for found in rule.check(whole)}
        bare = replace(whole, data={})
        made |= {found.code: found for step in kind.steps for rule in step.guards for found in rule.check(bare)}
    return made


def test_every_finding_is_a_sentence(emitted):
    for finding in emitted.values():
        said = wording.sentence(finding)
        assert said[0].isupper() or said[0].isdigit(), said
        assert not re.search(r"%\(|\bNone\b|\b20\d\d-\d\d", said), said
        assert "assistance" not in said, said


def test_no_sentence_is_idle(emitted):
    assert surrender.SENTENCES.keys() | sought.SENTENCES.keys() <= emitted.keys()


# Nothing that a rule names in its source has escaped the facts above.
def test_every_code_of_the_rules_is_made(emitted):
    sources = [ast.parse(path.read_text(encoding="utf-8")) for path in Path(law.__path__[0]).glob("*.py")]
    texts = {n.value for tree in sources for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    codes = {text for text in texts if isinstance(text, str) and re.fullmatch(r"(surrender|step)(\.[a-z_]+){2,}", text)}
    assert len(codes) > 40
    assert codes <= emitted.keys()


@pytest.mark.parametrize("sort", Sort)
def test_each_obligation_has_its_words(sort):
    assert obligations.title(sort)
    assert obligations.OWING[sort]
