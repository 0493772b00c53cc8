"""``flask law explain`` on a file of an extradition: explained by the rules of Art. 16, and by none of Art. 18."""

from pathlib import Path

import pytest
import yaml

from mla.data import cases as published
from tests.factories import load_register

DATA = Path(__file__).parent.parent / "data"
PUBLISHED = Path(published.__path__[0]) / "grc-alb-2016.yaml"
EXTENDED = DATA / "grc-alb-2016-extended.yaml"
pytestmark = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@pytest.fixture
def explain(app, tmp_path):
    """What is said of the file, on the day; ``changed`` stands over what the sections of the draft give."""
    load_register()

    def invoke(path, day="2016-05", kind="extradition", **changed):
        file = yaml.safe_load(path.read_text(encoding="utf-8")) | {"kind": kind}
        for name, given in changed.items():
            held = file["palermo"].get(name, {})
            file["palermo"][name] = held | given if isinstance(given, dict) else given
        copy = tmp_path / "case.yaml"
        copy.write_text(yaml.safe_dump(file), encoding="utf-8")
        return app.test_cli_runner().invoke(args=["law", "explain", "--case", str(copy), "--on", day])

    return invoke


def closed(told):
    return [line for line in told.output.splitlines() if line.startswith("  closed: ")]


MISSING = (
    "closed: Say whether the person sought is in the territory of the requested State",
    "closed: Choose the legal basis of the request",
    "closed: Choose the person who is sought",
    "closed: Say whether the person is sought for prosecution or for the enforcement of a sentence",
    "met: O2 (participation in a structured criminal group): covered",
    "warns: O1 (international drug trafficking): not covered",
    "met: Albania is bound by the Convention on 1 May 2016",
    "warns: The register holds no treaty on extradition that binds Greece and Albania on 1 May 2016",
    "warns: It is not recorded whether Albania takes the Convention as legal basis for extradition",
)


# A case as published lacks much of what a request needs: it is said, and nothing of Art. 18 is asked.
@pytest.mark.parametrize("said", MISSING)
def test_a_published_case_says_what_is_missing(explain, said):
    told = explain(PUBLISHED)
    assert said in told.output
    assert "Art. 18" not in told.output
    assert (told.exit_code, len(closed(told))) == (1, 15)


# With what no source tells added and marked, it could be sent; on the day before Greece was bound it could not.
@pytest.mark.parametrize(("day", "code", "shut"), [("2016-05", 0, 0), ("2011-02-10", 0, 0), ("2011-02-09", 1, 1)])
def test_an_extended_case_could_be_transmitted(explain, day, code, shut):
    told = explain(EXTENDED, day)
    assert (told.exit_code, len(closed(told))) == (code, shut), told.output
    assert "driven" in told.output


DRUGS, THEFT = ({"name": name, "law": "Law 1", "years": years} for name, years in (("Drugs", 5), ("Theft", 1)))
# What is given otherwise, and the article by which it is closed; scope, basis, content: each alone.
OTHERWISE = [
    ({"regime": {"basis": "UNTOC", "source": ""}}, "Art. 16(4)"),
    ({"regime": {"basis": "NO_TREATY", "source": ""}}, "Art. 16(6)"),
    ({"regime": {"basis": "TREATY"}}, "this system"),
    ({"regime": {"basis": "RECIPROCITY"}}, "good practice"),
    ({"group": {"number": 2}}, "Art. 2(a)"),
    ({"sought": {"located": ""}}, "Art. 16(1)"),
    ({"sought": {"person": ""}}, "this system"),
    ({"file": {"warrant_by": ""}}, "this system"),
    ({"offences": [DRUGS, THEFT], "per_offence": [{}, {"accessory": True}]}, "Art. 16(2)"),
]


@pytest.mark.parametrize(("changed", "article"), OTHERWISE)
def test_what_closes_it(explain, changed, article):
    told = explain(EXTENDED, **changed)
    assert told.exit_code == 1
    assert [line.endswith(f"[{article}]") for line in closed(told)] == [True], told.output


# Between States that need no treaty a person's word for it carries the request (16(6)).
def test_no_treaty_needed(explain):
    assert explain(EXTENDED, regime={"basis": "NO_TREATY"}).exit_code == 0


# A provisional arrest asks besides why it is urgent, and the promise of the formal request (16(9)).
@pytest.mark.parametrize(("custody", "shut"), [
    ({}, 2), ({"urgency": "He may flee."}, 1),
    ({"urgency": "He may flee.", "promise": True, "formal_by": "2016-06"}, 0),
])  # fmt: skip
def test_a_provisional_arrest(explain, custody, shut):
    told = explain(EXTENDED, kind="provisional_arrest", custody=custody)
    assert (told.exit_code, len(closed(told))) == (bool(shut), shut), told.output
