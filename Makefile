# make demo: the main job on the corpus.    make test: all checks.
# make pin: raise the accuracy floors.      make constraints: newer versions of all packages.
# make pictures: take those of README anew.   make lowest: the tests on the oldest packages allowed.
PYTHON ?= python3
BIN = .venv/bin
GRADEWRIGHT = $(BIN)/gradewright
WITH_CORPUS = --data corpus/data

.PHONY: demo test pin pictures constraints lowest clean

demo: .venv/installed
	$(GRADEWRIGHT) run corpus $(WITH_CORPUS) --to outputs/gradewright.db
	$(GRADEWRIGHT) extract corpus/gwent $(WITH_CORPUS) --format table
	$(GRADEWRIGHT) review outputs/gradewright.db $(WITH_CORPUS) -o outputs/review.html
	@echo "Look through all of it in a browser: outputs/review.html"
	@echo "Records, evidence and issues of the whole corpus: outputs/gradewright.db"
	@echo "Look inside: sqlite3 outputs/gradewright.db 'select * from grades'"

test: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest
	$(BIN)/python -m tests.gate

pin: .venv/installed
	$(BIN)/python -m tests.gate --update

pictures: demo
	$(BIN)/python -m tests.pictures

.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else \
		"Python 3.11 or newer is needed; name one: make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable ".[dev]"
	$(BIN)/python -m compileall -q pipeline # what is installed whole has it too
	touch $@

constraints:
	$(PYTHON) -m venv .venv/newest
	.venv/newest/bin/python -m pip install --quiet --editable ".[dev,fuzz]"
	.venv/newest/bin/python -m pip freeze --exclude-editable > constraints.txt
	rm -r .venv/newest

lowest:
	$(PYTHON) -m venv .venv/lowest
	$(PYTHON) -m tests.lowest > .venv/lowest/constraints.txt
	.venv/lowest/bin/python -m pip install --quiet \
		--constraint .venv/lowest/constraints.txt --editable ".[dev]"
	.venv/lowest/bin/pytest -o filterwarnings=default
	rm -r .venv/lowest

clean:
	rm -rf .venv outputs/*
