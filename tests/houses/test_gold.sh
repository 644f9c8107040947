#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# The annotations of the eight houses, and of the seven written later, agree with their papers and with what the program reads there.
if ! command -v python3 >/dev/null; then
    echo "1..0 # SKIP python3 is missing"
    exit 0
fi
houses=$MINUTEBOOK_SRCDIR/tests/houses
exec python3 "$houses/check_gold.py" "$MINUTEBOOK_BIN" "$houses" 8 "$houses/second" 4 "$houses/third" 3
