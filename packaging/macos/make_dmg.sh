#!/bin/sh
# Packs Triptych.app into a disk image: make_dmg.sh Triptych.app triptych.dmg
#
# The signature is an ad-hoc one: it says the files belong together, not who made them. Where
# SIGNING_IDENTITY names a Developer ID certificate, that is used in its place.
set -eu
app=$1
image=$2
here=$(cd -- "$(dirname -- "$0")" && pwd -P)
place=$(mktemp -d)
trap 'rm -rf -- "$place"' EXIT

codesign --force --deep --options runtime --timestamp=none \
    --entitlements "$here/entitlements.plist" --sign "${SIGNING_IDENTITY:--}" "$app"
codesign --verify --deep --strict "$app"
cp -R "$app" "$place/"
ln -s /Applications "$place/Applications"
cp "$here/Read me first.txt" "$place/"
rm -f -- "$image"
hdiutil create -volname Triptych -srcfolder "$place" -fs HFS+ -format UDZO -ov "$image"
hdiutil verify "$image"
