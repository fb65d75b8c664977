# What each command does: run serves, build makes bin/meridian, test sets up and
# checks everything, lint reads the code, bench measures, web rebuilds the front end.
.PHONY: run build test test-go test-web test-e2e lint bench web generate setup

run:
	go run ./cmd/meridian

build:
	go build -trimpath -ldflags="-s -w" -o bin/meridian ./cmd/meridian

test: setup test-web test-go test-e2e

# Installs what the tests need and is not there: npm packages, and Chromium where apt can give it.
setup:
	cd web && npm ci --no-audit --no-fund
	command -v chromium >/dev/null || { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; }

test-web:
	cd web && npm run check && npm run lint && npm test

test-go:
	test -z "$$(gofmt -l $$(git ls-files '*.go'))"
	go vet ./...
	go test ./...

# Drives the built program in Chromium.
test-e2e: build
	cd web && npm run e2e

lint:
	test -z "$$(gofmt -l $$(git ls-files '*.go'))"
	go vet ./...
	if command -v golangci-lint >/dev/null; then golangci-lint run; else echo "golangci-lint is not installed: go vet only"; fi
	cd web && npm run check && npm run lint

bench:
	go run ./cmd/meridian bench
	go test -run '^$$' -bench . -benchmem ./analytics/... ./data/...

# The compiled front end is committed, so that Go alone builds the program; the
# fonts hold the characters that its texts and the data set use.
web:
	cd web && npm ci --no-audit --no-fund && npm run fonts && npm run build

generate:
	go generate ./data/generate
	cd web && npm run geo
