#!/usr/bin/env bash
# Installs what is missing and runs all stages in order: format, build, unit, slices, browser. A failure in one of the first three ends the run.
#   ./test.sh              everything
#   ./test.sh unit slices  these stages only; `slices` and `browser` need a `build` first
#   ./test.sh coverage     the .NET tests with coverage, a summary at the end
#   ./test.sh --long …     the long forms of the same tests (more cycles, more requests)
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 SNAPSHOOTER_STRICT_MODE=true
# hundreds of hosts start and stop: W^X protection of compiled code pages costs a tenth of it
export DOTNET_EnableWriteXorExecute=0
# a run of minutes gains nothing from PGO, and much of its garbage is short-lived; all processors are busy anyway
export DOTNET_TieredPGO=0 DOTNET_GCgen0size=0x8000000 DOTNET_gcConcurrent=0
[ "${1:-}" = "--long" ] && export REGISTRY_LONG=1 && shift
passed=0 failed=0
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT

step() { # name, command…
  echo "-- $1"
  shift
  if "$@"; then passed=$((passed + 1)); else
    failed=$((failed + 1))
    echo "!! failed: $*" | tee -a "$logs/failures"
  fi
}

# name, passed pattern, failed pattern, command…: counts what a runner prints; a runner that dies without counting is a failure too
run() {
  local log="$logs/$1" p f
  echo "-- $1"
  shift
  local of_passed=$1 of_failed=$2
  shift 2
  "$@" 2>&1 | tee "$log"
  local code=${PIPESTATUS[0]}
  p=$(grep -oE "$of_passed" "$log" | grep -oE '[0-9]+' | paste -sd+ | bc)
  f=$(grep -oE "$of_failed" "$log" | grep -oE '[0-9]+' | paste -sd+ | bc)
  passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0}))
  [ "$code" -eq 0 ] || [ "${f:-0}" -gt 0 ] || failed=$((failed + 1))
  # said once more at the end: whoever reads only the last lines finds what failed, and why
  [ "$code" -eq 0 ] || grep -E -A 14 '^ +Failed |^ FAIL |^ +[0-9]+\) \[' "$log" >>"$logs/failures"
}

dotnet_tests() { # name, command…
  local name=$1
  shift
  run "$name" 'Passed: +[0-9]+' 'Failed: +[0-9]+' "$@" --no-build --nologo --logger "console;verbosity=minimal"
}

packages() {
  for d in web-admin tests/e2e; do
    (cd $d && { [ -d node_modules ] && [ node_modules -nt package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error; }) || return 1
  done
  # the linter and the tests need the types that are generated from the stored OpenAPI document
  (cd web-admin && npm run --silent types)
}

format() {
  step "web packages" packages
  step "tools" dotnet tool restore
  # the linter uses one processor: the others go on beside it
  (cd web-admin && npx eslint .) >"$logs/lint" 2>&1 &
  local lint=$!
  step "C# formatting" dotnet csharpier check .
  step "web formatting" bash -c 'cd web-admin && npx prettier --check src'
  step "web lint" wait $lint
  cat "$logs/lint"
}

build() {
  step "web packages" packages
  # one compiler for all projects, even where builds share none by default; it does not outlive the build
  step "build" dotnet build Registry.sln --nologo -v q -p:UseSharedCompilation=true
  dotnet build-server shutdown --vbcscompiler >/dev/null
  # known vulnerabilities of dependencies: on request, since it needs a network and changes over time
  if [ -n "${REGISTRY_AUDIT:-}" ]; then
    step "vulnerabilities, server" bash -c 'said=$(dotnet list Registry.sln package --vulnerable --include-transitive) || exit 1; echo "$said" | grep -E "GHSA" | grep -vEf scripts/accepted-holes.txt; [ $? -eq 1 ]'
    step "vulnerabilities, browser" bash -c 'cd web-admin && npm audit --omit=dev'
  fi
}

unit() {
  dotnet_tests "architecture tests" dotnet test tests/Registry.ArchitectureTests
  run "web tests" 'Tests .*[0-9]+ passed' 'Tests .*[0-9]+ failed' \
    bash -c 'cd web-admin && npx vitest run --reporter=default 2>&1 | sed "s/\x1b\[[0-9;]*m//g"; exit ${PIPESTATUS[0]}'
}

slices() {
  dotnet_tests ".NET tests" env -u REGISTRY_TEST_SQLSERVER dotnet test tests/Registry.Tests
  if [ -n "${REGISTRY_TEST_SQLSERVER:-}" ]; then
    dotnet_tests ".NET tests on SQL Server" dotnet test tests/Registry.Tests --filter "Needs!=embedded"
  else
    echo "-- REGISTRY_TEST_SQLSERVER names no server: the tests on SQL Server are skipped"
  fi
}

browser() {
  # the shell without a window needs a quarter less time than the browser around it
  CHROMIUM=${CHROMIUM:-$(command -v chromium-headless-shell || true)}
  if [ -z "$CHROMIUM" ]; then
    apt-get update -q && { apt-get install -yq chromium-headless-shell || apt-get install -yq chromium; }
    CHROMIUM=$(command -v chromium-headless-shell || command -v chromium)
  fi
  export CHROMIUM
  run "browser tests" '[0-9]+ passed' '[0-9]+ failed' bash -c 'cd tests/e2e && npx playwright test'
}

coverage() {
  rm -rf artifacts/coverage
  dotnet_tests "coverage" dotnet test tests/Registry.Tests --collect "XPlat Code Coverage" --results-directory artifacts/coverage
  grep -ohE '<coverage line-rate="[0-9.]+" branch-rate="[0-9.]+"' artifacts/coverage/*/coverage.cobertura.xml |
    sed -E 's/.*line-rate="([0-9.]+)" branch-rate="([0-9.]+)"/lines \1, branches \2/'
}

command -v bc >/dev/null || (apt-get update -q && apt-get install -yq bc)
times=""
for stage in ${@:-format build unit slices browser}; do
  case $stage in format | build | unit | slices | browser | coverage) ;; *)
    echo "There is no stage '$stage': format, build, unit, slices, browser, coverage." >&2
    exit 2
    ;;
  esac
  echo "== $stage"
  before=$passed start=$SECONDS
  $stage
  times="$times$stage: $((passed - before)) passed in $((SECONDS - start)) s
"
  if [ "$failed" -gt 0 ] && [[ $stage =~ ^(format|build|unit)$ ]]; then break; fi
done

[ -s "$logs/failures" ] && { echo "== what failed"; head -n 200 "$logs/failures"; }
printf '%s' "$times"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
