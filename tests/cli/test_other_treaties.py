"""The commands of other treaties: exit codes, columns, and files that are entered whole or not at all."""

import csv
import io

import pytest
from click.testing import Result

from mla.extensions import db
from mla.queries import agreements as queries
from mla.services import agreement_files as files
from mla.services import agreements
from tests import factories as f
from tests.factories import NOW, house, load_register, person

TITLE = "Fictitious Treaty on Mutual Legal Assistance"
ROW = {
    "title": "Fictitious Treaty of a File", "short_title": "", "subjects": "assistance extradition",
    "signed_on": "1999-10-14", "diplomatic": "yes", "source": "Made for a test", "note": "",
    "iso3": "BRA", "since": "2001-05-01", "until": "", "party_source": "",
}  # fmt: skip


@pytest.fixture
def run(app):
    load_register()

    def invoke(*arguments: str) -> Result:
        return app.test_cli_runner().invoke(args=["treaties", *arguments])

    return invoke


@pytest.fixture
def keeper(run):
    made = person(house("CHE").authority, "register_keeper")
    db.session.commit()
    return made


@pytest.fixture
def written(tmp_path):
    """``written(rows)``: a file of these rows."""

    def write(*rows: dict[str, str], columns=files.COLUMNS, more: str = "") -> str:
        text = io.StringIO()
        writer = csv.DictWriter(text, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        path = tmp_path / "treaties.csv"
        path.write_text(text.getvalue() + more, encoding="utf-8")
        return str(path)

    return write


def of_two(**change: str) -> list[dict[str, str]]:
    return [ROW | change, ROW | {"iso3": "usa", "since": "2002-01-01", "party_source": "A note"} | change]


# Exit code 0 if some treaty binds both on the day, 1 if none.
@pytest.mark.parametrize(
    ("a", "b", "on", "code", "said"),
    [
        ("BRA", "USA", "2001-05-01", 0, f"binds: {TITLE} (Mutual legal assistance). Brazil bound since 1 May 2001"),
        ("usa", "bra", "2008-02-12", 0, "Source: Made for a test"),
        ("BRA", "USA", "2001-04-30", 1, f"does not bind: {TITLE}"),
        ("BRA", "CHE", "2008-02-12", 1, "That does not mean that there is none."),
    ],
)
def test_other(run, a, b, on, code, said):
    f.treaty()
    result = run("other", a, b, "--on", on)
    assert (result.exit_code, said in result.stdout) == (code, True), result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("BRA", "EUU", "--on", "2020-01-01"), "is a regional organisation"),
        (("BRA", "BRA", "--on", "2020-01-01"), "Brazil is named twice"),
        (("BRA", "XYZ", "--on", "2020-01-01"), "XYZ is not the code of a State"),
        (("BRA", "USA", "--on", "2020-02-30"), "is no day"),
        (("BRA", "USA"), "Missing option '--on'"),
    ],
)
def test_bad_input_exits_with_two(run, arguments, said):
    result = run("other", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr


# A file is entered, waits, counts once confirmed, and comes out as it went in.
def test_a_file_goes_in_and_comes_out(run, written, keeper):
    rows = of_two()
    path = written(*rows)
    assert run("import-other", path).stdout == "1 entered, 0 corrected, 0 the same.\n"
    assert run("other", "BRA", "USA", "--on", "2020-01-01").exit_code == 1
    assert run("import-other", path).stdout == "0 entered, 0 corrected, 1 the same.\n"
    [record] = queries.pending()
    assert record.recorded_by is None
    agreements.confirm(record.id, keeper.id, NOW)
    assert run("other", "BRA", "USA", "--on", "2020-01-01").exit_code == 0
    out = run("export-other").stdout
    assert list(csv.DictReader(io.StringIO(out))) == [rows[0], rows[1] | {"iso3": "USA"}]
    assert run("import-other", path).stdout == "0 entered, 0 corrected, 1 the same.\n"
    assert queries.pending() == []


# A file that says otherwise than the register is a correction, which waits as every other.
def test_a_file_corrects(run, written, keeper):
    f.treaty()
    rows = list(csv.DictReader(io.StringIO(run("export-other").stdout)))
    rows[1] |= {"until": "2020-01-01", "party_source": "A note of denunciation"}
    assert run("import-other", written(*rows)).stdout == "0 entered, 1 corrected, 0 the same.\n"
    [record] = queries.pending()
    assert (record.number, record.reason) == (2, "From the file treaties.csv")
    result = run("import-other", written(*(row | {"note": "x"} for row in rows)))
    assert (result.exit_code, "waits for a second person" in result.stderr) == (2, True)
    agreements.confirm(record.id, keeper.id, NOW)
    assert run("other", "BRA", "USA", "--on", "2020-01-01").exit_code == 1


# Who brings a file does not confirm it.
def test_a_keeper_brings_a_file(run, written, keeper):
    f.treaty()
    result = run("import-other", written(*of_two()), "--by", keeper.email)
    assert result.exit_code == 0
    assert "once a register keeper has confirmed it" in result.stderr
    assert queries.pending()[0].recorded_by == keeper.id
    for email, said in (
        ("nobody@example.org", "nobody has an account"),
        (house("USA")["drafter"].email, "no register"),
    ):
        db.session.commit()
        result = run("import-other", written(*of_two()), "--by", email)
        assert (result.exit_code, said in result.stderr) == (2, True)


# Every row is checked, every fault is named by row and column, and nothing is half entered.
@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"since": "1.5.2001"}, "row 5, since: Write the day as year, month and day"),
        ({"since": ""}, "row 5, since: Enter the day from which"),
        ({"diplomatic": "perhaps"}, "row 5, diplomatic: Write yes or no"),
        ({"iso3": "XYZ"}, "row 5, iso3: The register knows no State"),
        ({"iso3": "BRA"}, "row 5, iso3: This State is named twice"),
        ({"source": "Another"}, "row 5, source: An earlier row of the same treaty says otherwise"),
        ({"title": "Fictitious Third"}, "row 4, iso3: Enter at least two parties"),
        ({"until": "2001-01-01"}, "row 5, until: The bond would end before"),
        ({"party_source": "x" * 1001}, "row 5, party_source: This text is too long"),
    ],
)
def test_nothing_is_half_entered(run, written, change, said):
    second = of_two(title="Fictitious Second")
    result = run("import-other", written(*of_two(), second[0], second[1] | change))
    assert result.exit_code == 2, result.output
    assert said in result.stderr
    assert "Nothing was entered." in result.stderr
    assert queries.pending() == []


@pytest.mark.parametrize(
    ("columns", "more", "said"),
    [
        (files.COLUMNS[:-1], "", "must name these columns"),
        ((*files.COLUMNS, "colour"), "", "must name these columns"),
        (files.COLUMNS, "a,b,c,d,e,f,g,h,i,j,k,too much\n", "more values than columns in row 2"),
        (files.COLUMNS, '"never closed', "can't be read as CSV"),
    ],
)
def test_what_is_no_such_file(run, written, columns, more, said):
    result = run("import-other", written(columns=columns, more=more))
    assert (result.exit_code, said in result.stderr) == (2, True), result.output


def test_bytes_that_are_no_text(run, tmp_path):
    path = tmp_path / "bytes.csv"
    path.write_bytes(b"\xff\xfe\x00")
    assert "can't be read" in run("import-other", str(path)).stderr
    path.write_text(",".join(files.COLUMNS) + "\nx\0y\n", encoding="utf-8")
    assert run("import-other", str(path)).exit_code == 2
    assert run("import-other", str(tmp_path / "none.csv")).exit_code == 2


# A first record that waits as the file has it is the same; a rejected one does not count.
def test_what_was_rejected_may_come_again(run, written, keeper):
    path = written(*of_two())
    run("import-other", path)
    agreements.reject(queries.pending()[0].id, "No such page", keeper.id, NOW)
    assert run("import-other", path).stdout.startswith("1 entered")
