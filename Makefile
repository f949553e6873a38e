# Needs make and Python 3.11 to 3.13. Everything else is fetched into .venv.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export PORT

.PHONY: run test moments check leaktest chaostest loadtest installtest bench shots vendor

run: .venv/.ready
	@exec $(BIN)/python scripts/run_local.py

test: .venv/.ready-dev
	@$(BIN)/python scripts/run_tests.py $(ARGS)

moments: .venv/.ready-dev
	@$(BIN)/python scripts/run_moments.py $(ARGS)

check: .venv/.ready-dev
	@$(BIN)/python scripts/run_checks.py

leaktest: .venv/.ready-dev
	@$(BIN)/python -m trials.leak.run $(ARGS)

chaostest: .venv/.ready-dev
	@$(BIN)/python -m trials.chaos.run $(ARGS)

loadtest: .venv/.ready-dev
	@$(BIN)/python -m trials.load.run $(ARGS)

installtest: .venv/.ready-dev
	@$(BIN)/python -m trials.deploy.run $(ARGS)

bench: .venv/.ready-dev
	@$(BIN)/python -m trials.bench.run $(ARGS)

shots: .venv/.ready-dev
	@$(BIN)/python scripts/run_tests.py --shots

vendor:
	@sh scripts/vendor.sh

.venv/bin/python:
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if (3, 11) <= v < (3, 14) else "Python 3.11 to 3.13 is needed; this is %d.%d. Say which with make PYTHON=python3.12" % v[:2])'
	@$(PYTHON) -m venv .venv || { echo "The venv module is missing: on Debian, apt-get install python3-venv"; rm -rf .venv; exit 1; }

.venv/.ready: requirements.txt | .venv/bin/python
	@echo "Installing (once) …"
	@$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.ready-dev: requirements-dev.txt .venv/.ready
	@$(BIN)/python -m pip install -q --disable-pip-version-check -r requirements-dev.txt
	@touch $@
