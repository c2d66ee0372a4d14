#!/bin/sh
# Opens the disk image, copies the application out as a reader would, and uses it: smoke.sh IMAGE
set -eu
image=$1
place=$(mktemp -d)/Триптих
mkdir -p "$place/home"
mounted=$(hdiutil attach -nobrowse -readonly "$image" | awk -F '\t' '/\/Volumes\// { print $NF }')
cp -R "$mounted/Triptych.app" "$place/"
hdiutil detach "$mounted"
app=$place/Triptych.app
cli=$app/Contents/MacOS/triptych-cli
codesign --verify --deep --strict "$app"

"$cli" --version
"$cli" case zhanaozen-2011 "$place/Жаңаөзен.triptych"
"$cli" verify "$place/Жаңаөзен.triptych"
for ending in pdf docx odt html xlsx csv md json; do
    "$cli" export "$place/Жаңаөзен.triptych" "$place/sheet.$ending" --event shooting
    test -s "$place/sheet.$ending"
done

# No screen can be looked at here: that the window comes up shows in the settings it writes.
export TRIPTYCH_SETTINGS="$place/home" TRIPTYCH_DATA="$place/home"
"$app/Contents/MacOS/triptych" "$place/Жаңаөзен.triptych" &
window=$!
seconds=0
while [ ! -f "$place/home/settings.json" ]; do
    [ "$seconds" -lt 60 ] || { echo "no window came up" >&2; exit 1; }
    kill -0 "$window"
    sleep 1
    seconds=$((seconds + 1))
done
kill "$window"
test ! -f "$place/home/crash-report.txt"
echo "ok"
