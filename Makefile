# Two commands do everything: `make site` to read, `make test` to trust. `make help` lists the rest.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMPS := $(VENV)/stamps
WEB := $(shell find web -type f -not -path '*/node_modules/*' 2>/dev/null)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: help site serve test check unit web browser prove bench format clean

help:  ## This list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

$(STAMPS)/venv:
	@echo "Making an environment in $(VENV) ..." >&2
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --upgrade pip
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/run: $(STAMPS)/venv pyproject.toml constraints.txt hatch_build.py $(WEB)
	@echo "Installing prep-tracker ..." >&2
	@$(INSTALL) -e .
	@touch $@

$(STAMPS)/dev: $(STAMPS)/run web/package-lock.json
	@echo "Installing what the tests need ..." >&2
	@$(INSTALL) -e '.[proofs]' --group dev
	@$(BIN)/python -m hatch_build packages
	@touch $@

site: $(STAMPS)/run  ## Build the site and a sample checklist, and say where they are
	@$(BIN)/prep-tracker site build --out site
	@$(BIN)/prep-tracker checklist --profile tests/samples/profile.yml --html checklist.html --output checklist.md
	@echo ""
	@echo "Site       site/index.html      (open it, or: $(BIN)/prep-tracker site serve)"
	@echo "Checklist  checklist.html       (and checklist.md)"

serve: $(STAMPS)/run  ## Serve the site and rebuild it while you edit
	@$(BIN)/prep-tracker site serve

test: check browser unit web  ## Everything: checks, proofs, judged exercises, three builders, real browser

check: $(STAMPS)/dev  ## Style, types, the order of the house
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/zizmor --offline --quiet .github/workflows
	@$(BIN)/python -m tests.hostile.audit

unit: $(STAMPS)/dev
	@$(BIN)/pytest -n 2 --dist loadgroup

web: $(STAMPS)/dev
	@$(BIN)/python -m hatch_build test

browser:
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || \
	  { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && apt-get update -qq && apt-get install -y -qq chromium; } || \
	  { echo "Chromium is missing: install it (Debian: apt install chromium)." >&2; [ -z "$$CI" ]; }

prove: $(STAMPS)/dev  ## Run every proof of the built-in packs
	@$(BIN)/prep-tracker packs prove

bench: $(STAMPS)/dev  ## Timings as paired ratios against other builders
	@$(BIN)/python -m bench

format: $(STAMPS)/dev  ## Let ruff mend what it can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

clean:  ## Remove what was built, keep the environment
	@rm -rf site checklist.html checklist.md dist build .prep-tracker
