#!/bin/sh
# Makes target/run/cellist.aot: classes as the Java machine holds them after loading and linking,
# recorded from a start that shows a notebook and ends. A later start maps the file instead of doing
# that work. Runs at the lowest priority; a second call while one is at work ends at once.
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
trap 'rm -rf "$home" "$run/caching" "$run/cellist.aot.new"' EXIT
trap '' HUP INT

# Nothing of the person's is read or written: no settings, no list of recent files.
java() {
    env HOME="$home" XDG_CONFIG_HOME="$home" XDG_DATA_HOME="$home" XDG_STATE_HOME="$home" \
        XDG_CACHE_HOME="$home" nice -n 19 \
        "$run/image/bin/java" "-XX:AOTConfiguration=$home/recorded" "@$run/options" \
        -Duser.home="$home" -Dglass.platform=Headless -Dprism.order=sw "$@"
}

record() {
    java -XX:AOTMode=record org.cellist.app.Main bench start "$here/docs/examples/tour.ipynb"
}

create() {
    java -XX:AOTMode=create "-XX:AOTCache=$run/cellist.aot.new"
}

if record && create && [ -f "$run/cellist.aot.new" ]; then
    mv "$run/cellist.aot.new" "$run/cellist.aot"
else
    : >"$run/cellist.aot.failed"
    exit 1
fi >"$run/start-cache.log" 2>&1
