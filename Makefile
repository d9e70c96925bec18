# Tükör: everything that can be asked for.  `make help` lists it.

PYTHON := .venv/bin/python
PIP := $(PYTHON) -m pip install --quiet --disable-pip-version-check --constraint .ci/constraints.txt
PINNED := pyproject.toml .ci/constraints.txt
SCREEN := $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname))
FROZEN := build/bundle/tukor

# What is built carries this date, and the same commit gives the same bytes.
bundle deb portable packages test-bundle test-install: export SOURCE_DATE_EPOCH ?= $(shell sh .ci/source-date)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run setup test check bench bundle deb portable packages \
	test-bundle test-install setup-tests content pins

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

run: setup ## Open the program; without a screen, take pictures of it
ifneq ($(SCREEN),)
	@.venv/bin/tukor
else
	@echo "There is no screen here, so Tükör takes a tour of itself: see the pictures in build/tour."
	@QT_QPA_PLATFORM=offscreen .venv/bin/tukor tour --out build/tour
endif

setup: ## Set everything up for running, and run nothing
	@sh .ci/system-libraries run
	@$(MAKE) -s .venv/.product content

test: setup-tests ## Run the tests
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest

check: setup-tests ## Check style, types, architecture, messages, content and README
	@$(PYTHON) .ci/check.py

bench: setup-tests .venv/.rivals ## Measure the speed, also beside that of other search engines
	@QT_QPA_PLATFORM=offscreen $(PYTHON) -m pytest tests/benchmarks -m benchmark -s \
		-o faulthandler_timeout=0

bundle: setup-tests ## Build a program that needs no Python, in build/bundle/tukor
	@$(PYTHON) .ci/icons.py build/icons
	@PYTHONHASHSEED=0 PYTHONWARNINGS=ignore::SyntaxWarning $(PYTHON) -m PyInstaller --noconfirm \
		--log-level ERROR --distpath build/bundle --workpath build/pyinstaller .ci/tukor.spec
	@du -sh build/bundle/*

deb: bundle ## Build the Debian package, in dist/
	@sh .ci/system-libraries deb
	@PYTHONPATH=. $(PYTHON) .ci/deb.py dist

portable: bundle ## Build the archive that runs from any folder, in dist/
	@sh .ci/portable dist

packages: deb portable ## Build both, with bill of materials and checksums
	@cp $(FROZEN)/_internal/sbom.cdx.json dist/tukor.cdx.json
	@cd dist && sha256sum *.deb *.tar.xz *.json > SHA256SUMS && cat SHA256SUMS

test-bundle: bundle ## Build it and test it, without network and on a virtual screen
	@$(PYTHON) -m pytest tests/frozen -m frozen

test-install: deb ## Install the package in fresh Debian systems, use it, remove it (as root)
	@sh .ci/system-libraries install
	@$(PYTHON) -m pytest tests/install -m install

setup-tests: ## Set everything up for the tests, and run nothing
	@sh .ci/system-libraries test
	@$(MAKE) -s .venv/.product .venv/.examiner content

content: ## Compile messages and dossier, if they changed
	@$(PYTHON) -m i18n compile >/dev/null
	@$(PYTHON) -m database build --if-stale

pins: .venv/.examiner .venv/.rivals ## Pin the versions that are installed now
	@{ sed '/^[^#]/d' .ci/constraints.txt; \
		$(PYTHON) -m pip freeze --all --exclude-editable --exclude pip; } > .ci/constraints.new
	@mv .ci/constraints.new .ci/constraints.txt

# What is installed, and when: stamps that grow stale with the two files that pin it.
.venv/bin/python:
	@sh .ci/venv

.venv/.product: $(PINNED) | .venv/bin/python
	@echo "Installing what the program needs into .venv (some 100 MB at first) ..."
	@$(PIP) setuptools
	@$(PIP) --no-build-isolation --editable .
	@touch $@

.venv/.examiner: $(PINNED) | .venv/.product
	@echo "Installing what the tests need into .venv ..."
	@$(PIP) --no-build-isolation --editable '.[dev]'
	@touch $@

# What the benchmarks compare us with; where it cannot be had they say so and go on.
.venv/.rivals: $(PINNED) | .venv/.examiner
	@$(PIP) --no-build-isolation --editable '.[bench]' || echo "The comparison goes on without them."
	@touch $@
