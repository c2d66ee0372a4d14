#!/bin/sh
# Installs Triptych @VERSION@ for one person, without root. What follows the marker line is a
# compressed tar archive. sh THIS --help tells what it can do.
set -eu
LC_ALL=C
export LC_ALL
umask 022
version='@VERSION@'
sum='@SUM@'
machine='@MACHINE@'
glibc='@GLIBC@'

say() { printf '%s\n' "triptych: $*"; }
fail() { printf '%s\n' "triptych: $*" >&2; exit 1; }

usage() {
    cat <<TEXT
Usage: sh $(basename -- "$0") [--prefix FOLDER] [--uninstall | --extract FOLDER | --check]

Installs Triptych $version for you alone, into ~/.local; no administrator is needed.

  --prefix FOLDER   install below another folder than ~/.local
  --uninstall       remove what was installed there; corpora and settings stay
  --extract FOLDER  only unpack the program, to run it from that folder
  --check           see whether this file is whole
TEXT
}

prefix=${HOME:-}/.local
what=install
folder=
while [ $# -gt 0 ]; do
    case $1 in
        --prefix) [ $# -ge 2 ] || fail "--prefix needs a folder."; prefix=$2; shift ;;
        --extract) [ $# -ge 2 ] || fail "--extract needs a folder."; what=extract; folder=$2; shift ;;
        --uninstall) what=uninstall ;;
        --check) what=check ;;
        -h | --help) usage; exit 0 ;;
        *) usage >&2; exit 2 ;;
    esac
    shift
done

payload() {
    start=$(awk '/^__THE_ARCHIVE_FOLLOWS__$/ { print NR + 1; exit }' "$0")
    tail -n "+$start" -- "$0"
}

whole() {
    command -v sha256sum >/dev/null 2>&1 || { say "sha256sum is missing; not checked."; return 0; }
    [ "$(payload | sha256sum | cut -d ' ' -f 1)" = "$sum" ]
}

unpack() {
    command -v xz >/dev/null 2>&1 || fail "xz is missing; install the package xz-utils or xz."
    payload | xz -dc | tar -x -f - -C "$1" || fail "unpacking failed; is the disk full?"
}

absolute() {
    mkdir -p -- "$1" 2>/dev/null || fail "the folder $1 cannot be made."
    (cd -- "$1" && pwd -P)
}

# A quoted argument of a desktop entry: these five characters carry meaning there.
quoted() { printf '%s' "$1" | sed 's/[\\"`$]/\\&/g; s/\\/\\\\/g; s/%/%%/g; s/^/"/; s/$/"/'; }

# Tells the desktop of a program and a type of file that have come.
refresh() {
    for_this=$1
    shift
    if command -v "$1" >/dev/null 2>&1 && [ -d "$for_this" ]; then
        "$@" "$for_this" >/dev/null 2>&1 || :
    fi
}

case $what in
    check)
        whole || fail "this file is damaged: fetch it again."
        say "this file is whole."
        exit 0 ;;
    uninstall)
        tool=$prefix/lib/triptych/uninstall
        [ -f "$tool" ] || fail "no Triptych is installed below $prefix."
        exec sh "$tool" ;;
esac

[ "$(uname -s)" = Linux ] || fail "this is the package for Linux."
[ "$(uname -m)" = "$machine" ] || fail "this package is for $machine; this computer is $(uname -m)."
have=$(getconf GNU_LIBC_VERSION 2>/dev/null | cut -d ' ' -f 2) || have=
[ -n "$have" ] || fail "this system does not run on the GNU C library; run Triptych from its source."
oldest=$(printf '%s\n%s\n' "$have" "$glibc" | sort -V | head -n 1)
[ "$oldest" = "$glibc" ] || fail "this system is too old: its C library is $have, $glibc is needed."
whole || fail "this file is damaged: fetch it again. Nothing was changed."

if [ "$what" = extract ]; then
    folder=$(absolute "$folder")
    unpack "$folder"
    say "unpacked; start $folder/lib/triptych/triptych"
    exit 0
fi

[ -n "$prefix" ] && [ "$prefix" != /.local ] || fail "HOME is not set; name a folder with --prefix."
prefix=$(absolute "$prefix")
case $prefix in *"
"*) fail "a folder with a line break in its name cannot be used." ;; esac
place=$prefix/lib/triptych
[ ! -e "$place" ] || [ -f "$place/uninstall" ] || fail "$place is there and is not ours; move it away."
# Unpacked beside the old version first: what fails here leaves that as it was.
fresh=$prefix/.triptych-new.$$
trap 'rm -rf -- "$fresh"' EXIT
mkdir -- "$fresh"
unpack "$fresh"
entry=$fresh/share/applications/triptych.desktop
program=$(quoted "$place/triptych")
awk -v program="$(printf '%s' "$program" | sed 's/\\/\\\\/g')" \
    '/^Exec=/ { print "Exec=" program " %F"; next } { print }' "$entry" >"$entry.new"
mv -- "$entry.new" "$entry"
[ ! -f "$place/uninstall" ] || sh "$place/uninstall" --quiet
(cd -- "$fresh" && find . ! -type d ! -path './lib/triptych/*' | sed 's|^\./||' | sort) \
    >"$fresh/lib/triptych/installed-files"
mkdir -p -- "$prefix/lib" "$prefix/bin"
mv -- "$fresh/lib/triptych" "$place"
while IFS= read -r file; do
    mkdir -p -- "$prefix/$(dirname -- "$file")"
    mv -f -- "$fresh/$file" "$prefix/$file"
done <"$place/installed-files"
refresh "$prefix/share/applications" update-desktop-database
refresh "$prefix/share/mime" update-mime-database

say "Triptych $version is installed in $place."
say "It is in the menu of programs; in a terminal: triptych, triptych-cli."
case :$PATH: in
    *":$prefix/bin:"*) ;;
    *) say "$prefix/bin is not among the folders your terminal looks in (PATH)." ;;
esac
if command -v ldd >/dev/null 2>&1; then
    lacking=$(LD_LIBRARY_PATH=$place/lib find "$place/lib/PySide6/Qt" \( -name 'libqxcb.so' -o -name 'libQt6Widgets.so.6' \) \
        -exec ldd {} + 2>/dev/null | awk '/not found/ { print $1 }' | sort -u | tr '\n' ' ')
    [ -z "$lacking" ] || say "The window needs libraries this system lacks: $lacking"
fi
say "To remove it: $place/uninstall"
exit 0
__THE_ARCHIVE_FOLLOWS__
