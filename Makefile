# Two commands do everything on a fresh machine: `make run` and `make test`.
SHELL := /bin/sh
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8501
HOST ?= localhost
FOLDER ?=
WORKERS ?= 2

.PHONY: run test long quick check lint format bench fuzz load gate lock clean help
.DEFAULT_GOAL := help

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' Makefile | sed 's/:.*## /\t/'

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Dateline needs Python 3.11 or later with the venv module: install it, then type the command again."; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.product: requirements.txt | $(BIN)/python
	@echo "Installing what the dashboard needs (once; about 600 MB) ..."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.tests: requirements-dev.txt requirements-ray.txt $(VENV)/.product
	@echo "Installing what the tests need (once) ..."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-ray.txt \
		|| echo "Ray has no package for this system: its tests will be skipped."
	@touch $@

$(VENV)/.bench: requirements-bench.txt $(VENV)/.tests
	@echo "Installing what others use, to set ours beside (once) ..."
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bench.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes --target $(VENV)/peers \
		-r requirements-sayswho.txt || echo "sayswho could not be had: its row is left out."
	@touch $@

run: $(VENV)/.product ## set up, then start the dashboard on http://localhost:8501
	$(BIN)/python -m streamlit run serve.py --server.port $(PORT) --server.address $(HOST) $(if $(FOLDER),-- --folder "$(FOLDER)")

PYTEST := $(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder

test: lint ## lint, types, unit, properties, app, browser
	@sh scripts/chromium.sh
	@echo "Types, and beside them all tests but the sweeps: rules and properties, files, page, faults, Ray, Chromium. Nine to twelve minutes."
	nice $(BIN)/python -m mypy & types=$$!; $(PYTEST) -m "not sweep"; tests=$$?; wait $$types && exit $$tests

long: check ## all that make test runs, and the sweeps over every width, theme, signal and input
	@sh scripts/chromium.sh
	$(PYTEST)

# The tables of rules, the properties and the walls between rooms: no browser, no server, no Ray, nothing that measures time.
QUICK := tests/test_boundaries.py tests/test_first_article.py tests/test_language.py tests/test_relabel.py \
	tests/entities tests/quotes tests/speakers tests/dates tests/places tests/map

quick: $(VENV)/.tests ## a minute: rules, properties and boundaries, without browser and Ray
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile -k "not time_grows and not linear_time" $(QUICK)

check: lint ## lint, format and types only
	$(BIN)/python -m mypy

lint: $(VENV)/.tests
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .

format: $(VENV)/.tests ## put the code in our format
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

bench: $(VENV)/.bench ## speed and memory against the bare spaCy pass, ratios in one run
	$(BIN)/python -m benchmarks

fuzz: $(VENV)/.tests ## long: 10,000 inputs a target from a seed, then by coverage (atheris), then the real model
	$(BIN)/python -m scripts.fuzz --seed $${SEED:-$$(date +%j)}
	$(BIN)/python -m scripts.fuzz --guided --runs 5000
	$(BIN)/python -m scripts.fuzz --model --runs 10000

load: $(VENV)/.tests ## 50 visitors at once for five minutes, with one in Chromium and one giant article
	$(BIN)/python -m benchmarks.load --visitors 50 --minutes 5 --browser --giant 1000000

gate: $(VENV)/.tests ## scores of our own annotated articles against their floors; --update raises them
	$(BIN)/python -m devtools.quality_gate

lock: ## make requirements*.txt anew from requirements*.in (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements.txt requirements.in
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements-dev.txt requirements-dev.in
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements-ray.txt requirements-ray.in
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -q -o requirements-bench.txt requirements-bench.in

clean: ## remove what was installed and cached here
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis
