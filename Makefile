# `make demo` and `make test` set up all they need in .venv; nothing but Python 3.11 or newer, git and make is assumed.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export PIP_DISABLE_PIP_VERSION_CHECK = 1

.PHONY: demo test check lint types dependencies tests fuzz format pictures bench bench-dates bench-cases bench-attributions bench-growth bench-mentions bench-passages bench-app bench-app-fuzz bench-faults bench-languages bench-pipeline bench-store bench-recognition bench-stories bench-told-otherwise calibrate train clean

demo: $(READY)
	$(BIN)/dateline demo

test: check tests

check: lint types dependencies

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

# Whether all that is installed is pinned, and has no known vulnerability: says so where there is nobody to ask.
dependencies: $(READY)
	$(BIN)/python -m tests.dependencies

# Twice as many processes as a small machine has cores: those that drive the app wait most of their time.
tests: $(READY)
	$(BIN)/pytest -n 4 --dist worksteal

# Other hostile texts, files and timelines than `make tests` tries, for so long or until something breaks.
FUZZ_SECONDS ?= 600
fuzz: $(READY)
	$(BIN)/python -m tests.fuzz $(FUZZ_SECONDS)

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The pictures of README from the running app, and the minute that moves.
pictures: $(READY)
	$(BIN)/python docs/screenshots.py
	$(BIN)/python -m docs.recording

bench: $(READY)
	$(BIN)/python -m benchmarks.score_samples
	$(BIN)/python -m benchmarks.lines
	$(BIN)/python -m benchmarks.titles
	$(BIN)/python -m benchmarks.editors_titles
	$(BIN)/python -m benchmarks.actors
	$(BIN)/python -m benchmarks.mentions

bench-app: $(READY)
	$(BIN)/python -m benchmarks.app

# 10,000 random keys, clicks, pastes and resizes at five seeds: crashes, and whether the timeline is whole after them.
bench-app-fuzz: $(READY)
	$(BIN)/python -m benchmarks.app_fuzz

bench-store: $(READY)
	$(BIN)/python -m benchmarks.store

# Kills, failing disks, flipped bits, cut and taken files: the table of docs/reliability.md.
bench-faults: $(READY)
	$(BIN)/python -m benchmarks.faults

# How often corrected events are found again after another reading, or in an edited text.
bench-recognition: $(READY)
	$(BIN)/python -m benchmarks.recognition

# Which reports of several articles are proposed as one, in the samples and in ECB+.
bench-stories: $(READY)
	$(BIN)/python -m benchmarks.stories

# How many of an outsider's passages of news are wholly right.
bench-passages: $(READY)
	$(BIN)/python -m benchmarks.passages

# What changes in a reading when an article is told otherwise, and must not.
bench-told-otherwise: $(READY)
	$(BIN)/python -m benchmarks.told_otherwise

bench-dates: $(READY)
	$(BIN)/python -m benchmarks.dates
	$(BIN)/python -m benchmarks.gum_dates

bench-cases: $(READY)
	$(BIN)/python -m benchmarks.cases

# How often each kind of date is right: data/calibration.toml and the tables of docs/calibration.md.
calibrate: $(READY)
	$(BIN)/python -m benchmarks.calibration

bench-growth: $(READY)
	$(BIN)/python -m benchmarks.growth
	$(BIN)/python -m benchmarks.date_growth

bench-attributions: $(READY)
	$(BIN)/python -m benchmarks.score_shared attributions

bench-mentions: $(READY)
	$(BIN)/python -m benchmarks.mentions

bench-languages: $(READY)
	$(BIN)/python -m benchmarks.languages

bench-pipeline: $(READY)
	$(BIN)/python -m benchmarks.pipeline

# The language pipeline from the corpora, which training/README.md names; `make train CORPORA=folder of the archives`.
train: $(READY)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[train]'
	test -e training/archives || ln -s "$(abspath $(CORPORA))" training/archives
	PATH="$(abspath $(BIN)):$$PATH" PYTHONPATH="$(CURDIR)" $(BIN)/python -m spacy project run all training

# The pip of an older Python warns that lxml lacks the extra `html_clean`, as it does not take `html-clean` for the same;
# 26.3 prints a warning of setuptools about every editable install.
$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	touch $(READY)

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
