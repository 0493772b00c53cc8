"""How gunicorn serves Palermo; read by ``make run``."""

import ctypes
import gc
import os

bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
workers = 2
preload_app = True  # loaded once, before the workers part; nothing speaks to the database before
threads = 4
timeout = 120  # longer than the minute for which a lock is waited for
control_socket_disable = True  # nobody steers this server but by its own signals
gc.disable()  # nothing that is loaded is thrown away again: to look for it takes a quarter of the start
if hasattr(libc := ctypes.CDLL(None), "mallopt"):  # the C library of most Linux systems
    libc.mallopt(-8, 2)  # M_ARENA_MAX: two stores of free memory for a worker, not one for each of its threads


def when_ready(_server: object) -> None:
    """Say where to look; the workers leave alone what is loaded, and share it."""
    gc.freeze()
    gc.enable()
    address = os.environ.get("MLA_PUBLIC_URL", f"http://{bind}")
    print(f"\nPalermo is served at {address} (stop it with Ctrl-C)", flush=True)
