#!/bin/sh
# Sets up what the tests need, then runs every gate and every test: `test.sh [--long]`.
# With --long the large numbers run besides (kills, seeds, soak).
set -eu

here=$(cd "$(dirname "$0")/.." && pwd -P)
case "${1:-}" in
    --long) set -- -Plong ;;
    '') ;;
    *)
        printf 'usage: ./cellist test [--long]\n' >&2
        exit 2
        ;;
esac

say() { printf 'cellist: %s\n' "$*" >&2; }

run=$here/target/run
. "$here/.build/jdk.sh"
. "$here/.build/built.sh"
find_jdk
sh "$here/.build/setup.sh" test
if [ -f "$here/.build/setup-kernels.sh" ]; then
    sh "$here/.build/setup-kernels.sh"
fi
cd "$here"
take_lock
./mvnw -B -ntp verify "$@"
