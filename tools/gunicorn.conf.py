"""How gunicorn serves Palermo; read by ``make run``."""

import gc
import os

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = 2
preload_app = True  # loaded once, before the workers part; nothing speaks to the database before
threads = 4
timeout = 120  # longer than the minute for which a lock is waited for
control_socket_disable = True  # nobody steers this server but by its own signals
gc.disable()  # nothing that is loaded is thrown away again: to look for it takes a quarter of the start


def when_ready(_server: object) -> None:
    """Say where to look; the workers leave alone what is loaded, and share it."""
    gc.freeze()
    gc.enable()
    address = os.environ.get("MLA_PUBLIC_URL", f"http://{bind}")
    print(f"\nPalermo is served at {address} (stop it with Ctrl-C)", flush=True)
