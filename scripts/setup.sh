#!/bin/sh
# Makes .venv from the lock file given, and installs tollbook into it.
#
#     sh scripts/setup.sh requirements.lock
#
# Looks for a Python of 3.11 or later that can make an environment; on Debian and Ubuntu, root
# is given the missing package, everybody else is told its name. Safe to run again.
set -eu

lock=$1
oldest="3, 11"

say() { printf '%s\n' "$*"; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 1; }

# A name on the path may be a stub that does not run (pyenv's shims, macOS's python3).
is_recent() { "$1" -c "import sys; sys.exit(sys.version_info < ($oldest))" 2>/dev/null; }
makes_environments() { "$1" -c "import ensurepip, venv" 2>/dev/null; }

recent_pythons() {
    for name in python3.14 python3.13 python3.12 python3.11 python3; do
        if is_recent "$name"; then say "$name"; fi
    done
}

first_that_makes_environments() {
    for name in $(recent_pythons); do
        if makes_environments "$name"; then say "$name"; return; fi
    done
}

is_debian_root() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

install_packages() {
    say "setup: installing $* with apt-get"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

find_python() {
    python=$(first_that_makes_environments)
    if [ -n "$python" ]; then return; fi
    if is_debian_root; then
        # Debian splits venv off Python; the package is named for the version.
        install_packages python3 python3-venv
        python=$(first_that_makes_environments)
    fi
    if [ -n "$python" ]; then return; fi
    bare=$(recent_pythons | head -n 1)
    if [ -n "$bare" ]; then
        stop "$bare cannot make environments. On Debian or Ubuntu: apt-get install $bare-venv"
    fi
    stop "no Python 3.11 or later on the path. On macOS: brew install python@3.13; on Debian 12, Ubuntu 24.04 or later: apt-get install python3 python3-venv"
}

is_usable() { is_recent .venv/bin/python && .venv/bin/python -m pip --version >/dev/null 2>&1; }

if ! is_usable; then
    find_python
    say "setup: making .venv with $("$python" --version 2>&1)"
    "$python" -m venv --clear .venv
fi

pip() {
    .venv/bin/python -m pip --disable-pip-version-check --no-input "$@"
}

say "setup: installing $lock"
pip install -qq --require-hashes --requirement "$lock"
# The lock holds the build backend too, so that nothing outside it is fetched for this step.
pip install -qq --no-deps --no-build-isolation --editable .
