# Every command a developer or a planner types. `make run`, `make serve` and `make test` each do all the set-up
# on a machine that has only git, make and Python 3.11 or newer.
# Change this when a check is added or the set-up needs another step.

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PIP_TOOLS := pip-tools==7.6.2

# A name on the path is tried by running it: version managers leave names there that do not run.
ifndef PYTHON
PYTHON := $(shell for name in python3.11 python3; do \
	if $$name -c '' >/dev/null 2>&1; then echo $$name; break; fi; done)
endif

# PyAUGMECON 2, which only the bench runs, asks for a later Python than ours.
ifndef BENCH_PYTHON
BENCH_PYTHON := $(shell for name in python3.12 python3.13 python3.14 python3; do \
	if $$name -c 'import sys; sys.exit(sys.version_info < (3, 12))' >/dev/null 2>&1; then echo $$name; break; fi; done)
endif
BENCH_VENV := .venv-bench
BENCH_READY := $(BENCH_VENV)/.ready

QUIET := --quiet --no-input --disable-pip-version-check
PIP_INSTALL := $(BIN)/python -m pip install $(QUIET)
PIP_COMPILE = CUSTOM_COMPILE_COMMAND='make lock' "$$home/bin/pip-compile" --quiet --upgrade \
	--generate-hashes --allow-unsafe --strip-extras --annotation-style=line \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run serve test lint format docs bench bench-others lock clean

help:
	@echo 'make run     set up, then compare the options of nottinghamshire-2014 into results/'
	@echo 'make serve   set up, then start the HTTP API on this machine and print its link'
	@echo 'make test    set up, then every check and test'
	@echo 'make lint    style, types and import directions only'
	@echo 'make format  put the code into the house layout'
	@echo 'make docs    print the marked blocks of README and guides anew'
	@echo 'make bench   time everything beside other solvers (some 4 hours; QUICK=1: some 12 minutes)'
	@echo 'make lock    pin the newest allowed dependencies into requirements.lock and bench/requirements.lock'
	@echo 'make clean   remove everything that was installed or measured'

run: $(READY)
	$(BIN)/restructure compare nottinghamshire-2014 -o results/nottinghamshire-2014

# SERVE="--port 9000 --workers 1" hands options on.
serve: $(READY)
	@$(BIN)/restructure serve $(SERVE)

test: lint
	$(BIN)/python -m pytest --verbosity=0 -n 2 --cov --cov-report=term
	$(BIN)/coverage report --include='solver/*' --format=total --fail-under=95
	$(BIN)/coverage report --include='scenarios/*' --format=total --fail-under=95

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: $(READY)
	$(BIN)/python -m docs.regenerate

# WHAT="frontier intake" chooses, QUICK=1 takes a few instances, RECORD=1 puts the table into docs/benchmarks.md.
bench: $(READY) bench-others
	$(BIN)/python -m bench $(WHAT) $(if $(QUICK),--quick) $(if $(RECORD),--record)

# The resolver lives in a directory of its own for as long as it runs: nothing else needs it.
lock: $(READY)
	@home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT \
	&& $(PYTHON) -m venv "$$home" \
	&& "$$home/bin/python" -m pip install $(QUIET) $(PIP_TOOLS) \
	&& $(PIP_COMPILE) --extra dev --build-deps-for editable --output-file requirements.lock pyproject.toml
	@test -n '$(BENCH_PYTHON)' || { echo 'bench/requirements.lock stays: it needs Python 3.12 or newer.' \
		'Name yours: make lock BENCH_PYTHON=/where/it/is/python3.12' >&2; exit 1; }
	@home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT \
	&& $(BENCH_PYTHON) -m venv "$$home" \
	&& "$$home/bin/python" -m pip install $(QUIET) $(PIP_TOOLS) \
	&& $(PIP_COMPILE) --output-file bench/requirements.lock bench/requirements.in

clean:
	rm -rf $(VENV) $(BENCH_VENV) .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache \
		.import_linter_cache .hypothesis results
	find . -type d -name __pycache__ -prune -exec rm -rf {} +

# Only wheels whose hash is in the lock are installed, so nothing unpinned runs while building.
$(READY): requirements.lock pyproject.toml
	@test -n '$(PYTHON)' || { echo 'No Python found. Install Python 3.11 or newer, or name yours:' \
		'make test PYTHON=/where/it/is/python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo '$(PYTHON) does not run or is older than Python 3.11. Install Python 3.11 or newer,' \
		'or name yours: make test PYTHON=/where/it/is/python3.12' >&2; exit 1; }
	@echo 'Setting up $(VENV) with $(PYTHON); the first time takes a minute or two.'
	@$(PYTHON) -m venv $(VENV)
	@$(PIP_INSTALL) --require-hashes --only-binary :all: -r requirements.lock
	@$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

# Without them the bench runs all the same, and its rows say what is not installed.
bench-others: $(READY)
	@if test -z '$(BENCH_PYTHON)' -a -e $(BENCH_READY); then true; \
	elif test -z '$(BENCH_PYTHON)'; then echo 'PyAUGMECON and CPMpy are left out: no Python 3.12 or newer found.' \
		'Name yours: make bench BENCH_PYTHON=/where/it/is/python3.12' >&2; \
	else $(MAKE) --no-print-directory $(BENCH_READY) \
		|| echo 'PyAUGMECON and CPMpy are left out: they could not be installed.' >&2; fi

$(BENCH_READY): bench/requirements.lock
	@echo 'Setting up $(BENCH_VENV) with $(BENCH_PYTHON) for what only the bench runs.'
	@$(BENCH_PYTHON) -m venv $(BENCH_VENV)
	@$(BENCH_VENV)/bin/python -m pip install $(QUIET) --require-hashes --only-binary :all: -r bench/requirements.lock
	@touch $@
