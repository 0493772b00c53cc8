"""The lean browser of a bench: it takes the cookies and the hidden fields, and refuses what it did not expect."""

import socket
import threading

import pytest

from bench.browser import Browser, Unexpected, hidden

ANSWER = (
    b"HTTP/1.1 200 OK\r\nSet-Cookie: palermo=abc; HttpOnly; Path=/\r\nSet-Cookie: other=1; Path=/\r\n\r\n"
    b'<input type="hidden" name="seen" value="a &amp; b"><input name="x" type="hidden"><input name="y" value="no">'
)


@pytest.fixture
def answering():
    """A server that gives one answer; what it was asked."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        asked = []

        def answer():
            connection, _ = server.accept()
            with connection:
                asked.append(connection.recv(1 << 16).decode())
                connection.sendall(ANSWER)

        thread = threading.Thread(target=answer)
        thread.start()
        yield server.getsockname()[1], asked
        thread.join()


def test_it_keeps_cookies_and_finds_hidden_fields(answering):
    port, asked = answering
    browser = Browser(port, {"kept": "1"})
    assert hidden(browser.get("/login")) == {"seen": "a & b", "x": ""}
    assert browser.cookies == {"kept": "1", "palermo": "abc", "other": "1"}
    assert "Cookie: kept=1\r\n" in asked[0]


def test_a_form_bears_the_token_and_another_status_is_no_measure(answering):
    port, asked = answering
    browser = Browser(port, token="t o")
    with pytest.raises(Unexpected, match="/steps/sign"):
        browser.post("/steps/sign", {"place": "Ath&ens"})
    assert asked[0].endswith("\r\n\r\nplace=Ath%26ens&csrf_token=t+o")
