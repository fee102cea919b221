# Every target sets up what it needs in .venv; nothing is installed by hand.
# Recipes keep to what POSIX sh and the make of macOS (3.81) know.

PYTHON = .venv/bin/python
CORPUS = ../shared

.PHONY: list demo test check gate quality train bench lock docs format lint types contracts fresh

list:  ## show this list
	@echo "make demo    set everything up and read nine reports on one attack"
	@echo "make test    run every test"
	@echo "make check   format, lint, types, import contracts, docs up to date"
	@echo "make gate    score the reading against annotated reports; fails below a floor"
	@echo "make train   build the encoder's weights again (OPEN=1: from openly licensed corpora only)"
	@echo "make quality measure on every corpus at hand and write docs/quality.md again"
	@echo "make bench   measure speed, start-up and memory"
	@echo "make docs    write the generated parts of the docs again"
	@echo "make lock    write the lock files again"

demo: .venv/demo.stamp
	@.venv/bin/tollbook read examples/bamako/

test: .venv/dev.stamp
	@sh scripts/setup_postgres.sh
	$(PYTHON) -m pytest

# One target each, so that `make -k check` tells everything at once.
check: format lint types contracts fresh

format: .venv/dev.stamp
	$(PYTHON) -m ruff format --check

lint: .venv/dev.stamp
	$(PYTHON) -m ruff check

types: .venv/dev.stamp
	$(PYTHON) -m mypy

contracts: .venv/dev.stamp
	.venv/bin/lint-imports --no-cache

fresh: .venv/dev.stamp
	$(PYTHON) docs/generate.py --check

gate: .venv/dev.stamp
	$(PYTHON) -m tollbook.evaluating.gate --corpus $(CORPUS)

# Apart from .venv: only training needs PyTorch.
train: .venv/dev.stamp
	@sh scripts/setup_training.sh
	.venv-train/bin/python -m training --corpus $(CORPUS) $(if $(OPEN),--open)

quality: .venv/dev.stamp
	$(PYTHON) -m tollbook.evaluating.quality --data $(CORPUS)/data

bench: .venv/bench.stamp
	$(PYTHON) -m benchmarks.run --corpus $(CORPUS)

docs: .venv/dev.stamp
	$(PYTHON) docs/generate.py

# Hashes of every file of every release named; nothing in these files says where they come from.
LOCK = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-annotate --custom-compile-command "make lock"

lock: .venv/dev.stamp
	$(PYTHON) -m pip install --quiet uv
	$(LOCK) pyproject.toml --group build --output-file requirements.lock
	$(LOCK) pyproject.toml --group build --group dev --constraint requirements.lock \
		--output-file requirements-dev.lock
	$(LOCK) --group bench --constraint requirements-dev.lock --output-file requirements-bench.lock

# A second run finds its stamp and starts at once.
.venv/demo.stamp: requirements.lock pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh requirements.lock
	@touch $@

.venv/dev.stamp: requirements-dev.lock pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh requirements-dev.lock
	@touch $@ .venv/demo.stamp

.venv/bench.stamp: .venv/dev.stamp requirements-bench.lock
	@$(PYTHON) -m pip install --quiet --require-hashes --requirement requirements-bench.lock \
		|| echo "bench: spaCy could not be installed; its row will be missing"
	@touch $@
