#!/usr/bin/env bash
# Installs what is missing and runs everything: formatting, .NET tests, web tests, browser tests.
# ./test.sh --long runs the long forms of the same tests (more cycles, more requests).
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 SNAPSHOOTER_STRICT_MODE=true
# hundreds of hosts start and stop: guarding the pages of compiled code against writing costs a tenth of it
export DOTNET_EnableWriteXorExecute=0
# a run of minutes earns nothing from profiles, and much of it is garbage of short life
export DOTNET_TieredPGO=0 DOTNET_GCgen0size=0x8000000
[ "${1:-}" = "--long" ] && export REGISTRY_LONG=1
passed=0 failed=0

step() { # name, command…
  echo "== $1"
  shift
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "!! failed: $*"
  fi
}

count() { # log, pattern of passed, pattern of failed: adds what a runner counted
  local p f
  p=$(grep -oE "$2" "$1" | grep -oE '[0-9]+' | paste -sd+ | bc)
  f=$(grep -oE "$3" "$1" | grep -oE '[0-9]+' | paste -sd+ | bc)
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0}))
}

# log, command…: a runner that dies without counting is a failure too
run() {
  local log=$1
  shift
  "$@" 2>&1 | tee "$log"
  local code=${PIPESTATUS[0]}
  [ "$code" -eq 0 ] || grep -qE '[1-9][0-9]* failed|Failed: +[1-9]' "$log" || failed=$((failed + 1))
}

command -v bc >/dev/null || (apt-get update -q && apt-get install -yq bc)
logs=$(mktemp -d)
chromium=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
if [ -z "$chromium" ]; then
  apt-get update -q && apt-get install -yq chromium
  chromium=$(command -v chromium)
fi
export CHROMIUM=$chromium

step "web packages" bash -c 'for d in web-admin tests/e2e; do (cd $d && { [ -d node_modules ] && [ node_modules -nt package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error; }) || exit 1; done'
step "tools" dotnet tool restore
step "build" dotnet build Registry.sln --nologo -v q
step "C# formatting" dotnet csharpier check .
step "web formatting" bash -c 'cd web-admin && npx prettier --check src'
step "web lint" bash -c 'cd web-admin && npx eslint .'

# known holes of what the program is made of; asked for, since it needs a net and changes with the world
if [ -n "${REGISTRY_AUDIT:-}" ]; then
  step "known holes, server" bash -c 'said=$(dotnet list Registry.sln package --vulnerable --include-transitive) || exit 1; echo "$said" | grep -E "GHSA" | grep -vEf scripts/accepted-holes.txt; [ $? -eq 1 ]'
  step "known holes, browser" bash -c 'cd web-admin && npm audit --omit=dev'
fi

echo "== .NET tests"
run "$logs/dotnet" env -u REGISTRY_TEST_SQLSERVER dotnet test Registry.sln --no-build --nologo --logger "console;verbosity=minimal"
count "$logs/dotnet" 'Passed: +[0-9]+' 'Failed: +[0-9]+'

if [ -n "${REGISTRY_TEST_SQLSERVER:-}" ]; then
  echo "== .NET tests on SQL Server"
  run "$logs/server" dotnet test tests/Registry.Tests --no-build --nologo --filter "Needs!=embedded" --logger "console;verbosity=minimal"
  count "$logs/server" 'Passed: +[0-9]+' 'Failed: +[0-9]+'
else
  echo "-- REGISTRY_TEST_SQLSERVER names no server: the tests on SQL Server are skipped"
fi

echo "== web tests"
run "$logs/web" bash -c 'cd web-admin && npx vitest run --reporter=default 2>&1 | sed "s/\x1b\[[0-9;]*m//g"; exit ${PIPESTATUS[0]}'
count "$logs/web" 'Tests .*[0-9]+ passed' 'Tests .*[0-9]+ failed'

echo "== browser tests"
run "$logs/e2e" bash -c 'cd tests/e2e && npx playwright test'
count "$logs/e2e" '[0-9]+ passed' '[0-9]+ failed'

rm -rf "$logs"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
