#!/bin/sh
# Installs what purposes need and this system lacks: `setup.sh PURPOSE…`.
#
#   window   libraries that JavaFX opens, and glyphs for every script
#   python   a Python kernel with pandas and matplotlib
#   screen   a screen in memory, for measuring
#   test     all of these, and the peers that results are compared with
#
# Uses apt where it may; otherwise says the one line to type, and lets the start go on: the built-in
# Java kernel needs nothing. Only for `test` is a lack an error (3). In target/run it leaves
# ready-PURPOSE when all is there, so that the next start need not look, and told-PURPOSE when a
# person was told what is not.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd -P)
run=$here/target/run
missing=''

say() { printf 'cellist: %s\n' "$*" >&2; }

# Adds a package unless one of the files that follow it exists.
need() {
    package=$1
    shift
    for file in "$@"; do
        [ -e "$file" ] && return 0
    done
    missing="$missing $package"
}

need_library() {
    need "$1" /usr/lib/*-linux-gnu*/"$2" /usr/lib64/"$2" /usr/lib/"$2" /lib64/"$2" \
        /run/current-system/sw/lib/"$2"
}

# What the window needs beside the system's own libraries is a matter of Linux.
is_linux() { [ "$(uname -s)" = Linux ]; }

need_window() {
    is_linux || return 0
    need_library libgtk-3-0 libgtk-3.so.0
    need_library libgl1 libGL.so.1
    need_library libxtst6 libXtst.so.6
    need_library libxxf86vm1 libXxf86vm.so.1
    need_library libasound2 libasound.so.2
    # Hanja and Kana: ours have Latin and Hangul. Any font of the system that has them will do.
    if ! fc-list ':lang=ja' family 2>/dev/null | grep -q .; then
        need fonts-noto-cjk /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc
    fi
}

python_has() {
    for folder in /usr/lib/python3/dist-packages /usr/lib/python3*/site-packages \
        /usr/local/lib/python3*/dist-packages; do
        [ -d "$folder/$1" ] && return 0
    done
    python3 -c 'import importlib.util, sys
sys.exit(importlib.util.find_spec(sys.argv[1]) is None)' "$1" 2>/dev/null
}

need_python_module() {
    python_has "$2" || missing="$missing $1"
}

need_python() {
    need_python_module python3-ipykernel ipykernel
    need_python_module python3-pandas pandas
    need_python_module python3-matplotlib matplotlib
}

need_screen() {
    ! is_linux || command -v Xvfb >/dev/null 2>&1 || missing="$missing xvfb"
}

# What types Hangul as a person does. A desktop has most of it.
need_hangul() {
    is_linux || return 0
    need xdotool /usr/bin/xdotool
    need dbus-daemon /usr/bin/dbus-run-session
    need libglib2.0-bin /usr/bin/gsettings
    need ibus /usr/bin/ibus-daemon
    need ibus-hangul /usr/share/ibus/component/hangul.xml
    need ibus-gtk3 /usr/lib/*-linux-gnu*/gtk-3.0/3.0.0/immodules/im-ibus.so \
        /usr/lib64/gtk-3.0/3.0.0/immodules/im-ibus.so
}

need_test() {
    need_window
    need_python
    need_screen
    need_hangul
    need_python_module python3-nbformat nbformat
    need_python_module python3-pylsp pylsp
    need_python_module jupyter-server jupyter_server
    command -v openssl >/dev/null 2>&1 || missing="$missing openssl"
    need_python_module python3-pyflakes pyflakes
    command -v jupyter-nbconvert >/dev/null 2>&1 || missing="$missing jupyter-nbconvert"
    command -v black >/dev/null 2>&1 || missing="$missing black"
    need r-cran-irkernel /usr/share/jupyter/kernels/ir/kernel.json \
        /usr/local/share/jupyter/kernels/ir/kernel.json \
        "$HOME/.local/share/jupyter/kernels/ir/kernel.json"
    # The newest ipykernel is tried besides, from the Python package index.
    python3 -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
}

# Some libraries have a new name since Debian 13 and Ubuntu 24.04.
renamed() {
    for package in $missing; do
        if apt-cache show "${package}t64" >/dev/null 2>&1; then
            package=${package}t64
        fi
        printf ' %s' "$package"
    done
}

# Whether the purposes are or contain this one.
is_for() {
    case " $purposes " in *" $1 "*) ;; *) return 1 ;; esac
}

# Ends the work without what is missing: for tests that is a failure.
go_on_without() {
    ! is_for test || exit 3
    mkdir -p "$run"
    for purpose in $purposes; do
        : >"$run/told-$purpose"
    done
    exit 0
}

# Says that nothing is missing any more. What was, was missing too when the start caches were made:
# the one without a window ends where there was no kernel.
remember() {
    mkdir -p "$run"
    for purpose in $purposes; do
        if [ -n "$missing" ] || [ -f "$run/told-$purpose" ]; then
            rm -f "$run/told-$purpose" "$run"/cellist.aot.cli* "$run/cellist.aot.failed"
        fi
        : >"$run/ready-$purpose"
    done
}

# The list holds no blanks inside a name, so the unquoted uses below are meant.
install_by_apt() {
    if [ "$(id -u)" = 0 ]; then
        as_root=''
    elif sudo -n true 2>/dev/null; then
        as_root='sudo -n'
    else
        say "something is missing. Type this once:"
        say "  sudo apt-get install -y --no-install-recommends$(renamed)"
        go_on_without
    fi
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    say "installing$missing"
    # shellcheck disable=SC2046,SC2086
    if ! { $as_root apt-get update && $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y --no-install-recommends $(renamed); } >"$log" 2>&1; then
        grep -E '^(E|W): ' "$log" >&2 || tail -n 20 "$log" >&2
        say "apt could not install:$missing"
        go_on_without
    fi
}

purposes=$*
for purpose in $purposes; do
    "need_$purpose"
done
if [ -n "$missing" ]; then
    if command -v apt-get >/dev/null 2>&1; then
        install_by_apt
    else
        say "missing here, by their names in Debian:$missing"
        case $missing in
            *python3-*) say "Or type: python3 -m pip install ipykernel pandas matplotlib" ;;
        esac
        go_on_without
    fi
fi
is_for test || remember
