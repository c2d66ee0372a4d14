# Triptych. `make run` opens the window, `make test` runs the tests; both set up all they need.
# Works in folders with spaces in their names: every path here is relative and quoted.

BIN := .venv/bin
ARGS ?=
FILE ?=

.DEFAULT_GOAL := help
.PHONY: help run test check check-office format bench screenshots wheel dist smoke clean set-up set-up-dev

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

run: set-up  ## open the window (FILE="my.triptych" opens a corpus)
	@if [ "$$(uname)" = Linux ] && [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
		echo "triptych: there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)."; \
		"$(BIN)/python" packaging/without_screen.py out; \
	else \
		"$(BIN)/triptych" $(if $(FILE),"$(FILE)"); \
	fi

test: set-up-dev  ## run the tests (ARGS="tests/db -k text" chooses some)
	@"$(BIN)/python" -m pytest -n 2 $(ARGS)

check: set-up-dev  ## lint, format, types, layering
	@status=0; \
	"$(BIN)/python" -m ruff check . || status=1; \
	"$(BIN)/python" -m ruff format --check . || status=1; \
	"$(BIN)/python" -m mypy || status=1; \
	"$(BIN)/lint-imports" --no-logo --no-cache || status=1; \
	exit $$status

check-office: set-up-dev  ## sheets through LibreOffice and a browser and back (needs apt, minutes)
	@"$(BIN)/python" -m tests.office $(ARGS)
	@TRIPTYCH_BROWSER=1 "$(BIN)/python" -m pytest -n 2 tests/stories/take_home

format: set-up-dev  ## put the code into its form
	@"$(BIN)/python" -m ruff check --fix --select I .
	@"$(BIN)/python" -m ruff format .

bench: set-up-dev  ## measure speed; a table, and JSON in out/
	@mkdir -p out
	@"$(BIN)/python" -m tests.benchmarks --json out/benchmarks.json $(ARGS)

screenshots: set-up-dev  ## draw the README's pictures anew
	@"$(BIN)/python" packaging/screenshots.py

wheel: set-up-dev  ## build an installable wheel into dist/
	@"$(BIN)/python" -m pip wheel --no-deps --wheel-dir dist .

dist: set-up  ## build the packages of this system into dist/ (ARGS="--only deb")
	@"$(BIN)/python" packaging/dist.py $(ARGS)

smoke: set-up  ## install the package in a clean root, use it, remove it (needs root)
	@"$(BIN)/python" packaging/smoke/smoke.py $(ARGS)

clean:  ## remove everything that was made here, .venv too
	rm -rf .venv build dist out *.egg-info .coverage
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find db desktop resources tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +

set-up:
	@sh packaging/set_up.sh run

set-up-dev:
	@sh packaging/set_up.sh dev
