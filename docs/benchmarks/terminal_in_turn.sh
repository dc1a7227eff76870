#!/bin/bash
# xterm and Cellist's terminal in turn on one X server of their own: how long 5 MB of log lines, 200,000
# numbers and 2 MB of coloured lines with Hangul take, in milliseconds; each round has each three times. Prints the medians and their ratios.
#
#   terminal_in_turn.sh [ROUNDS]          needs Xvfb, xterm, xdotool
#
# CELLIST may name another command that opens a notebook in a window.
set -e
here=$(cd "$(dirname "$0")" && pwd)
rounds=${1:-3}
cellist=${CELLIST:-$here/../../cellist}
dir=$(mktemp -d)
export IN_FILE=$dir/lines OUT_FILE
display=:$((200 + RANDOM % 300))
Xvfb "$display" -screen 0 1300x900x24 >/dev/null 2>&1 &
xvfb=$!
trap 'kill $xvfb; rm -rf "$dir"' EXIT
export DISPLAY=$display LC_ALL=C.UTF-8

awk 'BEGIN { for (i = 0; i < 60000; i++)
  printf "2026-12-01 %06d INFO  worker-%02d has read block %08d of a file that is long, in %d ms\n", i, i % 16, i * 7, i % 97 }' \
  >"$IN_FILE"
awk 'BEGIN { for (i = 0; i < 30000; i++)
  printf "\033[32m%06d\033[0m \033[1;34m단계 %d\033[0m 손실 \033[38;5;%dm0.%04d\033[0m 정확도 \033[31m%d%%\033[0m\n", i, i % 90, i % 256, i % 9999, i % 100 }' \
  >"$IN_FILE.colours"
echo '{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}' >"$dir/empty.ipynb"

ended() { until grep -qs end "$OUT_FILE"; do sleep 0.2; done; }

run_xterm() {
  xterm -geometry 140x16 -sl 10000 -e "$here/terminal_flood.sh" &
  ended
  wait $!
}

run_cellist() {
  SHELL=$here/terminal_flood.sh "$cellist" "$dir/empty.ipynb" >/dev/null 2>&1 &
  local pid=$! window
  window=$(xdotool search --sync --onlyvisible --name empty | head -1)
  sleep 3
  xdotool windowfocus "$window" key ctrl+grave
  ended
  kill $pid
  wait $pid || true
}

for ((round = 1; round <= rounds; round++)); do
  for kind in xterm cellist; do
    OUT_FILE=$dir/$kind.$round
    "run_$kind"
  done
done

median() { cat "$dir/$1".* | awk -v what="$2" '$1 == what { print $2 }' | sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }
for what in cat seq colours; do
  x=$(median xterm $what)
  c=$(median cellist $what)
  echo "$what: xterm $x ms, cellist $c ms, ratio $(awk "BEGIN { printf \"%.2f\", $c / $x }")"
done
