#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# `make bench`: how fast the program is, beside programs that do the least of the same. Nothing passes or
# fails here, and `make check` does not run it; it takes about eight minutes. Configure without sanitizers
# and coverage, and leave the machine alone meanwhile.
#
# Every line is a ratio, because absolute times wander up to twofold from machine to machine and hour to
# hour: the two programs of a line run in turns, and the raw figures stand at its end (medians; p99 of 40
# starts and of 200 keys). "reach" is what the design wants; (1) is its ratio to a key of tig's, 1 for a key
# that moves and 2.5 for one that searches, times 3.3, as long as tig's takes beside the smallest program's;
# "-": the design names none.
#
#   exec to full screen    from fork to the last byte before 120 ms of silence, in a terminal of 120x40
#   key to painted screen  from the key to the last byte before 15 ms of silence
#   smallest               tests/bench/smallest.c: a screenful of text, each key rewrites a row
#   sample                 the sample council's papers
#   large                  BENCH_PAPERS (300) pages of tests/bench/papers.c, and 40 follow-ups
#   import                 those pages into a new store; beside tests/bench/insert.c, which puts the same
#                          text, a row a paragraph, into one FTS5 table in one transaction
#   folder                 the same of 2,000 pages, also beside recollindex (package recollcmd) where it is
#                          installed; its memory beside that of a folder of 250, 500 and 1,000
#   looked through         the same key while a rule of one's own has the large store swept anew in the background, beside itself
#   sweep                  tests/bench/sweep.c: sentences a second judged for follow-ups, on the pages of tests/promises/work; beside all
#                          patterns of the rules over the same sentences, one after the other, and beside pcre2grep (package
#                          pcre2-utils) with those that it takes as they are, and with those also that it takes with their words called
#
# bench.sh SRCDIR BUILDDIR
set -eu
srcdir=$1 builddir=$2
LC_ALL=C.UTF-8 TZ=UTC TERM=xterm-256color
export LC_ALL TZ TERM
unset LINES COLUMNS NO_COLOR MINUTEBOOK_STORE MINUTEBOOK_AS_AT MINUTEBOOK_LAUNCHER MINUTEBOOK_DATADIR 2>/dev/null || true
scratch=$(mktemp -d "$builddir/tests/bench/scratch-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
HOME=$scratch XDG_DATA_HOME=$scratch XDG_CONFIG_HOME=$scratch XDG_STATE_HOME=$scratch
export HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
minutebook=$builddir/src/minutebook
sample_day=$(grep -v "^#" "$srcdir/assets/sample/as-at")
papers=${BENCH_PAPERS-300}

mkdir "$scratch/papers" "$scratch/folders"
for n in 250 500 1000 2000; do
    mkdir "$scratch/folders/$n"
    "$builddir/tests/bench/papers" "$n" "$scratch/folders/$n" >/dev/null
done
as_at=$("$builddir/tests/bench/papers" "$papers" "$scratch/papers")
"$minutebook" --store "$scratch/sample.db" import "$srcdir/assets/sample/papers" >/dev/null
"$minutebook" --store "$scratch/large.db" import "$scratch/papers" >/dev/null
i=0
while [ $i -lt 40 ]; do
    "$minutebook" --store "$scratch/large.db" --as-at "$as_at" action add "Chairman > Members: list $i; by 16 Nov" >/dev/null
    i=$((i + 1))
done

printf '%s, %s\n' "$("$minutebook" --version)" "$(uname -srm)"
printf '%s meetings in the large store, %s in the sample\n\n' \
    "$("$minutebook" --store "$scratch/large.db" export meetings --format csv | sed 1d | wc -l)" \
    "$("$minutebook" --store "$scratch/sample.db" export meetings --format csv | sed 1d | wc -l)"
"$builddir/tests/bench/bench" "$minutebook" "$builddir/tests/bench/smallest" "$builddir/tests/bench/insert" \
    "$scratch/sample.db" "$sample_day" "$scratch/large.db" "$as_at" "$scratch/papers" "$scratch" "$scratch/folders"
"$builddir/tests/bench/sweep" 5 "$srcdir"/tests/promises/work/*.txt
