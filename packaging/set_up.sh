#!/bin/sh
# Makes the virtual environment .venv and installs Triptych into it, for `make run` (set_up.sh run)
# or with all that tests and checks need (set_up.sh dev). Does nothing where nothing has changed.
#
# PYTHON=... names the Python to use. The package index is the one pip is configured for.
set -eu
cd -- "$(dirname -- "$0")/.."
what=${1:-run}
here=$(pwd -P)

say() { printf '%s\n' "triptych: $*"; }
fail() { printf '%s\n' "triptych: $*" >&2; exit 1; }

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

whole() {
    "$1" -c 'import ensurepip, sqlite3, ssl, venv' >/dev/null 2>&1
}

find_python() {
    for name in ${PYTHON:+"$PYTHON"} python3.11 python3.12 python3.13 python3.14 python3; do
        if new_enough "$name" && whole "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# The packages wanted where Python is too old or lacks parts, as Debian and Ubuntu ship it.
system_python_packages() {
    if new_enough python3; then
        echo python3-venv
    else
        for minor in 14 13 12 11; do
            if apt-cache show "python3.$minor-venv" >/dev/null 2>&1; then
                echo "python3.$minor python3.$minor-venv"
                return
            fi
        done
        echo "python3 python3-venv"
    fi
}

install_python() {
    line="install Python 3.11 or later with its venv module"
    if command -v apt-get >/dev/null 2>&1; then
        packages=$(system_python_packages)
        line="sudo apt-get install $packages"
        as_root=none
        [ "$(id -u)" = 0 ] && as_root=
        [ "$as_root" = none ] && sudo -n true 2>/dev/null && as_root="sudo -n"
        if [ "$as_root" != none ]; then
            say "Python 3.11 or later with venv is missing; installing: $packages"
            $as_root apt-get update -q || true
            # shellcheck disable=SC2086
            $as_root env DEBIAN_FRONTEND=noninteractive \
                apt-get install -y -q --no-install-recommends $packages && return
        fi
    elif [ "$(uname)" = Darwin ]; then
        line="brew install python   (or the installer from python.org)"
    elif command -v dnf >/dev/null 2>&1; then
        line="sudo dnf install python3.12"
    elif command -v pacman >/dev/null 2>&1; then
        line="sudo pacman -S python"
    fi
    fail "no Python 3.11 or later with venv was found. Run this, then again: $line"
}

make_venv() {
    python=$(find_python) || { install_python; python=$(find_python); } ||
        fail "no Python 3.11 or later with venv was found."
    say "making .venv with $("$python" --version) ($python)"
    "$python" -m venv --clear .venv
}

venv=.venv/bin/python
stamp=.venv/.triptych-$what
state="$(cksum <pyproject.toml) $here"

# A folder that was moved takes its environment along, but not the paths inside it.
if [ -f .venv/.triptych-home ] && [ "$(cat .venv/.triptych-home)" != "$here" ]; then
    say "this folder was moved: .venv is made anew"
    rm -rf .venv
fi
if ! { new_enough "$venv" && "$venv" -m pip --version >/dev/null 2>&1; }; then
    make_venv
fi
printf '%s\n' "$here" >.venv/.triptych-home
# A window on X11 needs more libraries than tests do.
window=
[ "$what" = run ] && [ -n "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ] && window=--window
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$state" ]; then
    exec "$venv" packaging/system_libraries.py $window
fi

wanted=.
build=
if [ "$what" = dev ]; then
    wanted=".[dev]"
    # A test builds a wheel with these, without asking the network.
    build=$("$venv" -c 'import tomllib
with open("pyproject.toml", "rb") as file:
    print("\n".join(tomllib.load(file)["build-system"]["requires"]))')
fi
quiet=--quiet
[ -t 1 ] && quiet=
say "installing into .venv: $wanted (the first time about 100 MB are fetched)"
# shellcheck disable=SC2086
"$venv" -m pip install $quiet --disable-pip-version-check --no-input --editable "$wanted" $build ||
    fail "pip could not install. Nothing outside .venv was changed; mend what it says and run again."
"$venv" packaging/system_libraries.py --install $window
printf '%s\n' "$state" >"$stamp"
[ "$what" = dev ] && printf '%s\n' "$state" >.venv/.triptych-run
say "set up in .venv"
