.DEFAULT_GOAL := help
.PHONY: help run test reset lint format

help: ## show this list
	@awk -F ': ## ' '/^[a-z]+: ## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## install, build, migrate and serve; data is kept in .rollcall
	@scripts/run

test: ## run all tests against a throw-away PostgreSQL
	@scripts/test

reset: ## stop the private PostgreSQL and remove all data in .rollcall
	@scripts/private-database reset .rollcall/test
	@scripts/private-database reset .rollcall
	@rm -rf .rollcall

lint: ## check the style of all Swift files
	@swift format lint --strict --recursive Sources Tests Benchmarks/Sources Fuzzing/Sources Package.swift

format: ## format all Swift files
	@swift format --in-place --recursive Sources Tests Benchmarks/Sources Fuzzing/Sources Package.swift
