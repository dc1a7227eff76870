#!/bin/sh
# Opens Cellist with a real Korean input method on a display of its own, to try by hand or with xdotool:
# DISPLAY=:96 xdotool type gksrmf writes 한글. Needs, on Debian:
#   sudo apt-get install -y xvfb xdotool dbus-x11 ibus ibus-hangul ibus-gtk3
# Usage: .build/try-hangul.sh FILE…; ends with the window. What to try stands in docs/testing.md.
set -eu

number=${CELLIST_HANGUL_DISPLAY:-96}
here=$(cd "$(dirname "$0")/.." && pwd)
if [ "${CELLIST_HANGUL_SESSION:-}" != yes ]; then
    home=$(mktemp -d)
    Xvfb :"$number" -screen 0 1360x860x24 -nolisten tcp >/dev/null 2>&1 &
    server=$!
    trap 'kill "$server"; rm -rf "$home"' EXIT
    sleep 1
    DISPLAY=:"$number" XDG_CONFIG_HOME="$home" CELLIST_HANGUL_SESSION=yes LC_ALL=C.UTF-8 \
        GSETTINGS_BACKEND=keyfile GTK_IM_MODULE=ibus XMODIFIERS=@im=ibus \
        dbus-run-session -- "$0" "$@"
    exit
fi

gsettings set org.freedesktop.ibus.engine.hangul initial-input-mode hangul
gsettings set org.freedesktop.ibus.general preload-engines "['hangul']"
ibus-daemon --xim --daemonize
tries=0
until ibus engine hangul 2>/dev/null || [ "$tries" -ge 30 ]; do
    tries=$((tries + 1))
    sleep 1
done
"$here/cellist" "$@"
ibus exit
