#!/bin/sh
# Finds the PostgreSQL that the tests start a server of; on Debian and Ubuntu root is given it,
# everybody else is told its name. Without one the tests that need it are reported as skipped.
set -eu

say() { printf '%s\n' "$*"; }

is_there() {
    if command -v pg_ctl >/dev/null 2>&1; then return 0; fi
    for program in /usr/lib/postgresql/*/bin/pg_ctl; do
        if [ -x "$program" ]; then return 0; fi
    done
    return 1
}

if is_there; then exit 0; fi

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "setup: installing postgresql with apt-get"
    # Tests start servers of their own: the one that Debian would start for good is not wanted.
    if [ ! -e /etc/postgresql-common/createcluster.conf ]; then
        mkdir -p /etc/postgresql-common
        say "create_main_cluster = false" >/etc/postgresql-common/createcluster.conf
    fi
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends -o Dpkg::Options::=--force-confold \
        postgresql >/dev/null
    exit 0
fi

say "setup: no PostgreSQL here, so tests that need one are skipped."
say "setup: on Debian or Ubuntu: apt-get install postgresql; on macOS: brew install postgresql"
