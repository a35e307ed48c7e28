# One command each. Everything a target needs it sets up itself, inside .venv.
PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test slowest train transcripts cover check audit bench chaos fmt lock programs installed

help: ## what each target does
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

.venv/ready: requirements-dev.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Limber needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

run: .venv/ready ## chat with Limber: in the browser, or on Telegram once LIMBER_BOT_TOKEN is set
	$(BIN)/limber run

programs: # the tests drive a real Chromium, and stand behind a real nginx and a real PgBouncer
	@for each in chromium nginx pgbouncer openssl; do \
	  PATH="$$PATH:/usr/sbin" command -v $$each >/dev/null || exec $(MAKE) --no-print-directory installed; done

installed:
	@test "$$(id -u)" = 0 && command -v apt-get >/dev/null || \
	  { echo "The tests need Chromium, nginx, PgBouncer and OpenSSL: install them (Debian: sudo apt-get install chromium nginx pgbouncer openssl), then run again."; exit 2; }
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-color-emoji nginx pgbouncer openssl >/dev/null

test: .venv/ready programs ## the whole test suite, on SQLite and PostgreSQL
	$(BIN)/pytest -n auto --dist worksteal

train: .venv/ready ## let the second opinion learn from the authors' examples anew
	$(BIN)/limber content train --judge tests/unit/content/asks/seen.yaml

slowest: .venv/ready programs ## the same, and which tests took longest
	$(BIN)/pytest -n auto --dist worksteal --durations=40

transcripts: .venv/ready ## write the chats anew that are kept to be read
	REWRITE_TRANSCRIPTS=1 $(BIN)/pytest -q tests/chats/test_a_week.py tests/chats/test_a_session.py tests/chats/test_graded_return.py tests/chats/test_five_weeks.py tests/unit/operators/test_faults_page.py

cover: .venv/ready programs ## the same, and which lines no test reached; takes half as long again
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=term:skip-covered

check: .venv/ready ## everything CI checks: lint, types, contracts, content, tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m tests.house.licences
	$(BIN)/limber content check
	@if [ -f ../shared/facts/own-words.py ]; then $(BIN)/python ../shared/facts/own-words.py content; fi
	@if [ -f ../shared/facts/seed-facts.yaml ]; then $(BIN)/python -m tests.unit.content.fact_ids ../shared/facts/seed-facts.yaml; fi
	$(MAKE) --no-print-directory test

AUDIT ?= strict
LOCKS := requirements.txt requirements-pictures.txt requirements-voice.txt requirements-dev.txt

audit: ## known faults of what is pinned; asks the world, and fails if nobody answers (AUDIT=offline asks nobody)
	@case "$(AUDIT)" in \
	  offline) echo "AUDIT=offline: nobody was asked for known faults of dependencies"; exit 0 ;; \
	  strict) ;; \
	  *) echo "AUDIT is strict or offline, not $(AUDIT)" >&2; exit 2 ;; \
	esac; \
	$(PYTHON) -m venv .venv-audit && .venv-audit/bin/pip install --quiet --disable-pip-version-check pip-audit || exit 1; \
	for lock in $(LOCKS); do \
	  .venv-audit/bin/pip-audit --strict --require-hashes --disable-pip -r $$lock || exit 1; done

bench: .venv/ready ## side by side with a bare python-telegram-bot; writes bench/results.json
	$(BIN)/python -m tests.bench

chaos: .venv/ready ## 20,000 reminders due at once while replicas and PostgreSQL die by kill -9; some minutes
	$(BIN)/python -m tests.end_to_end.storm
	HISTORIES=2000 $(BIN)/pytest -q tests/simulation

fmt: .venv/ready ## format and mend what can be mended by itself
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

lock: ## pin every dependency again (hashes, no addresses)
	$(PYTHON) -m venv .venv-lock && .venv-lock/bin/pip install --quiet uv
	.venv-lock/bin/uv pip compile -q --universal --no-strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links --no-header pyproject.toml -o requirements.txt
	.venv-lock/bin/uv pip compile -q --universal --no-strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --extra pictures --extra postgresql -c requirements.txt pyproject.toml -o requirements-pictures.txt
	.venv-lock/bin/uv pip compile -q --universal --no-strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --extra voice -c requirements.txt pyproject.toml -o requirements-voice.txt
	.venv-lock/bin/uv pip compile -q --universal --no-strip-extras --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --extra dev -c requirements.txt pyproject.toml -o requirements-dev.txt
