# Everything here works in .venv, which is made on first use and renewed only when
# pyproject.toml or constraints.txt change.  Another Python: make run PYTHON=python3.13

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
ROOMS := organizer screens data
SHOTS ?= build/shots
ARGS ?=

.PHONY: run demo test check bench shots package app clean

run: $(VENV)/.ready  ## open the app
	@$(BIN)/organizer $(ARGS)

demo: $(VENV)/.ready  ## open the app with a made-up practice; nothing is kept
	@$(BIN)/organizer demo $(ARGS)

test: $(VENV)/.ready-dev  ## run every test
	@$(BIN)/python -m pytest -n auto $(ARGS)

check: $(VENV)/.ready-dev  ## lint and types
	@$(BIN)/ruff check .
	@$(BIN)/mypy

bench: $(VENV)/.ready-dev  ## measure against the budgets and print a table (ARGS=--quick)
	@$(BIN)/python -m tests.bench $(ARGS)

shots: $(VENV)/.ready-dev  ## a picture of every page (SHOTS=folder, ARGS="--only today")
	@$(BIN)/python -m tests.looks_.shots --png $(ARGS) $(SHOTS)

package: $(VENV)/.ready-dev  ## what can be installed elsewhere: a wheel and a source archive, in dist/
	@$(BIN)/python -m build --no-isolation $(ARGS)

app: $(VENV)/.ready-dev  ## a folder with the program, for people without Python: dist/organizer
	@$(PIP) install 'pyinstaller>=6.10,<7'
	@$(BIN)/pyinstaller --noconfirm --log-level ERROR --workpath build/app .ci/app/organizer.spec
	@du -sh dist/organizer

clean:  ## remove what was made here; never your data
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis snapshot_report.html
	find $(ROOMS) tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Organizer needs Python 3.11 or newer. Try: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 1; }
	@echo "Making a home for Organizer in $(VENV) (once, about a minute) ..." >&2
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "Python's venv is missing. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }

# Compiled files make the app open almost four times as fast: pip leaves them for the libraries, compileall for ours.
$(VENV)/.ready: pyproject.toml constraints.txt $(BIN)/python
	@$(PIP) install -c constraints.txt -e .
	@$(BIN)/python -m compileall -q $(ROOMS)
	@touch $@

$(VENV)/.ready-dev: pyproject.toml constraints.txt $(BIN)/python
	@$(PIP) install -c constraints.txt -e '.[dev]'
	@$(BIN)/python -m compileall -q $(ROOMS)
	@touch $(VENV)/.ready $@
