# One recipe book for people, hooks and CI. `make` alone lists what there is.

PYTHON ?= python3
TODAY  ?= 2026-11-21
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-warn-script-location
RUN    := $(VENV)/.stamp-run
DEV    := $(VENV)/.stamp-dev

# Programs of others that read what bpogov writes; npm installs them.
INTEROP := $(VENV)/interop
READERS := @microsoft/sarif-multitool@5.7.0 @umbrelladocs/rdformat-validator@1.0.1 \
	@action-validator/core@0.6.0 @action-validator/cli@0.6.0

# What bpogov is measured beside, away from what it needs itself.
PEERS := $(VENV)/peers

# $(call say,words) announces a step; $(call quiet,command) shows what a command says only if it fails.
say     = printf '\n== %s\n' "$(1)"
quiet   = said=$$($(1) 2>&1) || { printf '%s\n' "$$said"; exit 1; }

.DEFAULT_GOAL := help
.PHONY: help demo test lint format unit wheel-test interop-test docs docs-check bench bench-stages clean
.NOTPARALLEL:
.DELETE_ON_ERROR:

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(RUN) ## install bpogov into .venv and check the worked engagements
	@$(call say,bpogov check engagements/ --today $(TODAY))
	@$(BIN)/bpogov check engagements/ --today $(TODAY)

test: lint unit wheel-test ## everything CI runs: style, types, architecture, tests with coverage, docs, the built wheel

lint: $(DEV) ## format check, ruff, mypy and the architecture contracts
	@$(call say,format)
	@$(BIN)/ruff format --quiet --check || { echo 'run: make format'; exit 1; }
	@$(call say,ruff)
	@$(BIN)/ruff check --quiet
	@$(call say,mypy)
	@$(BIN)/mypy --no-error-summary
	@$(call say,architecture)
	@$(call quiet,$(BIN)/lint-imports)

format: $(DEV) ## rewrite the code in the house style
	@$(BIN)/ruff check --quiet --fix-only
	@$(BIN)/ruff format --quiet

unit: $(DEV) ## the tests, with branch coverage of 100 percent (documentation included)
	@$(call say,tests)
	@rm -f .coverage .coverage.*
	@$(BIN)/coverage run -m pytest -q -n 2
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

wheel-test: $(DEV) ## build the wheel, install it in a fresh environment, and check the worked engagements there
	@$(call say,built wheel)
	@$(BIN)/python -m pytest -q -m wheel tests/wheel

interop-test: $(DEV) $(INTEROP)/.stamp ## ask programs of others, which read what bpogov writes (needs npm; 110 MB)
	@$(call say,programs of others)
	@$(BIN)/python -m pytest -q -m interop tests/interop

docs: $(DEV) ## write the generated pages again, and what the consoles in the documentation print
	@$(BIN)/python -m tools.make_docs

docs-check: $(DEV) ## are the generated pages fresh, and does every example in the documentation run?
	@$(BIN)/python -m pytest -q tests/docs

# BENCH=quick takes two minutes, BENCH=full checks 10,000 files too and takes hours; `python -m benchmarks --help`.
BENCH ?= usual
bench: $(DEV) $(PEERS)/.stamp ## measure bpogov beside a bare loop and its peers (ten minutes; BENCH=quick, BENCH=full)
	@$(BIN)/python -m benchmarks $(BENCH)

bench-stages: $(DEV) ## measure each stage of a check in this process, to see where time went
	@$(BIN)/python -m pytest -q -p no:xdist benchmarks/stages --benchmark-timer=time.process_time \
		--benchmark-columns=median,iqr,min,max,rounds --benchmark-sort=name

clean: ## remove everything that make made
	@rm -rf $(VENV) dist build .coverage .coverage.* .pytest_cache .mypy_cache .ruff_cache .hypothesis \
		.import_linter_cache .bpogov_cache .benchmarks
	@find src tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@$(call say,a fresh environment in $(VENV))
	@$(PYTHON) -m venv $(VENV)

$(RUN): pyproject.toml | $(BIN)/python
	@$(call say,installing bpogov)
	@$(PIP) --editable .
	@touch $@

$(DEV): pyproject.toml | $(BIN)/python
	@$(call say,installing bpogov and what its tests need)
	@$(PIP) --editable '.[dev]'
	@touch $(RUN) $@

$(INTEROP)/.stamp: Makefile | $(BIN)/python
	@$(call say,installing programs of others into $(INTEROP))
	@command -v npm >/dev/null || { echo 'npm is missing: install Node.js, then run this again'; exit 1; }
	@mkdir -p $(INTEROP)
	@$(call quiet,npm install --prefix $(INTEROP) --no-save --no-package-lock --no-audit --no-fund $(READERS))
	@touch $@

$(PEERS)/.stamp: benchmarks/peers/requirements.txt benchmarks/peers/package.json | $(BIN)/python
	@$(call say,installing the peers into $(PEERS))
	@$(PYTHON) -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip install -qq --disable-pip-version-check --no-warn-script-location -r $<
	@cp benchmarks/peers/package.json $(PEERS)
	@if command -v npm >/dev/null; then \
		$(call quiet,npm install --prefix $(PEERS) --no-package-lock --no-audit --no-fund --ignore-scripts); \
	else echo 'npm is missing, so the peers in JavaScript are left out'; fi
	@touch $@
