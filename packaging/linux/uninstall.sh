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
    if command -v update-desktop-database >/dev/null 2>&1 && [ -d "$prefix/share/applications" ]; then
        update-desktop-database "$prefix/share/applications" >/dev/null 2>&1 || :
    fi
    if command -v update-mime-database >/dev/null 2>&1 && [ -d "$prefix/share/mime/packages" ]; then
        update-mime-database "$prefix/share/mime" >/dev/null 2>&1 || :
    fi
    printf '%s\n' "triptych: removed. Corpora and settings were left where they are."
fi
