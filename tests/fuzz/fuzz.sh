#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# `make fuzz`: libFuzzer over every family of parsers, with AddressSanitizer and UndefinedBehaviorSanitizer. It builds
# with clang in BUILDDIR/tests/fuzz/build, makes seeds of the papers of tests/intake and tests/styles/seen, and runs
# the targets one after the other. The last line of each is its executions and what it found.
#
#   FUZZ_TARGETS   "page html": only these
#   FUZZ_RUNS      executions a target (100000)
#   FUZZ_SECONDS   at most so many seconds a target (0: no end)
#
# What is found lies in BUILDDIR/tests/fuzz/found: `build/tests/fuzz/fuzz_TARGET FILE` repeats it. It becomes a paper
# of tests/intake or a case of a unit test before it is mended.
#
# fuzz.sh SRCDIR BUILDDIR
set -eu
srcdir=$1 builddir=$2
LC_ALL=C.UTF-8 TZ=UTC
export LC_ALL TZ
ASAN_OPTIONS=detect_stack_use_after_return=0
export ASAN_OPTIONS
work=$builddir/tests/fuzz
build=$work/build
targets=${FUZZ_TARGETS-any frames html list pack page pdf printed record service text tracker}
FUZZ_WORK=$work # where a target keeps a store
export FUZZ_WORK

if [ ! -f "$build/Makefile" ]; then
    mkdir -p "$build"
    (cd "$build" && "$srcdir/configure" CC="${FUZZ_CC-clang}" CFLAGS='-g -O1 -fsanitize=fuzzer-no-link' --enable-sanitizers) >"$work/configure.log" 2>&1 ||
        { echo "fuzz: clang with libFuzzer is needed; see $work/configure.log" >&2; exit 1; }
fi
(cd "$build" && make fuzz-programs) >"$work/make.log" 2>&1 || { echo "fuzz: see $work/make.log" >&2; exit 1; }

mkdir -p "$work/seeds/record" "$work/seeds/frames" "$work/found"
"$build/tests/fuzz/seed" "$work/seeds" "$srcdir"/tests/intake/papers/* "$srcdir"/tests/styles/seen/*

# The papers a target begins from.
papers_of() {
    case $1 in
    record | frames) echo "$work/seeds/$1" ;;
    tracker) echo "$srcdir/tests/fuzz/trackers" ;;
    *) echo "$srcdir/tests/intake/papers" "$srcdir/tests/styles/seen" ;;
    esac
}
dictionary_of() {
    case $1 in
    html | list | service | pdf | any) echo markup ;;
    tracker) echo tracker ;;
    *) echo paper ;;
    esac
}

status=0
for target in $targets; do
    mkdir -p "$work/corpus/$target"
    # shellcheck disable=SC2046 # folders without blanks, ours
    "$build/tests/fuzz/fuzz_$target" -runs="${FUZZ_RUNS-100000}" -max_total_time="${FUZZ_SECONDS-0}" -max_len=16384 -timeout=10 \
        -rss_limit_mb=1024 -print_final_stats=1 -verbosity=0 -dict="$srcdir/tests/fuzz/dict/$(dictionary_of "$target").dict" \
        -artifact_prefix="$work/found/$target-" "$work/corpus/$target" $(papers_of "$target") >"$work/$target.log" 2>&1 || status=1
    printf '%-8s %s executions, %s\n' "$target" "$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/$target.log")" \
        "$(grep -c '^SUMMARY' "$work/$target.log") found"
done
exit $status
