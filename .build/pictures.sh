#!/bin/sh
# Takes the pictures of docs/guide: the tour, the runtime picker, forms, pages, panes, and what helps
# while one edits, in both themes, on a screen of 1360 × 860. Needs Xvfb, xdotool and ImageMagick: sudo apt-get install -y xvfb xdotool imagemagick
set -eu

here=$(cd "$(dirname "$0")/.." && pwd -P)
guide=$here/docs/guide
work=$(mktemp -d)
exec 3>"$work/number"
Xvfb -displayfd 3 -screen 0 1360x860x24 -nolisten tcp >/dev/null 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$work"' EXIT
exec 3>&-
while [ ! -s "$work/number" ]; do sleep 0.1; done
DISPLAY=:$(cat "$work/number")
export DISPLAY
mkdir -p "$guide"

# Waits $1 seconds, or PACE times as long where the machine has other work.
pause() {
    sleep "$(awk -v n="$1" -v pace="${PACE:-1}" 'BEGIN { print n * pace }')"
}

# Opens a copy of an example with settings of its own; $1 theme, $2 language, $3 name.
open_example() {
    mkdir -p "$work/$1/cellist" "$work/$2" "$work/home"
    printf 'theme=%s\nlanguage=%s\nkernels.atClose=STOP\n' "$1" "$2" >"$work/$1/cellist/settings.properties"
    cp "$here/docs/examples/$3.ipynb" "$work/$2/$3.ipynb"
    # Nothing of this machine but the system's Python is to be seen.
    env -u PYENV_ROOT PATH=/usr/bin:/bin HOME="$work/home" XDG_CONFIG_HOME="$work/$1" \
        CELLIST_OPTS="-Duser.home=$work/home" "$here/cellist" "$work/$2/$3.ipynb" >"$work/log" 2>&1 &
    window=$!
    until xdotool search --name "$3" >/dev/null 2>&1; do pause 0.5; done
    pause 5
}

# Ends the program as a person does, and with it its kernels.
leave() {
    xdotool key Escape
    pause 0.5
    xdotool key ctrl+q
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        kill -0 "$window" 2>/dev/null || return 0
        pause 1
    done
    echo "the window had to be killed: see its kernels" >&2
    kill "$window"
}

click() {
    xdotool mousemove "$1" "$2" click 1
    pause "${3:-1}"
}

picture() {
    import -window root "$guide/$1.png"
}

# The window whose name has $2 in it, by itself: there is nobody here who draws a frame around it.
picture_of() {
    import -window "$(xdotool search --name "$2" | tail -1)" "$guide/$1.png"
}

# Performs a command by its English name, which the palette knows in every language.
command_named() {
    xdotool key ctrl+shift+p
    pause 0.7
    xdotool type --delay 40 "$1"
    pause 1
    xdotool key Return
    pause "${2:-2}"
}

run_all='654 67'
tables='108 184'
runtime='1260 67'

open_example light en tour
# shellcheck disable=SC2086 # two numbers
{
    picture tour-top-light
    click $run_all 12
    click $tables 2
    xdotool mousemove 200 700
    pause 1
    picture tour-light
    click $runtime 3
    picture runtime-picker
}
leave

open_example dark ko tour
# shellcheck disable=SC2086 # two numbers
{
    click $run_all 12
    click $tables 2
    xdotool mousemove 200 700
    pause 1
    picture tour-dark-ko
}
leave

# Forms, a table that was sorted, a text as it is written, two pages: $1 theme, $2 language.
pages() {
    open_example "$1" "$2" forms
    xdotool mousemove 200 700
    pause 1
    picture "forms-$1"
    leave
    open_example "$1" "$2" tour
    # shellcheck disable=SC2086 # two numbers
    {
        click 700 225 1 # the first text cell
        xdotool key Return
        pause 2
        picture "text-$1"
        xdotool key Escape ctrl+Return
        click $run_all 12
        click $tables 2
    }
    click 714 447 1 # the heading of the numbers
    xdotool key Escape ctrl+backslash
    pause 3
    picture "split-$1"
    leave
}

pages light en
pages dark ko

# What helps while one edits: $1 theme, $2 language.
editing() {
    open_example "$1" "$2" editing
    click 700 210 1 # the first code cell
    xdotool key ctrl+Return
    pause 8
    click 24 192 2 # variables
    xdotool key Return ctrl+End
    xdotool type --delay 60 'df.me'
    pause 10 # the kernel has to read pandas first
    xdotool key Escape BackSpace BackSpace
    xdotool type --delay 60 'me'
    pause 12
    picture "completion-$1"
    xdotool key Escape Escape
    pause 0.5
    xdotool key ctrl+f
    pause 0.5
    xdotool type --delay 60 'age'
    pause 2
    picture "find-$1"
    xdotool key Escape ctrl+shift+p
    pause 0.5
    xdotool type --delay 60 'sec'
    pause 1
    picture "palette-$1"
    xdotool key Escape ctrl+k ctrl+s
    pause 1
    picture "keys-$1"
    xdotool key Escape ctrl+shift+o
    pause 1
    picture "go-to-cell-$1"
    xdotool key Escape ctrl+shift+f
    pause 1
    xdotool type --delay 60 'age'
    xdotool key Return
    pause 2
    picture "search-$1"
    xdotool key Escape ctrl+comma
    pause 1
    picture "settings-$1"
    xdotool key Escape
    pause 0.5
    command_named 'History'
    xdotool key Down # from what is now to the version before
    pause 2
    picture "history-$1"
    xdotool key Escape
    pause 0.5
    leave
}

editing light en
editing dark ko

# The panes and sheets beside the cells: $1 theme, $2 language, $3 what the window of metadata is named.
panes() {
    open_example "$1" "$2" editing
    click 700 210 1 # the first code cell
    xdotool key ctrl+Return
    pause 8
    xdotool key Return ctrl+Home Down Down Down Down
    pause 0.5
    command_named 'Fold the block'
    xdotool key Escape
    command_named 'Edit tags'
    xdotool type --delay 40 'parameters'
    xdotool key Return
    pause 1
    picture "tags-$1"
    xdotool key Escape Escape
    pause 0.5
    command_named 'Edit the metadata of the cell'
    xdotool key ctrl+Home Down Down End
    xdotool type --delay 40 ', "remove-input"' # not applied yet
    pause 2
    picture_of "metadata-$1" "$3"
    for _ in 1 2 3 4 5 6 7 8 9 10; do xdotool key ctrl+z ctrl+z; done # else it asks at the end
    xdotool key Escape
    pause 1
    command_named 'Insert snippet'
    xdotool key Down Down
    pause 1
    picture "snippets-$1"
    xdotool key Escape
    command_named 'Scratch'
    xdotool type --delay 40 'df.age.mean()'
    xdotool key ctrl+Return
    pause 3
    picture "scratch-$1"
    leave
}

panes light en Metadata
panes dark ko 메타데이터

# What is at the left, and a table: $1 theme, $2 language.
left() {
    open_example "$1" "$2" editing
    click 700 210 1 # the first code cell
    xdotool key ctrl+Return
    pause 8
    command_named 'Variables'
    picture "variables-$1"
    xdotool key Home Return # the first is a table
    pause 4
    picture "data-$1"
    xdotool key Escape
    pause 0.5
    mkdir -p "$work/$2/figures" "$work/$2/runs"
    seq 1 9000 >"$work/$2/measurements.csv"
    head -c 3200000 /dev/zero >"$work/$2/weights.bin"
    printf '# 결과\n' >"$work/$2/실험 결과.md"
    printf 'print("train")\n' >"$work/$2/train.py"
    command_named 'Files' 4
    xdotool key Down Down Down
    picture "files-$1"
    command_named 'Contents'
    picture "contents-$1"
    command_named 'Running kernels' 4
    picture "kernels-$1"
    command_named 'Resources of this computer' 8
    picture "resources-$1"
    leave
}

left light en
left dark ko

# A terminal below the pages: $1 theme, $2 language.
terminal() {
    open_example "$1" "$2" tour
    xdotool key ctrl+grave
    pause 4
    xdotool type "PS1='tour\$ '; clear; git -C '$here' log --color=always --oneline -3 -- docs/guide | cat; printf '한글은 두 칸\n'"
    xdotool key Return
    pause 2
    picture "terminal-$1"
    xdotool type exit
    xdotool key Return
    pause 1
    leave
}

terminal light en
terminal dark ko
