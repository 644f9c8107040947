#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# count.sh DIR...: add up the results of `make check` in these build folders (their .trs files) and
# print "N passed, N failed" as the last line. Errors and unexpected passes count as failed.
find "$@" -name '*.trs' -exec sed -n 's/^:test-result: \([A-Z]*\).*/\1/p' {} + | awk '
    $1 == "PASS" || $1 == "XFAIL" { passed++ }
    $1 == "FAIL" || $1 == "ERROR" || $1 == "XPASS" { failed++ }
    $1 == "SKIP" { skipped++ }
    END {
        if (skipped) printf "(%d skipped)\n", skipped
        printf "%d passed, %d failed\n", passed, failed
        exit failed > 0 || passed == 0
    }'
