#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# HACKING.md leads to what is there: every file it names exists, by its path or by its name alone, and the steps of
# each walk are numbered from one on. Names with capitals or a number N (NAME.txt, schema_N.c) stand for any, and the
# papers that the house was planned from are not in the repository.
. "$(dirname "$0")/gate.sh"

# missing_files PAGE: the files that it names in `quotes` and the source has not.
missing_files() {
    find "$srcdir" \( -name .git -o -name build \) -prune -o -type f -print | sed "s|^$srcdir||" >"$scratch/known"
    tr '\n' ' ' <"$1" | grep -o '`[^`]*`' | tr '` ' '\n\n' |
        grep -E '^[a-z_][A-Za-z0-9_./-]*\.(c|h|sh|py|md|mk|awk|in|[15]|sql|rules|txt|expect)$' |
        grep -vE '(^|[/_-])[A-Z]+([._/-]|$)|^(design|field|screens|reliability|performance|gold/taxonomy)\.md$' |
        sort -u | while read -r name; do
            grep -qE "/$(printf '%s' "$name" | sed 's/[.]/\\./g')(\\.in)?\$" "$scratch/known" || echo "no such file: $name"
        done
}

# misnumbered PAGE: steps that do not follow the one before.
misnumbered() {
    "$AWK" '/^#/ { step = 0; walk = $0 }
        /^[0-9]+\. / { if ($0 + 0 != step + 1) print walk ": " ($0 + 0) " behind " step; step = $0 + 0 }' "$1"
}

clean "every file that HACKING.md names is there" missing_files "$srcdir/HACKING.md"
clean "the steps of each of its walks are numbered one by one" misnumbered "$srcdir/HACKING.md"
printf 'See `src/main.c`, `nowhere.c`.\n\n# Walk\n\n1. one\n3. three\n' >"$scratch/page"
caught 'nowhere\.c' "a file that is not there is caught" missing_files "$scratch/page"
caught '3 behind 1' "a step that is left out is caught" misnumbered "$scratch/page"

done_testing
