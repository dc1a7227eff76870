#!/bin/sh
# Answers as docker does: `ps`, and `exec` into a container that is a home of its own.
ps='FOLDER/ps'
case $1 in
ps)
    if [ -e 'FOLDER/closed' ]; then
        echo "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock" >&2
        exit 1
    fi
    if [ -e 'FOLDER/down' ]; then
        echo "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?" >&2
        exit 1
    fi
    exec cat "$ps"
    ;;
exec)
    shift
    while :; do
        case $1 in
        -e) shift 2 ;;
        -*) shift ;;
        *) break ;;
        esac
    done
    name=$1
    shift
    if ! grep -q "\"Names\":\"$name\"" "$ps"; then
        echo "Error response from daemon: No such container: $name" >&2
        exit 1
    fi
    if ! grep "\"Names\":\"$name\"" "$ps" | grep -q '"State":"running"'; then
        echo "Error response from daemon: container 5f1d is not running" >&2
        exit 1
    fi
    cd /
    exec env -i HOME='FOLDER/home' PATH=/usr/local/bin:/usr/bin:/bin TERM="$TERM" "$@"
    ;;
esac
