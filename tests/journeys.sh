# Journeys in Chromium against the real program, sourced by bin/test: desktop on SQLite, phone on PostgreSQL; with --all,
# both profiles on both engines. Every Playwright test counts as one.
journeys() {
  local profile=$1 engine=$2 result=build/journeys-$1-$2.json run=(tools/with_server "$2")
  [ "$engine" = postgres ] && run=(tools/with_postgres "${run[@]}")
  rm -f "$result"
  PLAYWRIGHT_JSON_OUTPUT_NAME="$root/$result" "${run[@]}" npm --prefix web run --silent journeys -- --project="$profile" --output="test-results/$profile-$engine" --reporter=line,json \
    > "build/journeys-$profile-$engine.log" 2>&1 || true
  local counted; counted=$(node tools/count_journeys.mjs "$result" 2>&1) || { counted="0 1"; echo "FAIL  journeys $profile on $engine did not run"; tail -n 60 "build/journeys-$profile-$engine.log"; }
  passed=$((passed + ${counted% *})); failed=$((failed + ${counted#* }))
  if [ "${counted#* }" = 0 ]; then echo "ok    journeys: $profile on $engine (${counted% *})"
  else echo "FAIL  journeys: $profile on $engine"; grep -vE '^\s*$' "build/journeys-$profile-$engine.log" | tail -n 120; fi
}
journeys desktop sqlite
journeys phone postgres
if [ "${1:-}" = --all ]; then journeys desktop postgres; journeys phone sqlite; fi
