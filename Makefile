.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test check format pins bench
# One test file or folder: make test T=tests/domain
T ?= tests
# A bench: with how many requests at most, seconds for each figure, postgresql or sqlite
N ?= 1000000
SECONDS ?= 2
DB ?= postgresql
export PORT ?= 8000
BIN := .venv/bin

help:  ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup:  ## install everything that Palermo runs on, system packages included
	@tools/setup

setup-dev:
	@tools/setup dev

run: setup  ## set up, lay the demonstration at the first start, serve on 127.0.0.1 (PORT=8000)
	@tools/serve

test: setup-dev  ## run the tests (T=path runs some), on SQLite and on a PostgreSQL of their own
	$(BIN)/pytest -n 2 $(T)

check: setup-dev  ## form, types, direction of imports, and all tests with coverage
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -n 2 --cov --cov-report=term

bench: setup-dev  ## how fast it is, against floors of the same run (N=1000000, SECONDS=2, DB=sqlite)
	$(BIN)/python -m bench --number $(N) --seconds $(SECONDS) --db $(DB)

format: setup-dev  ## lay out the code and mend what can be mended
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

pins:  ## pin the dependencies anew, with hashes (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url --no-header requirements.in -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-strip-extras --no-emit-index-url --no-header requirements-dev.in -o requirements-dev.txt
