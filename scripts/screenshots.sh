#!/usr/bin/env bash
# Takes the screenshots in README from the demo, in a real browser. Needs Chromium and pdftoppm (poppler-utils).
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build src/Host --nologo -v q
cd tests/e2e
[ -d node_modules ] || npm ci --no-audit --no-fund
npx playwright test -c screenshots.config.ts
