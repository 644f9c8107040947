#!/bin/sh
# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 the minutebook developers
#
# How well what is owed is found in the eight houses: precision and recall of the outstanding list and
# invented owners, over the eight together and over the four of second/ and the three of third/, each asked the same (score_houses.py; README.md has the
# figures of the first reading of each);
# the three of third/ are told of and nothing is asked of them, so that they stay a blind reading.
if ! command -v python3 >/dev/null; then
    echo "1..0 # SKIP python3 is missing"
    exit 0
fi
houses=$MINUTEBOOK_SRCDIR/tests/houses
exec python3 "$houses/score_houses.py" "$MINUTEBOOK_BIN" "$houses" 8 asked "$houses/second" 4 asked "$houses/third" 3 asked
