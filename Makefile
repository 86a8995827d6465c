# Shomei's commands; `make help` lists them. They set themselves up once, in .venv and the user's
# cache folder.
#
# Exit codes: GNU make always exits with 2 when a recipe fails, whatever the recipe's own code was.
# The last line of make shows the code of `shomei check` («make: *** [check] Error 1»), and
# `.venv/bin/shomei check PATH` exits with it: 0 every step is verified, 1 some step is not, 2 the
# input does not parse or the call is wrong, 3 the environment, 130 Ctrl-C.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-print-directory --no-builtin-rules

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
BACKEND ?= auto
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.run-stamp
DEV_STAMP := $(VENV)/.dev-stamp
# The user's own values reach the shell as environment variables, so no character of a path is read as shell text.
export FILE BACKEND
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# A check's background Lean belongs to a user's session, not to a build's.
SOURCES := shomei parser emitter tests bench

# Files of tests run side by side: what one asks of Lean is answered while another one thinks. (PYTEST_ARGS='-n 0' runs them in one process.)
SIDE_BY_SIDE := -n auto --maxprocesses 4 --dist loadfile --no-loadscope-reorder

.PHONY: help setup check test lint types unit test-fast golden format bench soak lock clean

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

setup: $(RUN_STAMP) ## Install what checking needs (.venv and the portable Lean), without checking anything
	@$(BIN)/python -m shomei.lean.portable

check: $(RUN_STAMP) ## Check a derivation: make check FILE=path [BACKEND=auto|lake|portable]
	@if [ -z "$$FILE" ]; then echo 'make check needs a file: make check FILE=derivations/log_derivative.txt' >&2; exit 2; fi
	@$(BIN)/shomei check --backend "$$BACKEND" -- "$$FILE"

# mypy has one process, and the tests begin beside it: both wait for nothing of each other.
test: $(DEV_STAMP) ## Lint, type-check and run every test, with the real portable Lean
	@$(MAKE) lint
	@$(MAKE) -j 2 types unit

lint: $(DEV_STAMP) ## Run ruff and the import linter
	@echo '— ruff'
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/ruff format --check $(SOURCES)
	@echo '— import-linter'
	@$(BIN)/lint-imports --no-cache

types: $(DEV_STAMP) ## Run mypy --strict
	@echo '— mypy --strict'
	@$(BIN)/mypy --strict

unit: $(DEV_STAMP) ## Run pytest only (PYTEST_ARGS='-k name' to choose)
	@echo '— pytest'
	@$(BIN)/python -m pytest -q $(SIDE_BY_SIDE) $(PYTEST_ARGS)

# What needs the real Lean, an installation, processes of its own, many random texts or half a minute; after a change of what is
# emitted, run tests/golden, too. `make test` leaves nothing out.
SLOW := tests/endtoend tests/false tests/lean tests/lean_project tests/mutation tests/packaging tests/docs tests/editors tests/ci \
	tests/emitter/methods/test_with_lean.py tests/emitter/rules/test_rules.py tests/parser/test_guided.py tests/parser/test_mutation.py \
	tests/parser/test_limits.py tests/app/commands/test_session.py tests/golden tests/emitter/test_effort.py tests/app/test_cluster.py \
	tests/app/test_cli.py tests/app/editor tests/numbers/test_bounds.py \
	tests/numbers/test_properties.py tests/numbers/test_contradictions.py tests/operations/test_records.py tests/symbolic/test_process.py \
	tests/report/formats/test_machine.py tests/parser/test_fuzz.py tests/parser/test_round_trip.py

test-fast: $(DEV_STAMP) ## Run the tests that need no Lean (PYTEST_ARGS as for unit)
	@$(BIN)/python -m pytest -q $(SIDE_BY_SIDE) $(SLOW:%=--ignore=%) $(PYTEST_ARGS)

golden: $(DEV_STAMP) ## Keep the Lean text that is emitted now as what tests/golden compares with
	@$(BIN)/python -m tests.golden

format: $(DEV_STAMP) ## Format the Python code and sort out what ruff can fix
	@$(BIN)/ruff check --fix-only $(SOURCES)
	@$(BIN)/ruff format $(SOURCES)

bench: $(RUN_STAMP) ## Measure and write bench/RESULTS.md
	@$(BIN)/python -m bench

soak: $(DEV_STAMP) ## Check 2,000 changed texts by four clients at once (about an hour; SOAK_ARGS='--checks 200')
	@$(BIN)/python -m bench.soak $(SOAK_ARGS)

lock: ## Renew the locked requirements (needs uv)
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra build pyproject.toml -o requirements.txt
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url --extra build --extra dev --extra lsp --extra mcp --extra notebook --extra cluster \
		-c requirements.txt pyproject.toml -o requirements-dev.txt

clean: ## Remove .venv and what tools left (the cache folder stays)
	@rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

# One definition for both sets: a virtual environment, the locked wheels by hash, then this folder itself without any download.
define install
	@if [ -z "$(PYTHON)" ]; then echo 'Shomei needs Python 3.11 or newer, and none was found (PYTHON=path names one).' >&2; exit 3; fi
	@test -x $(BIN)/python || { echo '— set-up: making .venv'; $(PYTHON) -m venv $(VENV) || { echo 'Python could not make .venv (on Debian: apt install python3-venv).' >&2; exit 3; }; }
	@echo '— set-up: installing $(1)'
	@$(BIN)/python -m pip install -qq --require-hashes -r $(1) || { echo 'The packages of $(1) could not be installed: is there a network, and room on the disk?' >&2; exit 3; }
	@$(BIN)/python -m pip install -qq --no-deps --no-index --no-build-isolation --config-settings editable_mode=compat -e . || exit 3
	@$(BIN)/python -m compileall -q shomei parser emitter # once, also where PYTHONDONTWRITEBYTECODE keeps each start from it
	@$(BIN)/python -m shomei.app.grammars
	@touch $@
endef

$(RUN_STAMP): requirements.txt pyproject.toml
	$(call install,requirements.txt)

$(DEV_STAMP): requirements-dev.txt pyproject.toml | $(RUN_STAMP)
	$(call install,requirements-dev.txt)
