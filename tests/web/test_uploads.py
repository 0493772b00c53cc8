"""Files that are handed in: their names are made harmless, and only our own list of kept files is believed."""

import pytest

from mla.web import uploads

NAMES = [
    ("report.pdf", "report.pdf"),
    ("../../etc/passwd", "passwd"),
    ("C:\\Users\\clerk\\report.pdf", "report.pdf"),
    ("re\u202eport\x00.pdf", "report.pdf"),
    ("Anhörung Zürich.pdf", "Anhörung Zürich.pdf"),
    ("..", "file"),
    ("", "file"),
    ("x" * 300 + ".pdf", "x" * 110 + ".pdf"),
    ("x" * 300, "x" * 120),
]


@pytest.mark.parametrize(("given", "kept"), NAMES)
def test_a_name_is_bare_visible_and_short(given, kept):
    assert uploads.clean_name(given) == kept


def test_a_list_of_kept_files_is_believed_for_its_own_subject_only(app):
    files = [{"name": "a.pdf", "media_type": "application/pdf", "size": 1, "sha256": "0" * 64}]
    text = uploads.signed(files, "this step")
    assert uploads.read(text, "this step") == files
    assert uploads.read(text, "another step") == []
    assert uploads.read(text[:-1], "this step") == []
    assert uploads.read("", "this step") == []
    assert uploads.signed([], "this step") == ""
