#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# tests/terminal/MODEL-BUGS.md against the tests: every test it names is there and is run, and each of the
# 24 bugs has a test or a reason.
. "$(dirname "$0")/gate.sh"

# named FILE: each `FILE NAME` of a table as "FILE NAME".
named() {
    tr '`' '\n' <"$1" | grep -E '^tests/[^ ]+\.(c|sh) .'
}

# held TABLE: what its rows promise and is not so.
held() (
    cd "$srcdir" || exit 99
    named "$1" | while read -r file name; do
        case $file in
        *.c) grep -qE "([A-Z]+_CASE|cmocka_unit_test[a-z_]*)\($name[,)]" "$file" 2>/dev/null ;;
        *) grep -qF "check \"$name\" " "$file" 2>/dev/null ;;
        esac || echo "$file has no test '$name'"
    done
    $AWK -F '|' '
        $2 ~ /^ *[0-9]+ *$/ {
            seen[$2 + 0]++
            if ($5 !~ /`tests\// && $5 !~ /not yet[:,]/)
                print "bug " $2 + 0 " has neither a test nor a reason"
        }
        END { for (i = 1; i <= 24; i++) if (seen[i] != 1) print "bug " i " has " seen[i] + 0 " rows" }' "$1"
)

table=$srcdir/tests/terminal/MODEL-BUGS.md
clean "every bug of the models has a test that is run, or a reason" held "$table"

# planted SED PATTERN NAME: SED in a copy of the table is caught.
planted() {
    sed "$1" "$table" >"$scratch/table"
    caught "$2" "$3" held "$scratch/table"
}
planted 's/no_mouse_mode_is_ever_sent/no_mouse_mode_ever/' "has no test 'no_mouse_mode_ever'" "a renamed test is seen"
planted 's/test_kill.sh check was clean/test_kill.sh check was dirty/' "has no test 'check was dirty each time'" "a script's too"
planted 's,terminal/test_loop.c it,terminal/test_gone.c it,' "test_gone.c has no test" "a file that went is seen"
planted '/^| 20 |/d' 'bug 20 has 0 rows' "a row that went is seen"
planted 's/^\(| 17 .*|\).*not yet.*/\1 later |/' 'bug 17 has neither' "a bug without a test or a reason is seen"

done_testing
