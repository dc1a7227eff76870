#!/usr/bin/env bash
# Makes an installer of the system it runs on: package.sh TYPE VERSION
#
# TYPE is one of jpackage's: deb, rpm, dmg, pkg, msi, exe, or app-image for a folder to try.
# VERSION is up to three numbers; macOS wants the first to be 1 or more.
# The result lies in target/installers. deb needs fakeroot and binutils, msi and exe need WiX.
set -euo pipefail

type=${1:?deb, rpm, dmg, pkg, msi, exe or app-image}
version=${2:?version}
here=$(cd "$(dirname "$0")/.." && pwd -P)
run=$here/target/run
out=$here/target/installers
system=$(uname -s)

case $system in
    Linux | Darwin)
        sh "$here/.build/build.sh"
        . "$here/.build/jdk.sh"
        find_jdk
        ;;
    *) powershell -NoProfile -ExecutionPolicy Bypass -File "$here/.build/build.ps1" ;;
esac

# jpackage puts every *.jar of its input on the class path. The Java kernel is a program of its own
# and must not be there, so it loses its ending; `java -jar` does not care.
input=$here/target/installer-input
rm -rf "$input" && mkdir -p "$input/kernels" "$out"
cp "$run/app.jar" "$run"/lib/*.jar "$input"
cp "$run/kernels/java-kernel.jar" "$input/kernels/java-kernel"
cp "$here/LICENSE" "$input"

options=(
    --type "$type" --dest "$out" --name Cellist --app-version "$version"
    --vendor Cellist --description 'A desktop IDE for Jupyter notebooks'
    --runtime-image "$run/image" --input "$input"
    --main-jar app.jar --main-class org.cellist.app.Main
    --java-options "-Dcellist.javaKernel=\$APPDIR/kernels/java-kernel"
)
# shellcheck disable=SC2013 # one option a line, without blanks
for option in $(tr -d '\r' <"$here/.build/java-options"); do
    options+=(--java-options "$option")
done
case $system in
    Linux) options+=(--icon "$here/icons/cellist-512.png") ;;
    Darwin) options+=(--icon "$here/icons/cellist.icns") ;;
    *) options+=(--icon "$here/icons/cellist.ico") ;;
esac
if [ "$type" != app-image ]; then
    options+=(--license-file "$here/LICENSE")
    case $system in
        Linux)
            options+=(
                --file-associations "$here/installers/linux/notebook.properties"
                --linux-package-name cellist --linux-shortcut --linux-menu-group Development
                --linux-app-category devel
            )
            ;;
        Darwin)
            options+=(--file-associations "$here/installers/macos/notebook.properties"
                --mac-package-identifier org.cellist.app)
            ;;
        *)
            options+=(--file-associations "$here/installers/windows/notebook.properties"
                --win-menu --win-shortcut-prompt --win-per-user-install
                --win-upgrade-uuid 5f0c7a3e-6c0e-4b8b-9a59-0d1f7f5a4c11)
            ;;
    esac
fi
"${JAVA_HOME:+$JAVA_HOME/bin/}jpackage" "${options[@]}"
ls -l "$out"
