#!/bin/bash
# A program for a terminal: writes what the environment's OUT_FILE is to have the times of, one line of
# "what seconds" each, and "end". A time ends when the terminal has answered where its cursor is, which
# it does when it has worked through all that was written before.
set -e
stty -echo
timed() { # what command...
  local what=$1 begin=$EPOCHREALTIME
  shift
  "$@"
  printf '\e[6n'
  # shellcheck disable=SC2034  # R is what the answer ends with
  IFS= read -rs -d R _
  local end=$EPOCHREALTIME
  echo "$what $(((${end/[.,]/} - ${begin/[.,]/}) / 1000))" >>"$OUT_FILE"
}
for _ in 1 2 3; do
  timed cat cat "$IN_FILE"
  timed seq seq 200000
  timed colours cat "$IN_FILE.colours"
done
echo end >>"$OUT_FILE"
