#!/bin/sh
# Makes target/run/cellist.aot and cellist.aot.cli where they are missing: classes as the Java machine
# holds them after loading and linking, recorded from a start that shows a notebook, runs a cell
# and ends, and from one that runs it without a window. A later start maps the file instead of
# doing that work.
# One that cannot be made leaves a file .failed, so that it is not tried at every start; the other is
# made all the same. Runs at the lowest priority; a second call while one is at work ends at once.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd -P)
run=$here/target/run

# Left by a call that was killed, the folder is taken over.
mkdir "$run/caching" 2>/dev/null || {
    owner=$(cat "$run/caching/pid" 2>/dev/null || true)
    if [ -n "$owner" ] && kill -0 "$owner" 2>/dev/null; then
        exit 0
    fi
}
echo $$ >"$run/caching/pid"
home=$(mktemp -d)
trap 'rm -rf "$home" "$run/caching" "$run"/cellist.aot*.new' EXIT
trap '' HUP INT

# Nothing of the person's is read or written: no settings, no list of recent files.
java() {
    env HOME="$home" XDG_CONFIG_HOME="$home" XDG_DATA_HOME="$home" XDG_STATE_HOME="$home" \
        XDG_CACHE_HOME="$home" nice -n 19 \
        "$run/image/bin/java" "-XX:AOTConfiguration=$home/recorded" "@$run/options" \
        -Duser.home="$home" -Dglass.platform=Headless -Dprism.order=sw "$@"
}

record_window() {
    java -XX:AOTMode=record org.cellist.app.Main bench walk "$here/docs/examples/tour.ipynb"
}

# Without a Python kernel the run ends early (3), without pandas at the first cell that needs it (1),
# and the cache holds what there was until then.
record_cli() {
    java -XX:AOTMode=record org.cellist.app.Main run "$here/docs/examples/tour.ipynb" \
        -o "$home/tour.ipynb" ||
        case $? in 1 | 3) true ;; *) false ;; esac
}

# Whether a build has changed what was recorded meanwhile.
is_outdated() {
    [ -n "$(find "$run/app.jar" "$run/lib" "$run/options" -newer "$home/began" -print -quit 2>&1)" ]
}

# make_cache NAME RECORD
make_cache() {
    [ ! -f "$run/$1" ] && [ ! -f "$run/$1.failed" ] || return 0
    rm -f "$home/recorded"
    : >"$home/began"
    if "$2" && java -XX:AOTMode=create "-XX:AOTCache=$run/$1.new" && [ -f "$run/$1.new" ]; then
        is_outdated || mv "$run/$1.new" "$run/$1"
    else
        : >"$run/$1.failed"
        failed=1
    fi
}

failed=0
{
    make_cache cellist.aot.cli record_cli
    make_cache cellist.aot record_window
} >"$run/start-cache.log" 2>&1
[ "$failed" = 0 ]
