#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# `make bench-search`: how fast what is held is found, beside programs that search, on stores of 10 thousand and 100 thousand passages;
# BENCH_MILLION=1 adds one of a million, which takes a quarter of an hour and 20 GB. Nothing passes or fails here. Configure without sanitizers and
# coverage, and leave the machine alone meanwhile. BENCH_STORES names a folder in which the stores are kept for another time.
#
# A line is a ratio, for the reasons that stand at the head of bench.sh; "reach" is what the design wants.
#
#   in the process   tests/bench/search.c: kinds of queries to a screenful with snippets, the count of all places, each typed key
#   in a terminal    tests/bench/typing.c: start, each key typed into find to the last byte of echo, places and count, alone and while
#                    another process imports 1,500 papers, memory
#   whole process    `minutebook search`, 50 places, beside the sqlite3 shell on the same index, and beside programs that made an index
#                    of the same texts: notmuch, recoll, Xapian's omindex and quest, and ripgrep without one. They find forms of a word as
#                    well, so what they find differs a little. A program that is not installed is named and left out
#   index / text     bytes of the tables that are only there to be searched, by the bytes of the texts
#   index            CPU of publishing the passages, everything that an import keeps among it, beside omindex
#
# search.sh SRCDIR BUILDDIR
set -eu
builddir=$2
LC_ALL=C.UTF-8 TZ=UTC TERM=xterm-256color
export LC_ALL TZ TERM
unset LINES COLUMNS NO_COLOR MINUTEBOOK_STORE MINUTEBOOK_AS_AT MINUTEBOOK_LAUNCHER MINUTEBOOK_DATADIR 2>/dev/null || true
scratch=$(mktemp -d "$builddir/tests/bench/scratch-XXXXXX")
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
HOME=$scratch XDG_DATA_HOME=$scratch XDG_CONFIG_HOME=$scratch XDG_STATE_HOME=$scratch
export HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME
minutebook=$builddir/src/minutebook
stores=${BENCH_STORES-$scratch/stores}
mkdir -p "$stores"

# The store of $1 thousand passages, made where it is not there; what it took stands beside it.
make_store() {
    [ -f "$stores/$1-thousand.facts" ] && return
    rm -rf "$stores/$1-thousand.db"* "$stores/$1-thousand"
    texts=
    if [ "$1" = 100 ]; then # those that other programs index
        texts=$stores/$1-thousand
        mkdir "$texts"
    fi
    "$builddir/tests/bench/passages" "${1}000" "$stores/$1-thousand.db" ${texts:+"$texts"} >"$scratch/facts"
    mv "$scratch/facts" "$stores/$1-thousand.facts"
}

sizes="10 100"
[ -z "${BENCH_MILLION-}" ] || sizes="$sizes 1000"
for n in $sizes; do
    make_store "$n"
done

printf '%s, %s\n' "$("$minutebook" --version)" "$(uname -srm)"
for n in $sizes; do
    read -r passages meetings bytes seconds <"$stores/$n-thousand.facts"
    printf '%s thousand: %s passages of %s meetings, %s bytes of text, published in %s s of CPU\n' "$n" "$passages" "$meetings" "$bytes" "$seconds"
done
# shellcheck disable=SC2086
"$builddir/tests/bench/search" $(for n in $sizes; do echo "$stores/$n-thousand.db"; done)

# ---- in a terminal ---------------------------------------------------------------------------------

mkdir "$scratch/papers"
"$builddir/tests/bench/papers" "${BENCH_PAPERS-1500}" "$scratch/papers" >/dev/null
for n in $sizes; do
    printf '\n%s thousand, in a terminal\n' "$n"
    cp "$stores/$n-thousand.db" "$scratch/typed.db"
    "$builddir/tests/bench/typing" "$minutebook" "$builddir/tests/bench/smallest" "$scratch/typed.db" "$scratch/papers"
    rm -f "$scratch/typed.db"*
done

# ---- whole processes, at 100 thousand --------------------------------------------------------------

texts=$stores/100-thousand
store=$texts.db
quietly() { "$@" >"$scratch/log" 2>&1 || { tail -n 5 "$scratch/log" >&2; echo "failed: $1" >&2; exit 1; }; }
tool() { command -v "$1" 2>/dev/null || { echo "$1 is not installed: left out" >&2; false; }; }
# beside NAME OF REACH WORD PROGRAM [ARGUMENT ...]: our search for WORD in turns with PROGRAM
beside() {
    name=$1 of=$2 reach=$3 word=$4
    shift 4
    "$builddir/tests/bench/turns" "${BENCH_TURNS-9}" "$name" "$of" "$reach" wall "$minutebook" --store "$store" search --limit 50 "$word" -- "$@"
}
each_word() {
    for kind in rare medium common; do
        case $kind in
        rare) word=bababasal ;;
        medium) word=denorgan ;;
        common) word=council ;;
        esac
        "$@"
    done
}

printf '\nwhole process\n'
echo "figure                                         ratio  of                         reach       raw"
if sqlite3=$(tool sqlite3); then
    with_sqlite() {
        beside "search, $kind word" "sqlite3, newest + snippet" "<= 0.8" "$word" "$sqlite3" -readonly "$store" \
            "SELECT rowid, title, snippet(f, 1, '[', ']', '...', 24) FROM f WHERE f MATCH '$word' ORDER BY rowid DESC LIMIT 50"
    }
    each_word with_sqlite
    tables=$("$sqlite3" -readonly "$store" "SELECT sum(pgsize) FROM dbstat WHERE name IN ('f_data', 'f_idx', 'f_docsize', 'f_config', 'p_data', 'p_idx', 'p_config', 'terms')")
    read -r passages meetings bytes seconds <"$texts.facts"
    awk -v index_="$tables" -v text="$bytes" 'BEGIN { printf "%-44s %7.2f  %-26s %-11s %d MB, %d\n", "index", index_ / text, "text", "<= 1.2", index_ / 1e6, text / 1e6 }'
fi
if notmuch=$(tool notmuch); then
    export NOTMUCH_CONFIG="$scratch/notmuch-config"
    printf '[database]\npath=%s\nmail_root=%s\n[new]\ntags=\n[search]\nexclude_tags=\n[user]\nname=x\nprimary_email=x@example.org\n' "$scratch/notmuch-index" "$texts" >"$NOTMUCH_CONFIG"
    mkdir "$scratch/notmuch-index"
    quietly "$notmuch" new --quiet
    with_notmuch() { beside "search, $kind word" "notmuch search" "<= 0.35" "$word" "$notmuch" search --limit=50 "$word"; }
    each_word with_notmuch
fi
if recollindex=$(tool recollindex) && recollq=$(tool recollq); then
    mkdir "$scratch/recoll"
    printf 'topdirs = %s\nmonitor = 0\ndefaultcharset = UTF-8\n' "$texts" >"$scratch/recoll/recoll.conf"
    quietly "$recollindex" -c "$scratch/recoll"
    with_recoll() { beside "search, $kind word" "recollq -A" "<= 0.25" "$word" "$recollq" -c "$scratch/recoll" -A -n 50 "$word"; }
    each_word with_recoll
fi
if omindex=$(tool omindex); then
    begun=$(cut -d' ' -f16,17 /proc/$$/stat)
    quietly "$omindex" --db "$scratch/omega" --url / -M txt:text/plain "$texts"
    ended=$(cut -d' ' -f16,17 /proc/$$/stat)
    # shellcheck disable=SC2086
    set -- $begun $ended
    awk -v ours="$seconds" -v theirs="$((($3 + $4 - $1 - $2)))" -v tick="$(getconf CLK_TCK)" \
        'BEGIN { printf "%-44s %7.2f  %-26s %-11s %.1f s, %.1f\n", "publishing, CPU", ours / (theirs / tick), "omindex", "<= 0.15", ours, theirs / tick }'
    if quest=$(tool quest); then
        with_quest() { beside "search, $kind word" "quest, no snippets" "-" "$word" "$quest" --db "$scratch/omega" --msize 50 "$word"; }
        each_word with_quest
    fi
fi
if rg=$(tool rg); then
    with_rg() { beside "search, $kind word" "rg -l over the files" "<= 0.02" "$word" "$rg" -l -i "$word" "$texts"; }
    each_word with_rg
fi
