#!/bin/sh
# Sets up what the tests need, then runs them all. `--long` runs the large numbers besides.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd -P)
long=''
case "${1:-}" in
    --long) long='-Dcellist.long=true' ;;
    '') ;;
    *)
        printf '%s\n' "usage: ./cellist test [--long]" >&2
        exit 2
        ;;
esac

sh "$here/.build/setup.sh" test
cd "$here"
# shellcheck disable=SC2086
exec ./mvnw -B verify $long
