#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# Related words and forms: found, told, put off, and the member's own.
. "$MINUTEBOOK_SRCDIR/tests/cli/lib.sh"
minutebook import "$sample"/*.txt
minutebook search carer
check "a form is told" says 'also searched for:'
check "and marked" says '[carers]'
minutebook search --literal xcarer
check "without it nothing is added" exits 1
minutebook search --format json carer
check "data says it, too" grep -q '"added":\[.*"carers"' "$home/out"
minutebook search --literal --format json carers
check "or that nothing was added" grep -q '"added":\[\]' "$home/out"
config=$home/own
mkdir -p "$config/words"
: >"$config/config"
printf 'helperling = carers\nalone\n' >"$config/words/ours.words"
minutebook --config "$config/config" search --count helperling
check "an own word leads" exits 0
check "a wrong line is told with its place" grep -q 'ours.words:2: a group needs' "$home/err"
minutebook search --count helperling
check "without the file it does not" exits 1
finish
