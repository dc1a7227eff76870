# shellcheck shell=sh
# Finds a JDK that can build Cellist and exports JAVA_HOME. Sourced; starts no process in the usual
# case, because a JDK says its version in the file `release` beside `bin`.
#
# One with exactly the wanted version is taken at once, newer ones only when there is none: the
# build tools know the wanted version best.

jdk_wanted=25
: "${HOME:=/}"

# Sets jdk_major to the major version of the JDK in a folder, or to nothing.
read_jdk_major() {
    jdk_major=''
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    while IFS='=' read -r jdk_name jdk_value; do
        if [ "$jdk_name" = JAVA_VERSION ]; then
            jdk_value=${jdk_value#\"}
            jdk_value=${jdk_value%\"}
            jdk_major=${jdk_value%%[!0-9]*}
            return 0
        fi
    done <"$1/release"
}

# Takes the folder if its version is the wanted one; remembers it if it is newer.
consider_jdk() {
    read_jdk_major "$1"
    [ -n "$jdk_major" ] || return 1
    if [ "$jdk_major" -eq "$jdk_wanted" ]; then
        JAVA_HOME=$1
        return 0
    fi
    if [ "$jdk_major" -gt "$jdk_wanted" ] && [ -z "$jdk_newer" ]; then
        jdk_newer=$1
    fi
    return 1
}

# The JDK of the `javac` on the PATH: through symbolic links, and past the shims of version tools.
consider_path() {
    jdk_javac=$(command -v javac 2>/dev/null) || return 1
    jdk_javac=$(readlink -f "$jdk_javac" 2>/dev/null) || return 1
    consider_jdk "${jdk_javac%/bin/javac}"
}

# Folders that Maven's toolchains file names, one JDK a line.
consider_toolchains() {
    [ -r "$HOME/.m2/toolchains.xml" ] || return 1
    while IFS= read -r jdk_line; do
        case $jdk_line in
            *'<jdkHome>'*'</jdkHome>'*)
                jdk_line=${jdk_line#*'<jdkHome>'}
                consider_jdk "${jdk_line%%'</jdkHome>'*}" && return 0
                ;;
        esac
    done <"$HOME/.m2/toolchains.xml"
    return 1
}

consider_usual_places() {
    # A pattern that matches nothing stays as it is and is no folder: harmless.
    for jdk_folder in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
        /opt/*jdk* /usr/local/lib/jvm/* /usr/local/openjdk-* /usr/local/jdk* \
        /app/jdk /run/current-system/sw/lib/openjdk \
        "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
        "${ASDF_DATA_DIR:-$HOME/.asdf}"/installs/java/* \
        "${MISE_DATA_DIR:-$HOME/.local/share/mise}"/installs/java/* \
        "${JABBA_HOME:-$HOME/.jabba}"/jdk/* "$HOME"/.jenv/versions/* "$HOME"/.jdks/* \
        "${GRADLE_USER_HOME:-$HOME/.gradle}"/jdks/* "$HOME"/.m2/jdks/* \
        "${HOMEBREW_PREFIX:-/opt/homebrew}"/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        consider_jdk "$jdk_folder" && return 0
        # Gradle keeps a macOS bundle inside a folder of their own.
        consider_jdk "$jdk_folder/Contents/Home" && return 0
    done
    return 1
}

# Exports JAVA_HOME, or says how to get a JDK and ends with 3.
find_jdk() {
    jdk_newer=''
    if [ -n "${JAVA_HOME:-}" ]; then
        read_jdk_major "$JAVA_HOME"
        if [ "${jdk_major:-0}" -ge "$jdk_wanted" ]; then
            export JAVA_HOME
            return 0
        fi
    fi
    if consider_path || consider_toolchains || consider_usual_places; then
        export JAVA_HOME
        return 0
    fi
    if [ -n "$jdk_newer" ]; then
        JAVA_HOME=$jdk_newer
        export JAVA_HOME
        return 0
    fi
    cat >&2 <<END
cellist: needs a JDK $jdk_wanted or newer, and found none.
  Debian, Ubuntu   sudo apt-get install openjdk-$jdk_wanted-jdk   (where your release has it)
  Fedora           sudo dnf install java-$jdk_wanted-openjdk-devel
  macOS            brew install openjdk@$jdk_wanted
  anywhere         unpack a JDK $jdk_wanted from https://adoptium.net and set JAVA_HOME to its folder
END
    exit 3
}
