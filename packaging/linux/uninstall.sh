#!/bin/sh
# Removes the Triptych this file belongs to. Corpora and settings are the reader's and stay.
set -eu
LC_ALL=C
export LC_ALL
place=$(cd -- "$(dirname -- "$0")" && pwd -P)
prefix=${place%/lib/triptych}
if [ "$prefix" = "$place" ] || [ ! -f "$place/installed-files" ]; then
    printf '%s\n' "triptych: $place is not as it was installed; nothing was removed." >&2
    exit 1
fi
while IFS= read -r file; do
    rm -f -- "$prefix/$file"
    # Folders go where nothing else is in them.
    folder=$(dirname -- "$file")
    while [ "$folder" != . ] && rmdir -- "$prefix/$folder" 2>/dev/null; do
        folder=$(dirname -- "$folder")
    done
done <"$place/installed-files"
rm -rf -- "$place"
rmdir -- "$prefix/lib" 2>/dev/null || :
if [ "${1:-}" != --quiet ]; then
    # What the system has noted of programs and types is noted anew, or goes with the last of them.
    entries=$prefix/share/applications
    if ls "$entries"/*.desktop >/dev/null 2>&1; then
        ! command -v update-desktop-database >/dev/null 2>&1 ||
            update-desktop-database "$entries" >/dev/null 2>&1 || :
    else
        rm -f -- "$entries/mimeinfo.cache"
        rmdir -- "$entries" 2>/dev/null || :
    fi
    types=$prefix/share/mime
    if [ -d "$types/packages" ]; then
        ! command -v update-mime-database >/dev/null 2>&1 ||
            update-mime-database "$types" >/dev/null 2>&1 || :
    else
        rm -f -- "$types/application/x-triptych.xml"
        rmdir -- "$types/application" 2>/dev/null || :
        for noted in XMLnamespaces aliases generic-icons globs globs2 icons magic mime.cache \
            subclasses treemagic types version; do
            rm -f -- "$types/$noted"
        done
        rmdir -- "$types" 2>/dev/null || :
    fi
    rmdir -- "$prefix/share" 2>/dev/null || :
    printf '%s\n' "triptych: removed. Corpora and settings were left where they are."
fi
