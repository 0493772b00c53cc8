"""A person's browser, as lean as one can be, so that what is measured is the server: one connection, one answer."""

import html
import re
import socket
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from mla.services.accounts import DEMONSTRATION_PASSWORD

_HIDDEN = re.compile(r"<input[^>]*type=\"hidden\"[^>]*>")
_ATTRIBUTE = re.compile(r'(name|value)="([^"]*)"')
_COOKIE = re.compile(rb"^Set-Cookie: ([^=]+)=([^;]*)", re.MULTILINE | re.IGNORECASE)


class Unexpected(Exception):
    """A page answered otherwise than it must: then nothing was measured."""


@dataclass(slots=True)
class Browser:
    """Somebody at a site on loopback; ``token`` stands in every form that they send."""

    port: int
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def get(self, path: str, status: int = 200) -> str:
        """The page; raises Unexpected unless it has that status."""
        return self._ask(f"GET {path} HTTP/1.1\r\n{self._headers()}\r\n", path, status)

    def post(self, path: str, form: Mapping[str, object], status: int = 303) -> str:
        """The answer to a form; raises Unexpected unless it has that status."""
        body = urlencode({**form, "csrf_token": self.token})
        kind = f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
        return self._ask(f"POST {path} HTTP/1.1\r\n{self._headers()}{kind}\r\n{body}", path, status)

    def _headers(self) -> str:
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        return f"Host: 127.0.0.1:{self.port}\r\nConnection: close\r\n" + (f"Cookie: {cookies}\r\n" if cookies else "")

    def _ask(self, request: str, path: str, status: int) -> str:
        with socket.create_connection(("127.0.0.1", self.port)) as connection:
            connection.sendall(request.encode())
            answer = b"".join(iter(lambda: connection.recv(1 << 16), b""))
        head, _, body = answer.partition(b"\r\n\r\n")
        if not head.startswith(f"HTTP/1.1 {status} ".encode()):
            raise Unexpected(f"{path}: {head[:60]!r} {body[:2000]!r}")
        self.cookies |= {name.decode(): value.decode() for name, value in _COOKIE.findall(head)}
        return body.decode()


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of a page's forms."""
    inputs = (dict(_ATTRIBUTE.findall(found)) for found in _HIDDEN.findall(page))
    return {one["name"]: html.unescape(one.get("value", "")) for one in inputs}


def signed_in(port: int, email: str) -> Browser:
    """The browser of a person of the demonstration, signed in by the page that everybody uses."""
    browser = Browser(port)
    browser.token = hidden(browser.get("/login"))["csrf_token"]
    browser.post("/login", {"email": email, "password": DEMONSTRATION_PASSWORD}, 302)
    browser.token = hidden(browser.get("/account"))["csrf_token"]
    return browser
