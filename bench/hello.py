"""The floor of every page: the barest Flask, under the same server."""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def hello() -> str:
    """One word."""
    return "hello"
