# Every command a developer or a planner types. `make run` and `make test` each do all the set-up
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

PIP_INSTALL := $(BIN)/python -m pip install --quiet --no-input --disable-pip-version-check

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test lint format docs bench lock clean

help:
	@echo 'make run     set up, then compare the options of nottinghamshire-2014 into results/'
	@echo 'make test    set up, then every check and test'
	@echo 'make lint    style, types and import directions only'
	@echo 'make format  put the code into the house layout'
	@echo 'make docs    print the marked blocks of README and guides anew'
	@echo 'make bench   time the solver beside others (minutes)'
	@echo 'make lock    pin the newest allowed dependencies into requirements.lock'
	@echo 'make clean   remove everything that was installed or measured'

run: $(READY)
	$(BIN)/restructure compare nottinghamshire-2014 -o results/nottinghamshire-2014

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

bench: $(READY)
	$(BIN)/python -m bench

# The resolver lives in a directory of its own for as long as it runs: nothing else needs it.
lock: $(READY)
	@home=$$(mktemp -d) && trap 'rm -rf "$$home"' EXIT \
	&& $(PYTHON) -m venv "$$home" \
	&& "$$home/bin/python" -m pip install --quiet --disable-pip-version-check $(PIP_TOOLS) \
	&& CUSTOM_COMPILE_COMMAND='make lock' "$$home/bin/pip-compile" --quiet --upgrade \
		--generate-hashes --allow-unsafe --strip-extras --annotation-style=line \
		--no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--extra dev --build-deps-for editable --output-file requirements.lock pyproject.toml

clean:
	rm -rf $(VENV) .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache \
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
