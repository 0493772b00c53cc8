"""Write the first migration anew from the tables. Only until the first release: afterwards a change is a new one.

Run from the project's folder: .venv/bin/python tools/first_migration.py
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from flask_migrate import revision

from mla import create_app

AFTER_UPGRADE = """    op.bulk_insert(
        sa.table("office", sa.column("name", sa.String()), sa.column("description", sa.String())),
        [{"name": name, "description": ""} for name in OFFICES],
    )
    append_only.protect(op.get_bind())
"""
AFTER_DOWNGRADE = "    append_only.unprotect(op.get_bind())\n"
OFFICES = """
#: The offices that a person may hold.
OFFICES = (
    "drafter",
    "reviewer",
    "signatory",
    "registry",
    "decider",
    "executor",
    "register_keeper",
    "administrator",
)
"""
END = "    # ### end Alembic commands ###\n"


def completed(text: str) -> str:
    """The generated migration with its offices and its protected records."""
    text = text.replace("astext_type=Text()", "astext_type=sa.Text()")  # Alembic forgets the prefix
    up, down, rest = text.split(END)
    head, body = up.split("\n\ndef upgrade", 1)
    head = head.replace("from alembic import op\n", "from alembic import op\n\nfrom mla.models import append_only\n", 1)
    return f"{head}{OFFICES}\n\ndef upgrade{body}{AFTER_UPGRADE}{down}{AFTER_DOWNGRADE}{rest}"


def main() -> None:
    """Generate, complete and format the migration."""
    for old in (ROOT / "migrations/versions").glob("*.py"):
        if not old.name.startswith("0001_"):
            sys.exit(f"{old.name} follows the first migration: write a new one instead.")
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        app = create_app({"SQLALCHEMY_DATABASE_URI": f"sqlite:///{folder}/empty.sqlite"}, folder)
        with app.app_context():
            revision(message="first tables", autogenerate=True, rev_id="0001")
    [path] = (ROOT / "migrations/versions").glob("0001_*.py")
    path.write_text(completed(path.read_text()))
    for arguments in (["format", "--quiet"], ["check", "--fix", "--quiet"], ["format", "--quiet"]):
        subprocess.run([Path(sys.executable).with_name("ruff"), *arguments, path], check=True)
    print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
