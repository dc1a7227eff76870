#!/bin/sh
# Proves the set-up on a bare Debian 12: a root made by mmdebstrap with git, a copied JDK and nothing
# else, a fresh clone in it, and the two commands of the README.
#
#   prove-bare.sh [--root DIR] [--maven-repository DIR] [STEP…]
#
#   version   ./cellist --version: finds the JDK, builds, answers
#   window    ./cellist docs/examples/tour.ipynb: installs what is missing, and its window appears
#   run       ./cellist run docs/examples/tour.ipynb, on the Python kernel that was installed
#   test      ./cellist test
#
# Without a step: version, window, run. --root keeps the root there and uses it again;
# --maven-repository copies a filled local repository in, which spares the network, not the build.
# Needs root, mmdebstrap, and for the window Xvfb and xwininfo, all on this machine: the bare root
# gets none of them from us. What is committed is what is tried.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd -P)
root=''
maven_repository=''
while :; do
    case "${1:-}" in
        --root) root=$2 && shift 2 ;;
        --maven-repository) maven_repository=$2 && shift 2 ;;
        *) break ;;
    esac
done
[ $# -gt 0 ] || set -- version window run

say() { printf 'prove-bare: %s\n' "$*"; }

server=''
kept=yes
clean_up() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    [ "$kept" = yes ] || rm -rf --one-file-system "$root"
}
trap clean_up EXIT
trap 'exit 130' INT TERM

make_root() {
    if [ -z "$root" ]; then
        root=$(mktemp -d)
        kept=no
    fi
    if [ ! -e "$root/etc/debian_version" ]; then
        say "making a bare Debian 12 in $root"
        mmdebstrap --quiet --variant=minbase --include=git bookworm "$root"
    fi
    chmod 755 "$root"
    mkdir -p /tmp/.X11-unix
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
}

# With its links followed: a distribution may keep a JDK's certificates elsewhere.
copy_jdk() {
    . "$here/.build/jdk.sh"
    find_jdk
    [ -d "$root/usr/lib/jvm/jdk" ] || {
        mkdir -p "$root/usr/lib/jvm"
        cp -rL "$JAVA_HOME" "$root/usr/lib/jvm/jdk"
    }
}

clone() {
    rm -rf "$root/root/cellist"
    git clone -q --no-local "$here" "$root/root/cellist"
    if [ -n "$maven_repository" ] && [ ! -d "$root/root/.m2/repository" ]; then
        mkdir -p "$root/root/.m2"
        cp -r "$maven_repository" "$root/root/.m2/repository"
    fi
}

# Runs a command in the clone, with mounts and processes of its own that end with it. /dev comes with
# its terminals: what a cell calls with an exclamation mark runs in one.
inside() {
    # shellcheck disable=SC2016 # expanded by the inner shell
    unshare --mount --pid --fork --kill-child sh -c '
        mount --rbind /dev "$0/dev"
        mount -t proc proc "$0/proc"
        mkdir -p "$0/tmp/.X11-unix"
        mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"
        exec chroot "$0" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin \
            LANG=C.UTF-8 DISPLAY="${DISPLAY:-}" sh -c "cd /root/cellist && $1"' "$root" "$1"
}

timed() {
    began=$(date +%s)
    "$@"
    say "$* took $(($(date +%s) - began)) s"
}

prove_version() {
    inside './cellist --version'
}

prove_run() {
    inside './cellist run docs/examples/tour.ipynb -o /tmp/tour.ipynb'
}

prove_test() {
    inside './cellist test'
}

start_screen() {
    number=$(mktemp)
    exec 3>"$number"
    Xvfb -displayfd 3 -screen 0 1360x860x24 -nolisten tcp >/dev/null 2>&1 &
    server=$!
    exec 3>&-
    until [ -s "$number" ]; do
        kill -0 "$server" 2>/dev/null || { say "Xvfb did not start" && exit 1; }
        sleep 0.1
    done
    DISPLAY=:$(cat "$number")
    rm "$number"
    export DISPLAY
}

# A window that names the notebook is a window that opened it.
prove_window() {
    start_screen
    inside './cellist docs/examples/tour.ipynb' &
    program=$!
    until xwininfo -root -tree | grep -q 'tour.*Cellist'; do
        kill -0 "$program" 2>/dev/null || { say "ended without a window" && exit 1; }
        sleep 1
    done
    say "the window is there"
    if command -v import >/dev/null 2>&1; then
        sleep 5
        import -window root "$root/root/window.png" && say "picture: $root/root/window.png"
    fi
    kill "$program"
    wait "$program" || true
}

make_root
copy_jdk
clone
say "in the root: $(chroot "$root" dpkg-query --show | wc -l) packages, $(cd "$here" && git log -1 --format='%h %s')"
for step in "$@"; do
    timed "prove_$step"
done
