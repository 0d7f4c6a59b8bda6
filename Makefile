# Everything can be done from here: `make help` lists it. Each line is thin; the work is in tools/.

# An environment that is there is kept; name another Python to replace it.
PYTHON ?= $(if $(wildcard .venv/bin/python),.venv/bin/python,python3)
RUN := .venv/bin/python
# How many steps there are to say "[1/3]" of.
STEPS := $(if $(filter-out serve,$(MAKECMDGOALS)),2,3)

.PHONY: serve test lab book zip workbook slides cards lint format notebooks reading help-lines bench fuzz figures schema requirements environment development clean help

serve: book  ## (make alone) build the course and serve it on this machine
	@$(RUN) tools/serve.py --step "[3/$(STEPS)]" $(if $(PORT),--port "$(PORT)")

test: development  ## run every check, as continuous integration does
	@$(RUN) tools/check.py

lab: environment  ## open the notebooks in JupyterLab
	@echo "[2/2] Opening JupyterLab on the notebooks. Ctrl-C ends it."
	@$(RUN) -m jupyterlab --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks $(if $(filter 0,$(shell id -u)),--allow-root)

book: environment  ## build the course into _build/html
	@$(RUN) tools/build_book.py --step "[2/$(STEPS)]"

zip: book  ## pack the course as one file, to be unpacked and opened anywhere
	@$(RUN) tools/zip_book.py

workbook: development  ## make one PDF of the course, to print; PAPER=letter for that size
	@$(RUN) tools/build_book.py
	@$(RUN) tools/make_workbook.py $(if $(PAPER),--paper "$(PAPER)")

slides: environment  ## make the slides of every workshop plan, one page each
	@$(RUN) tools/make_slides.py

cards: development  ## make a PDF of cards to cut out and sort on a table; PAPER=letter for that size
	@$(RUN) -m lessonkit.cli cards notebooks/activities/intimacy-or-passion.yaml \
		--paper "$(or $(PAPER),a4)" --output "_build/cards/cards-$(or $(PAPER),a4).pdf"

lint: development  ## check the style and types of the code
	@$(RUN) tools/check.py lint

format: development  ## bring the code into the layout that lint asks for
	@$(RUN) tools/check.py --fix

notebooks: development  ## run the notebooks and store their outputs
	@$(RUN) tools/run_notebooks.py

reading: development  ## report how hard the lessons are to read
	@$(RUN) -W ignore tools/reading_grade.py

help-lines: environment  ## list the help lines that are due to be checked again
	@$(RUN) tools/help_lines.py

bench: development  ## measure the sorting page, a group's tally, the check, and Lighthouse's scores
	@browser="$$($(RUN) tools/find_browser.py)" && export LESSONKIT_BROWSER="$$browser" && \
		$(RUN) benchmarks/page.py && $(RUN) benchmarks/group_tally.py && \
		$(RUN) benchmarks/check_course.py && $(RUN) benchmarks/lighthouse.py

fuzz: development  ## throw damaged files at the loader and the commands; MINUTES=10 for that long
	@$(RUN) tools/fuzz.py --minutes "$(or $(MINUTES),1)"

figures: development  ## draw the pictures of the course
	@$(RUN) tools/draw_figures.py
	@$(RUN) tools/draw_icons.py
	@browser="$$($(RUN) tools/find_browser.py)" && LESSONKIT_BROWSER="$$browser" $(RUN) tools/draw_cover.py

schema: environment  ## write the JSON Schema of the activity files
	@$(RUN) -m lessonkit.activities.schema

# The developer's list comes first and its pins are where the reader's list starts, so they agree.
PIN = $(RUN) -m uv pip compile - --quiet --universal --python-version 3.11 --fork-strategy fewest \
	--annotation-style line --custom-compile-command "make requirements" $(if $(UPGRADE),--upgrade)
requirements: development  ## pin the requirements; UPGRADE=1 takes the newest
	@echo "-e .[dev]" | $(PIN) --output-file requirements-dev.txt > /dev/null
	@cp requirements-dev.txt requirements.txt
	@echo "-e .[author,course]" | $(PIN:--upgrade=) --output-file requirements.txt > /dev/null

environment: LIST := requirements.txt "[1/$(STEPS)]"
development: LIST := requirements-dev.txt
environment development:
	@command -v "$(PYTHON)" > /dev/null || { echo "There is no $(PYTHON) here. \
	Install Python 3.11, 3.12 or 3.13, or name one: make PYTHON=python3.12"; exit 1; }
	@"$(PYTHON)" tools/environment.py $(LIST)

clean:  ## remove the environment and all that was built
	rm -rf .venv _build benchmarks/.cache benchmarks/lighthouse/node_modules node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

help:  ## list what make can do
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' Makefile
