"""The entry point of a server (``gunicorn wsgi:app``) and of the commands (``flask --app wsgi``)."""

import sys

from mla import create_app
from mla.config import ConfigError

try:
    app = create_app()
except ConfigError as error:
    print(f"Palermo does not start. {error}", file=sys.stderr)
    raise SystemExit(3) from None  # the code by which gunicorn's workers say that trying again is of no use
