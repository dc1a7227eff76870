#!/bin/sh
# Gets the kernels that the tests run on: Debian's ipykernel and IRkernel, and the newest ipykernel
# in a venv of its own, .venvs/ipykernel-newest, with ruff beside it; and the language server
# basedpyright in .venvs/basedpyright, the newest Jupyter Server in .venvs/jupyter-server, Debian's
# OpenSSH server, which is never started as a service, and Debian's JupyterHub with its proxy and a
# keyring, whose tests are skipped without. Says the one line to type where it may not install
# something itself.
# The Java kernel comes with the build. Does nothing when all is there; looks for a newer ipykernel
# once a week.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd -P)
venv=$here/.venvs/ipykernel-newest
stamp=$venv/.looked
pyright=$here/.venvs/basedpyright
server=$here/.venvs/jupyter-server

say() { printf '%s\n' "cellist: $*" >&2; }

give_up() {
    say "a kernel for the tests is missing. Type this once, then start again:"
    say "  $*"
    exit 3
}

apt_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    if [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive apt-get install -y "$@" >/dev/null 2>&1
    elif sudo -n true 2>/dev/null; then
        sudo -n DEBIAN_FRONTEND=noninteractive apt-get install -y "$@" >/dev/null 2>&1
    else
        return 1
    fi
}

# Prints the Pythons here that can make a venv, one a line.
pythons() {
    for version in 3.12 3.13 3.11 3.14 3.10; do
        for python in "$HOME/.pyenv/versions/$version".*/bin/python3 "/usr/bin/python$version" \
            "/usr/local/bin/python$version" "/opt/homebrew/bin/python$version"; do
            if "$python" -c 'import ensurepip, ssl' >/dev/null 2>&1; then
                printf '%s\n' "$python"
            fi
        done
    done
}

# Installs into a venv, from the indexes that this machine's pip is told of, if it is told of any:
# they may be the only ones that can be reached.
pip_install() {
    into=$1/bin/python
    indexes=$("$into" -m pip config get global.extra-index-url 2>/dev/null ||
        "$2" -m pip config get global.extra-index-url 2>/dev/null || true)
    shift 2
    set -- -m pip install --quiet --disable-pip-version-check --retries 1 --upgrade "$@"
    option=--index-url
    # shellcheck disable=SC2086
    for index in $indexes; do
        set -- "$@" "$option" "$index"
        option=--extra-index-url
    done
    "$into" "$@"
}

is_there() { "$venv/bin/python" -c 'import ipykernel, ruff' >/dev/null 2>&1; }

# An index may have no ipykernel for the first Python, so the others are tried too.
make_venv() {
    pythons | while read -r python; do
        rm -rf "$venv"
        if "$python" -m venv "$venv" &&
            pip_install "$venv" "$python" ipykernel ruff </dev/null && is_there; then
            echo made
            break
        fi
    done 2>"$log"
}

# The wheel of the Python package index brings the node that it runs on; npm's package runs on the
# one that is here. An index may have neither, and then its test says so: nothing else needs it.
get_pyright() {
    [ ! -x "$pyright/bin/basedpyright-langserver" ] || return 0
    [ -z "$(find "$pyright/.tried" -mtime -7 2>/dev/null)" ] || return 0
    say "installing basedpyright for the tests ..."
    rm -rf "$pyright"
    python=$(pythons | head -n 1)
    if [ -n "$python" ] && "$python" -m venv "$pyright" >/dev/null 2>&1 &&
        pip_install "$pyright" "$python" basedpyright >/dev/null 2>&1; then
        return 0
    fi
    rm -rf "$pyright"
    mkdir -p "$pyright/bin"
    touch "$pyright/.tried"
    if command -v npm >/dev/null 2>&1 &&
        npm install --silent --no-audit --no-fund --prefix "$pyright" basedpyright \
            >/dev/null 2>&1; then
        ln -s ../node_modules/.bin/basedpyright-langserver "$pyright/bin/basedpyright-langserver"
    fi
    [ -x "$pyright/bin/basedpyright-langserver" ] || say "no index here has basedpyright"
}

# The newest Jupyter Server, in a venv beside the other; Debian's is the old one. An index may have
# none: then the tests that need it say so.
get_server() {
    [ ! -x "$server/bin/jupyter-server" ] || return 0
    say "installing the newest Jupyter Server for the tests ..."
    pythons | while read -r python; do
        rm -rf "$server"
        if "$python" -m venv "$server" >/dev/null 2>&1 &&
            pip_install "$server" "$python" jupyter_server ipykernel </dev/null >/dev/null 2>&1; then
            break
        fi
    done
    [ -x "$server/bin/jupyter-server" ] || say "no index here has jupyter_server"
}

# Without what they recommend: of R that is a compiler, its documents and more packages. The
# kernelspec comes with the package.
set --
/usr/bin/python3 -c 'import ipykernel' >/dev/null 2>&1 || set -- "$@" python3-ipykernel
[ -e /usr/share/jupyter/kernels/ir/kernel.json ] ||
    [ -e /usr/local/share/jupyter/kernels/ir/kernel.json ] ||
    [ -e "$HOME/.local/share/jupyter/kernels/ir/kernel.json" ] || set -- "$@" r-cran-irkernel
python3 -c 'import jupyter_server' >/dev/null 2>&1 || set -- "$@" jupyter-server
command -v openssl >/dev/null 2>&1 || set -- "$@" openssl
[ -x /usr/sbin/sshd ] || set -- "$@" openssh-server
command -v ssh-agent >/dev/null 2>&1 || set -- "$@" openssh-client
if [ $# -gt 0 ]; then
    apt_install --no-install-recommends "$@" ||
        give_up "sudo apt-get install -y --no-install-recommends $*"
fi

# Where no service manager has made it, sshd wants it from whoever is root.
if [ "$(id -u)" = 0 ]; then
    mkdir -p -m 755 /run/sshd
fi

# What the tests can do without: they say so.
wished=
[ -x /usr/bin/jupyterhub ] || wished="jupyterhub"
command -v gnome-keyring-daemon >/dev/null 2>&1 || wished="$wished gnome-keyring dbus"
if [ -n "$wished" ]; then
    # shellcheck disable=SC2086 # a list of words
    apt_install --no-install-recommends $wished || say "tests are skipped without: $wished"
fi

get_pyright || true
get_server || true
if is_there; then
    if [ -n "$(find "$stamp" -mtime +7 2>/dev/null)" ]; then
        pip_install "$venv" "$venv/bin/python" ipykernel 2>/dev/null || say "no newer ipykernel can be fetched"
        touch "$stamp"
    fi
    exit 0
fi
[ -n "$(pythons)" ] || apt_install python3-venv || give_up "sudo apt-get install -y python3-venv"
say "installing the newest ipykernel for the tests ..."
log=$(mktemp)
if [ "$(make_venv)" != made ]; then
    tail -n 5 "$log" >&2
    rm -f "$log"
    give_up "python3 -m venv '$venv' && '$venv/bin/python' -m pip install ipykernel ruff"
fi
rm -f "$log"
touch "$stamp"
