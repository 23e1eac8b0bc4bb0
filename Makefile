# Two commands matter: make run, make test. Each makes what it needs first.
HOST ?= 127.0.0.1
PORT ?= 8765
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv)

# Where this is set, every start compiles everything anew: `vado --help` takes twice as long, and each test that starts it.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check bench lock messages catalogues docs pictures facts clean

help: ## show these lines
	@sed -n 's/^\([a-z]*\):.*## /  make \1  \t/p' $(MAKEFILE_LIST)

run: $(VENV)/.run ## fill the demonstration and serve it at http://HOST:PORT
	@$(BIN)/vado demo --host $(HOST) --port $(PORT)

test: $(VENV)/.dev ## everything that can run here, and what could not and why
	@$(BIN)/python -m tests.run

check: $(VENV)/.dev ## lint, types, floors, catalogues, words
	@$(BIN)/python -m tests.run check

bench: $(VENV)/.dev ## measure; writes bench/results.json
	@$(BIN)/python -m bench

lock: $(VENV)/.dev ## write requirements/*.txt anew
	@$(BIN)/python -m requirements.lock

messages: $(VENV)/.dev ## gather the texts of templates and code into the catalogues (needs gettext)
	@$(BIN)/vado messages

catalogues: $(VENV)/.run
	@$(BIN)/vado messages --compile-only

docs: $(VENV)/.dev ## write the generated pages of docs/ anew
	@$(BIN)/python -m docs.generate

pictures: $(VENV)/.dev ## take the pictures of the guides anew (needs Chromium)
	@VADO_PICTURES=docs/pictures $(BIN)/python -m pytest -q tests/browser -k pictures

facts: $(VENV)/.run ## facts about the world that fall due
	@$(BIN)/vado facts

clean: ## remove what was built, never a record
	rm -rf $(VENV) .mypy_cache .ruff_cache .hypothesis build
	find src tests -name __pycache__ -prune -exec rm -rf {} +
	find src -name '*.mo' -delete

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Vado needs Python 3.11 or newer: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Vado needs Python 3.11 or newer."; exit 1; }
ifdef UV
	@$(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
else
	@$(PYTHON) -m venv $(VENV) || { echo "This Python makes no environments: apt-get install python3-venv"; exit 1; }
endif

# $(call install,FILE): packages by their hashes, then Vado itself from this folder.
ifdef UV
install = $(UV) pip install --quiet --compile-bytecode --python $(BIN)/python --require-hashes -r $(1) \
	&& $(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation --offline -e .
else
install = $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1) \
	&& $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index -e .
endif

$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	@echo "Installing what Vado needs (once)"
	@$(call install,requirements/run.txt)
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	@echo "Installing what the tests need (once)"
	@$(call install,requirements/dev.txt)
	@touch $@ $(VENV)/.run
