#!/bin/sh
# Installs what is missing: `setup.sh run` for the command line, `window` for the window, `test` for
# the tests. Uses apt where it may; otherwise says the one line to type. Never fails for a kernel:
# the built-in Java kernel always runs.
set -eu

purpose=${1:-window}

say() { printf '%s\n' "cellist: $*" >&2; }

has_file() {
    for candidate in "$@"; do
        [ -e "$candidate" ] && return 0
    done
    return 1
}

missing=''
need() {
    package=$1
    shift
    has_file "$@" || missing="$missing $package"
}

if [ "$(uname -s)" != Linux ]; then
    exit 0
fi

need python3-ipykernel /usr/lib/python3/dist-packages/ipykernel \
    /usr/lib/python3*/site-packages/ipykernel
need python3-pandas /usr/lib/python3/dist-packages/pandas /usr/lib/python3*/site-packages/pandas
need python3-matplotlib /usr/lib/python3/dist-packages/matplotlib \
    /usr/lib/python3*/site-packages/matplotlib
if [ "$purpose" != run ]; then
    need libgtk-3-0 /usr/lib/*/libgtk-3.so.0 /usr/lib64/libgtk-3.so.0
    need libgl1 /usr/lib/*/libGL.so.1 /usr/lib64/libGL.so.1
    need libxtst6 /usr/lib/*/libXtst.so.6 /usr/lib64/libXtst.so.6
    need libxxf86vm1 /usr/lib/*/libXxf86vm.so.1 /usr/lib64/libXxf86vm.so.1
    need libasound2 /usr/lib/*/libasound.so.2 /usr/lib64/libasound.so.2
    need fonts-noto-cjk /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
fi
if [ "$purpose" = test ]; then
    need xvfb /usr/bin/Xvfb
    need jupyter-nbconvert /usr/lib/python3/dist-packages/nbconvert
fi
[ -z "$missing" ] && exit 0

# The names of the packages hold no blanks, so the unquoted lists below are meant.
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then
        as_root=''
    elif sudo -n true 2>/dev/null; then
        as_root='sudo -n'
    else
        say "something is missing. Type this once, then start again:"
        say "  sudo apt-get install -y$missing"
        [ "$purpose" = test ] && exit 3
        exit 0
    fi
    say "installing$missing ..."
    log=$(mktemp)
    # shellcheck disable=SC2086
    if ! { $as_root apt-get update && DEBIAN_FRONTEND=noninteractive \
        $as_root apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1; then
        tail -n 20 "$log" >&2
        say "apt could not install:$missing"
        rm -f "$log"
        [ "$purpose" = test ] && exit 3
        exit 0
    fi
    rm -f "$log"
else
    say "missing here (names as in Debian):$missing"
    say "Install them with your system's package manager. Java notebooks run without."
fi
