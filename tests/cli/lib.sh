# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# What each script of tests/cli starts with: a home of its own, and checks that print TAP. A script ends
# with `finish`.
set -u
home=$(mktemp -d) || exit 99
trap 'rm -rf "$home"' EXIT
HOME=$home XDG_DATA_HOME=$home/data XDG_STATE_HOME=$home/state XDG_CONFIG_HOME=$home/config XDG_CACHE_HOME=$home/cache
MINUTEBOOK_AS_AT=2025-11-12
export HOME XDG_DATA_HOME XDG_STATE_HOME XDG_CONFIG_HOME XDG_CACHE_HOME MINUTEBOOK_AS_AT
unset MINUTEBOOK_STORE MINUTEBOOK_LAUNCHER MINUTEBOOK_DATADIR
sample=$MINUTEBOOK_SRCDIR/tests/cli/papers
count=0

# The program; its stdout is in $out, its stderr in $err, its exit code in $code.
minutebook() {
    "$MINUTEBOOK_BIN" "$@" >"$home/out" 2>"$home/err"
    code=$?
    out=$(cat "$home/out")
    err=$(cat "$home/err")
}

# A check: `check NAME COMMAND...` is ok if COMMAND succeeds.
check() {
    count=$((count + 1))
    name=$1
    shift
    if "$@"; then
        echo "ok $count - $name"
    else
        echo "not ok $count - $name"
        printf '%s\n' "exit ${code-}" "out: ${out-}" "err: ${err-}" | sed 's/^/# /'
    fi
}

exits() { [ "$code" = "$1" ]; }
says() { case $out in *"$1"*) true ;; *) false ;; esac; }
complains() { case $err in *"$1"*) true ;; *) false ;; esac; }
is() { [ "$1" = "$2" ]; }
not() { ! "$@"; }

# Has FILE a byte that could control a terminal: C0 but LF, or DEL, or C1 in UTF-8?
controls() { LC_ALL=C grep -qaP '[\x00-\x09\x0b-\x1f\x7f]|\xc2[\x80-\x9f]' "$1"; }

finish() { echo "1..$count"; }
