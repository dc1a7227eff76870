#!/bin/sh
# Builds what ./cellist starts, into target/run:
#
#   image/       a Java machine with JavaFX inside (jlink); made again for another JDK or JavaFX
#   app.jar lib/ the class path: copies, so that a later Maven run does not touch an open program
#   kernels/     the Java kernel, a program of its own
#   fonts.conf   our fonts beside the system's (Linux)
#   options      the Java options of every start
#   built        made when the build began, and names the checkout: a source newer than it means
#                another build, and so does another place
#   cellist.aot  loaded and linked classes, see start-cache.sh
set -eu

here=$(cd "$(dirname "$0")/.." && pwd -P)
run=$here/target/run
log=$run/build.log

# What the image holds. The first line is what Cellist needs, the second what the built-in Java
# kernel and people's Java notebooks need.
modules=javafx.controls,javafx.fxml,javafx.media,javafx.swing,javafx.web,java.se,jdk.unsupported
modules=$modules,jdk.crypto.ec,jdk.crypto.cryptoki,jdk.charsets,jdk.localedata,jdk.management
modules=$modules,jdk.zipfs,jdk.compiler,jdk.jshell,jdk.jfr,jdk.httpserver,jdk.net,jdk.jcmd

say() { printf 'cellist: %s\n' "$*" >&2; }

# --- Maven ---------------------------------------------------------------------------------------

# Shows on one line what Maven is at, and keeps the whole in the log.
show_progress() {
    downloads=0
    while IFS= read -r line; do
        printf '%s\n' "$line"
        case $line in
            *'Downloaded from '*) downloads=$((downloads + 1)) ;;
            *'Building Cellist '*) doing=${line#*Building } ;;
            *) continue ;;
        esac
        [ -t 2 ] || continue
        printf '\r\033[Kcellist: %s' "${doing:-starting Maven}" >&2
        [ "$downloads" = 0 ] || printf ', %s files fetched' "$downloads" >&2
    done >"$log"
    [ -t 2 ] && printf '\r\033[K' >&2
    return 0
}

# Maven adds to these folders and takes nothing away: a library of another version, or one that is
# not needed any more, would stay on the class path. What stands in them changes with these files.
empty_if_others() {
    if [ ! -f "$run/built" ] || [ -n "$(newer_than_built "$here/pom.xml" "$here/app/pom.xml" \
        "$here/kernel-bridge/pom.xml" "$here/.mvn" "$here/.build/RenewClasses.java")" ]; then
        rm -rf "$here/app/target/lib" "$here/app/target/javafx" "$here/app/target/kernels"
    fi
}

# The parts that decide whether a program comes out. Format, style and tests are `verify`'s.
compile() {
    if [ -f "$run/built" ]; then
        say "building what changed"
    else
        say "building (the first time takes some minutes)"
    fi
    {
        (cd "$here" && ./mvnw -B -pl app -am -Dmaven.test.skip -Dspotless.check.skip \
            -Dcheckstyle.skip -Djacoco.skip package 2>&1) || echo failed >"$run/failed"
    } | show_progress
    if [ -f "$run/failed" ]; then
        rm "$run/failed"
        say "the build failed:"
        grep -E '^\[ERROR\]|^Caused by|error:' "$log" | head -n 30 >&2 || tail -n 30 "$log" >&2
        say "the whole log: $log"
        exit 3
    fi
}

# --- The run-time image --------------------------------------------------------------------------

# The JavaFX jars of this system: those with a class in them, known by their classifier.
javafx_jars() {
    for jar in "$here"/app/target/javafx/*-linux*.jar "$here"/app/target/javafx/*-mac*.jar; do
        if [ -f "$jar" ]; then printf '%s\n' "$jar"; fi
    done
}

# What an image was made from; another answer means another image.
image_origin() {
    cat "$JAVA_HOME/release"
    javafx_jars | sed 's|.*/||'
    printf '%s\n' "$modules"
}

link_image() {
    if [ -x "$run/image/bin/java" ] &&
        [ "$(image_origin)" = "$(cat "$run/image/origin" 2>/dev/null)" ]; then
        return 0
    fi
    say "making the Java machine with JavaFX inside"
    rm -rf "$run/image" "$run/image.new"
    module_path=$(javafx_jars | tr '\n' ':')
    if ! "$JAVA_HOME/bin/jlink" --module-path "$module_path" --add-modules "$modules" \
        --no-header-files --no-man-pages --exclude-resources '**/*.so,**/*.dylib' \
        --output "$run/image.new" >"$run/image.log" 2>&1; then
        say "jlink could not make it (see $run/image.log); starts will be slower"
        rm -rf "$run/image.new"
        return 0
    fi
    # JavaFX looks for its native libraries here first. Left in the modules, they would be unpacked
    # into the home folder and compared with what lies there at every start.
    rm -rf "$run/natives"
    mkdir "$run/natives"
    javafx_jars | grep -E '/javafx-(graphics|media|web)-[^/]*$' | while IFS= read -r jar; do
        (cd "$run/natives" && "$JAVA_HOME/bin/jar" --extract --file "$jar")
    done
    find "$run/natives" \( -name '*.so' -o -name '*.dylib' \) \
        -exec mv {} "$run/image.new/lib/" \;
    rm -rf "$run/natives"
    image_origin >"$run/image.new/origin"
    mv "$run/image.new" "$run/image"
    rm -f "$run"/cellist.aot*
}

# --- What lies beside it -------------------------------------------------------------------------

# Makes $2 hold what $1 holds, touching only files that differ. A file is replaced by a new one, so
# that a running program keeps the one it has open.
mirror() {
    mkdir -p "$2"
    for old in "$2"/*; do
        [ -e "$1/${old##*/}" ] || rm -f "$old"
    done
    for new in "$1"/*; do
        replace "$new" "$2/${new##*/}"
    done
}

replace() {
    cmp -s "$1" "$2" && return 0
    cp "$1" "$2.new"
    mv "$2.new" "$2"
    rm -f "$run"/cellist.aot*
}

# The parser of command lines is of so old a format that the start cache leaves it out. Each is
# written anew once: Maven copies it again only when it is another.
renew_old_classes() {
    for jar in "$here"/app/target/lib/picocli-*.jar; do
        [ "$(cat "$run/renewed" 2>/dev/null)" = "$(cksum <"$jar")" ] && continue
        if "$JAVA_HOME/bin/java" "$here/.build/RenewClasses.java" "$jar" >>"$log" 2>&1; then
            cksum <"$jar" >"$run/renewed"
        else
            say "the old classes of ${jar##*/} stay as they are; starts will be slower"
        fi
    done
}

copy_program() {
    replace "$here/app/target/app.jar" "$run/app.jar"
    mirror "$here/app/target/lib" "$run/lib"
    mirror "$here/app/target/kernels" "$run/kernels"
    if [ "$(uname -s)" = Linux ]; then
        sed "s|@FONTS@|$here/app/src/main/resources/org/cellist/app/ui/theme/fonts|" \
            "$here/.build/fonts/fonts.conf" >"$run/fonts.conf"
    fi
}

write_options() {
    {
        cat "$here/.build/java-options"
        printf '"-Dcellist.home=%s"\n' "$here"
        printf '"-Dcellist.javaKernel=%s"\n' "$run/kernels/java-kernel.jar"
        if [ ! -d "$run/image" ]; then
            printf -- '--module-path "%s"\n' "$(javafx_jars | paste -s -d : -)"
            printf -- '--add-modules javafx.controls,javafx.fxml,javafx.media,javafx.swing,javafx.web\n'
        fi
        printf -- '-cp "%s' "$run/app.jar"
        for jar in "$run"/lib/*.jar; do
            printf ':%s' "$jar"
        done
        printf '"\n'
    } >"$run/options.new"
    if ! cmp -s "$run/options.new" "$run/options"; then
        rm -f "$run"/cellist.aot*
    fi
    mv "$run/options.new" "$run/options"
}

. "$here/.build/jdk.sh"
. "$here/.build/built.sh"
find_jdk
take_lock
if [ -n "$waited" ] && is_built; then
    exit 0
fi
first=''
[ -f "$run/built" ] || first=yes
printf '%s\n' "$here" >"$run/began"
empty_if_others
compile
link_image
renew_old_classes
copy_program
write_options
if [ -z "$first" ] && [ -n "$(newer_than_built "$here/.build/start-cache.sh")" ]; then
    rm -f "$run"/cellist.aot*
fi
if [ -n "$first" ] && [ -d "$run/image" ]; then
    say "making the start cache"
    sh "$here/.build/start-cache.sh" || say "no start cache; starts will be slower"
fi
mv "$run/began" "$run/built"
