"""The commands of the register: columns, exit codes and clear sentences."""

import csv
import io

import pytest
from click.testing import Result

from mla.queries import register as queries
from tests.factories import load_register


@pytest.fixture
def run(app):
    load_register()

    def invoke(*arguments: str) -> Result:
        return app.test_cli_runner().invoke(args=["treaties", *arguments])

    return invoke


def table(result: Result) -> list[dict[str, str]]:
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


def test_export(run):
    result = run("export")
    rows = table(result)
    assert result.stdout.splitlines()[0] == "instrument,iso3,signed_on,deposited_on,action,in_force_on,denounced_on"
    assert len(rows) == 671
    by_key = {(row["instrument"], row["iso3"]): row for row in rows}
    assert list(by_key["UNTOC", "BRA"].values())[2:] == ["2000-12-12", "2004-01-29", "ratification", "2004-02-28", ""]
    assert list(by_key["UNTOC", "COG"].values())[2:] == ["2000-12-14", "", "", "", ""]
    assert by_key["FIR", "MNE"]["in_force_on"] == "2006-06-03"


@pytest.mark.parametrize(
    ("on", "lines"),
    [
        ("2002-12-31", ["UNTOC,147,28,0", "TIP,117,21,0", "SOM,112,20,0", "FIR,52,3,0"]),
        ("2003-09-28", ["UNTOC,147,51,0", "TIP,117,40,0", "SOM,112,36,0", "FIR,52,11,0"]),
        ("2003-09-29", ["UNTOC,147,52,41", "TIP,117,41,0", "SOM,112,37,0", "FIR,52,12,0"]),
    ],
)
def test_count(run, on, lines):
    result = run("count", "--on", on)
    assert result.exit_code == 0
    assert result.stdout.splitlines() == ["instrument,signatories,parties,in_force", *lines]


@pytest.mark.parametrize(
    ("a", "b", "instrument", "on", "code", "said"),
    [
        ("BRA", "USA", "UNTOC", "2008-03-12", 0, "Brazil is bound by the Convention on 12 March 2008."),
        ("JPN", "CHE", "UNTOC", "2003-06-01", 1, "Switzerland is not bound by the Convention on 1 June 2003"),
        ("BRA", "IRN", "UNTOC", "2025-09-04", 1, "5 September 2025. [Art. 38(2)]"),
        ("bra", "irn", "untoc", "2025-09-05", 0, "Iran (Islamic Republic of) is bound"),
        ("BRA", "PNG", "UNTOC", "2026-11-25", 1, "Papua New Guinea is a State without recorded consent"),
        ("BRA", "PNG", "UNTOC", "2026-11-25", 1, "is complete to 11 September 2026"),
        ("USA", "BRA", "FIR", "2020-01-01", 1, "[Art. 37(3)]"),
        ("BRA", "DEU", "TIP", "2020-01-01", 0, "[Trafficking in Persons Protocol, Art. 17(2)]"),
    ],
)
def test_between(run, a, b, instrument, on, code, said):
    result = run("between", a, b, "--instrument", instrument, "--on", on)
    assert result.exit_code == code
    assert said in result.stdout


# A line for each reason: one for each State, one for the register's day.
def test_between_says_every_reason_on_a_line(run):
    lines = run("between", "PNG", "COG", "--on", "2026-11-25").stdout.splitlines()
    assert [line.partition(":")[0] for line in lines] == ["closes", "closes", "warns"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("between", "BRA", "EUU", "--on", "2020-01-01"), "is a regional organisation, not a State"),
        (("between", "BRA", "BRA", "--on", "2020-01-01"), "Brazil is named twice"),
        (("between", "BRA", "XYZ", "--on", "2020-01-01"), "XYZ is not the code of a State"),
        (("between", "BRA", "HKG", "--on", "2020-01-01"), "Hong Kong is a territory"),
        (("between", "BRA", "USA", "--on", "2020-02-30"), "'2020-02-30' is no day"),
        (("between", "BRA", "USA", "--on", "20200101"), "is no day"),
        (("between", "BRA", "USA"), "Missing option '--on'"),
        (("between", "BRA", "--on", "2020-01-01"), "Missing argument"),
        (("between", "BRA", "USA", "--instrument", "UNCAC", "--on", "2020-01-01"), "'UNCAC' is not one of"),
        (("count", "--on", "yesterday"), "'yesterday' is no day"),
        (("count",), "Missing option '--on'"),
    ],
)
def test_bad_input_exits_with_two_and_a_sentence(run, arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert result.stdout == ""


def test_without_a_register_the_command_says_what_to_run(app):
    result = app.test_cli_runner().invoke(args=["treaties", "export"])
    assert result.exit_code == 2
    assert "flask --app wsgi init" in result.stderr
    assert queries.instruments() == []


# The certificate is written as a PDF; a code that names no State, a day that is none, a folder that is not there: 2.
def test_certificate(run, tmp_path):
    out = tmp_path / "status.pdf"
    result = run("certificate", "bra", "USA", "--on", "2026-03-12", "--out", str(out))
    assert result.exit_code == 0, result.output
    assert out.read_bytes().startswith(b"%PDF")
    assert "SHA-256" in result.output
    assert run("certificate", "BRA", "XXX", "--on", "2026-03-12", "--out", str(out)).exit_code == 2
    assert run("certificate", "BRA", "USA", "--on", "tomorrow", "--out", str(out)).exit_code == 2
    lost = run("certificate", "BRA", "USA", "--on", "2026-03-12", "--out", str(tmp_path / "no" / "status.pdf"))
    assert lost.exit_code == 2
    assert "can't be written" in lost.output
