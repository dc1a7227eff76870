# shellcheck shell=sh
# Whether target/run is what the sources say, and the right to change it. Sourced by ./cellist,
# build.sh and test.sh; needs $here, the checkout, $run, its target/run, and say().
# shellcheck disable=SC2154

# Whether the last build was for the checkout where it lies now: options and fonts name folders.
# Costs no process.
is_built_here() {
    [ -f "$run/built" ] && IFS= read -r built_at <"$run/built" && [ "$built_at" = "$here" ]
}

# Prints a source that is newer than the last build, if one is. A folder is newer when a file in it
# was deleted.
newer_than_built() {
    find "$@" -newer "$run/built" -print -quit 2>&1
}

is_built() {
    is_built_here && [ -z "$(newer_than_built "$here/pom.xml" "$here/app/pom.xml" \
        "$here/kernel-bridge/pom.xml" "$here/.mvn" "$here/app/src/main" \
        "$here/kernel-bridge/src/main" "$here/icons" "$here/.build/build.sh" "$here/.build/jdk.sh" \
        "$here/.build/java-options" "$here/.build/RenewClasses.java" "$here/.build/fonts" \
        "$here/.build/start-cache.sh")" ]
}

# Waits until no other process builds or tests in this checkout, and keeps others from it until this
# one ends. Sets waited.
take_lock() {
    mkdir -p "$run"
    waited=''
    until mkdir "$run/building" 2>/dev/null; do
        owner=$(cat "$run/building/pid" 2>/dev/null || true)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$run/building"
            continue
        fi
        [ -n "$waited" ] || say "another build is going on, waiting"
        waited=yes
        sleep 1
    done
    echo $$ >"$run/building/pid"
    trap 'rm -rf "$run/building"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
}
