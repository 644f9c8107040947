# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# What the gates share; sourced by them. A gate is a function that prints one line for each violation
# in a tree. It must print nothing for ours, and must name what is planted in a copy of it.
LC_ALL=C; export LC_ALL
gates=$(cd "$(dirname "$0")" && pwd)
srcdir=${MINUTEBOOK_SRCDIR-$(cd "$gates/../.." && pwd)}
AWK=${AWK-awk}
scratch=$(mktemp -d) || exit 99
trap 'rm -rf "$scratch"' EXIT
trap 'exit 99' HUP INT TERM
tests_run=0
failed=0

# result STATUS NAME: one line of TAP.
result() {
    tests_run=$((tests_run + 1))
    said=$(printf '%s' "$2" | tr '\n#' '  ')
    if [ "$1" -eq 0 ]; then echo "ok $tests_run - $said"; else failed=1; echo "not ok $tests_run - $said"; fi
}

# clean NAME COMMAND...: COMMAND finds no violation.
clean() {
    name=$1; shift
    "$@" >"$scratch/found" 2>&1; status=$?
    sed 's/^/# /' "$scratch/found"
    [ "$status" -eq 0 ] && [ ! -s "$scratch/found" ]
    result $? "$name"
}

# caught PATTERN NAME COMMAND...: COMMAND finds a violation, and a line of it has PATTERN.
caught() {
    pattern=$1 name=$2; shift 2
    "$@" >"$scratch/found" 2>&1
    if grep -q -e "$pattern" "$scratch/found"; then
        result 0 "$name"
    else
        sed 's/^/# instead: /' "$scratch/found"
        result 1 "$name"
    fi
}

# A fresh copy of a part of our sources to plant something in: $tree. (A part, so that the time of the
# self-tests does not grow with the house.)
fresh_tree() {
    tree=$scratch/tree
    rm -rf "$tree"
    mkdir "$tree" "$tree/src"
    for part in src/base src/text src/main.c include assets; do
        cp -R "$srcdir/$part" "$tree/$part" || exit 99
    done
    chmod -R u+w "$tree"
}

# plant FILE TEXT: append TEXT to FILE of a fresh tree.
plant() {
    fresh_tree
    mkdir -p "$(dirname "$tree/$1")"
    printf '%s\n' "$2" >>"$tree/$1"
}

# sources DIR...: the C files below, without what a build inside the source tree made.
sources() {
    find "$@" -name '*.[ch]' ! -name '*_data.c' | sort
}

done_testing() {
    echo "1..$tests_run"
    exit "$failed"
}
